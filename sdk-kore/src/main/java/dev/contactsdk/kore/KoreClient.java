package dev.contactsdk.kore;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.endpoint.EndpointListCall;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.VendorProfile;
import dev.contactsdk.core.spi.list.ListEndpoint;
import dev.contactsdk.kore.agents.KoreAgents;
import dev.contactsdk.kore.contacts.KoreContacts;
import dev.contactsdk.kore.internal.KoreLists;
import dev.contactsdk.kore.internal.KoreProfile;
import dev.contactsdk.kore.lookups.KoreAgentGroups;
import dev.contactsdk.kore.lookups.KoreQueues;
import dev.contactsdk.kore.lookups.KoreRoles;
import dev.contactsdk.kore.lookups.KoreSkillGroups;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Kore.ai's contact centre. Safe for use by several threads; make one per account and keep it. At
 * most 60 requests a minute leave it, together with all other clients of the account in this JVM.
 * Closed by whoever built it. Prints without secrets.
 */
public final class KoreClient implements AutoCloseable {
  private final String baseUrl;
  private final String streamId;
  private final String accountId;
  private final ApiEngine engine;
  private final @Nullable ApiEngine admin;

  KoreClient(
      String baseUrl,
      String streamId,
      String accountId,
      ApiEngine engine,
      @Nullable ApiEngine admin) {
    this.baseUrl = baseUrl;
    this.streamId = streamId;
    this.accountId = accountId;
    this.engine = engine;
    this.admin = admin;
  }

  /**
   * Begins a client.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a client of the environment variables {@code KORE_BASE_URL}, {@code KORE_STREAM_ID},
   * {@code KORE_ACCOUNT_ID}, {@code KORE_CLIENT_ID} and {@code KORE_CLIENT_SECRET}, and, for {@link
   * #roles()}, {@code KORE_ADMIN_CLIENT_ID} and {@code KORE_ADMIN_CLIENT_SECRET}.
   *
   * @return a new client, to be closed by the caller
   * @throws InvalidRequestException when variables are missing (the message names all of them) or
   *     cannot be used
   */
  public static KoreClient fromEnv() {
    return builderFromEnv(System.getenv()).build();
  }

  /**
   * Begins a client with the settings of {@link #fromEnv()}, to which others can be added.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @return a new builder
   * @throws InvalidRequestException when variables are missing; the message names all of them
   */
  public static Builder builderFromEnv(Map<String, String> environment) {
    return new KoreEnvironment(environment).builder();
  }

  /**
   * The contacts.
   *
   * @return their operations
   */
  public KoreContacts contacts() {
    return new KoreContacts(engine);
  }

  /**
   * The agents.
   *
   * @return their operations
   */
  public KoreAgents agents() {
    return new KoreAgents(engine, streamId, accountId);
  }

  /**
   * The groups that agents are in.
   *
   * @return their operations
   */
  public KoreAgentGroups agentGroups() {
    return new KoreAgentGroups(engine);
  }

  /**
   * The queues that agents serve.
   *
   * @return their operations
   */
  public KoreQueues queues() {
    return new KoreQueues(engine);
  }

  /**
   * The skills that agents have, by group.
   *
   * @return their operations
   */
  public KoreSkillGroups skillGroups() {
    return new KoreSkillGroups(engine);
  }

  /**
   * The roles that agents have.
   *
   * @return their operations
   * @throws InvalidRequestException when the client has no admin credentials
   */
  public KoreRoles roles() {
    if (admin == null) {
      throw new InvalidRequestException(
          "kore.roles",
          "the client has no adminCredentials(clientId, clientSecret): Kore.ai tells roles only to"
              + " a JWT app that was made in the Admin Console, and refuses the app of"
              + " credentials(...)");
    }
    return new KoreRoles(admin);
  }

  /**
   * A call of an operation that this SDK does not model, with this client's auth, limits, retries
   * and errors.
   *
   * @param endpoint the operation; {@code {streamId}} and {@code {accountId}} in its path are
   *     filled in
   * @param <T> what it answers
   * @return the call, ready to be given its input
   */
  public <T> EndpointCall<T> call(Endpoint<T> endpoint) {
    return EndpointCall.of(engine, endpoint);
  }

