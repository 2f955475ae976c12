package dev.contactsdk.kore.lists;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to contacts that were sent to a contact list. Kore.ai adds them later and reports
 * nothing more: read the list to see them.
 *
 * <p>Source: Kore.ai, "Add Contacts to Contact List API".
 *
 * @param message what Kore.ai says, such as that adding is in progress
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreContactsQueued(
    @Nullable String message,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param message what Kore.ai says, such as that adding is in progress
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreContactsQueued {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreContactsQueued";
  }
}
