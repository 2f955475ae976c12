package dev.contactsdk.core.error;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a failure.
 *
 * @param operation the operation's name, such as {@code truedy.contacts.create}; for input rejected
 *     before a call exists, the rejecting type, such as {@code NewKoreContact}
 * @param read whether the operation only reads; the message then leaves out the outcome
 * @param outcome the outcome of the write over all attempts; for a read, {@link Outcome#APPLIED}
 *     becomes {@link Outcome#UNKNOWN}
 * @param requestId the vendor's request id; null when there is none
 * @param attempts the number of attempts started; 0 when the call failed before the first
 * @param request the request's method, address and path, with placeholders for ids and without the
 *     query; null when there was no request yet
 * @param waited how long the call waited for rate limit permits and between attempts
 */
public record Failure(
    String operation,
    boolean read,
    Outcome outcome,
    @Nullable String requestId,
    int attempts,
    @Nullable String request,
    Duration waited)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Replaces {@link Outcome#APPLIED} of a read, because a read applies nothing.
   *
   * @param operation the operation's name
   * @param read whether the operation only reads
   * @param outcome the outcome of the write
   * @param requestId the vendor's request id
   * @param attempts the number of attempts started
   * @param request the request's method, address and path
   * @param waited how long the call waited
   */
  public Failure {
    outcome = read && outcome == Outcome.APPLIED ? Outcome.UNKNOWN : outcome;
  }

  /**
   * Creates a failure without a request or waits.
   *
   * @param operation the operation's name
   * @param read whether the operation only reads
   * @param outcome the outcome of the write
   * @param requestId the vendor's request id; null when there is none
   * @param attempts the number of attempts started
   */
  public Failure(
      String operation, boolean read, Outcome outcome, @Nullable String requestId, int attempts) {
    this(operation, read, outcome, requestId, attempts, null, Duration.ZERO);
  }

  /**
   * Creates a failure before anything was sent.
   *
   * @param operation the name of the operation or the rejecting type
   * @return a failure with {@link Outcome#NOT_SENT} and no attempt
   */
  public static Failure notSent(String operation) {
    return new Failure(operation, false, Outcome.NOT_SENT, null, 0);
  }
}