  /**
   * Lists an operation that this SDK does not model, page by page, with this client's auth, limits,
   * retries and errors.
   *
   * @param endpoint the operation; its decoder is {@link KoreDecoder#page}
   * @param idOf what tells one row from another; null for a row without an id
   * @param <T> the rows' type
   * @return the call: 100 rows a page unless its {@code pageSize} says otherwise
   */
  public <T> EndpointListCall<T> list(
      Endpoint<PageAnswer<T>> endpoint, Function<? super T, @Nullable String> idOf) {
    return EndpointListCall.of(
        engine,
        new ListEndpoint<>(
            endpoint,
            idOf,
            page -> KoreLists.query(page, page.limit()),
            ListCall.Position.first(100, 1000)));
  }

  /** Ends the calls that run and frees what the client has opened. May be called twice. */
  @Override
  public void close() {
    engine.close();
  }

  @Override
  public String toString() {
    return "KoreClient[" + baseUrl + ", streamId=" + streamId + ", accountId=" + accountId + "]";
  }

  /**
   * Settings of a {@link KoreClient}. Required: base URL, stream, account, and credentials or
   * another auth. Of these, null and blank text count as missing: {@link #build()} names all that
   * are. Not thread-safe.
   */
  public static final class Builder extends ClientBuilder<Builder> {
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(60);
    private static final Window MINUTE = new Window(60, Duration.ofMinutes(1));
    private static final Window HOUR = new Window(1800, Duration.ofHours(1));

