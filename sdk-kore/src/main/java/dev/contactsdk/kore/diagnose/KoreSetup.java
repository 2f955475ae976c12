package dev.contactsdk.kore.diagnose;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.auth.JwtAlgorithm;
import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Kore.ai client was set up with, for its diagnosis. Holds no credential as text. */
public final class KoreSetup {
  private final List<Check> settings;
  private final @Nullable String streamId;
  private final @Nullable String accountId;
  private final @Nullable Signing signing;
  private final CredentialForm form;
  private final CredentialForm adminForm;

  /**
   * How the client signs its tokens.
   *
   * @param algorithm the algorithm
   * @param other another algorithm that takes the same key
   * @param otherAuth signs with the other algorithm
   */
  record Signing(JwtAlgorithm algorithm, JwtAlgorithm other, Auth otherAuth) {}

  private KoreSetup(
      List<Check> settings,
      @Nullable String streamId,
      @Nullable String accountId,
      @Nullable Signing signing,
      CredentialForm form,
      CredentialForm adminForm) {
    this.settings = List.copyOf(settings);
    this.streamId = streamId;
    this.accountId = accountId;
    this.signing = signing;
    this.form = form;
    this.adminForm = adminForm;
  }

  /**
   * Creates a set-up without a usable way to sign: with the application's own auth, or with
   * settings that are wrong.
   *
   * @param settings what the settings show before anything is sent
   * @param streamId the stream as given
   * @param accountId the account as given
   * @return the set-up
   */
  public static KoreSetup of(
      List<Check> settings, @Nullable String streamId, @Nullable String accountId) {
    return new KoreSetup(
        settings, streamId, accountId, null, CredentialForm.UNKNOWN, CredentialForm.UNKNOWN);
  }

  /**
   * Adds how the client signs.
   *
   * @param algorithm the algorithm
   * @param other another algorithm that takes the same key
   * @param otherAuth signs with the other algorithm
   * @param pair what id and key look like
   * @return a changed copy
   */
  public KoreSetup signing(
      JwtAlgorithm algorithm, JwtAlgorithm other, Auth otherAuth, CredentialForm pair) {
    Signing way = new Signing(algorithm, other, otherAuth);
    return new KoreSetup(settings, streamId, accountId, way, pair, adminForm);
  }

  /**
   * Adds the credentials for roles.
   *
   * @param pair what id and key look like
   * @return a changed copy
   */
  public KoreSetup admin(CredentialForm pair) {
    return new KoreSetup(settings, streamId, accountId, signing, form, pair);
  }

  List<Check> settings() {
    return settings;
  }

  @Nullable String streamId() {
    return streamId;
  }

  @Nullable String accountId() {
    return accountId;
  }

  @Nullable Signing signing() {
    return signing;
  }

  /** Whether the application's own auth makes the credential. */
  boolean isOwnAuth() {
    return signing == null;
  }

  CredentialForm form() {
    return form;
  }

  CredentialForm adminForm() {
    return adminForm;
  }

  /** The setting without which no request can carry a credential; null when all are there. */
  @Nullable String unusable() {
    return settings.stream()
        .filter(check -> check.verdict() == Verdict.WRONG && !check.name().startsWith("admin."))
        .map(check -> check.name() + " is not usable")
        .findFirst()
        .orElse(null);
  }

  @Override
  public String toString() {
    return "KoreSetup";
  }
}
