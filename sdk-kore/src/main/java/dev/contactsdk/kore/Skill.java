package dev.contactsdk.kore;

import dev.contactsdk.core.json.WireName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A skill that an agent may have. Prints its id only.
 *
 * <p>Source: Kore.ai, "Get All Skills from a Skill Group".
 *
 * @param id the skill, an agent's {@code skillId}
 * @param name its name
 * @param description its description
 * @param agents how many agents have it
 * @param skillGroupId its group
 * @param additionalProperties what this SDK does not know; never null
 */
public record Skill(
    @WireName({"id", "_id", "skillId"}) @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable Integer agents,
    @Nullable String skillGroupId,
    Map<String, @Nullable Object> additionalProperties) {
  @Override
  public String toString() {
    return "Skill[" + "id=" + id + "]";
  }
}
