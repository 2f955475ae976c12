package dev.contactsdk.truedy.agents;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of an agent. {@code toString} shows only the id.
 *
 * <p>Source: Truedy, "Agents".
 *
 * @param id an opaque id
 * @param phoneNumber the number
 * @param additionalProperties other properties; never null
 */
public record TruedyAgentPhoneNumber(
    @Nullable String id,
    @JsonProperty("phone_number") @Nullable String phoneNumber,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id an opaque id
   * @param phoneNumber the number
   * @param additionalProperties other properties; never null
   */
  public TruedyAgentPhoneNumber {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "AgentPhoneNumber[id=" + id + "]";
  }
}
