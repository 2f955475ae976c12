package dev.contactsdk.core.error;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The facts that every failure carries.
 *
 * @param operation the operation's name, such as {@code truedy.contacts.create}; for input refused
 *     before a call exists, the type that refused it, such as {@code NewKoreContact}
 * @param read whether the operation only reads: then the message leaves the outcome out
 * @param outcome what became of the write, over all attempts; for a read never {@link
 *     Outcome#APPLIED}, which becomes {@link Outcome#UNKNOWN}
 * @param requestId the vendor's id of the request; null when the vendor gave none
 * @param attempts how many attempts were begun; 0 when the call failed before the first
 * @param request the request's method, address and path, with placeholders for ids and without its
 *     query; null when the call failed before there was one
 * @param waited how long the call waited for permits and between its attempts
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
   * A read applies nothing.
   *
   * @param operation the operation's name
   * @param read whether the operation only reads
   * @param outcome what became of the write
   * @param requestId the vendor's id of the request
   * @param attempts how many attempts were begun
   * @param request the request's method, address and path
   * @param waited how long the call waited
   */
  public Failure {
    outcome = read && outcome == Outcome.APPLIED ? Outcome.UNKNOWN : outcome;
  }

  /**
   * A failure of a call without a request of its own, which has not waited.
   *
   * @param operation the operation's name
   * @param read whether the operation only reads
   * @param outcome what became of the write
   * @param requestId the vendor's id of the request; null when the vendor gave none
   * @param attempts how many attempts were begun
   */
  public Failure(
      String operation, boolean read, Outcome outcome, @Nullable String requestId, int attempts) {
    this(operation, read, outcome, requestId, attempts, null, Duration.ZERO);
  }

  /**
   * A failure before anything was sent.
   *
   * @param operation the operation's or the refusing type's name
   * @return a failure with {@link Outcome#NOT_SENT} and no attempt
   */
  public static Failure notSent(String operation) {
    return new Failure(operation, false, Outcome.NOT_SENT, null, 0);
  }
}
