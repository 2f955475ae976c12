package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.time.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries an attempt if its outcome and the operation's effect allow it, after a wait that fits the
 * call's deadline.
 */
record RetryStage(RetryPolicy policy, RetryBudget budget, RateLimiter limiter, Lifetime lifetime)
    implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger("dev.contactsdk.http");

  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    CallContext call = CallContext.of(request);
    SdkException previous = null;
    while (true) {
      call.beginAttempt();
      try {
        HttpResponse response = next.proceed(request);
        budget.succeeded();
        return response;
      } catch (SdkException e) {
        if (previous != null) {
          e.addSuppressed(previous);
        }
        if (isDoneAlready(call, e)) {
          call.recordIsGone();
          return HttpResponse.of(404, Headers.empty(), new byte[0]);
        }
        waitForNext(request, e);
        previous = e;
      }
    }
  }

  /**
   * A delete that was interrupted and now finds nothing has succeeded. Only the vendor's 404
   * counts, because a gateway without a route answers 404 too.
   */
  private static boolean isDoneAlready(CallContext call, SdkException e) {
    return call.effect() == Effect.DELETE
        && call.uncertain()
        && e instanceof ApiException.NotFound notFound
        && (notFound.origin() == ErrorOrigin.VENDOR || e.outcome() == Outcome.APPLIED);
  }

  private void waitForNext(HttpRequest request, SdkException failure) {
    CallContext call = CallContext.of(request);
    boolean limited = failure instanceof ApiException.RateLimited;
    long wait = limited ? untilReopened(call, (ApiException) failure) : backOff(call, failure);
    boolean inTime = wait >= 0 && wait < call.deadline().remainingNanos();
    if (call.attempts() >= policy.maxAttempts()
        || !mayRepeat(request, failure)
        || !inTime
        || (!limited && !budget.pay())) {
      LOG.debug(
          "{} attempt {}: no further attempt after {}",
          call.operation(),
          call.attempts(),
          cause(failure));
      throw failure;
    }
    if (failure.outcome() == Outcome.APPLIED) {
      call.attemptWasApplied();
    } else if (failure.outcome() == Outcome.UNKNOWN) {
      call.attemptWasUncertain();
    }
    sleep(call, wait, failure);
  }

  private static boolean mayRepeat(HttpRequest request, SdkException failure) {
    RequestBody body = request.body();
    if (body != null && !body.repeatable()) {
      return false;
    }
    Effect effect = CallContext.of(request).effect();
    if (failure instanceof ApiException.RateLimited) {
      return true;
    }
    if (failure instanceof ApiException.ServerError error) {
      return effect != Effect.WRITE && isPassing(error.status());
    }
    if (failure instanceof ConnectionException || failure instanceof CallTimeoutException) {
      boolean harmless = effect != Effect.WRITE || failure.outcome() == Outcome.NOT_SENT;
      return harmless && !CertificateFailure.isIn(failure);
    }
    return false;
  }

  private static boolean isPassing(int status) {
    return status == 500 || status == 502 || status == 503 || status == 504;
  }

  /**
   * The limit applies to the whole account, so no other call is sent until it reopens. Negative
   * when the vendor asks for a longer wait than the policy allows.
   */
  private long untilReopened(CallContext call, ApiException refusal) {
    Duration asked = refusal.retryAfter();
    long reopens = limiter.pause(call.time().nanoTime(), asked);
    if (asked == null && reopens > 0) {
      return reopens;
    }
    long wait = backOff(call, refusal);
    return wait < 0 ? wait : Math.max(wait, reopens);
  }

  private long backOff(CallContext call, SdkException failure) {
    Duration asked = failure instanceof ApiException refusal ? refusal.retryAfter() : null;
    if (asked != null) {
      return asked.compareTo(policy.maxServerWait()) > 0 ? -1 : asked.toNanos();
    }
    boolean limited = failure instanceof ApiException.RateLimited;
    return (long)
        (Deadline.nanos(policy.delayBound(call.attempts(), limited)) * call.time().random());
  }

  private void sleep(CallContext call, long nanos, SdkException failure) {
    LOG.debug(
        "{} attempt {}: waiting {} ms for the next, because of {}",
        call.operation(),
        call.attempts(),
        TimeUnit.NANOSECONDS.toMillis(nanos),
        cause(failure));
    call.events().backingOff(Duration.ofNanos(nanos), failure);
    long start = call.time().nanoTime();
    try {
      lifetime.sleep(
          call.failure(Outcome.NOT_SENT, null), "waiting for the next attempt", call.time(), nanos);
    } catch (CanceledException e) {
      e.addSuppressed(failure);
      throw e;
    } finally {
      call.addWait(call.time().nanoTime() - start);
    }
  }

  /** With the vendor's id, masked already, which leads to the trace that the line belongs to. */
  private static String cause(SdkException failure) {
    String kind = failure.getClass().getSimpleName();
    String id = failure.requestId() == null ? "" : ", request id " + failure.requestId();
    return (failure instanceof ApiException e ? "HTTP " + e.status() + ", " + kind : kind) + id;
  }
}
