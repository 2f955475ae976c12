package dev.contactsdk.truedy.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.truedy.internal.Checks;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A voice agent to create. Only what is set is sent: Truedy's pages name different defaults for the
 * rest, so this SDK adds none. Immutable; prints property names only.
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
   * Begins an agent. Name, voice and system prompt are required: {@link Builder#build()} names
   * those that are missing.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects an agent's properties. Not for use by several threads. */
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
     * @param name at most 255 characters; the page "Agents" says 100
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
     * @param text what the agent is told to be and do
     * @return this builder
     */
    public Builder systemPrompt(@Nullable String text) {
      return put("system_prompt", text);
    }

    /**
     * The description.
     *
     * @param text at most 1000 characters
     * @return this builder
     * @throws InvalidRequestException when it is longer
     */
    public Builder description(String text) {
      return put("description", Checks.text(TYPE, "description", text, LONGEST_DESCRIPTION));
    }

    /**
     * Its first words.
     *
     * @param text what it says when a call begins
     * @return this builder
     */
    public Builder greeting(String text) {
      return put("greeting", Checks.text(TYPE, "greeting", text));
    }

    /**
     * How freely it speaks.
     *
     * @param value 0 to 1; the pages name 0.7 and 0.3 as Truedy's default
     * @return this builder
     * @throws InvalidRequestException when it is out of that range
     */
    public Builder temperature(double value) {
      if (!(value >= 0 && value <= 1)) {
        throw new InvalidRequestException(TYPE, "temperature has to be from 0 to 1, is " + value);
      }
      return put("temperature", value);
    }

    /**
     * The language to expect. Named so by the page "Agents".
     *
     * @param tag a tag of BCP 47, such as {@code en-US}
     * @return this builder
     */
    public Builder languageHint(String tag) {
      return put("language_hint", Checks.text(TYPE, "language_hint", tag));
    }

    /**
     * Whether calls are recorded. Named so by the page "Agents".
     *
     * @param enabled the pages name true and false as Truedy's default
     * @return this builder
     */
    public Builder recordingEnabled(boolean enabled) {
      return put("recording_enabled", enabled);
    }

    /**
     * How long a call may last. Named so by the page "Agents".
     *
     * @param time whole seconds, at least one; sent as {@code 3600s}
     * @return this builder
     * @throws InvalidRequestException when it is not a number of whole seconds
     */
    public Builder maxDuration(Duration time) {
      return put("max_duration", seconds("max_duration", time));
    }

    /**
     * How long to wait for somebody to join. Named so by the page "Agents".
     *
     * @param time whole seconds, at least one; sent as {@code 30s}
     * @return this builder
     * @throws InvalidRequestException when it is not a number of whole seconds
     */
    public Builder joinTimeout(Duration time) {
      return put("join_timeout", seconds("join_timeout", time));
    }

    /**
     * The language model. Named so by the page "Agents".
     *
     * @param name such as {@code ultravox-v0.7}
     * @return this builder
     */
    public Builder model(String name) {
      return put("model", Checks.text(TYPE, "model", name));
    }

    /**
     * Adds a tool that it may use.
     *
     * @param toolId the tool's id
     * @return this builder
     */
    public Builder tool(String toolId) {
      return add("tools", Checks.notBlank(TYPE, "the tool's id", toolId));
    }

    /**
     * Sets what it looks things up in.
     *
     * <p>Source: Truedy, "Agents".
     *
     * @param knowledgeBaseId the knowledge base's id
     * @return this builder
     * @throws InvalidRequestException when it is blank, or is the second one: Truedy takes at most
     *     one
     */
    public Builder knowledgeBase(String knowledgeBaseId) {
      String id = Checks.notBlank(TYPE, "the knowledge base's id", knowledgeBaseId);
      if (hasKnowledgeBase) {
        throw new InvalidRequestException(TYPE, "knowledge_bases holds at most 1, and has one");
      }
      hasKnowledgeBase = true;
      return add("knowledge_bases", id);
    }

    private String seconds(String name, Duration time) {
      if (given(name, time).toSeconds() < 1 || time.getNano() != 0) {
        throw new InvalidRequestException(
            TYPE, name + " has to be a number of whole seconds, at least one, and is " + time);
      }
      return time.getSeconds() + "s";
    }

    /**
     * Builds the agent.
     *
     * @return an immutable agent; the builder can go on
     * @throws InvalidRequestException when the name, the voice or the prompt is missing or blank;
     *     the message names all that are
     */
    public NewTruedyAgent build() {
      return new NewTruedyAgent(this);
    }
  }
}
