package dev.contactsdk.transfer.source;

import dev.contactsdk.transfer.run.TransferException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet (XLSX). The first row with text has the names of the columns. Immutable.
 *
 * <p>Without {@link #sheet}, the first visible sheet is read, with its hidden rows. Rows are
 * numbered as the spreadsheet numbers them; rows without any text are left out. Names of columns
 * follow the rules of {@link CsvSource}, as does a file of refused rows that was saved as XLSX.
 *
 * <ul>
 *   <li>Numbers come as plain digits, with the plus and the leading zeros that their format shows.
 *       One with more than 15 digits has lost some in the spreadsheet; it comes as a power of ten,
 *       such as {@code 9.19876543210123E+18}, and is refused as a phone number.
 *   <li>Dates and times come as ISO 8601, such as {@code 2026-01-31}.
 *   <li>Formulas come as the values that were saved with them. A row with an error, with a formula
 *       that was never calculated, or with a cell that has no column has {@link
 *       SourceRow#damage()}.
 * </ul>
 *
 * <p>Rows stream. Shared texts stay in memory, so a file with more than a quarter of the heap, and
 * at most 256 MB, of them is refused. So are sheets of more than 8 GB when unpacked, and texts
 * beyond a spreadsheet's own limit of 32,767 characters. To know that, the file is read once before
 * its first row.
 */
public final class XlsxSource implements Source {
  private static final long MOST_TEXTS = 256L << 20;

  private final InputFile file;
  private final @Nullable String region;
  private final @Nullable String sheet;
  private final long largestTexts;

  private XlsxSource(
      InputFile file, @Nullable String region, @Nullable String sheet, long largestTexts) {
    this.file = file;
    this.region = region;
    this.sheet = sheet;
    this.largestTexts = largestTexts;
  }

  /**
   * Reads a file. It is opened by {@link #open()}, not before.
   *
   * @param file the file
   * @return the source
   */
  public static XlsxSource of(Path file) {
    long most = Math.min(MOST_TEXTS, Runtime.getRuntime().maxMemory() / 4);
    return new XlsxSource(new InputFile(file), null, null, most);
  }

  /**
   * Sets the region of phone numbers without a country code. Without it, every number needs one.
   *
   * @param region two letters, such as {@code IN}; null if every number has its country code
   * @return a new source
   * @throws TransferException when there is no such region
   */
  public XlsxSource region(@Nullable String region) {
    return new XlsxSource(file, Region.of(region), sheet, largestTexts);
  }

  /**
   * Sets the sheet. Without it, the first visible one is read.
   *
   * @param name its name, as the spreadsheet shows it
   * @return a new source
   */
  public XlsxSource sheet(String name) {
    return new XlsxSource(file, region, Objects.requireNonNull(name, "name"), largestTexts);
  }

  /** For tests of the limit. */
  XlsxSource largestTexts(long bytes) {
    return new XlsxSource(file, region, sheet, bytes);
  }

  /**
   * What is read and how, such as {@code people.xlsx (XLSX, sheet 'Customers')}. Reads the file.
   *
   * @return the name alone if the file cannot be read
   */
  @Override
  public String description() {
    try (XlsxRows rows = rows()) {
      String refused = rows.isRejectedFile() ? ", rows of an earlier plan" : "";
      return file.name() + " (XLSX, sheet '" + rows.sheetName() + "'" + refused + ")";
    } catch (TransferException e) {
      return toString();
    }
  }

  @Override
  public Rows open() {
    return rows();
  }

  private XlsxRows rows() {
    return new XlsxRows(file, sheet, largestTexts);
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
    return file.name() + " (XLSX)";
  }
}
