package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.limit.RateLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a client-side rate limit permit for the attempt. */
record PermitStage(RateLimiter limiter, Lifetime lifetime) implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger("dev.contactsdk.http");

  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    CallContext call = CallContext.of(request);
    long missing;
    try {
      missing = limiter.tryTake(call.time()) ? withoutWait(call) : awaitPermit(call);
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

  private static long withoutWait(CallContext call) {
    call.events().permitAwaited(Duration.ZERO);
    return 0;
  }

  private long awaitPermit(CallContext call) {
    long start = call.time().nanoTime();
    try {
      return lifetime.during(
          call.failure(Outcome.NOT_SENT, null),
          "waiting for a permit",
          () -> limiter.take(call.deadline()));
    } finally {
      long waited = call.time().nanoTime() - start;
      call.addWait(waited);
      call.events().permitAwaited(Duration.ofNanos(waited));
      LOG.debug(
          "{} attempt {}: waited {} ms for a permit of the client-side rate limit",
          call.operation(),
          call.attempts(),
          TimeUnit.NANOSECONDS.toMillis(waited));
    }
  }
}
