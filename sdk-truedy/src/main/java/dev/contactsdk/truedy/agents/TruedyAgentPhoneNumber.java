package dev.contactsdk.truedy.agents;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phone number that an agent uses. Prints its id only.
 *
 * <p>Source: Truedy, "Agents".
 *
 * @param id an opaque id
 * @param phoneNumber the number
 * @param additionalProperties what else Truedy sent; never null
 */
public record TruedyAgentPhoneNumber(
    @Nullable String id,
    @JsonProperty("phone_number") @Nullable String phoneNumber,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * No list or map is null, and none can be changed.
   *
   * @param id an opaque id
   * @param phoneNumber the number
   * @param additionalProperties what else Truedy sent; never null
   */
  public TruedyAgentPhoneNumber {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "AgentPhoneNumber[id=" + id + "]";
  }
}
