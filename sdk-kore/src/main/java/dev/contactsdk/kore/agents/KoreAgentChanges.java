package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.kore.KoreClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The new state of an agent. Kore.ai requires the whole agent and may lose fields that are missing.
 * Read the agent with {@link KoreAgents#get}, start from {@link KoreAgent#toChanges()}, change it,
 * and send it back. Immutable.
 *
 * <p>Source: Kore.ai, "Update a Specific Agent".
 */
public final class KoreAgentChanges extends RequestObject {
  static final List<String> REQUIRED =
      List.of(
          "id",
          "userId",
          "accountId",
          "orgId",
          "iId",
          "emailId",
          "firstName",
          "lastName",
          "roleId",
          "agentGroupId");

  private static final String GROUP_ID = "groupId";
  private static final Set<String> KEPT = Set.of("role", "accessLevel");
  private static final String[] OUT_OF_DATE = {
    "onlineStatus", "onlineStatusType", "prevStatus", "prevStatusType", "lastOnlineAt", "updatedAt"
  };
  private static final String[] MADE_OF_NAMES = {"fullName", "lFullName", "name"};

  private KoreAgentChanges(Builder builder) {
    super(builder);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private KoreAgentChanges(Map<String, @Nullable Object> written) {
    super(written);
  }

  /**
   * Creates an empty builder; prefer {@link KoreAgent#toChanges()}.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the agent's new state. */
  public static final class Builder extends KoreAgentUpdateBuilder<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    Builder read(KoreAgent agent) {
      putRead(agent).leaveOut(OUT_OF_DATE).leaveOut("createDefaultLayoutAndAssign");
      if (!agent.queues().isEmpty()) {
        put("queues", queues(agent));
      }
      if (agent.agentGroupId() == null && !agent.agentGroups().isEmpty()) {
        put("agentGroupId", agent.agentGroups().get(0).groupId());
      }
      return this;
    }

    private static List<KoreAgentQueue> queues(KoreAgent agent) {
      return agent.queues().stream()
          .map(queue -> queue.saying(queue.isPreferred(agent.userId())))
          .toList();
    }

    /**
     * Sets the e-mail address.
     *
     * @param value an address that no other agent has: text with one @ and no spaces
     * @return this builder
     * @throws dev.contactsdk.core.error.InvalidRequestException when it is null or not such an
     *     address
     */
    public Builder emailId(String value) {
      return set("emailId", checkedEmail(given("emailId", value)));
    }

    /**
     * Sets the first name.
     *
     * @param value the name
     * @return this builder
     */
    public Builder firstName(String value) {
      return leaveOut(MADE_OF_NAMES).set("firstName", value);
    }

    /**
     * Sets the last name.
     *
     * @param value the name
     * @return this builder
     */
    public Builder lastName(String value) {
      return leaveOut(MADE_OF_NAMES).set("lastName", value);
    }

    /**
     * Sets the role.
     *
     * @param roleId from {@link KoreClient#roles()}
     * @return this builder
     */
    public Builder role(String roleId) {
      return leaveOut("role").set("roleId", roleId);
    }

    /**
     * Sets the agent group, in place of all current groups. The agent stays in it what it was: its
     * membership in that group is kept, else role and access level of its group so far. Without
     * one, its role is {@link KoreAgentGroupRole#AGENT}.
     *
     * @param groupId from {@link KoreClient#agentGroups()}
     * @return this builder
     */
    @Override
    public Builder agentGroup(String groupId) {
      String group = text("agentGroupId", groupId);
      Map<String, @Nullable Object> membership = new LinkedHashMap<>();
      membership.put(GROUP_ID, group);
      membership.put("role", KoreAgentGroupRole.AGENT);
      Map<?, ?> before = membership(group);
      boolean stays = group.equals(before.get(GROUP_ID));
      before.forEach(
          (name, value) -> {
            if (stays || KEPT.contains(name)) {
              membership.put(String.valueOf(name), value);
            }
          });
      put("agentGroups", List.of(membership));
      return super.agentGroup(group);
    }

    /** The membership in this group, else in the main one, else in the first, else an empty one. */
    private Map<?, ?> membership(String groupId) {
      List<Map<?, ?>> groups = groups();
      return Stream.of(groupId, String.valueOf(present("agentGroupId")))
          .flatMap(id -> groups.stream().filter(one -> id.equals(one.get(GROUP_ID))))
          .findFirst()
          .orElseGet(() -> groups.isEmpty() ? Map.of() : groups.get(0));
    }

    private List<Map<?, ?>> groups() {
      List<Map<?, ?>> groups = new ArrayList<>();
      if (present("agentGroups") instanceof List<?> all) {
        all.stream().filter(Map.class::isInstance).forEach(one -> groups.add((Map<?, ?>) one));
      }
      return groups;
    }

    /**
     * Sets the agent group, in place of all current groups, and the agent's role in it. The access
     * level stays if the agent is in that group already; otherwise none is sent.
     *
     * @param groupId from {@link KoreClient#agentGroups()}
     * @param role the role
     * @return this builder
     */
    public Builder agentGroup(String groupId, KoreAgentGroupRole role) {
      String group = text("agentGroupId", groupId);
      put("agentGroups", groups().stream().filter(one -> group.equals(one.get(GROUP_ID))).toList());
      return super.agentGroup(group).inGroup(group, role);
    }

    /**
     * Adds a group, or changes the agent's role in one that it has. Its access level there and the
     * other groups stay.
     *
     * @param groupId from {@link KoreClient#agentGroups()}
     * @param role the role
     * @return this builder
     */
    public Builder inGroup(String groupId, KoreAgentGroupRole role) {
      String group = text("groupId", groupId);
      given("role", role);
      return addOrChange("agentGroups", GROUP_ID, Map.of(GROUP_ID, group, "role", role));
    }

    /**
     * Removes all queues; {@link #queue} adds new ones.
     *
     * @return this builder
     */
    public Builder clearQueues() {
      return put("queues", List.of());
    }

    /**
     * Removes all skills; {@link #skill} adds new ones.
     *
     * @return this builder
     */
    public Builder clearSkills() {
      return put("skills", List.of());
    }

    /**
     * Removes all languages for chats; {@link #chatLanguage(String, String)} adds new ones.
     *
     * @return this builder
     */
    public Builder clearChatLanguages() {
      return put("chatLanguageSupport", List.of());
    }

    /**
     * Removes all languages for calls; {@link #voiceLanguage(String, String)} adds new ones.
     *
     * @return this builder
     */
    public Builder clearVoiceLanguages() {
      return put("voiceLanguageSupport", List.of());
    }

    /**
     * Removes all desktop layouts; {@link #desktopLayout} adds new ones.
     *
     * @return this builder
     */
    public Builder clearDesktopLayouts() {
      return put("desktopLayouts", List.of());
    }

    /**
     * Builds the changes.
     *
     * @return the changes
     */
    public KoreAgentChanges build() {
      return new KoreAgentChanges(this);
    }
  }
}
