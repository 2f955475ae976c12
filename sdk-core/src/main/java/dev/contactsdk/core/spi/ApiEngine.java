package dev.contactsdk.core.spi;

import dev.contactsdk.core.Answer;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.internal.pipeline.AsyncRunner;
import dev.contactsdk.core.internal.pipeline.CallContext;
import dev.contactsdk.core.internal.pipeline.Lifetime;
import dev.contactsdk.core.internal.pipeline.Pipeline;
import dev.contactsdk.core.internal.pipeline.RequestIds;
import dev.contactsdk.core.internal.pipeline.RetryBudget;
import dev.contactsdk.core.internal.privacy.OneLine;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.limit.LimiterState;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.listener.CallEnd;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls: request, stages, answer. A vendor's client has one engine, or one per credential. For
 * vendor modules; applications use calls.
 */
public final class ApiEngine implements AutoCloseable {
  private final EngineConfig config;
  private final AsyncRunner async;
  private final Lifetime lifetime;
  private final AnswerDecoder answers;
  private final RetryBudget budget = new RetryBudget();
  private final Interceptor.Next pipeline;

  ApiEngine(EngineConfig config) {
    this(config, new AsyncRunner(config.executor()), new Lifetime());
  }

  private ApiEngine(EngineConfig config, AsyncRunner async, Lifetime lifetime) {
    this.config = config;
    this.async = async;
    this.lifetime = lifetime;
    this.answers = new AnswerDecoder(config);
    this.pipeline = pipeline(config.retry());
  }

  private Interceptor.Next pipeline(RetryPolicy retry) {
    return Pipeline.of(
        config.interceptors(),
        retry,
        budget,
        config.errors(),
        config.masking(),
        config.limiter(),
        config.auth(),
        config.transport(),
        !config.listeners().all().isEmpty(),
        lifetime);
  }

  /**
   * Returns an engine with another credential on the same connections. Closing either closes both.
   *
   * @param auth the credential
   * @param limiter the rate limit of that credential's calls
   * @return a new engine
   */
  public ApiEngine withCredential(Auth auth, RateLimiter limiter) {
    return new ApiEngine(config.withCredential(auth, limiter), async, lifetime);
  }

  /**
   * Returns an engine with another credential on the same connections and the same rate limit.
   * Closing either closes both.
   *
   * @param auth the credential
   * @return a new engine
   */
  public ApiEngine withCredential(Auth auth) {
    return withCredential(auth, config.limiter());
  }

  /**
   * Creates a call for a request.
   *
   * @param request the request
   * @param <T> the answer's type
   * @return the call
   */
  public <T> ApiCall<T> call(ApiRequest<T> request) {
    return call(request, CallOptions.DEFAULT);
  }

  /**
   * Creates a call that sends one complete request, with settings of its own.
   *
   * @param request the request
   * @param options the call's settings
   * @param <T> the answer's type
   * @return the call
   */
  public <T> ApiCall<T> call(ApiRequest<T> request, CallOptions options) {
    return new RequestCall<>(this, options, request);
  }

  /**
   * Starts a run and its deadline. Call it on the thread that asks for the run, because listeners
   * keep that thread's context.
   *
   * @param options the call's settings
   * @return the settings and the deadline
   */
  public CallScope scope(CallOptions options) {
    return scope(options, newCall());
  }

  /**
   * Starts a run and its deadline.
   *
   * @param options the call's settings
   * @param events who hears of the run, from {@link #newCall()}
   * @return the settings and the deadline
   */
  public CallScope scope(CallOptions options, CallEvents events) {
    Duration budgetOfTime = options.deadline() == null ? config.deadline() : options.deadline();
    Deadline deadline = Deadline.in(config.time(), budgetOfTime);
    return new CallScope(options, deadline, null, events, waited -> {});
  }

  /**
   * Tells the listeners of a new call, on the thread that asks for it.
   *
   * @return who hears of the call's events
   */
  public CallEvents newCall() {
    return config.listeners().newCall(config.vendor());
  }

  /**
   * Runs a call, and tells its listeners how it ended.
   *
   * @param scope the run
   * @param call what to run
   * @param <T> the answer's type
   * @return the call's response
   */
  public <T> ApiResponse<T> run(CallScope scope, Function<CallScope, ApiResponse<T>> call) {
    long start = config.time().nanoTime();
    try {
      ApiResponse<T> response = call.apply(scope);
      scope.events().ended(end(response));
      return response;
    } catch (Throwable e) { // also a checked one, as interceptors and decoders in Kotlin throw
      Duration elapsed = Duration.ofNanos(config.time().nanoTime() - start);
      scope.events().ended(CallEnd.of(e, elapsed));
      throw e;
    }
  }

  /**
   * The clock.
   *
   * @return the client's time source
   */
  public TimeSource time() {
    return config.time();
  }

  /**
   * Whether the client is closed.
   *
   * @return true after {@link #close()}
   */
  public boolean isClosed() {
    return lifetime.isClosed();
  }

