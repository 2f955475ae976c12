package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.IsoTime;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact in a contact list. It is not one of the contact centre's contacts and has its own id.
 * Only the phone number is documented; the list's other columns are in {@code
 * additionalProperties}. {@code toString} shows only the id.
 *
 * <p>Sources: Kore.ai, "Get All Contacts of a Contact List", "Get All Contacts of a Contact List
 * v2".
 *
 * @param id the contact, such as {@code cc-…}
 * @param phoneNumber the number, in the form that it was added in; Kore.ai does not document
 *     another
 * @param createdAt when it was added
 * @param updatedAt when it was last changed
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreListContact(
    @JsonAlias("_id") @Nullable String id,
    @Nullable String phoneNumber,
    @IsoTime @Nullable Instant createdAt,
    @IsoTime @Nullable Instant updatedAt,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the contact, such as {@code cc-…}
   * @param phoneNumber the number, in the form that it was added in; Kore.ai does not document
   *     another
   * @param createdAt when it was added
   * @param updatedAt when it was last changed
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreListContact {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreListContact[" + "id=" + id + "]";
  }
}
