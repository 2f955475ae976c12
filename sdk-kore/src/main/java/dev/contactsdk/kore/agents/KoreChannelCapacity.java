package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent's capacity for one channel.
 *
 * @param isEnabled whether the agent takes this channel
 * @param totalCapacity the total capacity
 * @param usedCapacity the capacity in use
 * @param availableCapacity the remaining capacity
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreChannelCapacity(
    @Nullable Boolean isEnabled,
    @Nullable Integer totalCapacity,
    @Nullable Integer usedCapacity,
    @Nullable Integer availableCapacity,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param isEnabled whether the agent takes this channel
   * @param totalCapacity the total capacity
   * @param usedCapacity the capacity in use
   * @param availableCapacity the remaining capacity
   * @param additionalProperties properties that this SDK does not know; never null
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
