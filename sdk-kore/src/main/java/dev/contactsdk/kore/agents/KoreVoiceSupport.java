package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way in which an agent takes calls.
 *
 * @param type which way
 * @param isEnabled whether it is switched on
 * @param additionalProperties what this SDK does not know; never null
 */
public record KoreVoiceSupport(
    @Nullable String type,
    @Nullable Boolean isEnabled,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * No list or map is null, and none can be changed.
   *
   * @param type which way
   * @param isEnabled whether it is switched on
   * @param additionalProperties what this SDK does not know; never null
   */
  public KoreVoiceSupport {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "VoiceSupport[" + "type=" + type + ", isEnabled=" + isEnabled + "]";
  }
}
