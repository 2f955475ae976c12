package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent's statuses in a period. {@code toString} shows only the id.
 *
 * <p>Source: Kore.ai, "Agent Status Details API".
 *
 * @param id the agent ({@code a-…})
 * @param userId the agent's user
 * @param firstName the first name
 * @param lastName the last name
 * @param emailId the e-mail address
 * @param customId the application's own id; may be empty
 * @param status the statuses; never null
 * @param events what the agent did; never null
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreStatusHistory(
    @JsonAlias({"aId", "_id", "agentId"}) @Nullable String id,
    @Nullable String userId,
    @Nullable String firstName,
    @Nullable String lastName,
    @JsonAlias("email") @Nullable String emailId,
    @Nullable String customId,
    List<KoreStatusPeriod> status,
    List<KoreAgentEvent> events,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the agent ({@code a-…})
   * @param userId the agent's user
   * @param firstName the first name
   * @param lastName the last name
   * @param emailId the e-mail address
   * @param customId the application's own id; may be empty
   * @param status the statuses; never null
   * @param events what the agent did; never null
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreStatusHistory {
    status = Unmodifiable.list(status);
    events = Unmodifiable.list(events);
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /** Identifies a row. An agent with many statuses may have several rows. */
  @Nullable String row() {
    return id == null || status.isEmpty() ? id : id + ' ' + status.get(0).startTime();
  }

  @Override
  public String toString() {
    return "KoreStatusHistory[" + "id=" + id + "]";
  }
}
