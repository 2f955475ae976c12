package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Options;
import dev.contactsdk.sandbox.kore.KoreOptions;
import java.security.PublicKey;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Options of a Kore.ai sandbox. Created by {@link KoreSandbox#builder()}. */
public final class KoreSandboxBuilder extends SandboxBuilder<KoreSandboxBuilder> {

  private final KoreOptions options = new KoreOptions();

  KoreSandboxBuilder() {}

  @Override
  Options options() {
    return options;
  }

  @Override
  KoreSandboxBuilder self() {
    return this;
  }

  /**
   * Starts a sandbox with these options.
   *
   * @return the running sandbox
   * @throws IllegalArgumentException when an RSA algorithm has no public key
   * @throws java.io.UncheckedIOException when the port is not available
   */
  public KoreSandbox start() {
    return KoreSandbox.start(new KoreOptions(options));
  }

  /**
   * The stream. Default: a random one.
   *
   * @param streamId the id
   * @return this
   */
  public KoreSandboxBuilder streamId(String streamId) {
    options.streamId = streamId;
    return this;
  }

  /**
   * The account. Default: a random one.
   *
   * @param accountId the id
   * @return this
   */
  public KoreSandboxBuilder accountId(String accountId) {
    options.accountId = accountId;
    return this;
  }

  /**
   * The app's credentials. Default: random ones.
   *
   * @param clientId the client id
   * @param clientSecret the client secret, used as text
   * @return this
   */
  public KoreSandboxBuilder credentials(String clientId, String clientSecret) {
    options.clientId = clientId;
    options.clientSecret = clientSecret;
    return this;
  }

  /**
   * The only algorithm for the app's tokens. Default: HS256.
   *
   * @param name HS256 or HS512; for RS256 and RS512 see {@link #publicKey}
   * @return this
   */
  public KoreSandboxBuilder algorithm(String name) {
    options.algorithm = name;
    return this;
  }

  /**
   * Verifies the app's tokens with this key instead of the secret.
   *
   * @param name RS256 or RS512
   * @param key the RSA public key
   * @return this
   */
  public KoreSandboxBuilder publicKey(String name, PublicKey key) {
    options.algorithm = name;
    options.publicKey = key;
    return this;
  }

  /**
   * Refuses tokens without {@code jti}, like 'Enforce JTI' in the app's settings. Default: accepts
   * them. A token with a {@code jti} always works only once and must expire within an hour.
   *
   * @return this
   */
  public KoreSandboxBuilder enforceJti() {
    options.enforceJti = true;
    return this;
  }

  /**
   * The scopes of the apps. Default: all.
   *
   * @param scopes the scopes; none for an app without any
   * @return this
   */
  public KoreSandboxBuilder scopes(KoreScope... scopes) {
    options.scopes =
        Stream.of(scopes).map(KoreScope::label).collect(Collectors.toUnmodifiableSet());
    return this;
  }

  /**
   * Writes an error's text under {@code message} instead of {@code msg}. The documents show both.
   *
   * @return this
   */
  public KoreSandboxBuilder errorsUnderMessage() {
    options.errorKey = "message";
    return this;
  }

  /**
   * The refusal of a duplicate phone number. Default: status 400 and the usual envelope, with a
   * text that ends in "already exists". The vendor does not document it.
   *
   * @param status the HTTP status
   * @param body the body, sent as JSON
   * @return this
   */
  public KoreSandboxBuilder duplicateRefusal(int status, String body) {
    options.duplicateStatus = status;
    options.duplicateBody = body;
    return this;
  }

  /**
   * What happens to the other contacts of an array if one number is a duplicate. Default: {@link
   * KoreArrayPolicy#ALL_OR_NOTHING}.
   *
   * @param policy the policy
   * @return this
   */
  public KoreSandboxBuilder arrayPolicy(KoreArrayPolicy policy) {
    options.skipTakenNumbers = policy == KoreArrayPolicy.SKIP_DUPLICATES;
    options.keepBeforeTakenNumber = policy == KoreArrayPolicy.STOP_AT_FIRST;
    return this;
  }

  /**
   * Returns a single created contact alone. Default: in an array, as documented.
   *
   * @return this
   */
  public KoreSandboxBuilder bareObjectForOne() {
    options.bareObjectForOne = true;
    return this;
  }

  /**
   * Keeps deleted contacts in the list, with status {@code INACTIVE}. Default: removes them. The
   * vendor does not document it.
   *
   * @return this
   */
  public KoreSandboxBuilder listInactive() {
    options.listInactive = true;
    return this;
  }

  /**
   * Lists contacts with {@code _id} and {@code page}, as other pages show records and positions.
   * Default: {@code id} and {@code skip}, as in 'Get All Contacts'.
   *
   * @return this
   */
  public KoreSandboxBuilder listLikeOtherPages() {
    options.listAsOtherPages = true;
    return this;
  }

  /**
   * Requires every field in a bulk update, as its table says. Default: accepts partial updates, as
   * the release note says.
   *
   * @return this
   */
  public KoreSandboxBuilder fullBulkUpdates() {
    options.fullBulkUpdates = true;
    return this;
  }

  /**
   * Returns a created agent with all fields and the phone number as text. Default: without {@code
   * id}, and with the phone number as a number, as in the sample of 'Create an Agent'.
   *
   * @return this
   */
  public KoreSandboxBuilder agentCreateWithId() {
    options.agentCreateWithId = true;
    return this;
  }

  /**
   * Requires that an agent's role, agent group and queues exist. Default: no check.
   *
   * @return this
   */
  public KoreSandboxBuilder checkReferences() {
    options.checkReferences = true;
    return this;
  }

  /**
   * The shape of the answer to a search by custom id. Default: {@link KoreCustomIdAnswer#AGENTS}.
   *
   * @param answer the shape
   * @return this
   */
  public KoreSandboxBuilder customIdAnswer(KoreCustomIdAnswer answer) {
    options.customIdFindsOne =
        answer == KoreCustomIdAnswer.AGENT || answer == KoreCustomIdAnswer.ID;
    options.customIdFindsIds = answer == KoreCustomIdAnswer.IDS || answer == KoreCustomIdAnswer.ID;
    return this;
  }

  /**
   * The status of a successful creation. Default: 200; the vendor documents none.
   *
   * @param status the HTTP status
   * @return this
   */
  public KoreSandboxBuilder createStatus(int status) {
    options.createStatus = status;
    return this;
  }

  /**
   * The status of a request over the rate limit. Default: 429; the vendor documents none.
   *
   * @param status the HTTP status
   * @return this
   */
  public KoreSandboxBuilder rateLimitStatus(int status) {
    options.limitStatus = status;
    return this;
  }
}
