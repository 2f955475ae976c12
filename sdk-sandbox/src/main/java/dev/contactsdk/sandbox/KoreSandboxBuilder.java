package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Options;
import dev.contactsdk.sandbox.kore.KoreOptions;
import java.security.PublicKey;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Kore.ai sandbox before it starts. Made by {@link KoreSandbox#builder()}. */
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
   * @throws java.io.UncheckedIOException when the port cannot be had
   */
  public KoreSandbox start() {
    return KoreSandbox.start(new KoreOptions(options));
  }

  /**
   * The stream that is served. Default: a random one.
   *
   * @param streamId the id
   * @return this
   */
  public KoreSandboxBuilder streamId(String streamId) {
    options.streamId = streamId;
    return this;
  }

  /**
   * The account that is served. Default: a random one.
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
   * The one algorithm that the app's tokens may be signed with. Default: HS256.
   *
   * @param name HS256 or HS512; for RS256 and RS512 see {@link #publicKey}
   * @return this
   */
  public KoreSandboxBuilder algorithm(String name) {
    options.algorithm = name;
    return this;
  }

  /**
   * The app's tokens are verified with this key instead of the secret.
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
   * A token without {@code jti} is refused, as with 'Enforce JTI' in the app's settings. Default:
   * it is not; a token that has one may be used once and must end within an hour in any case.
   *
   * @return this
   */
  public KoreSandboxBuilder enforceJti() {
    options.enforceJti = true;
    return this;
  }

  /**
   * The scopes that the apps have. Default: all.
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
   * Writes the text of an error under {@code message} instead of {@code msg}; the documents show
   * both.
   *
   * @return this
   */
  public KoreSandboxBuilder errorsUnderMessage() {
    options.errorKey = "message";
    return this;
  }

  /**
   * How a phone number that is taken is refused. Default: status 400 and the usual envelope, with a
   * text that ends in "already exists"; the vendor does not document it.
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
   * What becomes of the other contacts of an array in which one number is taken. Default: {@link
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
   * The creation of one contact is answered with the contact itself. Default: with an array of one,
   * as documented.
   *
   * @return this
   */
  public KoreSandboxBuilder bareObjectForOne() {
    options.bareObjectForOne = true;
    return this;
  }

  /**
   * Deleted contacts stay in the list with status {@code INACTIVE}. Default: they do not; the
   * vendor does not say.
   *
   * @return this
   */
  public KoreSandboxBuilder listInactive() {
    options.listInactive = true;
    return this;
  }

  /**
   * A bulk update must name every field, as its table says. Default: it need not, as the release
   * note says.
   *
   * @return this
   */
  public KoreSandboxBuilder fullBulkUpdates() {
    options.fullBulkUpdates = true;
    return this;
  }

  /**
   * The creation of an agent is answered with all fields and the phone number as text. Default:
   * without {@code id}, and with the phone number as a number, as in the sample of 'Create an
   * Agent'.
   *
   * @return this
   */
  public KoreSandboxBuilder agentCreateWithId() {
    options.agentCreateWithId = true;
    return this;
  }

  /**
   * The role, agent group and queues of an agent must exist. Default: they are not looked up.
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
