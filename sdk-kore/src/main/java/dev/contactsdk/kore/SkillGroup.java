package dev.contactsdk.kore;

import dev.contactsdk.core.json.WireName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of skills. Prints its id only.
 *
 * <p>Source: Kore.ai, "Get All Skill Groups".
 *
 * @param id the group
 * @param name its name
 * @param description its description
 * @param color its colour
 * @param additionalProperties what this SDK does not know; never null
 */
public record SkillGroup(
    @WireName({"id", "_id"}) @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String color,
    Map<String, @Nullable Object> additionalProperties) {
  @Override
  public String toString() {
    return "SkillGroup[" + "id=" + id + "]";
  }
}
