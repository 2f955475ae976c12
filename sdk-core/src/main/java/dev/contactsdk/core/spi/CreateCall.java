package dev.contactsdk.core.spi;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.RequestBody;

/**
 * A create without an idempotency key, because the vendor accepts none. When its outcome is
 * unknown, {@link OnUnknown} decides what happens. The call's deadline covers everything: looking
 * up, waiting and sending again.
 *
 * @param <T> the answer's type
 * @param <C> the call's own type
 */
@CheckReturnValue
public abstract class CreateCall<T, C extends ApiCall<T>> extends BaseCall<T, C> {
  private final OnUnknown onUnknown;

  /**
   * Creates a call.
   *
   * @param engine the client's engine
   * @param options its settings
   * @param onUnknown what to do when its outcome is unknown
   */
  protected CreateCall(ApiEngine engine, CallOptions options, OnUnknown onUnknown) {
    super(engine, options);
    this.onUnknown = onUnknown;
  }

  /**
   * What is sent. Look-up messages never quote it.
   *
   * @return the request's body
   */
  protected abstract RequestBody body();

  /**
   * Starts a run.
   *
   * @return the steps of that run
   */
  protected abstract CreateSteps<T> steps();

  /**
   * Returns this call with another policy.
   *
   * @param changed the policy
   * @return a copy
   */
  protected abstract C with(OnUnknown changed);

  /**
   * The policy for an unknown outcome.
   *
   * @return the policy
   */
  protected final OnUnknown unknownPolicy() {
    return onUnknown;
  }

  /**
   * Sets what to do when the call fails and its outcome is unknown.
   *
   * @param policy {@link OnUnknown#fail()} by default
   * @return a changed copy
   * @throws InvalidRequestException when it is null, or sends first although this vendor might
   *     create a second record
   */
  public final C onUnknown(OnUnknown policy) {
    InvalidRequestException.refuseNull("onUnknown", "the policy", policy);
    if (policy.sendsFirst() && !steps().usualSettle().isZero()) {
      throw new InvalidRequestException(
          "onUnknown",
          "this vendor may create the same contact twice, so it must not be sent again first: use"
              + " OnUnknown.lookUpThenResend()");
    }
    return with(policy);
  }

  @Override
  protected final ApiResponse<T> run(CallScope scope) {
    long start = engine().time().nanoTime();
    CreateSteps<T> steps = steps();
    try {
      return steps.send(scope);
    } catch (SdkException e) {
      if (!Recovery.isFor(e, onUnknown)) {
        throw e;
      }
      CallScope about = scope.about(body());
      return new Recovery<>(engine(), onUnknown, steps, about, start, e).run();
    }
  }
}
