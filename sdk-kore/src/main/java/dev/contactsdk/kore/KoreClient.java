package dev.contactsdk.kore;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.endpoint.EndpointListCall;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.spi.ApiClient;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.kore.agents.KoreAgents;
import dev.contactsdk.kore.contacts.KoreContacts;
import dev.contactsdk.kore.diagnose.KoreDiagnosis;
import dev.contactsdk.kore.internal.KoreLists;
import dev.contactsdk.kore.internal.KoreProfile;
import dev.contactsdk.kore.lists.KoreContactLists;
import dev.contactsdk.kore.lookups.KoreAgentGroups;
import dev.contactsdk.kore.lookups.KoreQueues;
import dev.contactsdk.kore.lookups.KoreRoles;
import dev.contactsdk.kore.lookups.KoreSkillGroups;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client for Kore.ai's contact centre. Thread-safe: build one per account, keep it, and close
 * it after use. All clients of an account in this JVM share 60 requests a minute. {@code toString}
 * shows no secrets.
 */
public final class KoreClient extends ApiClient {
  private final String baseUrl;
  private final KoreAccess access;
  private final @Nullable ApiEngine admin;

  KoreClient(String baseUrl, KoreAccess access, ApiEngine engine, @Nullable ApiEngine admin) {
    super(engine);
    this.baseUrl = baseUrl;
    this.access = access;
    this.admin = admin;
  }

  /** {@return a new builder} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Creates a client from the environment variables {@code KORE_BASE_URL}, {@code KORE_STREAM_ID},
   * {@code KORE_ACCOUNT_ID}, {@code KORE_CLIENT_ID} and {@code KORE_CLIENT_SECRET}, and, for {@link
   * #roles()}, {@code KORE_ADMIN_CLIENT_ID} and {@code KORE_ADMIN_CLIENT_SECRET}.
   *
   * @return a new client; close it after use
   * @throws InvalidRequestException when variables are missing or invalid; the message names all
   */
  public static KoreClient fromEnv() {
    return builderFromEnv(System.getenv()).build();
  }

  /**
   * Creates a builder with the settings of {@link #fromEnv()}.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @return a new builder
   * @throws InvalidRequestException when variables are missing; the message names all of them
   */
  public static Builder builderFromEnv(Map<String, String> environment) {
    return new KoreEnvironment(environment).builder();
  }

  /**
   * Checks the settings of {@link #fromEnv()}, even missing ones, like {@link #diagnose()}.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @return what the checks found
   * @throws InvalidRequestException when the environment is null
   * @throws CanceledException when the thread is interrupted; its interrupt flag stays set
   */
  public static Diagnosis diagnoseFromEnv(Map<String, String> environment) {
    return new KoreEnvironment(environment).unchecked().diagnose();
  }

  /**
   * Checks address, clock, credential, ids, scopes and paging with at most 15 reads, in at most a
   * minute. If your own code in the client throws, such as an interceptor, the result reports it.
   *
   * @return what the checks found; print it
   * @throws InvalidRequestException when the client is closed
   * @throws CanceledException when it is closed meanwhile, or the thread is interrupted; the
   *     interrupt flag stays set
   */
  public Diagnosis diagnose() {
    return KoreDiagnosis.guarded(
        report -> new KoreDiagnosis(report, access.setup(), baseUrl, engine(), admin).run());
  }

  /**
   * Identifies this account and app by host, account and stream.
   *
   * @return no secret; the same for all clients of the account and stream
   */
  @Override
  public String account() {
    return access.account(baseUrl);
  }

  /**
   * The contacts.
   *
   * @return the operations on them
   */
  public KoreContacts contacts() {
    return new KoreContacts(engine(), access.app().streamId(), access.app().accountId());
  }

  /**
   * The agents.
   *
   * @return the operations on them
   */
  public KoreAgents agents() {
    return new KoreAgents(engine(), access.app().streamId(), access.app().accountId());
  }

  /**
   * The agent groups.
   *
   * @return the operations on them
   */
  public KoreAgentGroups agentGroups() {
    return new KoreAgentGroups(engine());
  }

