package dev.contactsdk.truedy;

import dev.contactsdk.core.json.OpenValue;

/**
 * The state of an agent. Truedy may add values.
 *
 * <p>Source: Truedy, "List Agents" and "Agents".
 *
 * @param value Truedy's text; one that is not among the constants is kept as it is
 */
public record AgentStatus(String value) implements OpenValue {
  /** Ready for calls. */
  public static final AgentStatus ACTIVE = new AgentStatus("active");

  /** Not in use yet. */
  public static final AgentStatus DRAFT = new AgentStatus("draft");

  /** Being made; named by the page "Agents" only. */
  public static final AgentStatus CREATING = new AgentStatus("creating");

  /** Could not be made; named by the page "Agents" only. */
  public static final AgentStatus FAILED = new AgentStatus("failed");

  /** The text itself. */
  @Override
  public String toString() {
    return value;
  }
}
