package dev.contactsdk.core.http;

import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;

/** The call that a request belongs to, as interceptors and transports see it. */
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
   * @return the path; safe to log, because it has no ids
   */
  String pathTemplate();

  /**
   * The effect of the operation.
   *
   * @return its effect on the vendor's data
   */
  Effect effect();

  /**
   * The deadline of the call.
   *
   * @return the deadline for all attempts and waits
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
   * How long an attempt that starts now may take.
   *
   * @return nanoseconds: the attempt's timeout, limited by the deadline
   */
  long attemptNanos();

  /**
   * The number of attempts started.
   *
   * @return 0 before the first
   */
  int attempts();
}
