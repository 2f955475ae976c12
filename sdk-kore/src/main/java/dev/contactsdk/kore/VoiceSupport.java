package dev.contactsdk.kore;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way in which an agent takes calls.
 *
 * @param type which way
 * @param isEnabled whether it is switched on
 * @param additionalProperties what this SDK does not know; never null
 */
public record VoiceSupport(
    @Nullable String type,
    @Nullable Boolean isEnabled,
    Map<String, @Nullable Object> additionalProperties) {
  @Override
  public String toString() {
    return "VoiceSupport[" + "type=" + type + ", isEnabled=" + isEnabled + "]";
  }
}
