package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorDetails;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.spi.error.ErrorReader;
import dev.contactsdk.core.spi.error.HttpDate;
import dev.contactsdk.core.spi.error.RetryAfter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the exception that an error answer stands for, and says what the answer proves. */
public record Refusals(ErrorReader errors) {
  private static final int UNAUTHORIZED = 401;
  private static final int TIMEOUT = 408;

  ApiException of(HttpRequest request, HttpResponse response) {
    CallContext call = CallContext.of(request);
    Instant now = call.time().now();
    ErrorDetails details = admitted(read(response, now), response.status(), call.effect());
    return exception(
        request, response, details, outcome(call.effect(), response.status(), details));
  }

  /**
   * The refusal that came with a success status; null when the answer is none.
   *
   * @param answer what the body holds
   * @param ofSeveral whether the answer is about several records
   */
  public @Nullable ApiException inSuccess(
      HttpRequest request, HttpResponse response, @Nullable Object answer, boolean ofSeveral) {
    CallContext call = CallContext.of(request);
    ErrorDetails details;
    try {
      details = errors.read(asAnswer(response, answer), call.time().now());
    } catch (RuntimeException e) {
      return null;
    }
    if (!details.origin().isVendor()) {
      return null;
    }
    boolean several = ofSeveral || sendsSeveral(request);
    boolean refused =
        call.effect() == Effect.READ
            || (details.origin() == ErrorOrigin.VENDOR && saysRefused(details.kind(), several));
    return exception(request, response, details, refused ? Outcome.REJECTED : Outcome.UNKNOWN);
  }

  private static HttpResponse asAnswer(HttpResponse response, @Nullable Object answer) {
    return HttpResponse.of(
        response.status(),
        response.headers().with("Content-Encoding", "identity"),
        Json.write(answer));
  }

  /** Of a list of inputs some may have been taken. */
  private static boolean sendsSeveral(HttpRequest request) {
    RequestBody body = request.body();
    if (body == null || !body.repeatable()) {
      return body != null;
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      body.writeTo(bytes);
      return Json.read(bytes.toByteArray()) instanceof List<?> list && list.size() > 1;
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /**
   * With a success status only the vendor's code or text can prove that it refused. What it does
   * not refuse as a whole may be refused in part.
   */
  private static boolean saysRefused(ErrorKind kind, boolean several) {
    return switch (kind) {
      case UNAUTHORIZED, PAYMENT_REQUIRED, PERMISSION_DENIED, RATE_LIMITED -> true;
      case BAD_REQUEST, NOT_FOUND, CONFLICT, PAYLOAD_TOO_LARGE -> !several;
      case SERVER_ERROR, UNEXPECTED_STATUS -> false;
    };
  }

  /** A body that no reader was prepared for still is a refusal of its status. */
  private ErrorDetails read(HttpResponse response, Instant now) {
    try {
      return errors.read(response, now);
    } catch (RuntimeException e) {
      return ErrorDetails.ofStatus(response.status())
          .withRetryAfter(RetryAfter.read(response.headers(), now));
    }
  }

  /**
   * Code and text may say what a 4xx means, and that a read of a 5xx hit the limit. After any other
   * 5xx a write may be there, whatever the text says: it may quote the name of a contact.
   */
  private static ErrorDetails admitted(ErrorDetails details, int status, Effect effect) {
    boolean open = status >= 400 && status <= 499 && status != TIMEOUT;
    boolean limitedRead =
        status >= 500 && effect == Effect.READ && details.kind() == ErrorKind.RATE_LIMITED;
    return open || limitedRead ? details : details.withKind(ErrorKind.ofStatus(status));
  }

  /**
   * A 5xx, or a redirect after which the result is to be fetched elsewhere, may follow a write that
   * was carried out. So may a page of a proxy that stopped waiting for the vendor.
   */
  private static Outcome outcome(Effect effect, int status, ErrorDetails details) {
    boolean refused =
        switch (status) {
          case 307, 308, 407, 429 -> true;
          case UNAUTHORIZED -> details.origin() != ErrorOrigin.VENDOR_FAULT;
          case TIMEOUT -> false;
          default -> status >= 400 && status <= 499 && provesRefusal(details);
        };
    return refused || effect == Effect.READ ? Outcome.REJECTED : Outcome.UNKNOWN;
  }

  private static boolean provesRefusal(ErrorDetails details) {
    return details.kind() == ErrorKind.RATE_LIMITED
        || (details.origin() != ErrorOrigin.FOREIGN
            && details.origin() != ErrorOrigin.VENDOR_FAULT);
  }

  private static ApiException exception(
      HttpRequest request, HttpResponse response, ErrorDetails details, Outcome outcome) {
    Masking masking = CallContext.masking(request);
    CallContext call = CallContext.of(request);
    String id = masking.header(RequestIds.of(details.requestId(), response.headers()));
    return ApiException.of(
        call.failure(outcome, id),
        response.status(),
        masking.apply(details),
        call.time().now(),
        HttpDate.parse(response.headers().get("Date")));
  }
}
