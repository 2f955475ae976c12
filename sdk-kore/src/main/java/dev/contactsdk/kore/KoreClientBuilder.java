package dev.contactsdk.kore;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.spi.VendorProfile;
import dev.contactsdk.kore.internal.KoreProfile;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link KoreClient}. Required: base URL, stream, account, and credentials or another
 * auth. Of these, null and blank text count as missing: {@link #build()} names all that are. Not
 * thread-safe.
 */
public final class KoreClientBuilder extends ClientBuilder<KoreClientBuilder> {
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

  KoreClientBuilder() {}

  @Override
  protected KoreClientBuilder self() {
    return this;
  }

  /**
   * The environment's address. What follows the host in an address of an operation ({@code
   * /agentassist/…}, {@code /campaign/…}, {@code /api/public/…}) is cut off.
   *
   * @param url such as {@code https://platform.kore.ai}; with or without scheme and trailing slash
   * @return this builder
   */
  @Override
  public KoreClientBuilder baseUrl(String url) {
    return super.baseUrl(url);
  }

  /**
   * The stream, which Kore.ai also calls bot, app or instance.
   *
   * @param id such as {@code st-…}
   * @return this builder
   */
  public KoreClientBuilder streamId(String id) {
    streamId = id;
    return this;
  }

  /**
   * The account.
   *
   * @param id 24 hexadecimal digits, as they are found in contacts and agents
   * @return this builder
   */
  public KoreClientBuilder accountId(String id) {
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
  public KoreClientBuilder credentials(String clientId, String clientSecret) {
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
  public KoreClientBuilder credentials(
      String clientId, String clientSecret, JwtAlgorithm algorithm) {
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
  public KoreClientBuilder credentials(String clientId, PrivateKey key, JwtAlgorithm algorithm) {
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
  public KoreClientBuilder adminCredentials(String clientId, String clientSecret) {
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
  public KoreClientBuilder adminCredentials(
      String clientId, String clientSecret, JwtAlgorithm algorithm) {
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
  public KoreClientBuilder adminCredentials(
      String clientId, PrivateKey key, JwtAlgorithm algorithm) {
    adminCredentials = KoreCredentials.of(clientId, key, given("algorithm", algorithm));
    return this;
  }

  /**
   * How requests for roles get their credential, in place of {@link #adminCredentials}.
   *
   * @param custom the application's own auth
   * @return this builder
   */
  public KoreClientBuilder adminAuth(Auth custom) {
    adminAuth = given("adminAuth", custom);
    return this;
  }

  /**
   * The limiter of requests for roles, in place of the one that all clients of the account share in
   * this JVM: 60 a minute and 1800 an hour.
   *
   * @param own the limiter
   * @return this builder
   */
  public KoreClientBuilder adminRateLimiter(RateLimiter own) {
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
  public KoreClientBuilder tokenLifetime(Duration lifetime) {
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
