package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.limit.RateLimiter;
import java.time.Duration;

/** Takes a permit of the client-side limiter for the attempt. */
record PermitStage(RateLimiter limiter, Lifetime lifetime) implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    CallContext call = CallContext.of(request);
    long missing;
    try {
      missing = limiter.tryTake(call.time()) ? 0 : awaitPermit(call);
    } catch (CanceledException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RateLimitWaitException(call.failure(Outcome.NOT_SENT, null), e);
    }
    if (missing > 0) {
      throw new RateLimitWaitException(
          call.failure(Outcome.NOT_SENT, null), Duration.ofNanos(missing));
    }
    return next.proceed(request);
  }

  private long awaitPermit(CallContext call) {
    return lifetime.during(
        call.failure(Outcome.NOT_SENT, null),
        "waiting for a permit",
        () -> limiter.take(call.deadline()));
  }
}
