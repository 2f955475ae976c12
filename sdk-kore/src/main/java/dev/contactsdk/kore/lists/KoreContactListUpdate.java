package dev.contactsdk.kore.lists;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a changed contact list. It repeats the change; it is not the list. Get the list to
 * see its state.
 *
 * <p>Sources: Kore.ai, "Update Contact List", "Update Contact List v2".
 *
 * @param id the list
 * @param body what was changed
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreContactListUpdate(
    @JsonAlias({"contactListId", "_id"}) @Nullable String id,
    @Nullable KoreContactListEcho body,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the list
   * @param body what was changed
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreContactListUpdate {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreContactListUpdate[" + "id=" + id + "]";
  }
}
