package dev.contactsdk.kore.lookups;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.IsoTime;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A skill of an agent.
 *
 * @param skillId the skill
 * @param id the assignment, or the skill if {@code skillId} is missing
 * @param proficiencyLevel the level
 * @param name the skill's name
 * @param userId the agent's user
 * @param skillGroupId the skill's group
 * @param skillGroupName the group's name
 * @param skillGroupColor the group's colour
 * @param createdBy the user who assigned it
 * @param accountId the account
 * @param orgId the organisation
 * @param createdAt when it was assigned
 * @param updatedAt when it was last changed
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreAgentSkill(
    @Nullable String skillId,
    @Nullable String id,
    @Nullable KoreProficiency proficiencyLevel,
    @Nullable String name,
    @Nullable String userId,
    @Nullable String skillGroupId,
    @Nullable String skillGroupName,
    @Nullable String skillGroupColor,
    @Nullable String createdBy,
    @Nullable String accountId,
    @Nullable String orgId,
    @IsoTime @Nullable Instant createdAt,
    @IsoTime @Nullable Instant updatedAt,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param skillId the skill
   * @param id the assignment, or the skill if {@code skillId} is missing
   * @param proficiencyLevel the level
   * @param name the skill's name
   * @param userId the agent's user
   * @param skillGroupId the skill's group
   * @param skillGroupName the group's name
   * @param skillGroupColor the group's colour
   * @param createdBy the user who assigned it
   * @param accountId the account
   * @param orgId the organisation
   * @param createdAt when it was assigned
   * @param updatedAt when it was last changed
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreAgentSkill {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * The skill's id, from either property.
   *
   * @return {@code skillId}, else {@code id}
   */
  public @Nullable String skill() {
    return skillId == null ? id : skillId;
  }

  @Override
  public String toString() {
    return "AgentSkill["
        + "skillId="
        + skillId
        + ", id="
        + id
        + ", proficiencyLevel="
        + proficiencyLevel
        + "]";
  }
}
