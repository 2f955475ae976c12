package dev.contactsdk.truedy;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.endpoint.EndpointListCall;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.spi.ApiClient;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.VendorProfile;
import dev.contactsdk.core.spi.diagnose.Report;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.truedy.agents.TruedyAgents;
import dev.contactsdk.truedy.contacts.TruedyContacts;
import dev.contactsdk.truedy.diagnose.TruedyDiagnosis;
import dev.contactsdk.truedy.diagnose.TruedySetup;
import dev.contactsdk.truedy.folders.TruedyFolders;
import dev.contactsdk.truedy.internal.ImportTimes;
import dev.contactsdk.truedy.internal.TruedyErrors;
import dev.contactsdk.truedy.internal.TruedyLists;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The client for Truedy's public API. Thread-safe: build one per account, keep it, and close it
 * after use. Nothing is sent before a call runs.
 *
 * <pre>{@code
 * try (TruedyClient truedy = TruedyClient.builder().apiKey(key).build()) {
 *   TruedyContact jane =
 *       truedy.contacts().create(
 *               NewTruedyContact.builder("+15551234567").firstName("Jane").build())
 *           .execute();
 * }
 * }</pre>
 *
 * <p>All clients of one key in this JVM share 100 requests a minute, Truedy's default limit. See
 * {@link ClientBuilder#rateLimiter} for another limit.
 *
 * <p>Source: Truedy, "Introduction", "Authentication" and "Rate Limits".
 */
public final class TruedyClient extends ApiClient {
  private final String baseUrl;
  private final TruedySetup setup;
  private final String account;
  private final TruedyContacts contacts;
  private final TruedyFolders folders;
  private final TruedyAgents agents;

  TruedyClient(
      ApiEngine engine,
      String baseUrl,
      TruedySetup setup,
      String account,
      TruedyContacts contacts) {
    super(engine);
    this.baseUrl = baseUrl;
    this.setup = setup;
    this.account = account;
    this.contacts = contacts;
    this.folders = new TruedyFolders(engine);
    this.agents = new TruedyAgents(engine);
  }

  /** {@return a new builder} An API key or your own auth is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Creates a client from the environment variable {@code TRUEDY_API_KEY} and, for a self-hosted
   * instance, the optional {@code TRUEDY_BASE_URL} and {@code TRUEDY_API_PATH}.
   *
   * @return a new client; close it after use
   * @throws InvalidRequestException when the key is missing or malformed, or the URL is invalid
   */
  public static TruedyClient fromEnv() {
    return builderFromEnv(System.getenv()).build();
  }

  /**
   * Creates a builder with the settings of {@link #fromEnv()}.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @return a new builder
   * @throws InvalidRequestException when the key is missing or malformed
   */
  public static Builder builderFromEnv(Map<String, String> environment) {
    return new TruedyEnvironment(environment).builder();
  }

  /**
   * Checks the settings of {@link #fromEnv()}, even missing and malformed ones. See {@link
   * #diagnose()}.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @return what the checks found
   * @throws InvalidRequestException when the environment is null
   * @throws CanceledException when the thread is interrupted; its interrupt flag stays set
   */
  public static Diagnosis diagnoseFromEnv(Map<String, String> environment) {
    return new TruedyEnvironment(environment).forDiagnosis().diagnose();
  }

  /**
   * Checks address, clock, key, account, rights, paging and class path, with at most 15 requests
   * that only read. Takes at most a minute; a failed request is not retried. If your own code in
   * the client throws, such as an interceptor, the result reports it.
   *
   * @return what the checks found; print it
   * @throws InvalidRequestException when the client is closed
   * @throws CanceledException when it is closed meanwhile, or the thread is interrupted; the
   *     interrupt flag stays set
   */
  public Diagnosis diagnose() {
    return TruedyDiagnosis.guarded(this::diagnose);
  }

  private Diagnosis diagnose(Report report) {
    return new TruedyDiagnosis(report, setup, baseUrl, engine()).run();
  }

  /**
   * Identifies this account by its address and the key's fingerprint. Another key of the same
   * account looks like another account. With your own auth, only the address identifies it.
   *
   * @return no secret; the same for all clients with this key
   */
  @Override
  public String account() {
    return account;
  }

  /**
   * Contacts: create, list, update, import.
   *
   * @return the resource
   */
  public TruedyContacts contacts() {
    return contacts;
  }

  /**
   * Folders of contacts: create, list, delete.
   *
   * @return the resource
   */
  public TruedyFolders folders() {
    return folders;
  }

  /**
   * Voice agents: create, list, get.
   *
   * @return the resource
   */
  public TruedyAgents agents() {
    return agents;
  }

  /**
   * Calls an operation that this SDK does not model, with the client's credential, retries, limit
   * and errors. Truedy wraps its results in {@code data}.
   *
   * @param endpoint the operation, its path below the base URL, such as {@code /voices}
   * @param <T> the result type
   * @return the call, without its input
   */
  public <T> EndpointCall<T> call(Endpoint<T> endpoint) {
    return EndpointCall.of(engine(), endpoint);
  }

  /**
   * Lists an operation that this SDK does not model, page by page, with this client's auth, limits,
   * retries and errors.
   *
   * @param endpoint the operation; its decoder is {@link TruedyDecoder#page}
   * @param idOf returns a row's id, or null for a row without one
   * @param <T> the rows' type
   * @return the call: 100 rows a page unless its {@code pageSize} says otherwise
   */
  public <T> EndpointListCall<T> list(
      Endpoint<PageAnswer<T>> endpoint, Function<? super T, @Nullable String> idOf) {
    return EndpointListCall.of(
        engine(), new ListEndpoint<>(endpoint, idOf, TruedyLists::query, TruedyLists.FULL_PAGES));
  }

  @Override
  public String toString() {
    return "TruedyClient[" + baseUrl + "]";
  }

  /** The settings of a client. Not thread-safe. */
  public static final class Builder extends ClientBuilder<Builder> {
    private static final String DEFAULT_URL = "https://api.truedy.ai";
    private static final String DEFAULT_PATH = "/api/public/v1";
    private static final Pattern PATH =
        Pattern.compile("/?(?:[A-Za-z0-9._~%-]+(?:/[A-Za-z0-9._~%-]+)*/?)?");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?:^|/)\\.\\.?(?:/|$)");
    private static final Window LIMIT = new Window(100, Duration.ofMinutes(1));

    private @Nullable String apiKey;
    private @Nullable String apiPath;
    private @Nullable InvalidRequestException refusedPath;
    private @Nullable Duration timeout;
    private @Nullable Duration deadline;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the API key. The dashboard shows it once, under Settings, API Keys. It is sent as {@code
     * Authorization: Bearer}. The usual prefix {@code truedy_} is not required.
     *
     * @param key the key
     * @return this builder
     */
    public Builder apiKey(String key) {
      apiKey = given("apiKey", key);
      return this;
    }

    /**
     * Sets the URL of a self-hosted instance. If it has no path, {@code /api/public/v1} is
     * appended. For an API at the root of a host, also set {@link #apiPath}. The default is {@code
     * https://api.truedy.ai/api/public/v1}.
     *
     * @param url scheme (https by default) and trailing slash are optional; null and blank count as
     *     missing
     * @return this builder
     */
    @Override
    public Builder baseUrl(String url) {
      return super.baseUrl(url);
    }

    /**
     * Sets the path of the API. It is always appended to {@link #baseUrl}. By default {@code
     * /api/public/v1} is appended to a URL without a path, and nothing to one with a path.
     *
     * @param path such as {@code /v2}; empty or {@code /} if the API is at the base URL itself
     * @return this builder
     * @throws InvalidRequestException when it is null or not a path
     */
    public Builder apiPath(String path) {
      String given = given("apiPath", path).strip();
      if (!PATH.matcher(given).matches() || DOT_SEGMENT.matcher(given).find()) {
        throw new InvalidRequestException(
            "apiPath", "must be a path such as /api/public/v1, or empty for the root");
      }
      String bare = given.replaceAll("^/|/$", "");
      apiPath = bare.isEmpty() ? "" : "/" + bare;
      return this;
    }

    /** By default 30 s, and 2 minutes for an import. {@inheritDoc} */
    @Override
    public Builder timeout(Duration perAttempt) {
      timeout = perAttempt;
      return super.timeout(perAttempt);
    }

    /** By default 2 minutes, and 5 minutes for an import. {@inheritDoc} */
    @Override
    public Builder deadline(Duration perCall) {
      deadline = perCall;
      return super.deadline(perCall);
    }

    /**
     * Builds the client. Sends nothing.
     *
     * @return a new client; close it after use
     * @throws InvalidRequestException when there is neither a key nor an auth, when the key is
     *     blank or contains a space or a line break, or when the base URL is invalid; the message
     *     does not quote the key
     */
    public TruedyClient build() {
      Auth auth = credential();
      return client(url(), auth);
    }

    /**
     * Checks these settings, even those that {@link #build()} refuses. See {@link
     * TruedyClient#diagnose()}.
     *
     * @return what the checks found
     * @throws CanceledException when the thread is interrupted; its interrupt flag stays set
     */
    public Diagnosis diagnose() {
      return TruedyDiagnosis.guarded(this::diagnose);
    }

    private Diagnosis diagnose(Report report) {
      if (refusedPath != null) {
        return TruedyDiagnosis.withoutAddress(report, setup(), refusedPath);
      }
      String url;
      try {
        url = url();
      } catch (InvalidRequestException e) {
        return TruedyDiagnosis.withoutAddress(report, setup(), e);
      }
      Auth auth = setup().isUsable() ? credential() : request -> request;
      try (TruedyClient client = client(url, auth)) {
        return client.diagnose(report);
      }
    }

    /** Keeps what was wrong with the path, for a diagnosis. */
    Builder refused(InvalidRequestException why) {
      refusedPath = why;
      return this;
    }

    private TruedySetup setup() {
      return customAuth() == null ? TruedySetup.ofKey(apiKey) : TruedySetup.ofOwnAuth();
    }

    private TruedyClient client(String url, Auth auth) {
      VendorProfile profile =
          new VendorProfile(
              "truedy", Map.of(), Headers.empty(), TruedyErrors.PERSONAL, new TruedyErrors(), null);
      ApiEngine engine = engine(url, profile, auth, limiter(url));
      TruedyContacts contacts = new TruedyContacts(engine, ImportTimes.beside(timeout, deadline));
      return new TruedyClient(engine, url, setup(), account(url), contacts);
    }

    private Auth credential() {
      Auth custom = customAuth();
      if (custom != null) {
        return custom;
      }
      if (apiKey == null) {
        throw new InvalidRequestException(
            "TruedyClient", "has no credential: set apiKey(...), or auth(...) for your own");
      }
      return Auth.bearer(apiKey);
    }

    private String url() {
      if (!hasBaseUrl()) {
        baseUrl(DEFAULT_URL);
      }
      String url = checkedBaseUrl();
      if (apiPath != null) {
        return url + apiPath;
      }
      return URI.create(url).getRawPath().isEmpty() ? url + DEFAULT_PATH : url;
    }

    /** A custom auth does not reveal its account, so the client gets its own limiter. */
    private RateLimiter limiter(String url) {
      return apiKey == null || customAuth() != null
          ? RateLimiter.of(LIMIT)
          : RateLimiter.ofAccount(url + " " + fingerprint(apiKey), LIMIT);
    }

    private String account(String url) {
      String address = url.substring(url.indexOf("://") + 3);
      return apiKey == null || customAuth() != null
          ? address + " own auth"
          : address + " key " + fingerprint(apiKey).substring(0, 8);
    }

    private static String fingerprint(String key) {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 8);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JVM has SHA-256", e);
      }
    }
  }
}
