package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.internal.privacy.Mask;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.time.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call as the stages see it: beyond what an interceptor may know, how the attempts went. One per
 * call, used by one thread at a time.
 */
public final class CallContext implements CallInfo {
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
   * The context of a request.
   *
   * @param request as it came through the stages
   * @return what it was made with
   * @throws InvalidRequestException when an application's interceptor passed on a request of its
   *     own making
   */
  public static CallContext of(HttpRequest request) {
    if (request.call() instanceof CallContext context) {
      return context;
    }
    throw new InvalidRequestException(
        request.call().operation(),
        "an interceptor passed on a request that it made: derive it from the one it was given, as"
            + " by withHeader(...)");
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public String pathTemplate() {
    return pathTemplate;
  }

  @Override
  public Effect effect() {
    return effect;
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public long attemptNanos() {
    return Math.min(timeoutNanos, deadline.remainingNanos());
  }

  @Override
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

  /**
   * The mask for texts that answer a request of this call.
   *
   * @param masking the client's masking
   * @param request the request
   * @return a new mask
   */
  public static Mask mask(Masking masking, HttpRequest request) {
    return masking.of(request, of(request).about);
  }

  private Outcome overall(Outcome outcome) {
    if (applied) {
      return Outcome.APPLIED;
    }
    return uncertain && outcome != Outcome.APPLIED ? Outcome.UNKNOWN : outcome;
  }
}
