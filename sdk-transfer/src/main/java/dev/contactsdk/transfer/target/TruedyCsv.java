package dev.contactsdk.transfer.target;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.contactsdk.core.spi.Likeness;
import dev.contactsdk.core.spi.MaskedWords;
import dev.contactsdk.core.spi.SentNumber;
import dev.contactsdk.truedy.contacts.ImportError;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a CSV file for Truedy's import, and what its answer says about them. The page documents
 * the columns {@code phone}, {@code name} and {@code email}; any other becomes a custom field.
 *
 * <p>Source: Truedy, "Import Contacts (CSV)".
 */
final class TruedyCsv {
  static final String FILE = "contacts.csv";

  private static final Set<String> KNOWN =
      Set.of(Fields.PHONE, Fields.FIRST_NAME, Fields.LAST_NAME, Fields.EMAIL);

  private TruedyCsv() {}

  /** A row of the file. */
  record Row(String phone, String name, String email) {
    @Override
    public String toString() {
      return "Row";
    }
  }

  /** Checks the row as a single create does, because the file is not checked again. */
  static Row row(Write write) {
    Values.refuseOthers(TruedyWrites.NAME, write, KNOWN, false);
    NewTruedyContact checked = TruedyWrites.contact(write, null);
    String name = Names.whole(write.fields());
    String email = checked.properties().get("email") instanceof String given ? given : "";
    return new Row(write.fields().getOrDefault(Fields.PHONE, ""), name == null ? "" : name, email);
  }

  /** UTF-8 without a byte order mark. */
  static byte[] file(List<Row> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes, StandardCharsets.UTF_8)) {
      csv.writeRecord("phone", "name", "email");
      rows.forEach(row -> csv.writeRecord(row.phone(), row.name(), row.email()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory has no failures.
    }
    return bytes.toByteArray();
  }

  /**
   * A row is rejected if an error names its number and no other row has it. The answer has no ids,
   * so nothing proves that the others were created. If it skipped all, their numbers are taken,
   * perhaps by contacts of another folder.
   */
  static List<RowAnswer> verdicts(ImportResult result, List<Row> rows) {
    List<RowAnswer> verdicts = new ArrayList<>();
    boolean noneWritten = result.imported() + result.updated() + result.errorCount() == 0;
    RowAnswer other =
        noneWritten && result.skipped() == rows.size()
            ? RowAnswer.taken(
                "Truedy's import skipped the row, as it does where the number is there")
            : RowAnswer.unknown("an import's answer has no ids");
    rows.forEach(row -> verdicts.add(other));
    for (ImportError error : result.errors()) {
      int place = place(error.phone(), rows);
      if (place >= 0) {
        verdicts.set(place, RowAnswer.rejected(reason(error, rows.get(place))));
      }
    }
    return verdicts;
  }

  private static int place(@Nullable String phone, List<Row> rows) {
    int place = -1;
    for (int i = 0; phone != null && i < rows.size(); i++) {
      String sent = rows.get(i).phone();
      if (phone.equals(sent) || SentNumber.of(sent).compare(phone) == Likeness.SAME) {
        if (place >= 0) {
          return -1;
        }
        place = i;
      }
    }
    return place;
  }

  /** The file's values are personal, and the SDK does not know them. */
  private static String reason(ImportError error, Row row) {
    String said = MaskedWords.of(error.reason(), values(row));
    return said == null ? "Truedy lists it as an error, without a reason" : said;
  }

  private static List<String> values(Row row) {
    return List.of(row.phone(), row.name(), row.email());
  }

  /** An answer that quotes any row of the file, masked. */
  static WriteAnswer masked(WriteAnswer answer, List<Row> rows) {
    if (answer instanceof WriteAnswer.Refused refused) {
      return new WriteAnswer.Refused(
          masked(refused.reason(), rows), refused.taken(), refused.requestId());
    }
    if (answer instanceof WriteAnswer.Lost lost) {
      return new WriteAnswer.Lost(masked(lost.reason(), rows), lost.requestId());
    }
    if (answer instanceof WriteAnswer.NotSent notSent) {
      return new WriteAnswer.NotSent(
          masked(notSent.reason(), rows), notSent.retryAfter(), notSent.limited());
    }
    if (answer instanceof WriteAnswer.TooLarge tooLarge) {
      return new WriteAnswer.TooLarge(masked(tooLarge.reason(), rows));
    }
    return answer instanceof WriteAnswer.Denied denied
        ? new WriteAnswer.Denied(masked(denied.reason(), rows))
        : answer;
  }

  private static String masked(String reason, List<Row> rows) {
    List<List<String>> values = rows.stream().map(TruedyCsv::values).toList();
    String masked = MaskedWords.of(reason, values);
    return masked == null ? reason : masked;
  }
}