  /**
   * The queues.
   *
   * @return the operations on them
   */
  public KoreQueues queues() {
    return new KoreQueues(engine());
  }

  /**
   * The skills, by group.
   *
   * @return the operations on them
   */
  public KoreSkillGroups skillGroups() {
    return new KoreSkillGroups(engine());
  }

  /**
   * The roles.
   *
   * @return the operations on them
   * @throws InvalidRequestException when the client has no admin credentials
   */
  public KoreRoles roles() {
    return new KoreRoles(KoreAccess.given(admin));
  }

  /**
   * The contact lists of campaigns, with version 2 of their operations; {@link
   * KoreContactLists#v1()} uses version 1. Their contacts are not those of {@link #contacts()}.
   *
   * @return the operations on them
   */
  public KoreContactLists contactLists() {
    return new KoreContactLists(engine(), access.app().streamId(), access.app().accountId());
  }

  /**
   * Calls an operation that this SDK does not model, with this client's auth, limits, retries and
   * errors.
   *
   * @param endpoint the operation; its path may have {@code {streamId}} and {@code {accountId}}
   * @param <T> the result type
   * @return the call, without its input
   */
  public <T> EndpointCall<T> call(Endpoint<T> endpoint) {
    return EndpointCall.of(engine(), endpoint);
  }

  /**
   * Lists an operation that this SDK does not model, page by page.
   *
   * @param endpoint the operation; its decoder is {@link KoreDecoder#page}
   * @param idOf returns a row's id, or null for a row without one
   * @param <T> the rows' type
   * @return the call: 100 rows a page unless its {@code pageSize} says otherwise
   */
  public <T> EndpointListCall<T> list(
      Endpoint<PageAnswer<T>> endpoint, Function<? super T, @Nullable String> idOf) {
    return EndpointListCall.of(engine(), KoreLists.own(endpoint, idOf));
  }

  @Override
  public String toString() {
    return "KoreClient[" + baseUrl + ", " + access.app() + "]";
  }

