package dev.contactsdk.core.spi;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.internal.okhttp.OkHttpTransport;
import dev.contactsdk.core.internal.pipeline.BaseUrl;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the clients of all vendors share. A setting that is null is refused at once
 * with an {@link InvalidRequestException} that names it, unless its description says what null
 * means. Not thread-safe.
 *
 * @param <B> the builder's own type
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String USER_AGENT = "contact-sdk-java/0.1.0";

  private final List<Interceptor> interceptors = new ArrayList<>();
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
   * Refuses null.
   *
   * @param setting the setting's name
   * @param value what may be null by mistake
   * @param <T> its type
   * @return the value
   * @throws InvalidRequestException when it is null; the message names the setting
   */
  protected static <T> T given(String setting, @Nullable T value) {
    return InvalidRequestException.refuseNull(setting, value);
  }

  /**
   * This builder in its own type.
   *
   * @return this
   */
  protected abstract B self();

  /**
   * The vendor's address.
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
   * How requests get their credential, in place of the vendor's usual way.
   *
   * @param custom the application's own auth
   * @return this builder
   */
  public B auth(Auth custom) {
    auth = given("auth", custom);
    return self();
  }

  /**
   * How long one attempt may take, from connecting to the last byte of the answer.
   *
   * @param perAttempt more than zero; 30 s by default
   * @return this builder
   */
  public B timeout(Duration perAttempt) {
    timeout = InvalidRequestException.refuseNotPositive("timeout", perAttempt);
    return self();
  }

  /**
   * How long a call may take with all its attempts and waits, the wait for a permit of the limiter
   * among them.
   *
   * @param perCall more than zero; 2 minutes by default
   * @return this builder
   */
  public B deadline(Duration perCall) {
    deadline = InvalidRequestException.refuseNotPositive("deadline", perCall);
    return self();
  }

  /**
   * How often and after what waits calls are tried again.
   *
   * @param policy {@link RetryPolicy#standard()} by default
   * @return this builder
   */
  public B retry(RetryPolicy policy) {
    retry = given("retry", policy);
    return self();
  }

  /**
   * The limiter, in place of the one that all clients of the account share in this JVM.
   *
   * @param own for example one on a store that several JVMs share
   * @return this builder
   */
  public B rateLimiter(RateLimiter own) {
    limiter = given("rateLimiter", own);
    return self();
  }

  /**
   * Adds an interceptor, inside those that were added before. It runs once per call and sees no
   * credential.
   *
   * @param interceptor the interceptor
   * @return this builder
   */
  public B interceptor(Interceptor interceptor) {
    interceptors.add(given("interceptor", interceptor));
    return self();
  }

  /**
   * Sends a header with every request.
   *
   * @param name its name
   * @param value its value
   * @return this builder
   * @throws InvalidRequestException when the header is malformed
   */
  public B header(String name, String value) {
    headers = headers.with(name, value);
    return self();
  }

  /**
   * Sends on an application's OkHttp client: its timeouts, proxy, TLS settings and pool are kept.
   * That it repeats requests or follows redirects is switched off for the SDK's calls. It is not
   * closed with the SDK's client.
   *
   * <p>A kept connection that the server has closed is replaced before anything is written on it.
   * With a socket factory of your own, or a SOCKS proxy, finding that out takes a millisecond per
   * call. A connection of HTTP/2 that ends just as a request is written can still leave a write
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
   * Sends through a transport of the application's. It is not closed with the SDK's client.
   *
   * @param custom the transport
   * @return this builder
   */
  public B transport(Transport custom) {
    transport = given("transport", custom);
    return self();
  }

  /**
   * Where {@code executeAsync} and pages asked for ahead run. Each call blocks one thread until it
   * is done. The executor is not closed with the client.
   *
   * @param applications the application's executor; by default virtual threads where the JVM has
   *     them, else a pool of 64 daemon threads
   * @return this builder
   */
  public B executor(Executor applications) {
    executor = given("executor", applications);
    return self();
  }

  /**
   * The largest answer that is read, compressed or not; a larger one is a clear failure.
   *
   * @param bytes at least 1; 16 MiB by default
   * @return this builder
   */
  public B maxResponseBytes(long bytes) {
    if (bytes < 1) {
      throw new InvalidRequestException(
          "maxResponseBytes", "has to be at least 1, and is " + bytes);
    }
    maxResponseBytes = bytes;
    return self();
  }

  /**
   * Allows plain http to any host. Without it http is used to this machine only, for credentials
   * and contacts would travel unencrypted.
   *
   * @return this builder
   */
  public B allowPlainHttp() {
    allowPlainHttp = true;
    return self();
  }

  /**
   * Reads and writes the application's own types: in {@code Decoder.json}, as bodies, and as values
   * in requests, such as custom fields. Without it only records, maps, lists and scalars are read
   * and written, and anything else is refused before anything is sent.
   *
   * @param codec for example {@code Jackson3Codec.of(mapper)} of the module {@code
   *     contact-sdk-jackson3}; none by default
   * @return this builder
   */
  public B json(JsonCodec codec) {
    json = given("json", codec);
    return self();
  }

  /**
   * The clock, for tests.
   *
   * @param source the machine's by default
   * @return this builder
   */
  public B timeSource(TimeSource source) {
    time = given("timeSource", source);
    return self();
  }

  /**
   * The base URL as it will be used.
   *
   * @return normalized: scheme, host and path prefix, without a trailing slash
   * @throws InvalidRequestException when it is missing or cannot be used
   */
  protected final String checkedBaseUrl() {
    return BaseUrl.normalize(baseUrl, allowPlainHttp);
  }

  /**
   * Whether a base URL was given.
   *
   * @return false while it is missing or blank
   */
  protected final boolean hasBaseUrl() {
    return baseUrl != null && !baseUrl.isBlank();
  }

  /**
   * The auth that was set.
   *
   * @return null when the vendor's usual way is meant
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
   * Makes the engine.
   *
   * @param url the address, from {@link #checkedBaseUrl()}
   * @param profile the vendor's requests and answers
   * @param credential how requests get their credential
   * @param accountLimiter the limiter, unless one was set
   * @return a new engine, to be closed with the client
   */
  protected final ApiEngine engine(
      String url, VendorProfile profile, Auth credential, RateLimiter accountLimiter) {
    return new ApiEngine(
        new EngineConfig(
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
            chosenTransport(),
            transport == null,
            executor,
            time,
            json));
  }

  private Transport chosenTransport() {
    if (transport != null) {
      return transport;
    }
    return okHttp == null
        ? OkHttpTransport.create(maxResponseBytes)
        : OkHttpTransport.on(okHttp, maxResponseBytes);
  }
}
