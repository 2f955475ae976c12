package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way for an agent to take calls.
 *
 * @param type the kind
 * @param isEnabled whether it is switched on
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreVoiceSupport(
    @Nullable String type,
    @Nullable Boolean isEnabled,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param type the kind
   * @param isEnabled whether it is switched on
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreVoiceSupport {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "VoiceSupport[" + "type=" + type + ", isEnabled=" + isEnabled + "]";
  }
}
