package dev.contactsdk.kore.agents;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.kore.lookups.KoreQueueAgent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue that an agent serves, in any of the forms that Kore.ai answers.
 *
 * @param id the queue
 * @param name its name
 * @param description its description
 * @param isPreferredAgent whether the agent is a preferred one, where that is said here; see {@link
 *     #isPreferred}
 * @param agents the queue's agents; never null
 * @param agentGroups the queue's groups, of undocumented shape; never null
 * @param additionalProperties what this SDK does not know; never null
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
   * No list or map is null, and none can be changed.
   *
   * @param id the queue
   * @param name its name
   * @param description its description
   * @param isPreferredAgent whether the agent is a preferred one, where that is said here; see
   *     {@link #isPreferred}
   * @param agents the queue's agents; never null
   * @param agentGroups the queue's groups, of undocumented shape; never null
   * @param additionalProperties what this SDK does not know; never null
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

  /** This queue, which says so itself. */
  KoreAgentQueue saying(@Nullable Boolean preferred) {
    return new KoreAgentQueue(
        id, name, description, preferred, agents, agentGroups, additionalProperties);
  }

  @Override
  public String toString() {
    return "AgentQueue[" + "id=" + id + "]";
  }
}