  /**
   * Waits, unless the thread is interrupted or the client is closed.
   *
   * @param failure the facts to report if the wait is cut short
   * @param purpose the purpose, such as "waiting for the next attempt"
   * @param nanos how long, in nanoseconds
   * @throws dev.contactsdk.core.error.CanceledException when the wait is cut short
   */
  public void await(Failure failure, String purpose, long nanos) {
    lifetime.sleep(failure, purpose, config.time(), nanos);
  }

  /**
   * Creates a JSON body the way this client's requests do.
   *
   * @param operation the operation's name, for error messages
   * @param value the value to send
   * @return the body
   * @throws InvalidRequestException when the value is or contains something that neither the SDK
   *     nor the client's codec can write
   */
  public RequestBody jsonBody(String operation, Object value) {
    return RequestBody.of("application/json", Json.write(operation, value, config.json()));
  }

  /** Reads what this client sends as if the vendor had answered it. */
  <T> T asAnswered(String operation, Object value, JsonType<T> type) {
    return type.read(new ByteArrayInputStream(Json.write(operation, value, config.json())));
  }

  /**
   * Runs a call on another thread.
   *
   * @param call the call
   * @param deadline when the future fails if no thread has become free; null for never
   * @param <T> the result's type
   * @return a future; cancelling it interrupts the call
   */
  public <T> CompletableFuture<T> async(Callable<T> call, @Nullable Deadline deadline) {
    try {
      return async.run(call, deadline);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          lifetime.isClosed()
              ? closedException("executeAsync")
              : new InvalidRequestException("executeAsync", "the executor takes no more calls"));
    }
  }

  private static CallEnd end(ApiResponse<?> response) {
    return new CallEnd(
        response.status(),
        response.attempts(),
        response.elapsed(),
        response.waited(),
        response.requestId(),
        null);
  }

  /**
   * Sends a request through all stages and reads the answer.
   *
   * @param request the request
   * @param scope the run it belongs to
   * @param <T> the answer's type
   * @return the response
   * @throws dev.contactsdk.core.error.SdkException on any failure
   */
  public <T> ApiResponse<T> send(ApiRequest<T> request, CallScope scope) {
    if (!lifetime.enter()) {
      throw closedException(request.endpoint().operation());
    }
    try {
      return sendEncoded(request, encode(request, scope), scope);
    } finally {
      lifetime.exit();
    }
  }

  private <T> ApiResponse<T> sendEncoded(ApiRequest<T> request, HttpRequest http, CallScope scope) {
    try {
      return send(request, http, scope);
    } finally {
      scope.waits().accept(CallContext.of(http).waited());
    }
  }

  private <T> ApiResponse<T> send(ApiRequest<T> request, HttpRequest http, CallScope scope) {
    long start = config.time().nanoTime();
    RetryPolicy own = scope.options().retry();
    HttpResponse response = (own == null ? pipeline : pipeline(own)).proceed(http);
    Answer answer = new Answer(response, config.json());
    T body = answers.decode(request.endpoint(), answer, response, http);
    return new ApiResponse<>(
        response.status(),
        response.headers(),
        OneLine.id(RequestIds.of(answer.requestId(), response.headers())),
        http.call().attempts(),
        Duration.ofNanos(config.time().nanoTime() - start),
        CallContext.of(http).waited(),
        body);
  }

  /** A request's method, address and path, as failures show it. */
  String described(Endpoint<?> endpoint) {
    return endpoint.method() + " " + config.baseUrl() + endpoint.pathTemplate();
  }

  private static InvalidRequestException closedException(String operation) {
    return new InvalidRequestException(operation, "the client is closed: build a new one");
  }

  private <T> HttpRequest encode(ApiRequest<T> request, CallScope scope) {
    Endpoint<T> endpoint = request.endpoint();
    Duration timeout =
        scope.options().timeout() == null ? config.timeout() : scope.options().timeout();
    CallContext context =
        new CallContext(
            endpoint.operation(),
            endpoint.pathTemplate(),
            endpoint.effect(),
            scope.deadline(),
            timeout,
            scope.about(),
            endpoint.method(),
            config.baseUrl(),
            request.isOfSeveral(),
            scope.events());
    scope.events().started(context);
    endpoint.decoder().check(endpoint.operation(), config.json());
    String url = request.url(config.baseUrl(), config.pathParameters());
    Headers headers = config.headers().with(request.headers()).with(scope.options().headers());
    return new HttpRequest(endpoint.method(), url, headers, request.body(config.json()), context);
  }

  /**
   * Ends running and waiting calls on all threads, and closes the client's connections and threads.
   * May be called twice.
   */
  @Override
  public void close() {
    lifetime.close();
    async.close();
    if (config.ownsTransport()) {
      config.transport().close();
    }
  }

  /**
   * Refuses new calls, ends waiting ones, lets requests that were sent finish, and closes.
   *
   * @param patience how long to wait for their answers
   */
  public void close(Duration patience) {
    lifetime.close();
    async.stop();
    try {
      lifetime.awaitIdle(Deadline.nanos(patience));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /**
   * The vendor.
   *
   * @return its name, such as {@code kore}
   */
  public String vendor() {
    return config.vendor();
  }

  /**
   * What the rate limit has left.
   *
   * @return a view, read anew at each question
   */
  public LimiterState limiter() {
    return config.limiter().state(config.time());
  }
}
