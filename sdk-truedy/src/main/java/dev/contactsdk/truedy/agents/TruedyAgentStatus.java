package dev.contactsdk.truedy.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/**
 * The state of an agent. Truedy may add values.
 *
 * <p>Source: Truedy, "List Agents" and "Agents".
 */
public final class TruedyAgentStatus extends OpenValue {
  private static final Known<TruedyAgentStatus> KNOWN = new Known<>(TruedyAgentStatus::new);

  /** Ready for calls. */
  public static final TruedyAgentStatus ACTIVE = KNOWN.add("active");

  /** Not in use yet. */
  public static final TruedyAgentStatus DRAFT = KNOWN.add("draft");

  /** Being made; named by the page "Agents" only. */
  public static final TruedyAgentStatus CREATING = KNOWN.add("creating");

  /** Could not be made; named by the page "Agents" only. */
  public static final TruedyAgentStatus FAILED = KNOWN.add("failed");

  private TruedyAgentStatus(String value) {
    super(value);
  }

  /**
   * The value of a text.
   *
   * @param value the text as Truedy sends it; kept as it is where this SDK does not know it
   * @return the constant where the text is known
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TruedyAgentStatus of(String value) {
    return KNOWN.of(value);
  }
}
