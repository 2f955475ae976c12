package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.kore.lookups.KoreQueueAgent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue that an agent serves, in any form that Kore.ai returns.
 *
 * @param id the queue
 * @param name its name
 * @param description its description
 * @param isPreferredAgent whether the agent is a preferred one, if this object says so; see {@link
 *     #isPreferred}
 * @param agents the queue's agents; never null
 * @param agentGroups the queue's groups; their shape is not documented; never null
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreAgentQueue(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable Boolean isPreferredAgent,
    List<KoreQueueAgent> agents,
    List<Object> agentGroups,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the queue
   * @param name its name
   * @param description its description
   * @param isPreferredAgent whether the agent is a preferred one, if this object says so; see
   *     {@link #isPreferred}
   * @param agents the queue's agents; never null
   * @param agentGroups the queue's groups; their shape is not documented; never null
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreAgentQueue {
    agents = Unmodifiable.list(agents);
    agentGroups = Unmodifiable.list(agentGroups);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * Whether an agent is one of the queue's preferred agents.
   *
   * @param userId the agent's user, from {@link KoreAgent#userId()}
   * @return null when the answer does not say
   */
  public @Nullable Boolean isPreferred(@Nullable String userId) {
    if (isPreferredAgent != null) {
      return isPreferredAgent;
    }
    for (KoreQueueAgent agent : agents) {
      if (agent.userId() != null && agent.userId().equals(userId)) {
        return agent.isPreferredAgent();
      }
    }
    return null;
  }

  /** This queue, with the preference set. */
  KoreAgentQueue saying(@Nullable Boolean preferred) {
    return new KoreAgentQueue(
        id, name, description, preferred, agents, agentGroups, additionalProperties);
  }

  @Override
  public String toString() {
    return "AgentQueue[" + "id=" + id + "]";
  }
}
