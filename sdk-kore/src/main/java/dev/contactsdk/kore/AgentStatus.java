package dev.contactsdk.kore;

import dev.contactsdk.core.json.OpenValue;

/**
 * Whether an agent is in use. A deleted agent may still be answered as {@link #ACTIVE}.
 *
 * @param value the text as Kore.ai sends it
 */
public record AgentStatus(String value) implements OpenValue {
  /** In use. */
  public static final AgentStatus ACTIVE = new AgentStatus("ACTIVE");

  /** Not in use. */
  public static final AgentStatus INACTIVE = new AgentStatus("INACTIVE");

  /** The text itself. */
  @Override
  public String toString() {
    return value;
  }
}
