package dev.contactsdk.kore;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** Whether an agent is in use. A deleted agent may still be answered as {@link #ACTIVE}. */
public final class AgentStatus extends OpenValue {
  private static final Known<AgentStatus> KNOWN = new Known<>(AgentStatus::new);

  /** In use. */
  public static final AgentStatus ACTIVE = KNOWN.add("ACTIVE");

  /** Not in use. */
  public static final AgentStatus INACTIVE = KNOWN.add("INACTIVE");

  private AgentStatus(String value) {
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
  public static AgentStatus of(String value) {
    return KNOWN.of(value);
  }
}