    private @Nullable String streamId;
    private @Nullable String accountId;
    private @Nullable KoreCredentials credentials;
    private @Nullable KoreCredentials adminCredentials;
    private @Nullable Auth adminAuth;
    private @Nullable RateLimiter adminLimiter;
    private Duration tokenLifetime = USUAL_LIFETIME;

    Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The environment's address. What follows the host in an address of an operation ({@code
     * /agentassist/…}, {@code /campaign/…}, {@code /api/public/…}) is cut off.
     *
     * @param url such as {@code https://platform.kore.ai}; with or without scheme and trailing
     *     slash
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
      streamId = id;
      return this;
    }

    /**
     * The account.
     *
     * @param id 24 hexadecimal digits, as they are found in contacts and agents
     * @return this builder
     */
    public Builder accountId(String id) {
      accountId = id;
      return this;
    }

    /**
     * The credentials of a JWT app that signs with HS256.
     *
     * @param clientId such as {@code cs-…}
     * @param clientSecret the secret as it is shown, used as text
     * @return this builder
     */
    public Builder credentials(String clientId, String clientSecret) {
      return credentials(clientId, clientSecret, JwtAlgorithm.HS256);
    }

    /**
     * The credentials of a JWT app that signs with a secret.
     *
     * @param clientId such as {@code cs-…}
     * @param clientSecret the secret as it is shown, used as text
     * @param algorithm the app's algorithm: HS256 or HS512
     * @return this builder
     */
    public Builder credentials(String clientId, String clientSecret, JwtAlgorithm algorithm) {
      credentials = KoreCredentials.of(clientId, clientSecret, given("algorithm", algorithm));
      return this;
    }

    /**
     * The credentials of a JWT app that signs with a key pair.
     *
     * @param clientId such as {@code cs-…}
     * @param key the private key of the public key that the app holds
     * @param algorithm the app's algorithm: RS256 or RS512
     * @return this builder
     */
    public Builder credentials(String clientId, PrivateKey key, JwtAlgorithm algorithm) {
      credentials = KoreCredentials.of(clientId, key, given("algorithm", algorithm));
      return this;
    }

    /**
     * The credentials of a JWT app of the Admin Console that signs with HS256. Needed for {@link
     * KoreClient#roles()} only.
     *
     * @param clientId such as {@code cs-…}
     * @param clientSecret the secret as it is shown, used as text
     * @return this builder
     */
    public Builder adminCredentials(String clientId, String clientSecret) {
      return adminCredentials(clientId, clientSecret, JwtAlgorithm.HS256);
    }

    /**
     * The credentials of a JWT app of the Admin Console that signs with a secret.
     *
     * @param clientId such as {@code cs-…}
     * @param clientSecret the secret as it is shown, used as text
     * @param algorithm the app's algorithm: HS256 or HS512
     * @return this builder
     */
    public Builder adminCredentials(String clientId, String clientSecret, JwtAlgorithm algorithm) {
      adminCredentials = KoreCredentials.of(clientId, clientSecret, given("algorithm", algorithm));
      return this;
    }

    /**
     * The credentials of a JWT app of the Admin Console that signs with a key pair.
     *
     * @param clientId such as {@code cs-…}
     * @param key the private key of the public key that the app holds
     * @param algorithm the app's algorithm: RS256 or RS512
     * @return this builder
     */
    public Builder adminCredentials(String clientId, PrivateKey key, JwtAlgorithm algorithm) {
      adminCredentials = KoreCredentials.of(clientId, key, given("algorithm", algorithm));
      return this;
    }

    /**
     * How requests for roles get their credential, in place of {@link #adminCredentials}.
     *
     * @param custom the application's own auth
     * @return this builder
     */
    public Builder adminAuth(Auth custom) {
      adminAuth = given("adminAuth", custom);
      return this;
    }

    /**
     * The limiter of requests for roles, in place of the one that all clients of the account share
     * in this JVM: 60 a minute and 1800 an hour.
     *
     * @param own the limiter
     * @return this builder
     */
    public Builder adminRateLimiter(RateLimiter own) {
      adminLimiter = given("adminRateLimiter", own);
      return this;
    }

    /**
     * How long a token is good for. Each attempt has one of its own.
     *
     * @param lifetime at least a second, at most 60 minutes, which is Kore.ai's limit; 5 minutes by
     *     default
     * @return this builder
     * @throws InvalidRequestException when it is out of that range
     */
    public Builder tokenLifetime(Duration lifetime) {
      if (given("tokenLifetime", lifetime).toSeconds() < 1
          || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
        throw new InvalidRequestException(
            "tokenLifetime",
            "has to be from 1 second to 60 minutes, which is the most that Kore.ai takes, and is "
                + lifetime);
      }
      tokenLifetime = lifetime;
      return this;
    }

    /**
     * Makes the client. Nothing is sent.
     *
     * @return a new client, to be closed by the caller
     * @throws InvalidRequestException when settings are missing (the message names all of them) or
     *     cannot be used
     */
    public KoreClient build() {
      refuseMissing();
      String url = KoreProfile.root(checkedBaseUrl());
      String stream = KoreProfile.plain("streamId", "st-…", streamId);
      String account = KoreProfile.plain("accountId", "65aa…", accountId);
      VendorProfile profile = KoreProfile.of(stream, account);
      Auth auth = Objects.requireNonNull(signing(customAuth(), credentials));
      Auth admin = signing(adminAuth, adminCredentials);
      String budget = url + "#" + account;
      ApiEngine engine = engine(url, profile, auth, RateLimiter.ofAccount(budget, MINUTE));
      ApiEngine adminEngine =
          admin == null ? null : engine.withCredential(admin, adminLimiter(budget));
      return new KoreClient(url, stream, account, engine, adminEngine);
    }

    private RateLimiter adminLimiter(String budget) {
      return adminLimiter == null
          ? RateLimiter.ofAccount(budget + "#admin", MINUTE, HOUR)
          : adminLimiter;
    }

    private @Nullable Auth signing(@Nullable Auth custom, @Nullable KoreCredentials given) {
      return custom != null || given == null
          ? custom
          : new KoreAuth(given.clientId(), given.signer(), tokenLifetime, time());
    }

    private void refuseMissing() {
      List<String> missing = new ArrayList<>();
      if (!hasBaseUrl()) {
        missing.add("baseUrl");
      }
      if (KoreCredentials.isBlank(streamId)) {
        missing.add("streamId");
      }
      if (KoreCredentials.isBlank(accountId)) {
        missing.add("accountId");
      }
      if (customAuth() == null) {
        missing.addAll(credentials == null ? List.of("credentials") : credentials.missing());
      }
      if (adminAuth == null && adminCredentials != null) {
        adminCredentials.missing().forEach(name -> missing.add(name + " of adminCredentials"));
      }
      if (!missing.isEmpty()) {
        throw new InvalidRequestException(
            "KoreClient", "settings are missing or blank: " + String.join(", ", missing));
      }
    }
  }
}
