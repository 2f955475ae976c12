package dev.contactsdk.core;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that creates records which the vendor gives no idempotency key for. When its fate is
 * unknown, {@link OnUnknown} decides what happens.
 *
 * @param <I> what is sent for each record
 * @param <R> the created record
 * @param <T> what the call answers: the record, or a list of them
 * @param <C> the call's own type
 */
public abstract class CreateCall<I, R, T, C extends ApiCall<T>> extends BaseCall<T, C> {
  private final List<I> inputs;
  private final OnUnknown onUnknown;

  /**
   * Creates a call.
   *
   * @param engine what carries it out
   * @param options its settings
   * @param inputs what is to be created
   * @param onUnknown what to do when its fate is unknown
   */
  protected CreateCall(ApiEngine engine, CallOptions options, List<I> inputs, OnUnknown onUnknown) {
    super(engine, options);
    this.inputs = List.copyOf(inputs);
    this.onUnknown = onUnknown;
  }

  /**
   * Sends the inputs once.
   *
   * @param inputs what is to be created
   * @param scope the run it belongs to
   * @return the created records
   */
  protected abstract ApiResponse<List<R>> send(List<I> inputs, CallScope scope);

  /**
   * Looks for the records of the inputs.
   *
   * @param inputs what was to be created
   * @param scope the run it belongs to
   * @return what was found
   */
  protected abstract LookUp<R> find(List<I> inputs, CallScope scope);

  /**
   * How long a request may still be carried out after its connection broke, as a rule.
   *
   * @return zero where the vendor refuses duplicates itself
   */
  protected abstract Duration usualSettle();

  /**
   * Turns the records into the call's answer.
   *
   * @param records in the order of the inputs
   * @return the answer
   */
  protected abstract T answer(List<R> records);

  /**
   * This call with another policy.
   *
   * @param changed the policy
   * @return a copy
   */
  protected abstract C with(OnUnknown changed);

  /**
   * What is to be created.
   *
   * @return the inputs
   */
  protected final List<I> inputs() {
    return inputs;
  }

  /**
   * What happens when the fate is unknown.
   *
   * @return the policy
   */
  protected final OnUnknown unknownPolicy() {
    return onUnknown;
  }

  /**
   * Ends a look-up at a row that could not be read: it may be the record that is looked for.
   *
   * @param additionalProperties those of the row
   * @throws ResponseFormatException when the row could not be read
   */
  protected static void requireReadable(Map<String, ?> additionalProperties) {
    if (additionalProperties.get(JsonType.UNREADABLE) != null) {
      throw new ResponseFormatException(
          Failure.notSent("look-up"),
          "a row of the list cannot be read, and may be the record that is looked for",
          null);
    }
  }

  /**
   * What to do when the call breaks off and nobody knows whether the vendor carried it out.
   *
   * @param policy {@link OnUnknown#fail()} by default
   * @return a changed copy
   */
  public final C onUnknown(OnUnknown policy) {
    return with(policy);
  }

  @Override
  protected final ApiResponse<T> run(CallScope scope) {
    try {
      return send(inputs, scope).map(this::answer);
    } catch (SdkException e) {
      boolean lost = e.outcome() == Outcome.UNKNOWN || e.outcome() == Outcome.APPLIED;
      if (!lost || !onUnknown.looksUp() || e instanceof CanceledException) {
        throw e;
      }
      return recover(e);
    }
  }

  private ApiResponse<T> recover(SdkException lost) {
    long start = engine().time().nanoTime();
    LookUp<R> seen = lookUp(inputs, lost);
    if (!seen.isComplete() && onUnknown.resends() && lost.outcome() == Outcome.UNKNOWN) {
      seen = resend(seen, lost);
    }
    if (!seen.isComplete()) {
      throw unconfirmed(seen, lost);
    }
    List<R> records = new ArrayList<>();
    seen.found().forEach(record -> records.add(Objects.requireNonNull(record)));
    Duration elapsed = Duration.ofNanos(engine().time().nanoTime() - start);
    return new ApiResponse<>(
        0, Headers.empty(), lost.requestId(), lost.attempts(), elapsed, answer(records));
  }

  private LookUp<R> resend(LookUp<R> first, SdkException lost) {
    LookUp<R> seen = first;
    Duration settle = onUnknown.settleOr(usualSettle());
    if (!settle.isZero()) {
      await(settle, lost);
      seen = lookUp(inputs, lost);
    }
    List<I> missing = missing(seen);
    if (missing.isEmpty()) {
      return seen;
    }
    try {
      return merged(seen, send(missing, engine().scope(options())).body());
    } catch (SdkException again) {
      boolean mayBeThere =
          again.outcome() != Outcome.NOT_SENT && !(again instanceof CanceledException);
      boolean refusedForAnotherReason =
          again.outcome() == Outcome.REJECTED && !(again instanceof ApiException.Conflict);
      if (!mayBeThere || refusedForAnotherReason) {
        again.addSuppressed(lost);
        throw unconfirmed(seen, again);
      }
      return lookUp(inputs, again);
    }
  }

  private void await(Duration settle, SdkException lost) {
    try {
      engine().time().sleep(Deadline.nanos(settle));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CanceledException canceled =
          new CanceledException(
              unknown(lost), "cancelled while waiting for the first request to settle", e);
      canceled.addSuppressed(lost);
      throw canceled;
    }
  }

  private LookUp<R> lookUp(List<I> wanted, SdkException lost) {
    try {
      return find(wanted, engine().scope(options()));
    } catch (SdkException e) {
      lost.addSuppressed(e);
      throw lost;
    }
  }

  private List<I> missing(LookUp<R> seen) {
    List<I> missing = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (seen.found().get(i) == null) {
        missing.add(inputs.get(i));
      }
    }
    return missing;
  }

  private static <R> LookUp<R> merged(LookUp<R> seen, List<R> created) {
    List<@Nullable R> all = new ArrayList<>(seen.found());
    int next = 0;
    for (int i = 0; i < all.size() && next < created.size(); i++) {
      if (all.get(i) == null) {
        all.set(i, created.get(next++));
      }
    }
    return new LookUp<>(all, seen.searched());
  }

  private UnconfirmedWriteException unconfirmed(LookUp<R> seen, SdkException cause) {
    List<R> found = new ArrayList<>();
    seen.found()
        .forEach(
            record -> {
              if (record != null) {
                found.add(record);
              }
            });
    return new UnconfirmedWriteException(unknown(cause), found, seen.searched(), cause);
  }

  private static Failure unknown(SdkException cause) {
    Outcome outcome = cause.outcome() == Outcome.APPLIED ? Outcome.APPLIED : Outcome.UNKNOWN;
    return new Failure(cause.operation(), false, outcome, cause.requestId(), cause.attempts());
  }
}
