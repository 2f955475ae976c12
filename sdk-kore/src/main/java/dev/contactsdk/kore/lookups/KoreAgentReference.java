package dev.contactsdk.kore.lookups;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent that serves a queue. {@code toString} shows only the ids.
 *
 * <p>Source: Kore.ai, "Get a List of Agents or Queues".
 *
 * @param id the agent ({@code a-…})
 * @param userId the agent's user
 * @param name first and last name
 * @param profImage the picture's name
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreAgentReference(
    @JsonAlias({"aId", "_id", "agentId"}) @Nullable String id,
    @Nullable String userId,
    @Nullable String name,
    @Nullable String profImage,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the agent ({@code a-…})
   * @param userId the agent's user
   * @param name first and last name
   * @param profImage the picture's name
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreAgentReference {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreAgentReference[" + "id=" + id + ", userId=" + userId + "]";
  }
}
