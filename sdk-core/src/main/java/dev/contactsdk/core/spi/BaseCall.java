package dev.contactsdk.core.spi;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a call and holds its settings. The base of all calls.
 *
 * @param <T> the answer's type
 * @param <C> the call's own type, which the settings return
 */
@CheckReturnValue
public abstract class BaseCall<T, C extends ApiCall<T>> implements ApiCall<T> {
  private final ApiEngine engine;
  private final CallOptions options;

  /**
   * Creates a call.
   *
   * @param engine the client's engine
   * @param options its settings
   */
  protected BaseCall(ApiEngine engine, CallOptions options) {
    this.engine = engine;
    this.options = options;
  }

  /**
   * Returns this call with other settings.
   *
   * @param changed the settings
   * @return a copy
   */
  protected abstract C with(CallOptions changed);

  /**
   * Runs the call on the calling thread.
   *
   * @param scope its settings and its deadline
   * @return the response
   */
  protected abstract ApiResponse<T> run(CallScope scope);

  /**
   * The client's engine.
   *
   * @return the engine
   */
  protected final ApiEngine engine() {
    return engine;
  }

  /**
   * The call's settings.
   *
   * @return the options
   */
  protected final CallOptions options() {
    return options;
  }

  @Override
  @CanIgnoreReturnValue
  public final T execute() {
    return response().body();
  }

  @Override
  @CanIgnoreReturnValue
  public final ApiResponse<T> response() {
    return heard(engine.scope(options));
  }

  @Override
  @CanIgnoreReturnValue
  public final CompletableFuture<T> executeAsync() {
    CallScope scope = engine.scope(options);
    return engine.async(() -> heard(scope).body(), scope.deadline());
  }

  @Override
  @CanIgnoreReturnValue
  public final CompletableFuture<ApiResponse<T>> responseAsync() {
    CallScope scope = engine.scope(options);
    return engine.async(() -> heard(scope), scope.deadline());
  }

  /** Without a listener, not even the reference to the method is made. */
  private ApiResponse<T> heard(CallScope scope) {
    return scope.isHeard() ? engine.run(scope, this::run) : run(scope);
  }

  @Override
  public final C timeout(Duration timeout) {
    return with(options.timeout(timeout));
  }

  @Override
  public final C deadline(Duration deadline) {
    return with(options.deadline(deadline));
  }

  @Override
  public final C header(String name, String value) {
    return with(options.header(name, value));
  }

  @Override
  public final C retry(RetryPolicy policy) {
    return with(options.retry(policy));
  }
}
