package dev.contactsdk.kore.lookups;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.Ids;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent of a queue.
 *
 * @param userId the agent's user
 * @param id the agent; may be missing
 * @param isPreferredAgent whether it is a preferred agent
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreQueueAgent(
    @Nullable String userId,
    @JsonAlias({"aId", "_id", "agentId"}) @Nullable String id,
    @Nullable Boolean isPreferredAgent,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty. A blank id becomes null.
   *
   * @param userId the agent's user
   * @param id the agent; may be missing
   * @param isPreferredAgent whether it is a preferred agent
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreQueueAgent {
    id = Ids.named(id);
    userId = Ids.named(userId);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

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
