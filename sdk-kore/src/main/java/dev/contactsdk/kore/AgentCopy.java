package dev.contactsdk.kore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent that was read, as it is sent back: without what only the server sets. */
record AgentCopy(Agent agent) {

  AgentChanges.Builder changes() {
    AgentChanges.Builder copy = AgentChanges.builder();
    identity(copy);
    work(copy);
    return lists(copy);
  }

  private void identity(AgentChanges.Builder copy) {
    copy.copy("id", agent.id())
        .copy("userId", agent.userId())
        .copy("accountId", agent.accountId())
        .copy("orgId", agent.orgId())
        .copy("iId", agent.iId())
        .copy("emailId", agent.emailId())
        .copy("firstName", agent.firstName())
        .copy("lastName", agent.lastName())
        .copy("nickName", agent.nickName())
        .copy("phoneNumber", agent.phoneNumber())
        .copy("customId", agent.customId())
        .copy("roleId", agent.roleId())
        .copy("agentGroupId", groupId())
        .copy("status", agent.status())
        .copy("isAccountOwner", agent.isAccountOwner())
        .copy("profImage", agent.profImage())
        .copy("createdBy", agent.createdBy())
        .copy("createdByAId", agent.createdByAId());
  }

  private void work(AgentChanges.Builder copy) {
    copy.copy("canSupportChat", agent.canSupportChat())
        .copy("canSupportCase", agent.canSupportCase())
        .copy("canSupportVoice", agent.canSupportVoice())
        .copy("canSupportVoiceMail", agent.canSupportVoiceMail())
        .copy("maxChatSupport", agent.maxChatSupport())
        .copy("maxCaseSupport", agent.maxCaseSupport())
        .copy("maxTaskSupport", agent.maxTaskSupport())
        .copy("maxVoiceMailSupport", agent.maxVoiceMailSupport())
        .copy("maxDigitalConvoLimit", agent.maxDigitalConvoLimit())
        .copy("maxDigitalChatSupport", agent.maxDigitalChatSupport())
        .copy("maxEmailChatSupport", agent.maxEmailChatSupport())
        .copy("maxMessagingChatSupport", agent.maxMessagingChatSupport())
        .copy("attachmentsEnabled", agent.attachmentsEnabled())
        .copy("emojisEnabled", agent.emojisEnabled())
        .copy("agentAffinity", agent.agentAffinity())
        .copy("internalChatPermission", agent.internalChatPermission())
        .copy("markedAutoAway", agent.markedAutoAway())
        .copy("hoursOfOperationId", agent.hoursOfOperationId())
        .copy("callRegion", agent.callRegion())
        .copy("preferences", agent.preferences().isEmpty() ? null : agent.preferences());
  }

  private AgentChanges.Builder lists(AgentChanges.Builder copy) {
    return copy.copyAll("agentGroups", agent.agentGroups().stream().map(AgentCopy::group).toList())
        .copyAll("dAgentGroups", agent.dAgentGroups())
        .copyAll("chatLanguageSupport", languages(agent.chatLanguageSupport()))
        .copyAll("voiceLanguageSupport", languages(agent.voiceLanguageSupport()))
        .copyAll("caseLanguageSupport", languages(agent.caseLanguageSupport()))
        .copyAll("voiceSupport", agent.voiceSupport().stream().map(AgentCopy::voice).toList())
        .copyAll("skills", agent.skills().stream().map(AgentCopy::skill).toList())
        .copyAll("queues", agent.queues().stream().map(this::queue).toList())
        .copyAll("desktopLayouts", agent.desktopLayouts().stream().map(AgentCopy::layout).toList())
        .copyAll("cmLayouts", agent.cmLayouts());
  }

  private @Nullable String groupId() {
    if (agent.agentGroupId() != null || agent.agentGroups().isEmpty()) {
      return agent.agentGroupId();
    }
    return agent.agentGroups().get(0).groupId();
  }

  private static List<?> languages(List<LanguageSupport> languages) {
    return languages.stream()
        .map(
            one ->
                object(one.additionalProperties())
                    .with("language", one.language())
                    .with("proficiency", one.proficiency())
                    .with("isActive", one.isActive())
                    .properties())
        .toList();
  }

  private static Object group(AgentGroupMembership group) {
    return object(group.additionalProperties())
        .with("groupId", group.groupId())
        .with("role", group.role())
        .with("accessLevel", group.accessLevel())
        .properties();
  }

  private static Object voice(VoiceSupport voice) {
    return object(voice.additionalProperties())
        .with("type", voice.type())
        .with("isEnabled", voice.isEnabled())
        .properties();
  }

  private static Object skill(AgentSkill skill) {
    return object(skill.additionalProperties())
        .with("skillId", skill.skill())
        .with("id", skill.id())
        .with("proficiencyLevel", skill.proficiencyLevel())
        .with("name", skill.name())
        .with("userId", skill.userId())
        .with("skillGroupId", skill.skillGroupId())
        .with("skillGroupName", skill.skillGroupName())
        .with("skillGroupColor", skill.skillGroupColor())
        .properties();
  }

  private Object queue(AgentQueue queue) {
    return new Copied(new LinkedHashMap<>())
        .with("id", queue.id())
        .with("isPreferredAgent", queue.isPreferred(agent.userId()))
        .properties();
  }

  private static Object layout(DesktopLayout layout) {
    return object(layout.additionalProperties())
        .with("id", layout.id())
        .with("isDefault", layout.isDefault())
        .properties();
  }

  private static Copied object(Map<String, @Nullable Object> others) {
    return new Copied(new LinkedHashMap<>(others));
  }

  private record Copied(Map<String, @Nullable Object> properties) {
    Copied with(String name, @Nullable Object value) {
      if (value != null) {
        properties.put(name, value);
      }
      return this;
    }
  }
}
