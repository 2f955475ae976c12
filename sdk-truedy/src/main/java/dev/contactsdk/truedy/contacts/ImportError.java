package dev.contactsdk.truedy.contacts;

import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.truedy.internal.Loose;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not imported. Prints its row number only.
 *
 * <p>Source: Truedy, "Import Contacts (CSV)".
 *
 * @param row the row's number; Truedy does not say whether the header line counts; null when it is
 *     not told
 * @param phone the row's number as it stood in the file; null when it is not told
 * @param reason why it was not imported, in Truedy's words; null when it is not told
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
