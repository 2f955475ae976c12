package dev.contactsdk.truedy.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.truedy.internal.Checks;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A voice agent to create. Only what is set is sent. Truedy's pages disagree about defaults, so the
 * SDK adds none. Immutable. {@code toString} shows only property names.
 *
 * <p>Source: Truedy, "Create Agent" and "Agents".
 */
public final class NewTruedyAgent extends RequestObject {
  private static final String TYPE = "NewTruedyAgent";
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_DESCRIPTION = 1000;

  private NewTruedyAgent(Builder builder) {
    super(builder);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private NewTruedyAgent(Map<String, @Nullable Object> written) {
    super(written, "name", "voice_id", "system_prompt");
  }

  /**
   * Creates a builder. Name, voice and system prompt are required; {@link Builder#build()} names
   * those that are missing.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects an agent's properties. Not thread-safe. */
  public static final class Builder extends RequestObject.Builder<Builder> {
    private boolean hasKnowledgeBase;

    private Builder() {
      requireText("name");
      requireText("voice_id");
      requireText("system_prompt");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the name.
     *
     * @param name at most 255 characters; 100 on the page "Agents"
     * @return this builder
     * @throws InvalidRequestException when it is too long
     */
    public Builder name(@Nullable String name) {
      return put("name", name == null ? null : Checks.text(TYPE, "name", name, LONGEST_NAME));
    }

    /**
     * Sets the voice.
     *
     * @param voiceId the voice's id
     * @return this builder
     */
    public Builder voice(@Nullable String voiceId) {
      return put("voice_id", voiceId);
    }

    /**
     * Sets the system prompt.
     *
     * @param text the agent's role and task
     * @return this builder
     */
    public Builder systemPrompt(@Nullable String text) {
      return put("system_prompt", text);
    }

    /**
     * Sets the description.
     *
     * @param text at most 1000 characters
     * @return this builder
     * @throws InvalidRequestException when it is longer
     */
    public Builder description(String text) {
      return put("description", Checks.text(TYPE, "description", text, LONGEST_DESCRIPTION));
    }

    /**
     * Sets the greeting.
     *
     * @param text the first words of a call
     * @return this builder
     */
    public Builder greeting(String text) {
      return put("greeting", Checks.text(TYPE, "greeting", text));
    }

    /**
     * Adds a greeting setting. From the older reference of "Create Agent", which has no {@link
     * #greeting} in its schema and does not list the settings.
     *
     * @param name its name
     * @param value null, text, a boolean, a number, a map or a collection
     * @return this builder
     * @throws InvalidRequestException when the name is null, or the value is not a value of JSON
     */
    public Builder greetingSetting(String name, @Nullable Object value) {
      return putInto("greeting_settings", name, value);
    }

    /**
     * Sets the words when nobody speaks. From the example in the older reference of "Create Agent";
     * the answer of "Get Agent" shows it too.
     *
     * @param text the words
     * @return this builder
     */
    public Builder inactivityMessage(String text) {
      return put("inactivity_message", Checks.text(TYPE, "inactivity_message", text));
    }

    /**
     * Sets the temperature: how freely it speaks.
     *
     * @param value 0 to 1; the pages disagree about the default, 0.7 or 0.3
     * @return this builder
     * @throws InvalidRequestException when it is outside that range
     */
    public Builder temperature(double value) {
      if (!(value >= 0 && value <= 1)) {
        throw new InvalidRequestException(
            TYPE, "temperature must be between 0 and 1, but was " + value);
      }
      return put("temperature", value);
    }

    /**
     * Sets the language to expect. From the page "Agents".
     *
     * @param tag a BCP 47 tag, such as {@code en-US}
     * @return this builder
     */
    public Builder languageHint(String tag) {
      return put("language_hint", Checks.text(TYPE, "language_hint", tag));
    }

    /**
     * Sets whether calls are recorded. From the page "Agents".
     *
     * @param enabled true to record; the pages disagree about the default
     * @return this builder
     */
    public Builder recordingEnabled(boolean enabled) {
      return put("recording_enabled", enabled);
    }

    /**
     * Sets the maximum length of a call. From the page "Agents".
     *
     * @param time whole seconds, at least one; sent as {@code 3600s}
     * @return this builder
     * @throws InvalidRequestException when it is not a number of whole seconds
     */
    public Builder maxDuration(Duration time) {
      return put("max_duration", seconds("max_duration", time));
    }

    /**
     * Sets how long to wait for somebody to join. From the page "Agents".
     *
     * @param time whole seconds, at least one; sent as {@code 30s}
     * @return this builder
     * @throws InvalidRequestException when it is not a number of whole seconds
     */
    public Builder joinTimeout(Duration time) {
      return put("join_timeout", seconds("join_timeout", time));
    }

    /**
     * Sets the language model. From the page "Agents".
     *
     * @param name such as {@code ultravox-v0.7}
     * @return this builder
     */
    public Builder model(String name) {
      return put("model", Checks.text(TYPE, "model", name));
    }

    /**
     * Adds a tool that the agent may use.
     *
     * @param toolId the tool's id
     * @return this builder
     */
    public Builder tool(String toolId) {
      return add("tools", Checks.notBlank(TYPE, "the tool's id", toolId));
    }

    /**
     * Sets the knowledge base.
     *
     * <p>Source: Truedy, "Agents".
     *
     * @param knowledgeBaseId the knowledge base's id
     * @return this builder
     * @throws InvalidRequestException when it is blank, or one is already set; Truedy takes at most
     *     one
     */
    public Builder knowledgeBase(String knowledgeBaseId) {
      String id = Checks.notBlank(TYPE, "the knowledge base's id", knowledgeBaseId);
      if (hasKnowledgeBase) {
        throw new InvalidRequestException(
            TYPE, "knowledge_bases takes at most 1, and one is already set");
      }
      hasKnowledgeBase = true;
      return add("knowledge_bases", id);
    }

    private String seconds(String name, Duration time) {
      if (given(name, time).toSeconds() < 1 || time.getNano() != 0) {
        throw new InvalidRequestException(
            TYPE, name + " must be a whole number of seconds, at least 1, but was " + time);
      }
      return time.getSeconds() + "s";
    }

    /**
     * Builds the agent.
     *
     * @return an immutable agent; the builder can be reused
     * @throws InvalidRequestException when the name, the voice or the prompt is missing or blank;
     *     the message names all of them
     */
    public NewTruedyAgent build() {
      return new NewTruedyAgent(this);
    }
  }
}
