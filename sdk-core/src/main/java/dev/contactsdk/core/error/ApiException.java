package dev.contactsdk.core.error;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The vendor answered, and refused. The nested classes are the kinds of refusal. The status may be
 * a success: some services put an error into one.
 *
 * <p>The message holds what the vendor says with personal data and credentials masked, and at its
 * end a hint of the SDK's own where there is one.
 */
public abstract sealed class ApiException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * What an answer says, ready to be shown. Prints its status only.
   *
   * @param status the HTTP status
   * @param origin who wrote the body
   * @param code the vendor's code, masked; null when there is none
   * @param message the vendor's text, masked; null when there is none
   * @param fieldErrors the fields that were found wrong, masked
   * @param retryAfter how long the vendor asks to wait; null when it does not say
   * @param hint what the SDK says of it, which is not the vendor's; null when nothing
   * @param clockSkew how far this machine's clock is ahead of the vendor's; null when not known
   * @param details what else the vendor's error holds, not masked
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
     * An answer of a status, for tests of applications.
     *
     * @param status the HTTP status
     * @param code the vendor's code; null for none
     * @param message the vendor's text; null for none
     * @return an answer that says nothing else
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

  private static final int USUAL_TEXT = 160;

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
    super(failure, describe(answer), null);
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
   * @return the code as text, also where the vendor sends a number; null when there is none
   */
  public final @Nullable String code() {
    return code;
  }

  /**
   * Why the vendor refused, in the vendor's words and without anything of the SDK's around them, as
   * a file of rejected rows shows it. Where the vendor only names fields, these with their texts.
   * Credentials, e-mail addresses, phone numbers, and values of personal fields are masked.
   *
   * @return one line; null when the vendor gave no reason
   */
  public final @Nullable String reason() {
    return message == null && !fieldErrors.isEmpty() ? describe(fieldErrors) : message;
  }

  /**
   * What the SDK says of the refusal, such as which API scope an operation needs, or how far this
   * machine's clock is off. Not the vendor's words. The message ends with it.
   *
   * @return one line; null when there is none
   */
  public final @Nullable String hint() {
    return hint;
  }

  /**
   * The fields that the vendor found wrong, whatever form it said so in.
   *
   * @return never null; empty when the vendor named none
   */
  public final List<FieldError> fieldErrors() {
    return fieldErrors;
  }

  /**
   * How long the vendor asks to wait.
   *
   * @return never negative; null when the vendor did not say
   */
  public final @Nullable Duration retryAfter() {
    return retryAfter;
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
    return answer == null ? Map.of() : answer.details();
  }

  /**
   * The headers of the refusal as they were received. Not masked; no message shows them.
   *
   * @return names compare without case; unmodifiable, never null; empty in a copy that was
   *     serialized
   */
  public final Map<String, List<String>> headers() {
    return answer == null ? Map.of() : answer.headers();
  }

  /**
   * The text of the refusal's body as it was received, decompressed. <b>Not masked</b>: it may
   * quote names, phone numbers and credentials of the request. No message and no log of the SDK
   * shows it; do not log it where personal data must not be.
   *
   * @return the first 64 KiB, read as UTF-8; empty when there was no body; null when it could not
   *     be read, and in a copy that was serialized
   */
  public final @Nullable String rawBody() {
    return answer == null ? null : answer.body();
  }

  /**
   * Who wrote the answer's body: the vendor, or perhaps a proxy or gateway on the way to it.
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

  private static String describe(Answer answer) {
    boolean success = answer.status() >= 200 && answer.status() <= 299;
    StringBuilder text = new StringBuilder(USUAL_TEXT).append("HTTP ").append(answer.status());
    text.append(success ? " with an error in its body" : "");
    String code = answer.code();
    if (code != null && !code.equals(Integer.toString(answer.status()))) {
      text.append(success ? ": code " : " ").append(code);
    }
    if (answer.message() != null) {
      text.append(", ").append(answer.message());
    }
    for (FieldError error : answer.fieldErrors()) {
      if (error.field() != null) {
        text.append("; ").append(error.field()).append(": ").append(error.message());
      }
    }
    return text.toString();
  }

  private static String describe(List<FieldError> errors) {
    StringJoiner text = new StringJoiner("; ");
    for (FieldError error : errors) {
      text.add(error.field() == null ? error.message() : error.field() + ": " + error.message());
    }
    return text.toString();
  }

  /** The request was found wrong (400, 412, 422): {@link #fieldErrors()} says where. */
  public static final class BadRequest extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure what is known of the call
     * @param answer what the vendor answered
     */
    public BadRequest(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /** The credential was not accepted (401). It is not tried again with the same credential. */
  public static final class Unauthorized extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure what is known of the call
     * @param answer what the vendor answered
     */
    public Unauthorized(Failure failure, Answer answer) {
      super(failure, answer);
    }

    /**
     * How far this machine's clock is ahead of the vendor's, by the answer's {@code Date} header. A
     * token says when it was made and until when it is good, so a wrong clock spoils it.
     *
     * @return positive when this machine is ahead, negative when it is behind, exact to some
     *     seconds; null when the answer had no such header
     */
    public @Nullable Duration clockSkew() {
      return skew();
    }
  }

  /** The account has to be paid for first (402). */
  public static final class PaymentRequired extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure what is known of the call
     * @param answer what the vendor answered
     */
    public PaymentRequired(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /**
   * The credential is good but not allowed to do this (403, or Kore.ai's 401 for a missing scope).
   */
  public static final class PermissionDenied extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure what is known of the call
     * @param answer what the vendor answered
     */
    public PermissionDenied(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /** There is no such thing (404). */
  public static final class NotFound extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure what is known of the call
     * @param answer what the vendor answered
     */
    public NotFound(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /**
   * What was to be created exists already, or changed meanwhile (409, or a vendor's text that says
   * so).
   */
  public static final class Conflict extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure what is known of the call
     * @param answer what the vendor answered
     */
    public Conflict(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /** The request is larger than the vendor takes (413). */
  public static final class PayloadTooLarge extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure what is known of the call
     * @param answer what the vendor answered
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
     * @param failure what is known of the call
     * @param answer what the vendor answered
     */
    public ServerError(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /**
   * Any other status; redirects among them, because they are never followed. Also an error that
   * came with a success status and does not say what it means: on a write the outcome is then
   * {@link Outcome#UNKNOWN}.
   */
  public static final class UnexpectedStatus extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure what is known of the call
     * @param answer what the vendor answered
     */
    public UnexpectedStatus(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }

  /**
   * The vendor's limit was hit (429, or a vendor's text that says so). The request was not carried
   * out.
   */
  public static final class RateLimited extends ApiException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param failure what is known of the call
     * @param answer what the vendor answered
     */
    public RateLimited(Failure failure, Answer answer) {
      super(failure, answer);
    }
  }
}
