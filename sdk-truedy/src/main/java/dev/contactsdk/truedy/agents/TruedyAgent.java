package dev.contactsdk.truedy.agents;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.Ids;
import dev.contactsdk.core.json.IsoTime;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.truedy.internal.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A voice agent as Truedy returns it. Truedy's pages show several shapes, so any property may be
 * null. {@code toString} shows only id and status.
 *
 * <p>Source: Truedy, "Create Agent", "Get Agent" and "Agents".
 *
 * @param id an opaque id
 * @param name the name
 * @param description the description
 * @param status its state
 * @param voiceId the voice's id
 * @param voiceName the voice's name
 * @param systemPrompt its role and task
 * @param model the language model
 * @param greeting its first words
 * @param temperature how freely it speaks, 0 to 1
 * @param inactivityMessage its words when nobody speaks
 * @param inactivityTimeout the seconds of silence before that
 * @param maxDuration how long a call may last, as Truedy sent it: {@code 3600s} or {@code 3600}
 * @param tools the tools that it may use; never null
 * @param knowledgeBases its knowledge bases (sent as {@code knowledge_bases} or {@code
 *     knowledge_base_ids}); never null
 * @param inboundPhoneNumbers the numbers on which it takes calls; never null
 * @param outboundPhoneNumbers the numbers from which it calls; never null
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param additionalProperties other properties, and values of an unexpected type; never null
 */
public record TruedyAgent(
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    @Nullable TruedyAgentStatus status,
    @JsonProperty("voice_id") @Nullable String voiceId,
    @JsonProperty("voice_name") @Nullable String voiceName,
    @JsonProperty("system_prompt") @Nullable String systemPrompt,
    @Nullable String model,
    @Nullable String greeting,
    @Nullable Double temperature,
    @JsonProperty("inactivity_message") @Nullable String inactivityMessage,
    @JsonProperty("inactivity_timeout") @Nullable Integer inactivityTimeout,
    @JsonProperty("max_duration") @Nullable String maxDuration,
    List<TruedyRef> tools,
    @JsonProperty("knowledge_bases") @JsonAlias("knowledge_base_ids")
        List<TruedyRef> knowledgeBases,
    @JsonProperty("inbound_phone_numbers") List<TruedyAgentPhoneNumber> inboundPhoneNumbers,
    @JsonProperty("outbound_phone_numbers") List<TruedyAgentPhoneNumber> outboundPhoneNumbers,
    @JsonProperty("created_at") @IsoTime @Nullable Instant createdAt,
    @JsonProperty("updated_at") @IsoTime @Nullable Instant updatedAt,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord, Stored {
  /**
   * Makes lists and maps unmodifiable; null becomes empty. A blank id becomes null.
   *
   * @param id an opaque id
   * @param name the name
   * @param description the description
   * @param status its state
   * @param voiceId the voice's id
   * @param voiceName the voice's name
   * @param systemPrompt its role and task
   * @param model the language model
   * @param greeting its first words
   * @param temperature how freely it speaks, 0 to 1
   * @param inactivityMessage its words when nobody speaks
   * @param inactivityTimeout the seconds of silence before that
   * @param maxDuration how long a call may last, as Truedy sent it: {@code 3600s} or {@code 3600}
   * @param tools the tools that it may use; never null
   * @param knowledgeBases its knowledge bases (sent as {@code knowledge_bases} or {@code
   *     knowledge_base_ids}); never null
   * @param inboundPhoneNumbers the numbers on which it takes calls; never null
   * @param outboundPhoneNumbers the numbers from which it calls; never null
   * @param createdAt when it was created
   * @param updatedAt when it was last changed
   * @param additionalProperties other properties, and values of an unexpected type; never null
   */
  public TruedyAgent {
    id = Ids.named(id);
    tools = Unmodifiable.list(tools);
    knowledgeBases = Unmodifiable.list(knowledgeBases);
    inboundPhoneNumbers = Unmodifiable.list(inboundPhoneNumbers);
    outboundPhoneNumbers = Unmodifiable.list(outboundPhoneNumbers);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "TruedyAgent[id=" + id + ", status=" + status + "]";
  }
}
