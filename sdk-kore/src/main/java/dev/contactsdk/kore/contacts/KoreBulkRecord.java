package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.kore.internal.KoreErrors;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One contact's result in a bulk operation. {@code toString} shows only the id. Kore.ai does not
 * document what a failed record shows, so it may not tell which contact of the request it is.
 *
 * @param id the contact; null if Kore.ai does not return it here
 * @param contact the changed contact; null after a delete
 * @param additionalProperties all other properties, including the reason of a failure, which is not
 *     documented; never null
 */
public record KoreBulkRecord(
    @JsonAlias({"_id", "contactId"}) @Nullable String id,
    @Nullable KoreContact contact,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the contact; null if Kore.ai does not return it here
   * @param contact the changed contact; null after a delete
   * @param additionalProperties all other properties, including the reason of a failure, which is
   *     not documented; never null
   */
  public KoreBulkRecord {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * The contact's id, from the record or its contact.
   *
   * @return the record's own id, else its contact's; null if both are missing
   */
  public @Nullable String contactId() {
    return id != null || contact == null ? id : contact.id();
  }

  /**
   * Why the operation failed for this contact. Kore.ai does not document the shape of a failed
   * record: this reads those of its errors. Not masked: it may quote what was sent.
   *
   * @return in Kore.ai's words; null when there are none
   */
  public @Nullable String reason() {
    return KoreErrors.ofRecord(additionalProperties).message();
  }

  /**
   * Whether the words of a failure say that another contact has the number.
   *
   * @return false also when there are no words
   */
  @JsonIgnore
  public boolean isNumberTaken() {
    return KoreErrors.ofRecord(additionalProperties).kind() == ErrorKind.CONFLICT;
  }

  boolean isAbout(String wanted) {
    return wanted.equals(contactId()) || holds(additionalProperties, wanted);
  }

  private static boolean holds(@Nullable Object value, String wanted) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(entry -> holds(entry, wanted));
    }
    if (value instanceof Iterable<?> elements) {
      for (Object element : elements) {
        if (holds(element, wanted)) {
          return true;
        }
      }
    }
    return wanted.equals(value);
  }

  @Override
  public String toString() {
    return "KoreBulkRecord[id=" + contactId() + "]";
  }
}
