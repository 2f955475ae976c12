package dev.contactsdk.truedy.contacts;

import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.truedy.internal.Loose;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not imported. {@code toString} shows only the row number.
 *
 * <p>Source: Truedy, "Import Contacts (CSV)".
 *
 * @param row the row's number; Truedy does not say whether the header line counts; null if missing
 * @param phone the row's phone number, as in the file; null if missing
 * @param reason why it was not imported, in Truedy's words; null if missing
 */
public record ImportError(@Nullable Integer row, @Nullable String phone, @Nullable String reason)
    implements SdkRecord {
  static ImportError of(Loose row) {
    return row.isObject()
        ? new ImportError(
            row.at("row").count(),
            row.at("phone", "phone_number").text(),
            row.at("reason", "error").text())
        : new ImportError(null, null, row.text());
  }

  @Override
  public String toString() {
    return "ImportError[row=" + row + "]";
  }
}
