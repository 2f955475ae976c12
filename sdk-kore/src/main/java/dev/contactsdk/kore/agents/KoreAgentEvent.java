package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.IsoTime;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that an agent did. {@code toString} shows no address.
 *
 * @param type such as {@code entry}
 * @param at when; a time without a zone is read as UTC
 * @param ip the IP address
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreAgentEvent(
    @Nullable String type,
    @IsoTime @Nullable Instant at,
    @Nullable String ip,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param type such as {@code entry}
   * @param at when; a time without a zone is read as UTC
   * @param ip the IP address
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreAgentEvent {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreAgentEvent[" + "type=" + type + ", at=" + at + "]";
  }
}
