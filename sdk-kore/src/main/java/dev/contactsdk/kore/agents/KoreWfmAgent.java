package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent as workforce management sees it. {@code toString} shows only the id.
 *
 * <p>Source: Kore.ai, "Agents API".
 *
 * @param id the agent ({@code a-…})
 * @param accountId the account
 * @param firstName the first name
 * @param lastName the last name
 * @param additionalProperties properties that this SDK does not know; never null
 */
public record KoreWfmAgent(
    @JsonAlias({"agentId", "_id", "aId"}) @Nullable String id,
    @Nullable String accountId,
    @Nullable String firstName,
    @Nullable String lastName,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /**
   * Makes lists and maps unmodifiable; null becomes empty.
   *
   * @param id the agent ({@code a-…})
   * @param accountId the account
   * @param firstName the first name
   * @param lastName the last name
   * @param additionalProperties properties that this SDK does not know; never null
   */
  public KoreWfmAgent {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  @Override
  public String toString() {
    return "KoreWfmAgent[" + "id=" + id + "]";
  }
}
