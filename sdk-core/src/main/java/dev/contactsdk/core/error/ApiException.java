package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vendor answered, and refused. The nested classes are the kinds of refusal. */
public abstract sealed class ApiException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final ErrorDetails details;

  ApiException(Failure failure, int status, ErrorDetails details) {
    this(failure, status, details, "");
  }

  ApiException(Failure failure, int status, ErrorDetails details, String hint) {
    super(failure, describe(status, details) + hint, null);
    this.status = status;
    this.details = details;
  }

  /**
   * Makes the exception of the kind that the details name.
   *
   * @param failure what is known of the call
   * @param status the HTTP status
   * @param details what the answer says
   * @param now the time to count the vendor's wait from
   * @return an exception of one of the nested classes
   */
  public static ApiException of(Failure failure, int status, ErrorDetails details, Instant now) {
    return switch (details.kind()) {
      case BAD_REQUEST -> new BadRequest(failure, status, details);
      case UNAUTHORIZED -> new Unauthorized(failure, status, details);
      case PAYMENT_REQUIRED -> new PaymentRequired(failure, status, details);
      case PERMISSION_DENIED -> new PermissionDenied(failure, status, details);
      case NOT_FOUND -> new NotFound(failure, status, details);
      case CONFLICT -> new Conflict(failure, status, details);
      case PAYLOAD_TOO_LARGE -> new PayloadTooLarge(failure, status, details);
      case RATE_LIMITED -> new RateLimited(failure, status, details, now);
      case SERVER_ERROR -> new ServerError(failure, status, details);
      case UNEXPECTED_STATUS -> new UnexpectedStatus(failure, status, details);
    };
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
    return details.code();
  }

  /**
   * The vendor's own text, with values of the request masked.
   *
   * @return the text; null when there is none
   */
  public final @Nullable String vendorMessage() {
    return details.message();
  }

  /**
   * The fields that the vendor found wrong, whatever form it said so in.
   *
   * @return never null; empty when the vendor named none
   */
  public final List<FieldError> fieldErrors() {
    return details.fieldErrors();
  }

  /**
   * How long the vendor asks to wait.
   *
   * @return never negative; null when the vendor did not say
   */
  public final @Nullable Duration retryAfter() {
    return details.retryAfter();
  }

  private static String describe(int status, ErrorDetails details) {
    StringBuilder text = new StringBuilder("HTTP ").append(status);
    if (details.code() != null && !details.code().equals(Integer.toString(status))) {
      text.append(' ').append(details.code());
    }
    if (details.message() != null) {
      text.append(", ").append(details.message());
    }
    for (FieldError error : details.fieldErrors()) {
      if (error.field() != null) {
        text.append("; ").append(error.field()).append(": ").append(error.message());
      }
    }
    return text.toString();
  }

  /** The request was found wrong (400, 412, 422): {@link #fieldErrors()} says where. */
  public static final class BadRequest extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    BadRequest(Failure failure, int status, ErrorDetails details) {
      super(failure, status, details);
    }
  }

  /** The credential was not accepted (401). It is not tried again with the same credential. */
  public static final class Unauthorized extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    Unauthorized(Failure failure, int status, ErrorDetails details) {
      super(failure, status, details);
    }
  }

  /** The account has to be paid for first (402). */
  public static final class PaymentRequired extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    PaymentRequired(Failure failure, int status, ErrorDetails details) {
      super(failure, status, details);
    }
  }

  /**
   * The credential is good but not allowed to do this (403, or Kore.ai's 401 for a missing scope).
   */
  public static final class PermissionDenied extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    PermissionDenied(Failure failure, int status, ErrorDetails details) {
      super(failure, status, details);
    }
  }

  /** There is no such thing (404). */
  public static final class NotFound extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    NotFound(Failure failure, int status, ErrorDetails details) {
      super(failure, status, details);
    }
  }

  /**
   * What was to be created exists already, or changed meanwhile (409, or a vendor's text that says
   * so).
   */
  public static final class Conflict extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    Conflict(Failure failure, int status, ErrorDetails details) {
      super(failure, status, details);
    }
  }

  /** The request is larger than the vendor takes (413). */
  public static final class PayloadTooLarge extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    PayloadTooLarge(Failure failure, int status, ErrorDetails details) {
      super(failure, status, details);
    }
  }

  /** The vendor failed (5xx). On a write the outcome is {@link Outcome#UNKNOWN}. */
  public static final class ServerError extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    ServerError(Failure failure, int status, ErrorDetails details) {
      super(failure, status, details);
    }
  }

  /** Any other status that is not a success; redirects among them, for they are never followed. */
  public static final class UnexpectedStatus extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    UnexpectedStatus(Failure failure, int status, ErrorDetails details) {
      super(failure, status, details);
    }
  }

  /**
   * The vendor's limit was hit (429, or a vendor's text that says so). The request was not carried
   * out.
   */
  public static final class RateLimited extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    RateLimited(Failure failure, int status, ErrorDetails details, Instant now) {
      super(failure, status, details, until(details.retryAfter(), now));
    }

    private static String until(@Nullable Duration retryAfter, Instant now) {
      return retryAfter == null
          ? ""
          : "; may be repeated in " + retryAfter + ", at " + now.plus(retryAfter);
    }
  }
}
