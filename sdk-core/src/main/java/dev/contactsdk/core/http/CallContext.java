package dev.contactsdk.core.http;

import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the stages know of the call beyond its bytes: the operation, its time, and how the attempts
 * went. One per call, used by one thread at a time.
 */
public final class CallContext {
  private final String operation;
  private final String pathTemplate;
  private final @Nullable String method;
  private final String baseUrl;
  private final Effect effect;
  private final Deadline deadline;
  private final long timeoutNanos;
  private final @Nullable RequestBody about;
  private int attempts;
  private boolean uncertain;
  private boolean applied;
  private long waitedNanos;

  /**
   * Creates the context of a call.
   *
   * @param operation the operation's name
   * @param pathTemplate the path with its placeholders, safe to log
   * @param effect what the operation does to the vendor's data
   * @param deadline by when the call has to be over
   * @param timeout how long one attempt may take
   * @param about what the call is about beyond what its request holds; null when there is nothing
   */
  public CallContext(
      String operation,
      String pathTemplate,
      Effect effect,
      Deadline deadline,
      Duration timeout,
      @Nullable RequestBody about) {
    this(operation, pathTemplate, effect, deadline, timeout, about, null, "");
  }

  /**
   * Creates the context of a call.
   *
   * @param operation the operation's name
   * @param pathTemplate the path with its placeholders, safe to log
   * @param effect what the operation does to the vendor's data
   * @param deadline by when the call has to be over
   * @param timeout how long one attempt may take
   * @param about what the call is about beyond what its request holds; null when there is nothing
   * @param method the HTTP method, which failures name with address and path; null when they do not
   * @param baseUrl the address that the path is added to
   */
  public CallContext(
      String operation,
      String pathTemplate,
      Effect effect,
      Deadline deadline,
      Duration timeout,
      @Nullable RequestBody about,
      @Nullable String method,
      String baseUrl) {
    this.method = method;
    this.baseUrl = baseUrl;
    this.operation = operation;
    this.pathTemplate = pathTemplate;
    this.effect = effect;
    this.deadline = deadline;
    this.timeoutNanos = Deadline.nanos(timeout);
    this.about = about;
  }

  /**
   * The operation's name.
   *
   * @return for example {@code kore.contacts.create}
   */
  public String operation() {
    return operation;
  }

  /**
   * The path with its placeholders.
   *
   * @return safe to log: no ids
   */
  public String pathTemplate() {
    return pathTemplate;
  }

  /**
   * What the operation does.
   *
   * @return its effect on the vendor's data
   */
  public Effect effect() {
    return effect;
  }

  /**
   * By when the call has to be over.
   *
   * @return the deadline over all attempts and waits
   */
  public Deadline deadline() {
    return deadline;
  }

  /**
   * The clock of the call.
   *
   * @return the client's time source
   */
  public TimeSource time() {
    return deadline.time();
  }

  /**
   * How long the attempt that begins now may take.
   *
   * @return nanoseconds: the timeout of an attempt, trimmed to what is left of the deadline
   */
  public long attemptNanos() {
    return Math.min(timeoutNanos, deadline.remainingNanos());
  }

  /**
   * What the call is about beyond what its request holds, such as the contact that a list is
   * searched for. No message quotes it.
   *
   * @return null when there is nothing
   */
  public @Nullable RequestBody about() {
    return about;
  }

  /**
   * How many attempts were begun.
   *
   * @return 0 before the first
   */
  public int attempts() {
    return attempts;
  }

  /** Notes that an attempt begins. */
  public void beginAttempt() {
    attempts++;
  }

  /**
   * Notes that the call waited.
   *
   * @param nanos for how long, in nanoseconds
   */
  public void addWait(long nanos) {
    waitedNanos += nanos;
  }

  /**
   * How long the call waited for permits and between attempts.
   *
   * @return the sum of its waits
   */
  public Duration waited() {
    return waitedNanos == 0 ? Duration.ZERO : Duration.ofNanos(waitedNanos);
  }

  /** Notes that an attempt has ended without it being known whether the vendor carried it out. */
  public void attemptWasUncertain() {
    uncertain = true;
  }

  /** Notes that the vendor has carried an attempt out, although its answer could not be read. */
  public void attemptWasApplied() {
    uncertain = true;
    applied = true;
  }

  /**
   * Whether an earlier attempt may have been carried out.
   *
   * @return true once an attempt has ended with unknown fate, or was carried out
   */
  public boolean uncertain() {
    return uncertain;
  }

  /**
   * The facts for a failure that ends the present attempt. A later refusal does not undo an earlier
   * attempt, so when that was carried out, or is of unknown fate, this stays the call's outcome.
   *
   * @param outcome what became of the present attempt
   * @param requestId the vendor's id; null when there is none
   * @return the failure's facts
   */
  public Failure failure(Outcome outcome, @Nullable String requestId) {
    return new Failure(
        operation,
        effect == Effect.READ,
        overall(outcome),
        requestId,
        attempts,
        method == null ? null : method + " " + baseUrl + pathTemplate,
        waited());
  }

  private Outcome overall(Outcome outcome) {
    if (applied) {
      return Outcome.APPLIED;
    }
    return uncertain && outcome != Outcome.APPLIED ? Outcome.UNKNOWN : outcome;
  }
}
