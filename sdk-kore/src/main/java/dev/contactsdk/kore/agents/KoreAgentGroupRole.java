package dev.contactsdk.kore.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/** What an agent is in an agent group. */
public final class KoreAgentGroupRole extends OpenValue {
  private static final Known<KoreAgentGroupRole> KNOWN = new Known<>(KoreAgentGroupRole::new);

  /** A member. */
  public static final KoreAgentGroupRole AGENT = KNOWN.add("agent");

  /** A manager of the group. */
  public static final KoreAgentGroupRole MANAGER = KNOWN.add("manager");

  private KoreAgentGroupRole(String value) {
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
  public static KoreAgentGroupRole of(String value) {
    return KNOWN.of(value);
  }
}
