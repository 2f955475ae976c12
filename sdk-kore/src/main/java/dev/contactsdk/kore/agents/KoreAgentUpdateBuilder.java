package dev.contactsdk.kore.agents;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.kore.lookups.KoreProficiency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that Kore.ai documents for an agent's update, or returns with an agent, but not for
 * its creation. What Kore.ai itself keeps, such as {@code createdAt}, {@code createdBy} and {@code
 * dAgentGroups}, has no method: {@link KoreAgent#toChanges()} sends it back as it was read.
 *
 * @param <B> the builder's own type
 */
public abstract class KoreAgentUpdateBuilder<B extends KoreAgentUpdateBuilder<B>>
    extends KoreAgentBuilder<B> {
  KoreAgentUpdateBuilder() {}

  /**
   * Sets whether the agent takes cases.
   *
   * @param value true to take them
   * @return this builder
   */
  public B canSupportCase(boolean value) {
    return put("canSupportCase", value);
  }

  /**
   * Sets whether the agent takes voice mail.
   *
   * @param value true to take it
   * @return this builder
   */
  public B canSupportVoiceMail(boolean value) {
    return put("canSupportVoiceMail", value);
  }

  /**
   * Sets whether the agent may send and receive files.
   *
   * @param value true to allow it
   * @return this builder
   */
  public B attachmentsEnabled(boolean value) {
    return put("attachmentsEnabled", value);
  }

  /**
   * Sets whether the agent may use emojis.
   *
   * @param value true to allow it
   * @return this builder
   */
  public B emojisEnabled(boolean value) {
    return put("emojisEnabled", value);
  }

  /**
   * Sets whether returning customers get the same agent. Kore.ai documents it only in the answer to
   * an update, so try a real account first.
   *
   * @param value true for the same agent
   * @return this builder
   */
  public B agentAffinity(boolean value) {
    return put("agentAffinity", value);
  }

  /**
   * Sets whether the agent may chat with other agents.
   *
   * @param value true to allow it
   * @return this builder
   */
  public B internalChatPermission(boolean value) {
    return put("internalChatPermission", value);
  }

  /**
   * Sets whether Kore.ai counts the agent as set to away.
   *
   * @param value true if it does
   * @return this builder
   */
  public B markedAutoAway(boolean value) {
    return put("markedAutoAway", value);
  }

  /**
   * Sets whether the agent owns the account.
   *
   * @param value true if it does
   * @return this builder
   */
  public B isAccountOwner(boolean value) {
    return put("isAccountOwner", value);
  }

  /**
   * Sets how many cases the agent takes at once.
   *
   * @param value the number; 0 or more
   * @return this builder
   */
  public B maxCaseSupport(int value) {
    return limit("maxCaseSupport", value);
  }

  /**
   * Sets how many tasks the agent takes at once.
   *
   * @param value the number; 0 or more
   * @return this builder
   */
  public B maxTaskSupport(int value) {
    return limit("maxTaskSupport", value);
  }

  /**
   * Sets how many voice mails the agent takes at once.
   *
   * @param value the number; 0 or more
   * @return this builder
   */
  public B maxVoiceMailSupport(int value) {
    return limit("maxVoiceMailSupport", value);
  }

  /**
   * Sets how many digital conversations the agent takes at once.
   *
   * @param value the number; 0 or more
   * @return this builder
   */
  public B maxDigitalConvoLimit(int value) {
    return limit("maxDigitalConvoLimit", value);
  }

  /**
   * Sets how many digital chats the agent takes at once.
   *
   * @param value the number; 0 or more
   * @return this builder
   */
  public B maxDigitalChatSupport(int value) {
    return limit("maxDigitalChatSupport", value);
  }

  /**
   * Sets how many e-mails the agent takes at once.
   *
   * @param value the number; 0 or more
   * @return this builder
   */
  public B maxEmailChatSupport(int value) {
    return limit("maxEmailChatSupport", value);
  }

  /**
   * Sets how many messages the agent takes at once.
   *
   * @param value the number; 0 or more
   * @return this builder
   */
  public B maxMessagingChatSupport(int value) {
    return limit("maxMessagingChatSupport", value);
  }

  /**
   * Sets the agent's user, which an update requires.
   *
   * @param id from {@link KoreAgent#userId()}
   * @return this builder
   */
  public B userId(String id) {
    return put("userId", text("userId", id));
  }

  /**
   * Sets the organisation, which an update requires.
   *
   * @param id from {@link KoreAgent#orgId()}
   * @return this builder
   */
  public B orgId(String id) {
    return put("orgId", text("orgId", id));
  }

  /**
   * Sets first and last name together. Set it after the names: they remove it, because Kore.ai
   * derives it.
   *
   * @param value the name
   * @return this builder
   */
  public B fullName(String value) {
    return put("fullName", text("fullName", value));
  }

  /**
   * Sets the full name in another form. One page describes it as localized, others as lower case.
   * Set it after the names, which remove it.
   *
   * @param value the name
   * @return this builder
   */
  public B localizedFullName(String value) {
    return put("lFullName", text("lFullName", value));
  }

  /**
   * Sets the working hours. The update page does not list them.
   *
   * @param id from {@link KoreAgent#hoursOfOperationId()}
   * @return this builder
   */
  public B hoursOfOperation(String id) {
    return put("hoursOfOperationId", text("hoursOfOperationId", id));
  }

  /**
   * Sets the region of its calls. The update page does not list it.
   *
   * @param value the region
   * @return this builder
   */
  public B callRegion(String value) {
    return put("callRegion", text("callRegion", value));
  }

  /**
   * Sets the picture. The update page does not list it.
   *
   * @param value its name
   * @return this builder
   */
  public B profImage(String value) {
    return put("profImage", text("profImage", value));
  }

  /**
   * Sets whether the agent is active.
   *
   * @param value the status; Kore.ai documents only {@link KoreAgentStatus#ACTIVE}
   * @return this builder
   */
  public B status(KoreAgentStatus value) {
    return set("status", value);
  }

  /**
   * Adds an active language for cases, or changes it if the agent has it.
   *
   * @param language such as {@code en}
   * @param proficiency the level
   * @return this builder
   */
  public B caseLanguage(String language, KoreProficiency proficiency) {
    return caseLanguage(language, proficiency, true);
  }

  /**
   * Adds a language for cases, or changes it if the agent has it. It is sent as those for chats and
   * calls are; the update page does not describe it.
   *
   * @param language such as {@code en}
   * @param proficiency the level
   * @param isActive whether the agent uses it now
   * @return this builder
   */
  public B caseLanguage(String language, KoreProficiency proficiency, boolean isActive) {
    return language("caseLanguageSupport", language, proficiency, isActive);
  }

  /**
   * Removes all languages for cases; {@link #caseLanguage(String, KoreProficiency)} adds new ones.
   *
   * @return this builder
   */
  public B clearCaseLanguages() {
    return put("caseLanguageSupport", List.of());
  }

  /**
   * Adds a way to take calls, or switches one that the agent has on or off. It is sent as Kore.ai
   * returns it; the update page does not describe it.
   *
   * @param type the kind, from {@link KoreVoiceSupport#type()}
   * @param isEnabled whether it is switched on
   * @return this builder
   */
  public B voiceSupport(String type, boolean isEnabled) {
    return addOrChange(
        "voiceSupport", "type", Map.of("type", text("type", type), "isEnabled", isEnabled));
  }

  /**
   * Sets one of the agent's settings and keeps the others. The update page does not list them.
   *
   * @param name such as {@code theme}
   * @param value its value; null is sent as null
   * @return this builder
   */
  public B preference(String name, @Nullable Object value) {
    return putInto("preferences", text("the name of a preference", name), value);
  }

  private B limit(String name, int value) {
    if (value < 0) {
      throw new InvalidRequestException(
          "KoreAgentChanges", name + " must not be negative, but was " + value);
    }
    return put(name, value);
  }
}
