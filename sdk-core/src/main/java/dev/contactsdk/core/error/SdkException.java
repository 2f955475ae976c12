package dev.contactsdk.core.error;

import java.io.Serial;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The root of every failure of this SDK. Unchecked; each kind is a subclass in this package.
 *
 * <p>Messages name the operation, the outcome and the request id. They never hold credentials, and
 * no personal data of the request: where a vendor's text quotes it, it is masked.
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
   * What became of the write. For a read it only says how far the exchange got, and is never {@link
   * Outcome#APPLIED}: a read changes nothing.
   *
   * @return the outcome over all attempts of the call
   */
  public final Outcome outcome() {
    return failure.outcome();
  }

  /**
   * The operation that failed.
   *
   * @return for example {@code kore.contacts.create}; for input refused while it was built, the
   *     refusing type's name
   */
  public final String operation() {
    return failure.operation();
  }

  /**
   * The vendor's id of the request, to quote in a support case.
   *
   * @return the id; null when the vendor gave none
   */
  public final @Nullable String requestId() {
    return failure.requestId();
  }

  /**
   * How many attempts were begun.
   *
   * @return 0 when the call failed before its first attempt
   */
  public final int attempts() {
    return failure.attempts();
  }

  /**
   * The facts of this failure, for building another exception on it.
   *
   * @return operation, outcome, request id and attempts
   */
  public final Failure failure() {
    return failure;
  }

  /**
   * The message with operation, the outcome of a write, the attempts where there were several, and
   * the request id.
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
    return failure.operation() + ": " + super.getMessage() + facts;
  }
}
