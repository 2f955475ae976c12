package dev.contactsdk.transfer.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of JSON Lines ({@code .jsonl}, {@code .ndjson}) in UTF-8, with or without a byte order
 * mark: each line is one JSON object. Blank lines are left out. Immutable.
 *
 * <p>The columns are all names in the file, in the order in which they first appear. The file is
 * read once for them, and once for its rows. A name inside an object is {@code address.city}. An
 * array of texts or numbers becomes one text with commas; another array stays JSON. Numbers stay as
 * they are written. Null is an empty cell.
 *
 * <p>Rows have their line's number. A line that is not one object, has a name twice, is not UTF-8,
 * or is longer than 1 MB has {@link SourceRow#damage()}; the next line is read.
 */
public final class JsonLinesSource implements Source {
  private final InputFile file;
  private final @Nullable String region;

  private JsonLinesSource(InputFile file, @Nullable String region) {
    this.file = file;
    this.region = region;
  }

  /**
   * Reads a file. It is opened by {@link #open()}, not before.
   *
   * @param file the file
   * @return the source
   */
  public static JsonLinesSource of(Path file) {
    return new JsonLinesSource(new InputFile(file), null);
  }

  /**
   * Sets the region of phone numbers without a country code. Without it, every number needs one.
   *
   * @param region two letters, such as {@code IN}; null if every number has its country code
   * @return a new source
   * @throws dev.contactsdk.transfer.run.TransferException when there is no such region
   */
  public JsonLinesSource region(@Nullable String region) {
    return new JsonLinesSource(file, Region.of(region));
  }

  @Override
  public String description() {
    return file.name() + " (JSON Lines)";
  }

  @Override
  public Rows open() {
    return new JsonLinesRows(file);
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
    return description();
  }
}
