package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether an agent is active. Kore.ai may still return a deleted agent as {@link #ACTIVE}. */
public final class KoreAgentStatus extends OpenValue {
  private static final Known<KoreAgentStatus> KNOWN = new Known<>(KoreAgentStatus::new);

  /** Active. */
  public static final KoreAgentStatus ACTIVE = KNOWN.add("ACTIVE");

  /** Inactive. */
  public static final KoreAgentStatus INACTIVE = KNOWN.add("INACTIVE");

  private KoreAgentStatus(String value) {
    super(value);
  }

  /**
   * Returns the constant for a text.
   *
   * @param value the text as Kore.ai sends it; unknown texts are kept
   * @return the constant; for an unknown text, a value that holds it
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static KoreAgentStatus of(String value) {
    return KNOWN.of(value);
  }
}
