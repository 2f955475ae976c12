package dev.contactsdk.kore.lookups;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of skills. {@code toString} shows only the id.
 *
 * <p>Source: Kore.ai, "Get All Skill Groups".
 *
 * @param id the group
 * @param name its name
 * @param description its description
 * @param color its colour
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreSkillGroup(
    @JsonAlias("_id") @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String color,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the group
   * @param name its name
   * @param description its description
   * @param color its colour
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreSkillGroup {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "SkillGroup[" + "id=" + id + "]";
  }
}
