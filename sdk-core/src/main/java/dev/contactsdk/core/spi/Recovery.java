package dev.contactsdk.core.spi;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.time.Deadline;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Determines the outcome of a create if it is unknown, and sends it again if policy and evidence
 * allow it. One per run.
 *
 * @param <T> the answer's type
 */
final class Recovery<T> {
  private final ApiEngine engine;
  private final OnUnknown policy;
  private final CreateSteps<T> steps;
  private final CallScope scope;
  private final long start;
  private final long lostAt;
  private SdkException last;
  private Outcome overall;
  private int attempts;
  private Duration waited;
  private LookUp<T> seen;

  Recovery(
      ApiEngine engine,
      OnUnknown policy,
      CreateSteps<T> steps,
      CallScope scope,
      long start,
      SdkException lost) {
    this.engine = engine;
    this.policy = policy;
    this.steps = steps;
    this.scope = scope;
    this.start = start;
    this.lostAt = engine.time().nanoTime();
    this.last = lost;
    this.overall = lost.outcome();
    this.attempts = lost.attempts();
    this.waited = lost.waited();
    this.seen = steps.known();
  }

  /** Whether the policy applies to this failure. */
  static boolean isFor(SdkException failure, OnUnknown policy) {
    boolean lost = failure.outcome() == Outcome.UNKNOWN || failure.outcome() == Outcome.APPLIED;
    return lost && policy.looksUp() && !(failure instanceof CanceledException);
  }

  ApiResponse<T> run() {
    ApiResponse<T> answer = sendsAllFirst() ? sendAgain() : look(steps::glance);
    if (answer == null) {
      boolean settled = letSettle();
      answer = look(steps::find);
      if (answer == null && settled && maySendAgain()) {
        answer = sendAgain();
        answer = answer == null ? look(steps::find) : answer;
      }
    }
    if (answer == null) {
      throw unconfirmed();
    }
    return answer;
  }

  /** Not after an answer about single rows, because sending all again would be rejected again. */
  private boolean sendsAllFirst() {
    return policy.sendsFirst()
        && overall == Outcome.UNKNOWN
        && !(last instanceof UnconfirmedWriteException);
  }

  private boolean maySendAgain() {
    return policy.resends()
        && overall == Outcome.UNKNOWN
        && last.outcome() != Outcome.REJECTED
        && seen.maySendAgain();
  }

  private @Nullable ApiResponse<T> sendAgain() {
    try {
      ApiResponse<T> response = steps.send(scope);
      return new ApiResponse<>(
          response.status(),
          response.headers(),
          response.requestId(),
          attempts + response.attempts(),
          elapsed(),
          waited.plus(response.waited()),
          response.body());
    } catch (SdkException e) {
      e.addSuppressed(last);
      failed(e);
      return null;
    }
  }

  private void failed(SdkException again) {
    last = again;
    attempts += again.attempts();
    waited = waited.plus(again.waited());
    overall = again.outcome() == Outcome.APPLIED ? Outcome.APPLIED : overall;
    if (again instanceof CanceledException) {
      throw new CanceledException(facts(), "cancelled while the create was sent again", again);
    }
  }

  /** A failed look-up does not change the outcome. */
  private @Nullable ApiResponse<T> look(Function<CallScope, LookUp<T>> where) {
    try {
      seen = where.apply(scope.lookingUp(this::addWait));
    } catch (SdkException e) {
      seen = steps.known();
      SdkException unchanged = last.outcome() == overall ? last : unconfirmed();
      unchanged.addSuppressed(e);
      throw unchanged;
    }
    T found = seen.found();
    return found == null
        ? null
        : new ApiResponse<>(
            0, Headers.empty(), last.requestId(), attempts, elapsed(), waited, found);
  }

  private void addWait(Duration more) {
    waited = waited.plus(more);
  }

  /** Returns false if the deadline leaves no time to wait. */
  private boolean letSettle() {
    long left =
        Deadline.nanos(policy.settleOr(steps.usualSettle())) - (engine.time().nanoTime() - lostAt);
    if (!policy.resends() || overall != Outcome.UNKNOWN || left <= 0) {
      return true;
    }
    if (left >= scope.deadline().remainingNanos()) {
      return false;
    }
    scope.events().backingOff(Duration.ofNanos(left), last);
    try {
      engine.await(facts(), "waiting for the first request to settle", left);
      waited = waited.plusNanos(left);
      return true;
    } catch (CanceledException e) {
      e.addSuppressed(last);
      throw e;
    }
  }

  /** A record not found by the look-up is unconfirmed, whatever the answer was. */
  private UnconfirmedWriteException unconfirmed() {
    return new UnconfirmedWriteException(facts(seen.outcome()), seen.rows(), seen.searched(), last);
  }

  private Failure facts() {
    return facts(overall);
  }

  private Failure facts(Outcome outcome) {
    return new Failure(
        last.operation(),
        false,
        outcome,
        last.requestId(),
        attempts,
        last.failure().request(),
        waited);
  }

  private Duration elapsed() {
    return Duration.ofNanos(engine.time().nanoTime() - start);
  }
}
