package dev.contactsdk.core.spi;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.internal.okhttp.OkHttpTransport;
import dev.contactsdk.core.internal.pipeline.BaseUrl;
import dev.contactsdk.core.internal.pipeline.FramingHeaders;
import dev.contactsdk.core.internal.pipeline.Listeners;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.listener.CallListener;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings that all vendors' clients share. Null is rejected at once with an {@link
 * InvalidRequestException} that names the setting, unless the setting describes what null means.
 * Not thread-safe.
 *
 * @param <B> the builder's own type
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String USER_AGENT = "contact-sdk-java/0.1.0";

  private final List<Interceptor> interceptors = new ArrayList<>();
  private final List<CallListener> listeners = new ArrayList<>();
  private @Nullable String baseUrl;
  private @Nullable Auth auth;
  private @Nullable RateLimiter limiter;
  private @Nullable Transport transport;
  private @Nullable OkHttpClient okHttp;
  private @Nullable Executor executor;
  private Headers headers = Headers.empty();
  private RetryPolicy retry = RetryPolicy.standard();
  private Duration timeout = TIMEOUT;
  private Duration deadline = DEADLINE;
  private TimeSource time = TimeSource.system();
  private long maxResponseBytes = HttpResponse.DEFAULT_MAX_BYTES;
  private boolean allowPlainHttp;
  private @Nullable JsonCodec json;

  /** Starts with the defaults. */
  protected ClientBuilder() {}

  /**
   * Rejects null.
   *
   * @param setting the setting's name
   * @param value the value to check
   * @param <T> its type
   * @return the value
   * @throws InvalidRequestException when it is null; the message names the setting
   */
  protected static <T> T given(String setting, @Nullable T value) {
    return InvalidRequestException.refuseNull(setting, value);
  }

  /**
   * Returns this builder in its own type.
   *
   * @return this
   */
  protected abstract B self();

  /**
   * Sets the vendor's address.
   *
   * @param url with or without scheme (then https), path prefix and trailing slash; null and blank
   *     count as missing
   * @return this builder
   */
  public B baseUrl(String url) {
    baseUrl = url;
    return self();
  }

  /**
   * Sets how requests get their credential, instead of the vendor's usual way.
   *
   * @param custom the application's own auth
   * @return this builder
   */
  public B auth(Auth custom) {
    auth = given("auth", custom);
    return self();
  }

  /**
   * Sets the time limit of one attempt, from connecting to the last byte of the answer.
   *
   * @param perAttempt more than zero; 30 s by default
   * @return this builder
   */
  public B timeout(Duration perAttempt) {
    timeout = InvalidRequestException.refuseNotPositive("timeout", perAttempt);
    return self();
  }

  /**
   * Sets the time limit of a call with all attempts and waits, including the wait for a rate limit
   * permit.
   *
   * @param perCall more than zero; 2 minutes by default
   * @return this builder
   */
  public B deadline(Duration perCall) {
    deadline = InvalidRequestException.refuseNotPositive("deadline", perCall);
    return self();
  }

  /**
   * Sets how often calls are retried, and after what waits.
   *
   * @param policy {@link RetryPolicy#standard()} by default
   * @return this builder
   */
  public B retry(RetryPolicy policy) {
    retry = given("retry", policy);
    return self();
  }

  /**
   * Sets the rate limiter, instead of the one that all clients of the account share in this JVM.
   *
   * @param own the limiter, for example one on a store that several JVMs share
   * @return this builder
   */
  public B rateLimiter(RateLimiter own) {
    limiter = given("rateLimiter", own);
    return self();
  }

  /**
   * Adds an interceptor. The one added first is the outermost. Each runs once per call and does not
   * see the credential.
   *
   * @param interceptor the interceptor
   * @return this builder
   */
  public B interceptor(Interceptor interceptor) {
    interceptors.add(given("interceptor", interceptor));
    return self();
  }

  /**
   * Adds a listener, which is notified of every call, attempt and wait, such as {@code
   * MicrometerListener} or {@code OpenTelemetryListener}. None by default.
   *
   * @param listener the listener; it cannot change a call, and what it throws is only logged
   * @return this builder
   */
  public B listener(CallListener listener) {
    listeners.add(given("listener", listener));
    return self();
  }

  /**
   * Sends a header with every request.
   *
   * @param name its name
   * @param value its value
   * @return this builder
   * @throws InvalidRequestException when the header is malformed, or the transport sets it
   */
  public B header(String name, String value) {
    headers = headers.with(name, value);
    FramingHeaders.refuse(name);
    return self();
  }

  /**
   * Uses the application's OkHttp client with its timeouts, proxy, TLS settings and pool. The SDK
   * turns off its retries and redirects for the SDK's calls. Closing the SDK's client leaves it
   * open.
   *
   * <p>If the server has closed an idle connection, it is replaced before anything is written to
   * it. With your own socket factory or a SOCKS proxy, that check takes a millisecond per call. If
   * an HTTP/2 connection ends just as a request is written, the write's outcome can still be
   * unknown.
   *
   * @param client the application's client
   * @return this builder
   */
  public B okHttpClient(OkHttpClient client) {
    okHttp = given("okHttpClient", client);
    return self();
  }

  /**
   * Uses the application's own transport. Closing the SDK's client leaves it open.
   *
   * @param custom the transport
   * @return this builder
   */
  public B transport(Transport custom) {
    transport = given("transport", custom);
    return self();
  }

  /**
   * Sets where {@code executeAsync} and prefetched pages run. Each call blocks one thread until it
   * is done. Closing the client leaves the executor open.
   *
   * @param applications the application's executor; by default virtual threads if the JVM has them,
   *     else a pool of 64 daemon threads
   * @return this builder
   */
  public B executor(Executor applications) {
    executor = given("executor", applications);
    return self();
  }

  /**
   * Sets the largest answer that is read, before and after decompression. A larger one fails the
   * call.
   *
   * @param bytes at least 1; 16 MiB by default
   * @return this builder
   */
  public B maxResponseBytes(long bytes) {
    if (bytes < 1) {
      throw new InvalidRequestException("maxResponseBytes", "must be at least 1, but was " + bytes);
    }
    maxResponseBytes = bytes;
    return self();
  }

  /**
   * Allows plain http to any host. By default http works only to this machine, because it sends
   * credentials and contacts unencrypted.
   *
   * @return this builder
   */
  public B allowPlainHttp() {
    allowPlainHttp = true;
    return self();
  }

  /**
   * Sets the codec for the application's own types: in {@code Decoder.json}, as bodies, and as
   * values in requests, such as custom fields. Without a codec, the SDK reads and writes only
   * records, maps, lists and scalars, and rejects anything else before it sends a request.
   *
   * @param codec the codec, for example {@code Jackson3Codec.of(mapper)} of the module {@code
   *     contact-sdk-jackson3}; none by default
   * @return this builder
   */
  public B json(JsonCodec codec) {
    json = given("json", codec);
    return self();
  }

  /**
   * Sets the clock, for tests.
   *
   * @param source the clock; the machine's by default
   * @return this builder
   */
  public B timeSource(TimeSource source) {
    time = given("timeSource", source);
    return self();
  }

  /**
   * The normalized base URL.
   *
   * @return scheme, host and path prefix, without a trailing slash
   * @throws InvalidRequestException when it is missing or invalid
   */
  protected final String checkedBaseUrl() {
    return BaseUrl.normalize(baseUrl, allowPlainHttp);
  }

  /**
   * Whether a base URL was set.
   *
   * @return false if it is missing or blank
   */
  protected final boolean hasBaseUrl() {
    return baseUrl != null && !baseUrl.isBlank();
  }

  /**
   * The auth that was set.
   *
   * @return null for the vendor's usual way
   */
  protected final @Nullable Auth customAuth() {
    return auth;
  }

  /**
   * The clock that was set.
   *
   * @return the time source
   */
  protected final TimeSource time() {
    return time;
  }

  /**
   * Creates the engine.
   *
   * @param url the address, from {@link #checkedBaseUrl()}
   * @param profile the vendor's requests and answers
   * @param credential how requests get their credential
   * @param accountLimiter the limiter, unless one was set
   * @return a new engine; close it with the client
   */
  protected final ApiEngine engine(
      String url, VendorProfile profile, Auth credential, RateLimiter accountLimiter) {
    return new ApiEngine(
        new EngineConfig(
            profile.vendor(),
            url,
            profile.pathParameters(),
            Headers.empty()
                .with("User-Agent", USER_AGENT)
                .with("Accept", "application/json")
                .with("Accept-Encoding", "gzip")
                .with(profile.headers())
                .with(headers),
            credential,
            limiter == null ? accountLimiter : limiter,
            profile.errors(),
            Masking.of(profile.personalFields(), profile.headers()),
            profile.unreadableHint(),
            retry,
            timeout,
            deadline,
            List.copyOf(interceptors),
            new Listeners(List.copyOf(listeners)),
            chosenTransport(url),
            transport == null,
            executor,
            time,
            json));
  }

  private Transport chosenTransport(String url) {
    if (transport != null) {
      return transport;
    }
    return okHttp == null
        ? OkHttpTransport.create(url, maxResponseBytes)
        : OkHttpTransport.on(okHttp, maxResponseBytes);
  }
}
