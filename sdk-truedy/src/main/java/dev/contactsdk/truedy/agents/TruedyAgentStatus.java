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

  /** Being created; only on the page "Agents". */
  public static final TruedyAgentStatus CREATING = KNOWN.add("creating");

  /** Creation failed; only on the page "Agents". */
  public static final TruedyAgentStatus FAILED = KNOWN.add("failed");

  private TruedyAgentStatus(String value) {
    super(value);
  }

  /**
   * Returns the constant for a text.
   *
   * @param value the text as Truedy sends it; unknown texts are kept
   * @return the constant; for an unknown text, a value that holds it
   * @throws dev.contactsdk.core.error.InvalidRequestException when it is null
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TruedyAgentStatus of(String value) {
    return KNOWN.of(value);
  }
}
