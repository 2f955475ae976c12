package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.kore.KoreClient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent as it is to be from now on. Kore.ai wants the whole agent, and what is left out may be
 * lost: so read it with {@link KoreAgents#get}, begin with {@link KoreAgent#toChanges()}, change,
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
   * Begins without anything; rather use {@link KoreAgent#toChanges()}.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what the agent is to be. */
  public static final class Builder extends KoreAgentBuilder<Builder> {
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
     * @param value an address that no other agent has
     * @return this builder
     */
    public Builder emailId(String value) {
      return set("emailId", value);
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
     * Sets the agent group, in place of all groups that the agent is in.
     *
     * @param groupId from {@link KoreClient#agentGroups()}
     * @return this builder
     */
    @Override
    public Builder agentGroup(String groupId) {
      String group = text("agentGroupId", groupId);
      put("agentGroups", List.of(Map.of("groupId", group, "role", "agent")));
      return super.agentGroup(groupId);
    }

    /**
     * Takes all queues away; {@link #queue} then adds some.
     *
     * @return this builder
     */
    public Builder clearQueues() {
      return put("queues", List.of());
    }

    /**
     * Takes all skills away; {@link #skill} then adds some.
     *
     * @return this builder
     */
    public Builder clearSkills() {
      return put("skills", List.of());
    }

    /**
     * Takes all languages for chats away; {@link #chatLanguage(String, String)} then adds some.
     *
     * @return this builder
     */
    public Builder clearChatLanguages() {
      return put("chatLanguageSupport", List.of());
    }

    /**
     * Takes all languages for calls away; {@link #voiceLanguage(String, String)} then adds some.
     *
     * @return this builder
     */
    public Builder clearVoiceLanguages() {
      return put("voiceLanguageSupport", List.of());
    }

    /**
     * Takes all desktop layouts away; {@link #desktopLayout} then adds some.
     *
     * @return this builder
     */
    public Builder clearDesktopLayouts() {
      return put("desktopLayouts", List.of());
    }

    /**
     * Makes the changes.
     *
     * @return the changes
     */
    public KoreAgentChanges build() {
      return new KoreAgentChanges(this);
    }
  }
}
