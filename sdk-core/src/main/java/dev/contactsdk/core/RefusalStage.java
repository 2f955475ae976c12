package dev.contactsdk.core;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorDetails;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.CallContext;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import java.time.Instant;
import java.util.List;

/** Turns an answer that is not a success into the exception it stands for. */
record RefusalStage(ErrorReader errors) implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    HttpResponse response = next.proceed(request);
    if (response.isSuccess()) {
      return response;
    }
    CallContext call = request.context();
    Instant now = call.time().now();
    ErrorDetails details = new Masking(request).apply(read(response, now));
    Outcome outcome = outcome(call.effect(), response.status(), details.kind());
    throw ApiException.of(
        call.failure(outcome, details.requestId()), response.status(), details, now);
  }

  /** A body that no reader was prepared for still is a refusal of its status. */
  private ErrorDetails read(HttpResponse response, Instant now) {
    try {
      return errors.read(response, now);
    } catch (RuntimeException e) {
      return new ErrorDetails(
          ErrorKind.ofStatus(response.status()),
          null,
          null,
          List.of(),
          response.headers().get("X-Request-ID"),
          RetryAfter.read(response.headers(), now));
    }
  }

  /**
   * A 5xx, or a redirect after which the result is to be fetched elsewhere, may follow a write that
   * was carried out.
   */
  private static Outcome outcome(Effect effect, int status, ErrorKind kind) {
    boolean refused =
        effect == Effect.READ
            || kind == ErrorKind.RATE_LIMITED
            || (status >= 400 && status <= 499)
            || status == 307
            || status == 308;
    return refused ? Outcome.REJECTED : Outcome.UNKNOWN;
  }
}
