package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.internal.privacy.Mask;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.spi.error.ErrorReader;
import dev.contactsdk.core.spi.error.HttpDate;
import dev.contactsdk.core.spi.error.Refusal;
import dev.contactsdk.core.spi.error.RetryAfter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates the exception for an error answer, and decides what the answer proves. */
public record Refusals(ErrorReader errors, Masking masking) {
  /** The server, or a proxy in front of it, stopped waiting. Nginx and AWS have the last three. */
  private static final Set<Integer> GAVE_UP = Set.of(408, 444, 460, 499);

  private static final int LONGEST_BODY = 64 * 1024;

  private static final Pattern TOKEN_TIME =
      Pattern.compile("\\b(?:iat|exp|nbf|expired|not active)\\b", Pattern.CASE_INSENSITIVE);

  /** The Date header has whole seconds, and the answer takes time to arrive. */
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(60);

  ApiException of(HttpRequest request, HttpResponse response) {
    CallContext call = CallContext.of(request);
    Instant now = call.time().now();
    Refusal refusal = admitted(read(response, now), response.status(), call.effect());
    return exception(request, response, refusal, outcome(request, response.status(), refusal));
  }

  /**
   * The refusal that an application's interceptor returned. It may hide the vendor's answer, so it
   * does not prove that a write was rejected.
   */
  ApiException ofApplication(HttpRequest request, HttpResponse response) {
    CallContext call = CallContext.of(request);
    Refusal refusal = admitted(read(response, call.time().now()), response.status(), call.effect());
    Outcome ofSent = call.effect() == Effect.READ ? Outcome.REJECTED : Outcome.UNKNOWN;
    return exception(request, response, refusal, call.isSent() ? ofSent : Outcome.NOT_SENT);
  }

  /**
   * The refusal that came with a success status; null when there is none.
   *
   * @param answer the content of the body
   * @param ofSeveral whether the answer is about several records
   */
  public @Nullable ApiException inSuccess(
      HttpRequest request, HttpResponse response, @Nullable Object answer, boolean ofSeveral) {
    CallContext call = CallContext.of(request);
    Refusal refusal;
    try {
      refusal = errors.read(asAnswer(response, answer), call.time().now());
    } catch (RuntimeException e) {
      return null;
    }
    if (!refusal.origin().isVendor()) {
      return null;
    }
    boolean ofOne =
        SeveralRecords.areUntouched(response.status(), refusal.kind())
            || !(ofSeveral || SeveralRecords.areIn(request));
    boolean refused =
        call.effect() == Effect.READ
            || (refusal.origin() == ErrorOrigin.VENDOR && saysRefused(refusal.kind()) && ofOne);
    return exception(request, response, refusal, refused ? Outcome.REJECTED : Outcome.UNKNOWN);
  }

  private static HttpResponse asAnswer(HttpResponse response, @Nullable Object answer) {
    return HttpResponse.of(
        response.status(),
        response.headers().with("Content-Encoding", "identity"),
        Json.write(answer));
  }

  /** With a success status, only the vendor's code or text can prove a refusal. */
  private static boolean saysRefused(ErrorKind kind) {
    return kind != ErrorKind.SERVER_ERROR && kind != ErrorKind.UNEXPECTED_STATUS;
  }

  /** If the reader fails, the status alone decides. */
  private Refusal read(HttpResponse response, Instant now) {
    try {
      return errors.read(response, now);
    } catch (RuntimeException e) {
      return Refusal.ofStatus(response.status())
          .withRetryAfter(RetryAfter.read(response.headers(), now));
    }
  }

  /**
   * Code and text may refine a 4xx, and may say that a read with a 5xx hit the rate limit. After
   * any other 5xx the write may have happened. The text does not count then: it may quote a
   * contact's name.
   */
  private static Refusal admitted(Refusal refusal, int status, Effect effect) {
    boolean open = status >= 400 && status <= 499 && !GAVE_UP.contains(status);
    boolean limitedRead =
        status >= 500 && effect == Effect.READ && refusal.kind() == ErrorKind.RATE_LIMITED;
    return open || limitedRead ? refusal : refusal.withKind(ErrorKind.ofStatus(status));
  }

  /**
   * The write may have happened after a 5xx, or after a redirect to the result. The same holds for
   * the page of a proxy that stopped waiting for the vendor. A refusal of several records may be
   * one of some.
   */
  private static Outcome outcome(HttpRequest request, int status, Refusal refusal) {
    if (CallContext.of(request).effect() == Effect.READ) {
      return Outcome.REJECTED;
    }
    boolean refused =
        provesRefusal(status, refusal)
            && (SeveralRecords.areUntouched(status, refusal.kind())
                || !SeveralRecords.areIn(request));
    return refused ? Outcome.REJECTED : Outcome.UNKNOWN;
  }