  /**
   * Settings of a {@link KoreClient}. Base URL, stream, account, and credentials or another auth
   * are required. Null and blank count as missing; {@link #build()} names all. Not thread-safe.
   */
  public static final class Builder extends ClientBuilder<Builder> {
    private final KoreSettings settings = new KoreSettings();

    Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The environment's base URL. The path of an operation ({@code /agentassist/…}, {@code
     * /campaign/…}, {@code /api/public/…}) is removed.
     *
     * @param url such as {@code https://platform.kore.ai}; scheme and trailing slash are optional
     * @return this builder
     */
    @Override
    public Builder baseUrl(String url) {
      return super.baseUrl(url);
    }

    /**
     * The stream, which Kore.ai also calls bot, app or instance.
     *
     * @param id such as {@code st-…}
     * @return this builder
     */
    public Builder streamId(String id) {
      settings.streamId = id;
      return this;
    }

    /**
     * The account.
     *
     * @param id 24 hexadecimal digits, as in contacts and agents
     * @return this builder
     */
    public Builder accountId(String id) {
      settings.accountId = id;
      return this;
    }

    /**
     * Sets the credentials of a JWT app that signs with HS256.
     *
     * @param clientId such as {@code cs-…}
     * @param clientSecret the secret as Kore.ai shows it; not decoded
     * @return this builder
     */
    public Builder credentials(String clientId, String clientSecret) {
      return credentials(clientId, clientSecret, JwtAlgorithm.HS256);
    }

    /**
     * Sets the credentials of a JWT app that signs with a secret.
     *
     * @param clientId such as {@code cs-…}
     * @param clientSecret the secret as Kore.ai shows it; not decoded
     * @param algorithm the app's algorithm: HS256 or HS512
     * @return this builder
     */
    public Builder credentials(String clientId, String clientSecret, JwtAlgorithm algorithm) {
      settings.credentials =
          KoreCredentials.of(clientId, clientSecret, given("algorithm", algorithm));
      return this;
    }

    /**
     * Sets the credentials of a JWT app that signs with a key pair.
     *
     * @param clientId such as {@code cs-…}
     * @param key the private key that matches the app's public key
     * @param algorithm the app's algorithm: RS256 or RS512
     * @return this builder
     */
    public Builder credentials(String clientId, PrivateKey key, JwtAlgorithm algorithm) {
      settings.credentials = KoreCredentials.of(clientId, key, given("algorithm", algorithm));
      return this;
    }

    /**
     * Sets the credentials of an Admin Console JWT app that signs with HS256. Only {@link
     * KoreClient#roles()} needs them.
     *
     * @param clientId such as {@code cs-…}
     * @param clientSecret the secret as Kore.ai shows it; not decoded
     * @return this builder
     */
    public Builder adminCredentials(String clientId, String clientSecret) {
      return adminCredentials(clientId, clientSecret, JwtAlgorithm.HS256);
    }

    /**
     * Sets the credentials of an Admin Console JWT app that signs with a secret.
     *
     * @param clientId such as {@code cs-…}
     * @param clientSecret the secret as Kore.ai shows it; not decoded
     * @param algorithm the app's algorithm: HS256 or HS512
     * @return this builder
     */
    public Builder adminCredentials(String clientId, String clientSecret, JwtAlgorithm algorithm) {
      settings.adminCredentials =
          KoreCredentials.of(clientId, clientSecret, given("algorithm", algorithm));
      return this;
    }

    /**
     * Sets the credentials of an Admin Console JWT app that signs with a key pair.
     *
     * @param clientId such as {@code cs-…}
     * @param key the private key that matches the app's public key
     * @param algorithm the app's algorithm: RS256 or RS512
     * @return this builder
     */
    public Builder adminCredentials(String clientId, PrivateKey key, JwtAlgorithm algorithm) {
      settings.adminCredentials = KoreCredentials.of(clientId, key, given("algorithm", algorithm));
      return this;
    }

    /**
     * Sets the auth for role requests, in place of {@link #adminCredentials}.
     *
     * @param custom your own auth
     * @return this builder
     */
    public Builder adminAuth(Auth custom) {
      settings.adminAuth = given("adminAuth", custom);
      return this;
    }

    /**
     * Sets the limiter for role requests. By default all clients of the account in this JVM share
     * one, with 60 requests a minute and 1800 an hour.
     *
     * @param own the limiter
     * @return this builder
     */
    public Builder adminRateLimiter(RateLimiter own) {
      settings.adminLimiter = given("adminRateLimiter", own);
      return this;
    }

    /**
     * Sets how long a token is valid. Each attempt has its own token.
     *
     * @param lifetime between 1 second and 60 minutes, Kore.ai's maximum; 5 minutes by default
     * @return this builder
     * @throws InvalidRequestException when it is outside that range
     */
    public Builder tokenLifetime(Duration lifetime) {
      settings.tokenLifetime = KoreAuth.checked(given("tokenLifetime", lifetime));
      return this;
    }

    /**
     * Builds the client. Sends nothing.
     *
     * @return a new client; close it after use
     * @throws InvalidRequestException when settings are missing or invalid; the message names all
     */
    public KoreClient build() {
      settings.refuseMissing(hasBaseUrl(), customAuth());
      return client(KoreProfile.root(checkedBaseUrl()), settings.access(customAuth(), time()));
    }

    /**
     * Checks these settings like {@link KoreClient#diagnose()}, even what {@link #build()} refuses.
     *
     * @return what the checks found
     * @throws CanceledException when the thread is interrupted; its interrupt flag stays set
     */
    public Diagnosis diagnose() {
      return new UncheckedSettings(this::checkedBaseUrl, this::client)
          .diagnose(() -> settings.accessAsFarAsUsable(customAuth(), time()));
    }

    private KoreClient client(String url, KoreAccess access) {
      ApiEngine engine =
          engine(url, access.profile(), access.auth(), KoreProfile.limiter(access.budget(url)));
      return new KoreClient(url, access, engine, access.adminEngine(engine, url));
    }
  }
}
