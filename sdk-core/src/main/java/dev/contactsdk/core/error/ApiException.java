package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vendor answered with an error. The nested classes are the kinds of errors. The status may be
 * a success, because some services report errors with a success status.
 *
 * <p>The message has the vendor's text, with personal data and credentials masked, and ends with
 * the SDK's hint if there is one.
 */
public abstract sealed class ApiException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * The content of an error answer. {@link #toString()} shows only the status.
   *
   * @param status the HTTP status
   * @param origin who wrote the body
   * @param code the vendor's code, masked; null when there is none
   * @param message the vendor's text, masked; null when there is none
   * @param fieldErrors the fields that the vendor found wrong, masked
   * @param retryAfter how long the vendor asks to wait; null when it does not ask
   * @param hint the SDK's own hint; null when there is none
   * @param clockSkew how far this machine's clock is ahead of the vendor's; null when unknown
   * @param details other content of the vendor's error, not masked
   * @param headers the headers as received, not masked
   * @param body the body's text, not masked; null when it could not be read
   */
  public record Answer(
      int status,
      ErrorOrigin origin,
      @Nullable String code,
      @Nullable String message,
      List<FieldError> fieldErrors,
      @Nullable Duration retryAfter,
      @Nullable String hint,
      @Nullable Duration clockSkew,
      Map<String, @Nullable Object> details,
      Map<String, List<String>> headers,
      @Nullable String body) {
    /**
     * Creates an answer, for application tests.
     *
     * @param status the HTTP status
     * @param code the vendor's code; null for none
     * @param message the vendor's text; null for none
     * @return an answer with nothing else
     */
    public static Answer of(int status, @Nullable String code, @Nullable String message) {
      return new Answer(
          status,
          ErrorOrigin.VENDOR,
          code,
          message,
          List.of(),
          null,
          null,
          null,
          Map.of(),
          Map.of(),
          null);
    }

    @Override
    public String toString() {
      return "Answer[status=" + status + "]";
    }
  }

  private final int status;
  private final ErrorOrigin origin;
  private final @Nullable String code;
  private final @Nullable String message;

  @SuppressWarnings("serial") // List.copyOf makes a serializable list
  private final List<FieldError> fieldErrors;

  private final @Nullable Duration retryAfter;
  private final @Nullable String hint;
  private final @Nullable Duration clockSkew;

  /** Not serialized: details, headers and body are not masked. */
  private final transient @Nullable Answer answer;

  ApiException(Failure failure, Answer answer) {
    super(failure, ErrorText.of(answer), null);
    this.status = answer.status();
    this.origin = answer.origin();
    this.code = answer.code();
    this.message = answer.message();
    this.fieldErrors = List.copyOf(answer.fieldErrors());
    this.retryAfter = answer.retryAfter();
    this.hint = answer.hint();
    this.clockSkew = answer.clockSkew();
    this.answer = answer;
  }

  /**
   * The HTTP status.
   *
   * @return for example 422
   */
  public final int status() {
    return status;
  }

  /**
   * The vendor's own code.
   *
   * @return the code as text, even if the vendor sends a number; null when there is none
   */
  public final @Nullable String code() {
    return code;
  }

  /**
   * The vendor's reason, in the vendor's words only, suitable for a file of rejected rows. If the
   * vendor only names fields, it lists these with their texts. Credentials, e-mail addresses, phone
   * numbers and values of personal fields are masked.
   *
   * @return one line; null when the vendor gave no reason
   */
  public final @Nullable String reason() {
    return message == null && !fieldErrors.isEmpty() ? ErrorText.of(fieldErrors) : message;
  }

  /**
   * The SDK's own hint, such as which API scope an operation needs, or how far this machine's clock
   * is off. The message ends with it.
   *
   * @return one line; null when there is none
   */
  public final @Nullable String hint() {
    return hint;
  }

  /**
   * The fields that the vendor found wrong, whatever the form of its answer.
   *
   * @return never null; empty when the vendor named none
   */
  public final List<FieldError> fieldErrors() {
    return fieldErrors;
  }

  /**
   * How long the vendor asks to wait.
   *
   * @return never negative; null when the vendor did not ask
   */
  public final @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /**
   * Other content of the vendor's error, such as Truedy's {@code reason} of a 402, or {@code
   * resource} and {@code id} of a 404. Not masked: values may be personal, so no message shows
   * them.
   *
   * @return unmodifiable, never null; empty when there is nothing, and after deserialization
   */
  public final Map<String, @Nullable Object> details() {
    return answer == null ? Map.of() : answer.details();
  }

  /**
   * The headers of the answer as received. Not masked; no message shows them.
   *
   * @return the headers; names ignore case; unmodifiable, never null; empty after deserialization
   */
  public final Map<String, List<String>> headers() {
    return answer == null ? Map.of() : answer.headers();
  }

  /**
   * The text of the answer's body, decompressed. <b>Not masked</b>: it may quote names, phone
   * numbers and credentials of the request. The SDK never puts it in messages or logs. Do not log
   * it where personal data is not allowed.
   *
   * @return the first 64 KiB, read as UTF-8; empty when there was no body; null when it could not
   *     be read, and after deserialization
   */
  public final @Nullable String rawBody() {
    return answer == null ? null : answer.body();
  }

  /**
   * Who wrote the answer's body: the vendor, or perhaps a proxy or gateway in between.
   *
   * @return the origin
   */
  public final ErrorOrigin origin() {
    return origin;
  }

  @Override
  final @Nullable String ending() {
    return hint;
  }

  final @Nullable Duration skew() {
    return clockSkew;
  }

  /** The request is invalid (400, 412, 422); see {@link #fieldErrors()}. */
  public static final class BadRequest extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public BadRequest(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /** The vendor rejected the credential (401). The SDK does not retry with the same credential. */
  public static final class Unauthorized extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public Unauthorized(Failure failure, Answer answer) {
      super(failure, answer);
    }

    /**
     * How far this machine's clock is ahead of the vendor's, by the answer's {@code Date} header.
     * Tokens contain their issue and expiry times, so a wrong clock makes them invalid.
     *
     * @return positive when this machine is ahead, negative when it is behind, accurate to some
     *     seconds; null when the answer had no such header
     */
    public @Nullable Duration clockSkew() {
      return skew();
    }
  }

  /** The account needs a payment first (402). */
  public static final class PaymentRequired extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public PaymentRequired(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /**
   * The credential is valid but lacks the permission (403, or Kore.ai's 401 for a missing scope).
   */
  public static final class PermissionDenied extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public PermissionDenied(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /** The resource does not exist (404). */
  public static final class NotFound extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public NotFound(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /** The record already exists or has changed meanwhile (409, or a vendor's text that says so). */
  public static final class Conflict extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public Conflict(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /** The request is larger than the vendor accepts (413). */
  public static final class PayloadTooLarge extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public PayloadTooLarge(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /** The vendor failed (5xx). On a write the outcome is {@link Outcome#UNKNOWN}. */
  public static final class ServerError extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public ServerError(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /**
   * Any other status, including redirects, which are never followed. Also an error with a success
   * status that does not say what it means. On a write, the outcome is then {@link
   * Outcome#UNKNOWN}.
   */
  public static final class UnexpectedStatus extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public UnexpectedStatus(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /**
   * The vendor's rate limit was hit (429, or a vendor's text that says so). The request was not
   * processed.
   */
  public static final class RateLimited extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure the facts of the call
     * @param answer the vendor's answer
     */
    public RateLimited(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }
}
