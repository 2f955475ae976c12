package dev.contactsdk.transfer.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of the rows that a plan refused or a target rejected: the original columns and cells,
 * and the columns {@code plan}, {@code row}, {@code reason} and {@code suggestion}. A person mends
 * it, and {@link CsvSource} reads it again without the four. If rows of it are refused again, the
 * next file has the first plan and their numbers in its source too. UTF-8 with a byte order mark,
 * so that spreadsheets show every letter; readable by its owner only, where the file system knows
 * owners. Not thread-safe.
 *
 * <p>A cell that a spreadsheet would run as a formula gets an apostrophe in front, but for numbers
 * in E.164. {@link CsvSource} takes off exactly these.
 */
public final class RejectedFile implements AutoCloseable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final CsvWriter csv;

  private RejectedFile(Path file, CsvWriter csv) {
    this.file = file;
    this.csv = csv;
  }

  /**
   * Creates the file and writes the names of its columns.
   *
   * @param file a file that is not there yet
   * @param columns the names of the source's columns
   * @return the file, to write rows to
   * @throws TransferException when the file is there, or cannot be created
   */
  public static RejectedFile create(Path file, List<String> columns) {
    try {
      Writer text =
          new BufferedWriter(Files.newBufferedWriter(newFile(file), StandardCharsets.UTF_8));
      text.write(BYTE_ORDER_MARK);
      RejectedFile created = new RejectedFile(file, CsvWriter.builder().build(text));
      created.write(columns, RejectedColumns.NAMES);
      return created;
    } catch (FileAlreadyExistsException e) {
      throw failure(file, "is there already: delete it, or choose another name", e);
    } catch (IOException e) {
      throw failure(file, "cannot be written: check its directory", e);
    }
  }

  private static Path newFile(Path file) throws IOException {
    boolean owners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return owners
        ? Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createFile(file);
  }

  /**
   * Writes a row.
   *
   * @param origin the plan that refused the row first, and the row's number in its source
   * @param cells its cells, one for each column
   * @param reason why it was refused
   * @param suggestion what to do; null if there is nothing to suggest
   * @throws TransferException when the disk is full or the file cannot be written
   */
  public void row(
      SourceRow.Origin origin, List<String> cells, String reason, @Nullable String suggestion) {
    String mend = suggestion == null ? "" : suggestion;
    write(
        cells, List.of(String.valueOf(origin.plan()), String.valueOf(origin.row()), reason, mend));
  }

  private void write(List<String> own, List<String> added) {
    List<String> record = new ArrayList<>(own);
    record.addAll(added);
    record.replaceAll(FormulaGuard::guard);
    try {
      csv.writeRecord(record);
    } catch (UncheckedIOException e) {
      throw failure(file, "cannot be written: check the disk", e);
    }
  }

  /**
   * Writes what is left and closes the file.
   *
   * @throws TransferException when the disk is full or the file cannot be written
   */
  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw failure(file, "cannot be written: check the disk", e);
    }
  }

  private static TransferException failure(Path file, String problem, Exception cause) {
    return new TransferException(Kind.INPUT, file.getFileName() + " " + problem, cause);
  }
}
