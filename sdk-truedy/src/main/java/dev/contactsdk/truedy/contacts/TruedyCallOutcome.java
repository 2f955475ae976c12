package dev.contactsdk.truedy.contacts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/**
 * How the last call to a contact ended. Truedy may add values.
 *
 * <p>Source: Truedy, "Contacts".
 */
public final class TruedyCallOutcome extends OpenValue {
  private static final Known<TruedyCallOutcome> KNOWN = new Known<>(TruedyCallOutcome::new);

  /** The contact was reached. */
  public static final TruedyCallOutcome CONTACTED = KNOWN.add("contacted");

  /** A voicemail answered. */
  public static final TruedyCallOutcome VOICEMAIL = KNOWN.add("voicemail");

  /** Nobody answered. */
  public static final TruedyCallOutcome NO_ANSWER = KNOWN.add("no_answer");

  /** The call was transferred to a person. */
  public static final TruedyCallOutcome ESCALATED = KNOWN.add("escalated");

  /** The contact is interested. */
  public static final TruedyCallOutcome INTERESTED = KNOWN.add("interested");

  /** The contact is not interested. */
  public static final TruedyCallOutcome NOT_INTERESTED = KNOWN.add("not_interested");

  private TruedyCallOutcome(String value) {
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
  public static TruedyCallOutcome of(String value) {
    return KNOWN.of(value);
  }
}
