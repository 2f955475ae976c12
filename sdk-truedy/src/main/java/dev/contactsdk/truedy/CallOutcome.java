package dev.contactsdk.truedy;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.contactsdk.core.json.OpenValue;

/**
 * How the last call to a contact ended. Truedy may add values.
 *
 * <p>Source: Truedy, "Contacts".
 */
public final class CallOutcome extends OpenValue {
  private static final Known<CallOutcome> KNOWN = new Known<>(CallOutcome::new);

  /** The contact was reached. */
  public static final CallOutcome CONTACTED = KNOWN.add("contacted");

  /** A voicemail answered. */
  public static final CallOutcome VOICEMAIL = KNOWN.add("voicemail");

  /** Nobody answered. */
  public static final CallOutcome NO_ANSWER = KNOWN.add("no_answer");

  /** The call was handed on to a person. */
  public static final CallOutcome ESCALATED = KNOWN.add("escalated");

  /** The contact is interested. */
  public static final CallOutcome INTERESTED = KNOWN.add("interested");

  /** The contact is not interested. */
  public static final CallOutcome NOT_INTERESTED = KNOWN.add("not_interested");

  private CallOutcome(String value) {
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
  public static CallOutcome of(String value) {
    return KNOWN.of(value);
  }
}
