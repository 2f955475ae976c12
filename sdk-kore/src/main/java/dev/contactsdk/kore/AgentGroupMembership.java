package dev.contactsdk.kore;

import dev.contactsdk.core.json.WireName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent's place in a group.
 *
 * @param groupId the group
 * @param groupName the group's name; answered under two names
 * @param role such as {@code agent} or {@code manager}
 * @param accessLevel such as {@code full} or {@code view}
 * @param additionalProperties what this SDK does not know; never null
 */
public record AgentGroupMembership(
    @WireName({"groupId", "id"}) @Nullable String groupId,
    @WireName({"name", "groupName"}) @Nullable String groupName,
    @Nullable String role,
    @Nullable String accessLevel,
    Map<String, @Nullable Object> additionalProperties) {
  @Override
  public String toString() {
    return "AgentGroupMembership[" + "groupId=" + groupId + ", role=" + role + "]";
  }
}
