package dev.contactsdk.kore.lookups;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A skill that an agent may have. {@code toString} shows only the id.
 *
 * <p>Source: Kore.ai, "Get All Skills from a Skill Group".
 *
 * @param id the skill, an agent's {@code skillId}
 * @param name its name
 * @param description its description
 * @param agents how many agents have it
 * @param skillGroupId its group
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreSkill(
    @JsonAlias({"_id", "skillId"}) @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable Integer agents,
    @Nullable String skillGroupId,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the skill, an agent's {@code skillId}
   * @param name its name
   * @param description its description
   * @param agents how many agents have it
   * @param skillGroupId its group
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreSkill {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "Skill[" + "id=" + id + "]";
  }
}
