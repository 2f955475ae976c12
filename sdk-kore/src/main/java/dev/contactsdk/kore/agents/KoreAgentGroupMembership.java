package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent's place in a group.
 *
 * @param groupId the group
 * @param groupName the group's name: {@code groupName} in a list of agents, {@code name} in a
 *     single agent; sent back as {@code name}
 * @param role such as {@code agent} or {@code manager}
 * @param accessLevel such as {@code full} or {@code view}
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreAgentGroupMembership(
    @JsonAlias("id") @Nullable String groupId,
    @JsonProperty("name") @JsonAlias("groupName") @Nullable String groupName,
    @Nullable String role,
    @Nullable String accessLevel,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param groupId the group
   * @param groupName the group's name: {@code groupName} in a list of agents, {@code name} in a
   *     single agent; sent back as {@code name}
   * @param role such as {@code agent} or {@code manager}
   * @param accessLevel such as {@code full} or {@code view}
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreAgentGroupMembership {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "AgentGroupMembership[" + "groupId=" + groupId + ", role=" + role + "]";
  }
}
