package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vendor answered, and refused. The nested classes are the kinds of refusal. The status may be
 * a success: some services put an error into one.
 */
public abstract sealed class ApiException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final ErrorDetails error;

  /** Not serialized: the values may be personal. */
  private final transient @Nullable Map<String, @Nullable Object> details;

  ApiException(Failure failure, int status, ErrorDetails error) {
    this(failure, status, error, "");
  }

  ApiException(Failure failure, int status, ErrorDetails error, String hint) {
    super(failure, describe(status, error) + hint, null);
    this.status = status;
    this.error = error.withoutDetails();
    this.details = error.details();
  }

  /**
   * Makes the exception of the kind that the details name.
   *
   * @param failure what is known of the call
   * @param status the HTTP status
   * @param error what the answer says
   * @param now this machine's time, to count the vendor's wait from
   * @param serverTime the time by the answer's Date header; null when there is none
   * @return an exception of one of the nested classes
   */
  public static ApiException of(
      Failure failure, int status, ErrorDetails error, Instant now, @Nullable Instant serverTime) {
    return switch (error.kind()) {
      case BAD_REQUEST -> new BadRequest(failure, status, error);
      case UNAUTHORIZED -> new Unauthorized(failure, status, error, skew(now, serverTime));
      case PAYMENT_REQUIRED -> new PaymentRequired(failure, status, error);
      case PERMISSION_DENIED -> new PermissionDenied(failure, status, error);
      case NOT_FOUND -> new NotFound(failure, status, error);
      case CONFLICT -> new Conflict(failure, status, error);
      case PAYLOAD_TOO_LARGE -> new PayloadTooLarge(failure, status, error);
      case RATE_LIMITED -> new RateLimited(failure, status, error, now);
      case SERVER_ERROR -> new ServerError(failure, status, error);
      case UNEXPECTED_STATUS -> new UnexpectedStatus(failure, status, error);
    };
  }

  private static @Nullable Duration skew(Instant now, @Nullable Instant serverTime) {
    return serverTime == null ? null : Duration.between(serverTime, now);
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
   * @return the code as text, also where the vendor sends a number; null when there is none
   */
  public final @Nullable String code() {
    return error.code();
  }

  /**
   * The vendor's own text, with values of the request masked.
   *
   * @return the text; null when there is none
   */
  public final @Nullable String vendorMessage() {
    return error.message();
  }

  /**
   * The fields that the vendor found wrong, whatever form it said so in.
   *
   * @return never null; empty when the vendor named none
   */
  public final List<FieldError> fieldErrors() {
    return error.fieldErrors();
  }

  /**
   * How long the vendor asks to wait.
   *
   * @return never negative; null when the vendor did not say
   */
  public final @Nullable Duration retryAfter() {
    return error.retryAfter();
  }

  /**
   * What else the vendor's error holds, such as Truedy's {@code reason} of a 402, and {@code
   * resource} and {@code id} of a 404. As the vendor sent it: values may be personal, so no message
   * shows them.
   *
   * @return unmodifiable, never null; empty when there is nothing, and in a copy that was
   *     serialized
   */
  public final Map<String, @Nullable Object> details() {
    return details == null ? Map.of() : details;
  }

  /**
   * Who wrote the answer's body: the vendor, or perhaps a proxy or gateway on the way to it.
   *
   * @return the origin
   */
  public final ErrorOrigin origin() {
    return error.origin();
  }

  private static String describe(int status, ErrorDetails error) {
    boolean success = status >= 200 && status <= 299;
    StringBuilder text = new StringBuilder("HTTP ").append(status);
    text.append(success ? " with an error in its body" : "");
    if (error.code() != null && !error.code().equals(Integer.toString(status))) {
      text.append(success ? ": code " : " ").append(error.code());
    }
    if (error.message() != null) {
      text.append(", ").append(error.message());
    }
    for (FieldError field : error.fieldErrors()) {
      if (field.field() != null) {
        text.append("; ").append(field.field()).append(": ").append(field.message());
      }
    }
    if (error.origin() == ErrorOrigin.FOREIGN) {
      text.append("; the body is not the vendor's: a proxy or gateway may have answered");
    }
    return text.toString();
  }

  /** The request was found wrong (400, 412, 422): {@link #fieldErrors()} says where. */
  public static final class BadRequest extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    BadRequest(Failure failure, int status, ErrorDetails error) {
      super(failure, status, error);
    }
  }

  /** The credential was not accepted (401). It is not tried again with the same credential. */
  public static final class Unauthorized extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /** The Date header has whole seconds, and the answer takes a while to arrive. */
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(60);

    private final @Nullable Duration clockSkew;

    Unauthorized(Failure failure, int status, ErrorDetails error, @Nullable Duration clockSkew) {
      super(failure, status, error, hint(clockSkew));
      this.clockSkew = clockSkew;
    }

    /**
     * How far this machine's clock is ahead of the vendor's, by the answer's {@code Date} header. A
     * token says when it was made and until when it is good, so a wrong clock spoils it.
     *
     * @return positive when this machine is ahead, negative when it is behind, exact to some
     *     seconds; null when the answer had no such header
     */
    public @Nullable Duration clockSkew() {
      return clockSkew;
    }

    private static String hint(@Nullable Duration skew) {
      return skew == null || skew.abs().compareTo(TOLERATED_SKEW) <= 0
          ? ""
          : "; this machine's clock is "
              + skew.abs().toSeconds()
              + " s "
              + (skew.isNegative() ? "behind" : "ahead of")
              + " the vendor's (by its Date header): a token's iat/exp depend on it";
    }
  }

  /** The account has to be paid for first (402). */
  public static final class PaymentRequired extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    PaymentRequired(Failure failure, int status, ErrorDetails error) {
      super(failure, status, error);
    }
  }

  /**
   * The credential is good but not allowed to do this (403, or Kore.ai's 401 for a missing scope).
   */
  public static final class PermissionDenied extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    PermissionDenied(Failure failure, int status, ErrorDetails error) {
      super(failure, status, error);
    }
  }

  /** There is no such thing (404). */
  public static final class NotFound extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    NotFound(Failure failure, int status, ErrorDetails error) {
      super(failure, status, error);
    }
  }

  /**
   * What was to be created exists already, or changed meanwhile (409, or a vendor's text that says
   * so).
   */
  public static final class Conflict extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    Conflict(Failure failure, int status, ErrorDetails error) {
      super(failure, status, error);
    }
  }

  /** The request is larger than the vendor takes (413). */
  public static final class PayloadTooLarge extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    PayloadTooLarge(Failure failure, int status, ErrorDetails error) {
      super(failure, status, error);
    }
  }

  /** The vendor failed (5xx). On a write the outcome is {@link Outcome#UNKNOWN}. */
  public static final class ServerError extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    ServerError(Failure failure, int status, ErrorDetails error) {
      super(failure, status, error);
    }
  }

  /**
   * Any other status; redirects among them, because they are never followed. Also an error that
   * came with a success status and does not say what it means: on a write the outcome is then
   * {@link Outcome#UNKNOWN}.
   */
  public static final class UnexpectedStatus extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    UnexpectedStatus(Failure failure, int status, ErrorDetails error) {
      super(failure, status, error);
    }
  }

  /**
   * The vendor's limit was hit (429, or a vendor's text that says so). The request was not carried
   * out.
   */
  public static final class RateLimited extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    RateLimited(Failure failure, int status, ErrorDetails error, Instant now) {
      super(failure, status, error, until(error.retryAfter(), now));
    }

    private static String until(@Nullable Duration retryAfter, Instant now) {
      return retryAfter == null
          ? ""
          : "; may be repeated in " + retryAfter + ", at " + now.plus(retryAfter);
    }
  }
}
