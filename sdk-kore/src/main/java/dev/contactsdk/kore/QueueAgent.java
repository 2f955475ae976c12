package dev.contactsdk.kore;

import dev.contactsdk.core.json.WireName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent of a queue.
 *
 * @param userId the agent's user
 * @param id the agent, where it is answered
 * @param isPreferredAgent whether it is a preferred agent
 * @param additionalProperties what this SDK does not know; never null
 */
public record QueueAgent(
    @Nullable String userId,
    @WireName({"id", "aId", "_id", "agentId"}) @Nullable String id,
    @Nullable Boolean isPreferredAgent,
    Map<String, @Nullable Object> additionalProperties) {
  @Override
  public String toString() {
    return "QueueAgent["
        + "userId="
        + userId
        + ", id="
        + id
        + ", isPreferredAgent="
        + isPreferredAgent
        + "]";
  }
}
