package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The base class of all failures of this SDK. Unchecked. Each kind is a subclass in this package.
 *
 * <p>Messages name the operation, the outcome, the request id and the request's path. In the
 * vendor's text, credentials and the personal fields that the vendor module knows are masked.
 */
public abstract sealed class SdkException extends RuntimeException
    permits ApiException,
        CallTimeoutException,
        CanceledException,
        ConnectionException,
        CredentialException,
        IncompleteListException,
        InvalidRequestException,
        RateLimitWaitException,
        ResponseFormatException,
        UnconfirmedWriteException {
  @Serial private static final long serialVersionUID = 1L;

  private final Failure failure;

  SdkException(Failure failure, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.failure = failure;
  }

  /**
   * The outcome of the write. For a read it only says how far the exchange got. It is never {@link
   * Outcome#APPLIED}, because a read changes nothing.
   *
   * @return the outcome over all attempts of the call
   */
  public final Outcome outcome() {
    return failure.outcome();
  }

  /**
   * The operation that failed.
   *
   * @return for example {@code kore.contacts.create}; for input rejected while it was built, the
   *     rejecting type's name
   */
  public final String operation() {
    return failure.operation();
  }

  /**
   * The vendor's request id, for support cases.
   *
   * @return the id; null when there is none
   */
  public final @Nullable String requestId() {
    return failure.requestId();
  }

  /**
   * The number of attempts started.
   *
   * @return 0 when the call failed before its first attempt
   */
  public final int attempts() {
    return failure.attempts();
  }

  /**
   * How long the call waited for rate limit permits and between attempts.
   *
   * @return zero when it did not wait
   */
  public final Duration waited() {
    return failure.waited();
  }

  /** The text after the facts in the message; null for none. */
  @Nullable String ending() {
    return null;
  }

  /**
   * The facts of this failure, for building another exception.
   *
   * @return operation, outcome, request id, attempts, request and waits
   */
  public final Failure failure() {
    return failure;
  }

  /**
   * The message with the operation, the outcome of a write, the number of attempts if more than
   * one, the request id, and the request's method, address and path.
   */
  @Override
  public final String getMessage() {
    StringJoiner facts = new StringJoiner(", ", " [", "]").setEmptyValue("");
    if (!failure.read()) {
      facts.add("outcome " + failure.outcome());
    }
    if (failure.attempts() > 1) {
      facts.add(failure.attempts() + " attempts");
    }
    if (failure.requestId() != null) {
      facts.add("request id " + failure.requestId());
    }
    if (failure.request() != null) {
      facts.add(failure.request());
    }
    String ending = ending();
    return failure.operation()
        + ": "
        + super.getMessage()
        + facts
        + (ending == null ? "" : " Hint: " + ending);
  }
}
