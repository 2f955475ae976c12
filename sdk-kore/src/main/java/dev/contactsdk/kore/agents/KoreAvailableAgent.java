package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent in an availability list. {@code toString} shows only the id.
 *
 * <p>Source: Kore.ai, "Check Agent Availability Status".
 *
 * @param id the agent
 * @param userId the agent's user
 * @param firstName the first name
 * @param lastName the last name
 * @param emailId the e-mail address
 * @param customId the application's own id
 * @param phoneNumber the phone number
 * @param isDigitalEnabled whether the agent takes chats and messages
 * @param channelCapacity by channel: {@code liveChat}, {@code messaging}, {@code email}, {@code
 *     voice}, {@code voiceMail}; never null
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreAvailableAgent(
    @JsonProperty("_id") @JsonAlias({"id", "aId", "agentId"}) @Nullable String id,
    @Nullable String userId,
    @Nullable String firstName,
    @Nullable String lastName,
    @JsonAlias("email") @Nullable String emailId,
    @Nullable String customId,
    @Nullable String phoneNumber,
    @Nullable Boolean isDigitalEnabled,
    Map<String, KoreChannelCapacity> channelCapacity,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the agent
   * @param userId the agent's user
   * @param firstName the first name
   * @param lastName the last name
   * @param emailId the e-mail address
   * @param customId the application's own id
   * @param phoneNumber the phone number
   * @param isDigitalEnabled whether the agent takes chats and messages
   * @param channelCapacity by channel: {@code liveChat}, {@code messaging}, {@code email}, {@code
   *     voice}, {@code voiceMail}; never null
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreAvailableAgent {
    channelCapacity = Unmodifiable.map(channelCapacity);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "AvailableAgent[" + "id=" + id + "]";
  }
}
