package dev.contactsdk.kore;

import dev.contactsdk.core.json.WireName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent in a list by availability. Prints its id only.
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
 * @param additionalProperties what this SDK does not know; never null
 */
public record AvailableAgent(
    @WireName({"_id", "id", "aId", "agentId"}) @Nullable String id,
    @Nullable String userId,
    @Nullable String firstName,
    @Nullable String lastName,
    @WireName({"emailId", "email"}) @Nullable String emailId,
    @Nullable String customId,
    @Nullable String phoneNumber,
    @Nullable Boolean isDigitalEnabled,
    Map<String, ChannelCapacity> channelCapacity,
    Map<String, @Nullable Object> additionalProperties) {
  @Override
  public String toString() {
    return "AvailableAgent[" + "id=" + id + "]";
  }
}
