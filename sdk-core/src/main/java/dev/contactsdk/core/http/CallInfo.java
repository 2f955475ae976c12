package dev.contactsdk.core.http;

import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;

/** What interceptors and transports may know of the call that a request belongs to. */
public interface CallInfo {
  /**
   * The operation's name.
   *
   * @return for example {@code kore.contacts.create}
   */
  String operation();

  /**
   * The path with its placeholders.
   *
   * @return safe to log: no ids
   */
  String pathTemplate();

  /**
   * What the operation does.
   *
   * @return its effect on the vendor's data
   */
  Effect effect();

  /**
   * By when the call has to be over.
   *
   * @return the deadline over all attempts and waits
   */
  Deadline deadline();

  /**
   * The clock of the call.
   *
   * @return the client's time source
   */
  default TimeSource time() {
    return deadline().time();
  }

  /**
   * How long an attempt that begins now may take.
   *
   * @return nanoseconds: the timeout of an attempt, trimmed to what is left of the deadline
   */
  long attemptNanos();

  /**
   * How many attempts were begun.
   *
   * @return 0 before the first
   */
  int attempts();
}
