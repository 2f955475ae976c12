package dev.contactsdk.kore;

import dev.contactsdk.core.json.WireName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * <p>Source: Kore.ai, "Get Roles".
 *
 * @param id the role, an agent's {@code roleId}; not answered for roles of the Admin Console
 * @param roleType {@code bot} or {@code admin}
 * @param role its name, such as {@code Agent}
 * @param rDesc its description
 * @param permissions what it allows; never null
 * @param additionalProperties what this SDK does not know; never null
 */
public record KoreRole(
    @WireName({"_id", "id"}) @Nullable String id,
    @Nullable String roleType,
    @WireName({"role", "name"}) @Nullable String role,
    @WireName({"rDesc", "description"}) @Nullable String rDesc,
    Map<String, @Nullable Object> permissions,
    Map<String, @Nullable Object> additionalProperties) {

  @Nullable String key() {
    return id == null ? role : id;
  }

  @Override
  public String toString() {
    return "KoreRole[" + "id=" + id + ", roleType=" + roleType + "]";
  }
}
