package dev.contactsdk.truedy.contacts;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.truedy.internal.Loose;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not imported. {@code toString} shows only the row number.
 *
 * <p>Source: Truedy, "Import Contacts (CSV)".
 *
 * @param row the row's number; Truedy does not say whether the header line counts; null if missing
 * @param phone the row's phone number, as in the file; null if missing
 * @param reason why it was not imported, in Truedy's words; null if missing
 * @param additionalProperties other properties, and values of an unexpected type; never null
 */
public record ImportError(
    @Nullable Integer row,
    @Nullable String phone,
    @Nullable String reason,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param row the row's number; Truedy does not say whether the header line counts; null if
   *     missing
   * @param phone the row's phone number, as in the file; null if missing
   * @param reason why it was not imported, in Truedy's words; null if missing
   * @param additionalProperties other properties, and values of an unexpected type; never null
   */
  public ImportError {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  static ImportError of(Loose row) {
    return row.isObject()
        ? new ImportError(
            row.at("row").count(),
            row.at("phone", "phone_number").text(),
            row.at("reason", "error").text(),
            others(row))
        : new ImportError(null, null, row.text(), Map.of());
  }

  private static Map<String, @Nullable Object> others(Loose row) {
    Map<String, @Nullable Object> others = row.members();
    others.entrySet().removeIf(one -> isRead(one.getKey(), new Loose(one.getValue())));
    return others;
  }

  /** Also when it is null: the result says so. */
  private static boolean isRead(String name, Loose value) {
    boolean isNull = value.value() == null;
    return switch (name) {
      case "row" -> isNull || value.count() != null;
      case "phone", "phone_number", "reason", "error" -> isNull || value.text() != null;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return "ImportError[row=" + row + "]";
  }
}
