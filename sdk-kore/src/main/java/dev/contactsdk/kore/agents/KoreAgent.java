package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.Ids;
import dev.contactsdk.core.json.IsoTime;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.kore.lookups.KoreAgentSkill;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent as Kore.ai returns it. It has the fields of the create, list, get and update pages; each
 * page shows only some of them. Only lists and maps are never null. It holds names, numbers and, in
 * {@code iceServers} and {@code sipURI}, access to calls; {@code toString} shows only id and
 * status.
 *
 * <p>Sources: Kore.ai, "Create an Agent", "List All Agents", "Get a Specific Agent", "Update a
 * Specific Agent", "Get the Agent ID Using Custom ID".
 *
 * @param id the agent; create does not return it
 * @param userId the agent's user
 * @param status whether it is active; has no meaning after a delete
 * @param emailId the e-mail address
 * @param firstName the first name
 * @param lastName the last name
 * @param fullName first and last name
 * @param lFullName the full name in another form
 * @param name the display name
 * @param nickName the name that customers see; may be empty
 * @param phoneNumber as text, even if Kore.ai returns a number; may be empty
 * @param customId the application's own id
 * @param isActive whether it is active; documented on one page
 * @param accountId the account
 * @param orgId the organisation
 * @param iId the stream (app)
 * @param roleId the role
 * @param role the role's name
 * @param profImage the picture's name
 * @param profImageUrl the picture's URL
 * @param isAccountOwner whether the agent owns the account
 * @param agentAffinity whether returning customers get the same agent
 * @param agentGroupId the group
 * @param agentGroups the groups; never null
 * @param dAgentGroups more groups; their shape is not documented; never null
 * @param canSupportChat whether it takes chats
 * @param canSupportCase whether it takes cases
 * @param canSupportVoice whether it takes calls
 * @param canSupportVoiceMail whether it takes voice mail
 * @param maxChatSupport how many chats at once
 * @param maxCaseSupport how many cases at once
 * @param maxTaskSupport how many tasks at once
 * @param maxVoiceMailSupport how many voice mails at once
 * @param maxDigitalConvoLimit how many digital conversations at once
 * @param maxDigitalChatSupport how many digital chats at once
 * @param maxEmailChatSupport how many e-mails at once
 * @param maxMessagingChatSupport how many messages at once
 * @param chatLanguageSupport languages for chats; never null
 * @param voiceLanguageSupport languages for calls; never null
 * @param caseLanguageSupport languages for cases; never null
 * @param voiceSupport how it takes calls; never null
 * @param attachmentsEnabled whether it may send files
 * @param emojisEnabled whether it may send emojis
 * @param skills the skills; never null
 * @param queues the queues; never null; lists return them only on request
 * @param desktopLayouts the desktop's layouts; never null
 * @param cmLayouts more layouts; their shape is not documented; never null
 * @param createDefaultLayoutAndAssign whether Kore.ai was asked to create a layout
 * @param hoursOfOperationId the working hours
 * @param onlineStatus such as {@code Offline}
 * @param onlineStatusType such as {@code OFFLINE}
 * @param prevStatus the previous status
 * @param prevStatusType the type of the previous status
 * @param markedAutoAway whether Kore.ai set the agent to away
 * @param isChannelUpdatedByAgent whether the agent changed its channels
 * @param internalChatPermission whether it may chat with other agents
 * @param callRegion the region of its calls
 * @param domain the domain of its calls
 * @param sipURI the address of its calls; treat it as a secret
 * @param addresses addresses of call servers; never null
 * @param iceServers call servers with their passwords; never null
 * @param preferences the agent's settings; never null
 * @param createdBy the user who created it
 * @param createdByAId the agent who created it
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param lastOnlineAt when it was last online
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreAgent(
    @JsonAlias({"_id", "aId", "agentId"}) @Nullable String id,
    @Nullable String userId,
    @Nullable KoreAgentStatus status,
    @JsonAlias("email") @Nullable String emailId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String fullName,
    @Nullable String lFullName,
    @Nullable String name,
    @Nullable String nickName,
    @Nullable String phoneNumber,
    @Nullable String customId,
    @Nullable Boolean isActive,
    @Nullable String accountId,
    @Nullable String orgId,
    @JsonAlias({"iid", "IId"}) @Nullable String iId,
    @Nullable String roleId,
    @Nullable String role,
    @Nullable String profImage,
    @Nullable String profImageUrl,
    @Nullable Boolean isAccountOwner,
    @Nullable Boolean agentAffinity,
    @Nullable String agentGroupId,
    List<KoreAgentGroupMembership> agentGroups,
    List<Object> dAgentGroups,
    @Nullable Boolean canSupportChat,
    @Nullable Boolean canSupportCase,
    @Nullable Boolean canSupportVoice,
    @Nullable Boolean canSupportVoiceMail,
    @Nullable Integer maxChatSupport,
    @Nullable Integer maxCaseSupport,
    @Nullable Integer maxTaskSupport,
    @Nullable Integer maxVoiceMailSupport,
    @Nullable Integer maxDigitalConvoLimit,
    @Nullable Integer maxDigitalChatSupport,
    @Nullable Integer maxEmailChatSupport,
    @Nullable Integer maxMessagingChatSupport,
    List<KoreLanguageSupport> chatLanguageSupport,
    List<KoreLanguageSupport> voiceLanguageSupport,
    List<KoreLanguageSupport> caseLanguageSupport,
    List<KoreVoiceSupport> voiceSupport,
    @Nullable Boolean attachmentsEnabled,
    @Nullable Boolean emojisEnabled,
    List<KoreAgentSkill> skills,
    List<KoreAgentQueue> queues,
    List<KoreDesktopLayout> desktopLayouts,
    List<Object> cmLayouts,
    @Nullable Boolean createDefaultLayoutAndAssign,
    @Nullable String hoursOfOperationId,
    @Nullable String onlineStatus,
    @Nullable String onlineStatusType,
    @Nullable String prevStatus,
    @Nullable String prevStatusType,
    @Nullable Boolean markedAutoAway,
    @Nullable Boolean isChannelUpdatedByAgent,
    @Nullable Boolean internalChatPermission,
    @Nullable String callRegion,
    @Nullable String domain,
    @Nullable String sipURI,
    List<String> addresses,
    List<KoreIceServer> iceServers,
    Map<String, @Nullable Object> preferences,
    @Nullable String createdBy,
    @Nullable String createdByAId,
    @IsoTime @Nullable Instant createdAt,
    @IsoTime @Nullable Instant updatedAt,
    @IsoTime @Nullable Instant lastOnlineAt,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty. A blank id becomes null.
   *
   * @param id the agent; create does not return it
   * @param userId the agent's user
   * @param status whether it is active; has no meaning after a delete
   * @param emailId the e-mail address
   * @param firstName the first name
   * @param lastName the last name
   * @param fullName first and last name
   * @param lFullName the full name in another form
   * @param name the display name
   * @param nickName the name that customers see; may be empty
   * @param phoneNumber as text, even if Kore.ai returns a number; may be empty
   * @param customId the application's own id
   * @param isActive whether it is active; documented on one page
   * @param accountId the account
   * @param orgId the organisation
   * @param iId the stream (app)
   * @param roleId the role
   * @param role the role's name
   * @param profImage the picture's name
   * @param profImageUrl the picture's URL
   * @param isAccountOwner whether the agent owns the account
   * @param agentAffinity whether returning customers get the same agent
   * @param agentGroupId the group
   * @param agentGroups the groups; never null
   * @param dAgentGroups more groups; their shape is not documented; never null
   * @param canSupportChat whether it takes chats
   * @param canSupportCase whether it takes cases
   * @param canSupportVoice whether it takes calls
   * @param canSupportVoiceMail whether it takes voice mail
   * @param maxChatSupport how many chats at once
   * @param maxCaseSupport how many cases at once
   * @param maxTaskSupport how many tasks at once
   * @param maxVoiceMailSupport how many voice mails at once
   * @param maxDigitalConvoLimit how many digital conversations at once
   * @param maxDigitalChatSupport how many digital chats at once
   * @param maxEmailChatSupport how many e-mails at once
   * @param maxMessagingChatSupport how many messages at once
   * @param chatLanguageSupport languages for chats; never null
   * @param voiceLanguageSupport languages for calls; never null
   * @param caseLanguageSupport languages for cases; never null
   * @param voiceSupport how it takes calls; never null
   * @param attachmentsEnabled whether it may send files
   * @param emojisEnabled whether it may send emojis
   * @param skills the skills; never null
   * @param queues the queues; never null; lists return them only on request
   * @param desktopLayouts the desktop's layouts; never null
   * @param cmLayouts more layouts; their shape is not documented; never null
   * @param createDefaultLayoutAndAssign whether Kore.ai was asked to create a layout
   * @param hoursOfOperationId the working hours
   * @param onlineStatus such as {@code Offline}
   * @param onlineStatusType such as {@code OFFLINE}
   * @param prevStatus the previous status
   * @param prevStatusType the type of the previous status
   * @param markedAutoAway whether Kore.ai set the agent to away
   * @param isChannelUpdatedByAgent whether the agent changed its channels
   * @param internalChatPermission whether it may chat with other agents
   * @param callRegion the region of its calls
   * @param domain the domain of its calls
   * @param sipURI the address of its calls; treat it as a secret
   * @param addresses addresses of call servers; never null
   * @param iceServers call servers with their passwords; never null
   * @param preferences the agent's settings; never null
   * @param createdBy the user who created it
   * @param createdByAId the agent who created it
   * @param createdAt when it was created
   * @param updatedAt when it was last changed
   * @param lastOnlineAt when it was last online
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreAgent {
    id = Ids.named(id);
    userId = Ids.named(userId);
    agentGroups = Unmodifiable.list(agentGroups);
    dAgentGroups = Unmodifiable.list(dAgentGroups);
    chatLanguageSupport = Unmodifiable.list(chatLanguageSupport);
    voiceLanguageSupport = Unmodifiable.list(voiceLanguageSupport);
    caseLanguageSupport = Unmodifiable.list(caseLanguageSupport);
    voiceSupport = Unmodifiable.list(voiceSupport);
    skills = Unmodifiable.list(skills);
    queues = Unmodifiable.list(queues);
    desktopLayouts = Unmodifiable.list(desktopLayouts);
    cmLayouts = Unmodifiable.list(cmLayouts);
    addresses = Unmodifiable.list(addresses);
    iceServers = Unmodifiable.list(iceServers);
    preferences = Unmodifiable.map(preferences);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /**
   * Starts changes from the agent as it is now. Use an agent from {@link KoreAgents#get}: lists
   * show fewer fields, and a Jackson mapper does not write the credentials of call servers.
   *
   * <p>The changes hold all that was read, including unknown properties and the addresses and
   * credentials of call servers. Kore.ai documents all fields of "Get a Specific Agent" for the
   * update too, and may lose fields that are missing. An empty list is sent as empty; a list that
   * Kore.ai did not return is left out. These fields are left out:
   *
   * <ul>
   *   <li>{@code onlineStatus}, {@code onlineStatusType}, {@code prevStatus}, {@code
   *       prevStatusType}, {@code lastOnlineAt} and {@code updatedAt}: they change on their own and
   *       would be outdated.
   *   <li>{@code createDefaultLayoutAndAssign}: it asks for a new layout.
   *   <li>{@code fullName}, {@code lFullName} and {@code name} when the first or last name changes,
   *       and {@code role} when {@code roleId} changes: Kore.ai derives them.
   * </ul>
   *
   * <p>If Kore.ai did not return them, {@code agentGroupId} comes from the first group, and a
   * queue's {@code isPreferredAgent} from the queue's agents.
   *
   * @return a new builder
   */
  public KoreAgentChanges.Builder toChanges() {
    return KoreAgentChanges.builder().read(this);
  }

  /** Whether the agent is active and has this address. */
  boolean hasEmail(String email) {
    return !isInactive() && email.equalsIgnoreCase(emailId);
  }

  boolean isInactive() {
    return status != null && status.value().equalsIgnoreCase(KoreAgentStatus.INACTIVE.value());
  }

  @Override
  public String toString() {
    return "Agent[" + "id=" + id + ", status=" + status + "]";
  }
}
