package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether an agent is in use. A deleted agent may still be answered as {@link #ACTIVE}. */
public final class KoreAgentStatus extends OpenValue {
  private static final Known<KoreAgentStatus> KNOWN = new Known<>(KoreAgentStatus::new);

  /** In use. */
  public static final KoreAgentStatus ACTIVE = KNOWN.add("ACTIVE");

  /** Not in use. */
  public static final KoreAgentStatus INACTIVE = KNOWN.add("INACTIVE");

  private KoreAgentStatus(String value) {
    super(value);
  }

  /**
   * The value of a text.
   *
   * @param value the text as Kore.ai sends it; kept as it is where this SDK does not know it
   * @return the constant where the text is known
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static KoreAgentStatus of(String value) {
    return KNOWN.of(value);
  }
}
