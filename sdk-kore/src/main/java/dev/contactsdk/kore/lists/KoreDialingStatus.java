package dev.contactsdk.kore.lists;

import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a voice campaign is with a contact. {@code toString} shows no phone number.
 *
 * <p>Sources: Kore.ai, "Get All Contact Details Voice Campaigns", "Get All Contact Details Voice
 * Campaigns v2".
 *
 * @param phoneNumber the number that is called
 * @param uniqueId the contact's own id from its list; may be empty
 * @param dialerOutcome such as {@code completed}; empty while the campaign is at work on it
 * @param numberOfAttemptsSoFar how often the number was called
 * @param botSessionId the session of the call
 * @param agentDispositionCodes the codes that agents or the system gave; never null
 * @param botOutboundStatus such as {@code userHangUp} or {@code agentHangUp}
 * @param botOutboundStatusDetail more about that status
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreDialingStatus(
    @Nullable String phoneNumber,
    @Nullable String uniqueId,
    @Nullable String dialerOutcome,
    @Nullable Integer numberOfAttemptsSoFar,
    @Nullable String botSessionId,
    List<String> agentDispositionCodes,
    @Nullable String botOutboundStatus,
    @Nullable String botOutboundStatusDetail,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param phoneNumber the number that is called
   * @param uniqueId the contact's own id from its list; may be empty
   * @param dialerOutcome such as {@code completed}; empty while the campaign is at work on it
   * @param numberOfAttemptsSoFar how often the number was called
   * @param botSessionId the session of the call
   * @param agentDispositionCodes the codes that agents or the system gave; never null
   * @param botOutboundStatus such as {@code userHangUp} or {@code agentHangUp}
   * @param botOutboundStatusDetail more about that status
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreDialingStatus {
    agentDispositionCodes = Unmodifiable.list(agentDispositionCodes);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreDialingStatus["
        + "dialerOutcome="
        + dialerOutcome
        + ", numberOfAttemptsSoFar="
        + numberOfAttemptsSoFar
        + "]";
  }
}
