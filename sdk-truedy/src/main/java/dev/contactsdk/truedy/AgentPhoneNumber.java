package dev.contactsdk.truedy;

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
public record AgentPhoneNumber(
    @Nullable String id,
    @Nullable String phoneNumber,
    Map<String, @Nullable Object> additionalProperties) {
  @Override
  public String toString() {
    return "AgentPhoneNumber[id=" + id + "]";
  }
}
