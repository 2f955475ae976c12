package dev.contactsdk.kore.lookups;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.Ids;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue. {@code toString} shows only the id.
 *
 * <p>Source: Kore.ai, "Get a List of Queues".
 *
 * @param id the queue
 * @param name its name
 * @param description its description
 * @param isActive whether it is active
 * @param isDefault whether it gets work without a queue
 * @param isAdvancedRoutingEnabled whether it has its own rules
 * @param orgId the organisation
 * @param createdBy the user who created it
 * @param hoursOfOperation when it is open; never null
 * @param agents its agents; never null
 * @param skills the skills that it requires; never null
 * @param agentGroups its agent groups; their shape is not documented; never null
 * @param sourceAgentGroups ids of agent groups; never null
 * @param advancedSettings its rules; never null
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreQueue(
    @JsonAlias("_id") @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable Boolean isActive,
    @Nullable Boolean isDefault,
    @Nullable Boolean isAdvancedRoutingEnabled,
    @Nullable String orgId,
    @Nullable String createdBy,
    Map<String, @Nullable Object> hoursOfOperation,
    List<KoreQueueAgent> agents,
    List<KoreAgentSkill> skills,
    List<Object> agentGroups,
    List<String> sourceAgentGroups,
    Map<String, @Nullable Object> advancedSettings,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty. A blank id becomes null.
   *
   * @param id the queue
   * @param name its name
   * @param description its description
   * @param isActive whether it is active
   * @param isDefault whether it gets work without a queue
   * @param isAdvancedRoutingEnabled whether it has its own rules
   * @param orgId the organisation
   * @param createdBy the user who created it
   * @param hoursOfOperation when it is open; never null
   * @param agents its agents; never null
   * @param skills the skills that it requires; never null
   * @param agentGroups its agent groups; their shape is not documented; never null
   * @param sourceAgentGroups ids of agent groups; never null
   * @param advancedSettings its rules; never null
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreQueue {
    id = Ids.named(id);
    hoursOfOperation = Unmodifiable.map(hoursOfOperation);
    agents = Unmodifiable.list(agents);
    skills = Unmodifiable.list(skills);
    agentGroups = Unmodifiable.list(agentGroups);
    sourceAgentGroups = Unmodifiable.list(sourceAgentGroups);
    advancedSettings = Unmodifiable.map(advancedSettings);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreQueue[" + "id=" + id + "]";
  }
}
