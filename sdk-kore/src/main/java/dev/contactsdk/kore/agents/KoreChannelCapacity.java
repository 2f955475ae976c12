package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of a channel's work an agent can take.
 *
 * @param isEnabled whether the agent takes it at all
 * @param totalCapacity how much at once
 * @param usedCapacity how much is taken
 * @param availableCapacity how much is left
 * @param additionalProperties what this SDK does not know; never null
 */
public record KoreChannelCapacity(
    @Nullable Boolean isEnabled,
    @Nullable Integer totalCapacity,
    @Nullable Integer usedCapacity,
    @Nullable Integer availableCapacity,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * No list or map is null, and none can be changed.
   *
   * @param isEnabled whether the agent takes it at all
   * @param totalCapacity how much at once
   * @param usedCapacity how much is taken
   * @param availableCapacity how much is left
   * @param additionalProperties what this SDK does not know; never null
   */
  public KoreChannelCapacity {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "ChannelCapacity["
        + "isEnabled="
        + isEnabled
        + ", totalCapacity="
        + totalCapacity
        + ", usedCapacity="
        + usedCapacity
        + ", availableCapacity="
        + availableCapacity
        + "]";
  }
}
