package dev.contactsdk.kore.lookups;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * <p>Source: Kore.ai, "Get Roles".
 *
 * @param id the role, an agent's {@code roleId}; missing for roles of the Admin Console
 * @param roleType {@code bot} or {@code admin}
 * @param role its name, such as {@code KoreAgent}
 * @param rDesc its description
 * @param permissions what it allows; never null
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreRole(
    @JsonProperty("_id") @JsonAlias("id") @Nullable String id,
    @Nullable String roleType,
    @JsonAlias("name") @Nullable String role,
    @JsonAlias("description") @Nullable String rDesc,
    Map<String, @Nullable Object> permissions,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the role, an agent's {@code roleId}; missing for roles of the Admin Console
   * @param roleType {@code bot} or {@code admin}
   * @param role its name, such as {@code KoreAgent}
   * @param rDesc its description
   * @param permissions what it allows; never null
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreRole {
    permissions = Unmodifiable.map(permissions);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Nullable String key() {
    return id == null ? role : id;
  }

  @Override
  public String toString() {
    return "KoreRole[" + "id=" + id + ", roleType=" + roleType + "]";
  }
}
