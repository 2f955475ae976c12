package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file, also one with tabs ({@code .tsv}), semicolons or vertical bars. Its first row has the
 * names of the columns. Immutable.
 *
 * <p>Encoding and delimiter are found, and {@link #description()} shows them. Known encodings are
 * UTF-8, UTF-16 and windows-1252; a file that may have another one is refused until {@link
 * #charset} names it.
 *
 * <p>A blank column name becomes {@code column 3}, after its place; a second {@code Phone} becomes
 * {@code Phone (2)}. Rows without any text are left out. Other rows are never left out: one with a
 * wrong number of cells, a misplaced quote, a lost character, or more than 1,048,576 characters has
 * {@link SourceRow#damage()}. Rows are numbered as a spreadsheet numbers them.
 *
 * <p>In a file that {@link RejectedFile} wrote, the columns {@code row}, {@code reason} and {@code
 * suggestion} are left out, and the apostrophes that guard formulas are taken off. A whole number
 * in the column {@code row} becomes the row's {@link SourceRow#origin()}.
 */
public final class CsvSource implements Source {
  private final InputFile file;
  private final @Nullable String region;
  private final @Nullable Charset charset;
  private final @Nullable Character delimiter;

  private CsvSource(
      InputFile file,
      @Nullable String region,
      @Nullable Charset charset,
      @Nullable Character delimiter) {
    this.file = file;
    this.region = region;
    this.charset = charset;
    this.delimiter = delimiter;
  }

  /**
   * Reads a file. It is opened by {@link #open()}, not before.
   *
   * @param file the file
   * @return the source
   */
  public static CsvSource of(Path file) {
    return new CsvSource(new InputFile(file), null, null, null);
  }

  /**
   * Sets the region of phone numbers without a country code. Without it, every number needs one.
   *
   * @param region two letters, such as {@code IN}; null if every number has its country code
   * @return a new source
   * @throws TransferException when there is no such region
   */
  public CsvSource region(@Nullable String region) {
    return new CsvSource(file, Region.of(region), charset, delimiter);
  }

  /**
   * Sets the encoding. Without it, the encoding is found.
   *
   * @param charset the encoding
   * @return a new source
   */
  public CsvSource charset(Charset charset) {
    return new CsvSource(file, region, charset, delimiter);
  }

  /**
   * Sets the character between cells. Without it, it is found among {@code , ; |} and tab.
   *
   * @param delimiter the character
   * @return a new source
   * @throws TransferException when it is a quote, a space or a line break
   */
  public CsvSource delimiter(char delimiter) {
    if ("\"\r\n ".indexOf(delimiter) >= 0) {
      throw file.refused("cannot have a quote, a space or a line break as its delimiter");
    }
    return new CsvSource(file, region, charset, delimiter);
  }

  /**
   * What is read and how, such as {@code people.csv (CSV, UTF-8, comma)}. Reads the file.
   *
   * @return the name alone if the file cannot be read
   */
  @Override
  public String description() {
    try {
      Encoding encoding = EncodingScan.of(file, charset);
      try (CsvRows rows = new CsvRows(file, encoding, delimiter)) {
        String refused = rows.isRejectedFile() ? ", rows of an earlier plan" : "";
        String format = encoding.label() + ", " + Delimiter.label(rows.delimiter()) + refused;
        return file.name() + " (CSV, " + format + ")";
      }
    } catch (TransferException e) {
      return file.name() + " (CSV)";
    }
  }

  @Override
  public Rows open() {
    return new CsvRows(file, EncodingScan.of(file, charset), delimiter);
  }

  @Override
  public Path file() {
    return file.path();
  }

  @Override
  public @Nullable String region() {
    return region;
  }

  @Override
  public String toString() {
    return file.name() + " (CSV)";
  }
}
