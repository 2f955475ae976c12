package dev.contactsdk.kore.contacts;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One contact's part in the result of an operation on several. Prints its id only.
 *
 * @param id the contact; null where Kore.ai does not say it here
 * @param contact the changed contact; null after a delete
 * @param additionalProperties all else. What a failed record holds is not documented, so the reason
 *     is here, as Kore.ai sent it; never null
 */
public record KoreBulkRecord(
    @JsonAlias({"_id", "contactId"}) @Nullable String id,
    @Nullable KoreContact contact,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * No list or map is null, and none can be changed.
   *
   * @param id the contact; null where Kore.ai does not say it here
   * @param contact the changed contact; null after a delete
   * @param additionalProperties all else. What a failed record holds is not documented, so the
   *     reason is here, as Kore.ai sent it; never null
   */
  public KoreBulkRecord {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * The contact's id, wherever in this record it is.
   *
   * @return the record's own id, else its contact's; null when neither is there
   */
  public @Nullable String contactId() {
    return id != null || contact == null ? id : contact.id();
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
