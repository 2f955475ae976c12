package dev.contactsdk.kore.agents;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.core.spi.EmailForm;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.lookups.KoreProficiency;
import dev.contactsdk.kore.lookups.KoreSkillGroups;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that new and changed agents share.
 *
 * @param <B> the builder's own type
 */
public abstract class KoreAgentBuilder<B extends KoreAgentBuilder<B>>
    extends RequestObject.Builder<B> {
  private static final String PROFICIENCY = "proficiency";

  KoreAgentBuilder() {}

  /**
   * Sets the name that customers see.
   *
   * @param value the name; null is sent as null
   * @return this builder
   */
  public B nickName(@Nullable String value) {
    return put("nickName", value);
  }

  /**
   * Sets the phone number.
   *
   * @param value digits with the country code, such as {@code 12025550102}; sent as given, even
   *     null
   * @return this builder
   */
  public B phoneNumber(@Nullable String value) {
    return put("phoneNumber", value);
  }

  /**
   * Sets the agent group.
   *
   * @param groupId from {@link KoreClient#agentGroups()}
   * @return this builder
   */
  public B agentGroup(String groupId) {
    return set("agentGroupId", groupId);
  }

  /**
   * Sets your own id for the agent; see {@link KoreAgents#findByCustomId}.
   *
   * @param value any characters except spaces; avoid slashes, which some gateways refuse in the
   *     look-up
   * @return this builder
   * @throws InvalidRequestException when it is blank or contains a space
   */
  public B customId(String value) {
    if (text("customId", value).chars().anyMatch(Character::isWhitespace)) {
      throw new InvalidRequestException("customId", "must not contain a space");
    }
    return put("customId", value);
  }

  /**
   * Sets whether the agent takes chats.
   *
   * @param value true to take them
   * @return this builder
   */
  public B canSupportChat(boolean value) {
    return put("canSupportChat", value);
  }

  /**
   * Sets how many chats the agent takes at once.
   *
   * @param value the number of chats
   * @return this builder
   */
  public B maxChatSupport(int value) {
    return put("maxChatSupport", value);
  }

  /**
   * Sets whether the agent takes calls.
   *
   * @param value true to take them
   * @return this builder
   */
  public B canSupportVoice(boolean value) {
    return put("canSupportVoice", value);
  }

  /**
   * Adds an active language for chats, or changes it if the agent has it.
   *
   * @param language such as {@code en}
   * @param proficiency such as {@code expert}
   * @return this builder
   * @throws InvalidRequestException when one of them is missing or blank: Kore.ai requires both
   */
  public B chatLanguage(String language, String proficiency) {
    String level = text("chatLanguageSupport.proficiency", proficiency);
    return chatLanguage(language, KoreProficiency.of(level));
  }

  /**
   * Adds an active language for chats, or changes it if the agent has it.
   *
   * @param language such as {@code en}
   * @param proficiency the level
   * @return this builder
   */
  public B chatLanguage(String language, KoreProficiency proficiency) {
    return chatLanguage(language, proficiency, true);
  }

  /**
   * Adds a language for chats, or changes it if the agent has it.
   *
   * @param language such as {@code en}
   * @param proficiency the level
   * @param isActive whether the agent uses it now
   * @return this builder
   */
  public B chatLanguage(String language, KoreProficiency proficiency, boolean isActive) {
    return language("chatLanguageSupport", language, proficiency, isActive);
  }

  /**
   * Adds an active language for calls, or changes it if the agent has it.
   *
   * @param language such as {@code en}
   * @param proficiency such as {@code expert}
   * @return this builder
   * @throws InvalidRequestException when one of them is missing or blank: Kore.ai requires both
   */
  public B voiceLanguage(String language, String proficiency) {
    String level = text("voiceLanguageSupport.proficiency", proficiency);
    return voiceLanguage(language, KoreProficiency.of(level));
  }

  /**
   * Adds an active language for calls, or changes it if the agent has it.
   *
   * @param language such as {@code en}
   * @param proficiency the level
   * @return this builder
   */
  public B voiceLanguage(String language, KoreProficiency proficiency) {
    return voiceLanguage(language, proficiency, true);
  }

  /**
   * Adds a language for calls, or changes it if the agent has it.
   *
   * @param language such as {@code en}
   * @param proficiency the level
   * @param isActive whether the agent uses it now
   * @return this builder
   */
  public B voiceLanguage(String language, KoreProficiency proficiency, boolean isActive) {
    return language("voiceLanguageSupport", language, proficiency, isActive);
  }

  /**
   * Adds a skill, or changes its level if the agent has it. Kore.ai does not document a request's
   * skill. It is sent as Kore.ai returns skills: with {@code skillId} and {@code proficiencyLevel}.
   *
   * @param skillId from {@link KoreSkillGroups#skills}
   * @param proficiency the level
   * @return this builder
   */
  public B skill(String skillId, KoreProficiency proficiency) {
    given("proficiency", proficiency);
    return addOrChange(
        "skills", "skillId", object("skillId", skillId, "proficiencyLevel", proficiency.value()));
  }

  /**
   * Adds a queue that the agent serves, or changes the preference if the agent serves it.
   *
   * @param queueId from {@link KoreClient#queues()}
   * @param preferred whether the agent is a preferred one
   * @return this builder
   */
  public B queue(String queueId, Preferred preferred) {
    given("preferred", preferred);
    return addOrChange(
        "queues", "id", object("id", queueId, "isPreferredAgent", preferred == Preferred.YES));
  }

  /**
   * Adds a desktop layout, or changes it if the agent has it. No operation lists layouts: copy the
   * id from another agent, or let Kore.ai create one.
   *
   * @param layoutId the layout
   * @param isDefault whether it is the agent's default
   * @return this builder
   */
  public B desktopLayout(String layoutId, boolean isDefault) {
    return addOrChange("desktopLayouts", "id", object("id", layoutId, "isDefault", isDefault));
  }

  /** Kore.ai documents no rule for addresses; this refuses only what no server accepts. */
  static String checkedEmail(String address) {
    if (!EmailForm.fits(address)) {
      throw new InvalidRequestException(
          "emailId", "must be an e-mail address, such as name@example.org");
    }
    return address;
  }

  final B language(String name, String language, KoreProficiency proficiency, boolean isActive) {
    given(PROFICIENCY, proficiency);
    Map<String, Object> support =
        object("language", language, PROFICIENCY, text(name + ".proficiency", proficiency.value()));
    support.put("isActive", isActive);
    return addOrChange(name, "language", support);
  }

  private Map<String, Object> object(
      String name, String required, String other, Object otherValue) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(name, text(name, required));
    object.put(other, otherValue);
    return object;
  }
}
