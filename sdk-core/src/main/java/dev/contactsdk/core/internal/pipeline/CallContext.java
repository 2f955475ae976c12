package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.internal.privacy.Mask;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.time.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call as the stages see it. Adds the history of the attempts to the interceptors' view. One per
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
  private final boolean ofSeveral;
  private final CallEvents events;
  private @Nullable Headers ofListeners;
  private int attempts;
  private boolean uncertain;
  private boolean applied;
  private boolean sent;
  private boolean gone;
  private long waitedNanos;

  /**
   * Creates the context of a call.
   *
   * @param operation the operation's name
   * @param pathTemplate the path with its placeholders, safe to log
   * @param effect what the operation does to the vendor's data
   * @param deadline the deadline of the call
   * @param timeout the time limit of one attempt
   * @param about personal content of the call beyond its request; null when there is none
   */
  public CallContext(
      String operation,
      String pathTemplate,
      Effect effect,
      Deadline deadline,
      Duration timeout,
      @Nullable RequestBody about) {
    this(
        operation,
        pathTemplate,
        effect,
        deadline,
        timeout,
        about,
        null,
        "",
        false,
        Listeners.NOBODY);
  }

  /**
   * Creates the context of a call.
   *
   * @param operation the operation's name
   * @param pathTemplate the path with its placeholders, safe to log
   * @param effect what the operation does to the vendor's data
   * @param deadline the deadline of the call
   * @param timeout the time limit of one attempt
   * @param about personal content of the call beyond its request; null when there is none
   * @param method the HTTP method for failure messages; null to leave method, address and path out
   * @param baseUrl the address before the path
   * @param ofSeveral whether a JSON object in the body holds several records
   * @param events who hears of the call's events
   */
  public CallContext(
      String operation,
      String pathTemplate,
      Effect effect,
      Deadline deadline,
      Duration timeout,
      @Nullable RequestBody about,
      @Nullable String method,
      String baseUrl,
      boolean ofSeveral,
      CallEvents events) {
    this.ofSeveral = ofSeveral;
    this.events = events;
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
   * @param request the request from the stages
   * @return its context
   * @throws InvalidRequestException when an application's interceptor passed on a request that it
   *     created
   */
  public static CallContext of(HttpRequest request) {
    if (request.call() instanceof CallContext context) {
      return context;
    }
    throw new InvalidRequestException(
        request.call().operation(),
        "an interceptor passed on a request that it created: derive it from the given request,"
            + " for example with withHeader(...)");
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

  /** Records the start of an attempt. */
  public void beginAttempt() {
    attempts++;
  }

  /**
   * Records a wait.
   *
   * @param nanos the length, in nanoseconds
   */
  public void addWait(long nanos) {
    waitedNanos += nanos;
  }

  /**
   * How long the call waited for rate limit permits and between attempts.
   *
   * @return the sum of its waits
   */
  public Duration waited() {
    return waitedNanos == 0 ? Duration.ZERO : Duration.ofNanos(waitedNanos);
  }

  /** Records an attempt with an unknown outcome. */
  public void attemptWasUncertain() {
    uncertain = true;
  }

  /** Records an attempt that the vendor processed, although its answer could not be read. */
  public void attemptWasApplied() {
    uncertain = true;
    applied = true;
  }

  /** Records that a byte of a request may have left. */
  void requestMayHaveLeft() {
    sent = true;
  }

  /** Whether a byte of a request may have left. */
  boolean isSent() {
    return sent;
  }

  /** Records that a repeated delete found nothing more to delete. */
  void recordIsGone() {
    gone = true;
  }

  /** Whether a repeated delete found nothing more to delete. */
  boolean isGone() {
    return gone;
  }

  /**
   * Whether the vendor may have processed an earlier attempt.
   *
   * @return true once an attempt was processed or its outcome is unknown
   */
  public boolean uncertain() {
    return uncertain;
  }

  /**
   * The facts for a failure of the current attempt. If an earlier attempt was processed or its
   * outcome is unknown, a later refusal does not change that.
   *
   * @param outcome the outcome of the current attempt
   * @param requestId the vendor's request id; null when there is none
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

  CallEvents events() {
    return events;
  }

  /**
   * The listeners' headers to send with an attempt. A write that may be repeated sends those of its
   * first attempt: a vendor may take an idempotency key with other headers for another request.
   */
  Headers toSend(Headers ofAttempt) {
    if (effect != Effect.REPEATABLE_WRITE) {
      return ofAttempt;
    }
    if (ofListeners == null) {
      ofListeners = ofAttempt;
    }
    return ofListeners;
  }

  boolean isOfSeveral() {
    return ofSeveral;
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
