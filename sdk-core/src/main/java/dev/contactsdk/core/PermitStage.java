package dev.contactsdk.core;

import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.http.CallContext;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.limit.RateLimiter;
import java.time.Duration;

/** Takes a permit of the client-side limiter for the attempt. */
record PermitStage(RateLimiter limiter) implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    CallContext call = request.context();
    long missing;
    try {
      missing = limiter.take(call.deadline());
    } catch (RuntimeException e) {
      throw new RateLimitWaitException(call.failure(Outcome.NOT_SENT, null), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CanceledException(
          call.failure(Outcome.NOT_SENT, null), "cancelled while waiting for a permit", e);
    }
    if (missing > 0) {
      throw new RateLimitWaitException(
          call.failure(Outcome.NOT_SENT, null), Duration.ofNanos(missing));
    }
    return next.proceed(request);
  }
}