  private static boolean provesRefusal(int status, Refusal refusal) {
    return switch (status) {
      case 307, 308, 407, 429 -> true;
      default -> status >= 400 && status <= 499 && !GAVE_UP.contains(status) && isByVendor(refusal);
    };
  }

  private static boolean isByVendor(Refusal refusal) {
    return refusal.kind() == ErrorKind.RATE_LIMITED || refusal.origin().provesRefusal();
  }

  private ApiException exception(
      HttpRequest request, HttpResponse response, Refusal refusal, Outcome outcome) {
    Mask mask = CallContext.mask(masking, request);
    CallContext call = CallContext.of(request);
    Failure failure =
        call.failure(outcome, mask.id(RequestIds.of(refusal.requestId(), response.headers())));
    String advice = failure.outcome() == Outcome.UNKNOWN ? SeveralRecords.advice(request) : null;
    ApiException.Answer answer = shown(mask, response, refusal, advice, call);
    return switch (refusal.kind()) {
      case BAD_REQUEST -> new ApiException.BadRequest(failure, answer);
      case UNAUTHORIZED -> new ApiException.Unauthorized(failure, answer);
      case PAYMENT_REQUIRED -> new ApiException.PaymentRequired(failure, answer);
      case PERMISSION_DENIED -> new ApiException.PermissionDenied(failure, answer);
      case NOT_FOUND -> new ApiException.NotFound(failure, answer);
      case CONFLICT -> new ApiException.Conflict(failure, answer);
      case PAYLOAD_TOO_LARGE -> new ApiException.PayloadTooLarge(failure, answer);
      case RATE_LIMITED -> new ApiException.RateLimited(failure, answer);
      case SERVER_ERROR -> new ApiException.ServerError(failure, answer);
      case UNEXPECTED_STATUS -> new ApiException.UnexpectedStatus(failure, answer);
    };
  }

  private static ApiException.Answer shown(
      Mask mask,
      HttpResponse response,
      Refusal refusal,
      @Nullable String advice,
      CallContext call) {
    Instant now = call.time().now();
    Instant serverTime = HttpDate.parse(response.headers().get("Date"));
    Duration skew = serverTime == null ? null : Duration.between(serverTime, now);
    return new ApiException.Answer(
        response.status(),
        refusal.origin(),
        mask.text(refusal.code()),
        mask.text(refusal.message()),
        refusal.fieldErrors().stream().map(error -> shown(mask, error)).toList(),
        refusal.retryAfter(),
        hint(refusal, advice, skew, call),
        skew,
        refusal.details(),
        response.headers().toMap(),
        body(response));
  }

  private static FieldError shown(Mask mask, FieldError error) {
    String message = mask.text(error.message());
    return new FieldError(
        mask.field(error.field()), message == null ? "" : message, mask.text(error.code()));
  }

  private static @Nullable String hint(
      Refusal refusal, @Nullable String advice, @Nullable Duration skew, CallContext call) {
    StringJoiner hints = new StringJoiner(" ");
    if (advice != null) {
      hints.add(advice);
    }
    if (refusal.hint() != null) {
      hints.add(refusal.hint());
    }
    if (refusal.origin() == ErrorOrigin.FOREIGN) {
      hints.add("The body is not the vendor's: a proxy or gateway may have answered.");
    }
    Duration wait = refusal.retryAfter();
    if (wait != null && mayBeRepeated(refusal.kind(), call.effect())) {
      hints.add("May be repeated in " + wait + ", at " + call.time().now().plus(wait) + ".");
    }
    if (refusal.kind() == ErrorKind.UNAUTHORIZED && skew != null && clockMatters(refusal, skew)) {
      hints.add(clockHint(skew));
    }
    return hints.length() == 0 ? null : hints.toString();
  }

  /** A write that may have happened is not repeated, however long the server asks to wait. */
  private static boolean mayBeRepeated(ErrorKind kind, Effect effect) {
    return kind == ErrorKind.RATE_LIMITED
        || (kind == ErrorKind.SERVER_ERROR && effect != Effect.WRITE);
  }

  /** Whether the token was rejected for its times, or the clock is wrong enough to cause that. */
  private static boolean clockMatters(Refusal refusal, Duration skew) {
    String said = refusal.message();
    return (said != null && TOKEN_TIME.matcher(said).find())
        || skew.abs().compareTo(TOLERATED_SKEW) > 0;
  }

  private static String clockHint(Duration skew) {
    return "This machine's clock is "
        + skew.abs().toSeconds()
        + " s "
        + (skew.isNegative() ? "behind" : "ahead of")
        + " the vendor's, by the answer's Date header: a token's iat and exp depend on it.";
  }

  private static @Nullable String body(HttpResponse response) {
    try {
      byte[] bytes = response.bytes();
      return new String(bytes, 0, Math.min(bytes.length, LONGEST_BODY), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException e) {
      return null; // damaged compression, larger than the client reads, or a stream already read
    }
  }
}
