package dev.contactsdk.truedy;

import dev.contactsdk.core.json.OpenValue;

/**
 * How the last call to a contact ended. Truedy may add values.
 *
 * <p>Source: Truedy, "Contacts".
 *
 * @param value Truedy's text; one that is not among the constants is kept as it is
 */
public record CallOutcome(String value) implements OpenValue {
  /** The contact was reached. */
  public static final CallOutcome CONTACTED = new CallOutcome("contacted");

  /** A voicemail answered. */
  public static final CallOutcome VOICEMAIL = new CallOutcome("voicemail");

  /** Nobody answered. */
  public static final CallOutcome NO_ANSWER = new CallOutcome("no_answer");

  /** The call was handed on to a person. */
  public static final CallOutcome ESCALATED = new CallOutcome("escalated");

  /** The contact is interested. */
  public static final CallOutcome INTERESTED = new CallOutcome("interested");

  /** The contact is not interested. */
  public static final CallOutcome NOT_INTERESTED = new CallOutcome("not_interested");

  /** The text itself. */
  @Override
  public String toString() {
    return value;
  }
}
