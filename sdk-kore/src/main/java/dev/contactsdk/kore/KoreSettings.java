package dev.contactsdk.kore;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.kore.diagnose.KoreSetup;
import dev.contactsdk.kore.internal.KoreApp;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A builder's settings that only Kore.ai has. */
final class KoreSettings {
  /** Stands in a diagnosis for an id that cannot be sent. */
  private static final String NO_ID = "not-set";

  @Nullable String streamId;
  @Nullable String accountId;
  @Nullable KoreCredentials credentials;
  @Nullable KoreCredentials adminCredentials;
  @Nullable Auth adminAuth;
  @Nullable RateLimiter adminLimiter;
  Duration tokenLifetime = KoreAuth.USUAL_LIFETIME;

  void refuseMissing(boolean hasBaseUrl, @Nullable Auth custom) {
    MissingSettings missing = MissingSettings.of(hasBaseUrl, streamId, accountId);
    if (custom == null) {
      missing.add("credentials", credentials == null);
      missing.add(credentials, "");
    }
    missing.add(adminAuth == null ? adminCredentials : null, " of adminCredentials");
    missing.refuse();
  }

  /** Refuses what cannot be used. */
  KoreAccess access(@Nullable Auth custom, TimeSource time) {
    return new KoreAccess(
        KoreApp.of(streamId, accountId),
        Objects.requireNonNull(KoreAuth.of(custom, credentials, tokenLifetime, time)),
        KoreAuth.of(adminAuth, adminCredentials, tokenLifetime, time),
        adminLimiter,
        setup(check(custom), custom, time));
  }

  /** Leaves out what cannot be used. The setup says what that is. */
  KoreAccess accessAsFarAsUsable(@Nullable Auth custom, TimeSource time) {
    SettingChecks checks = check(custom);
    Auth auth =
        checks.isWrong("credential.")
            ? null
            : KoreAuth.of(custom, credentials, tokenLifetime, time);
    return new KoreAccess(
        KoreApp.of(
            checks.isWrong("ids.stream") ? NO_ID : streamId,
            checks.isWrong("ids.account") ? NO_ID : accountId),
        auth == null ? request -> request : auth,
        checks.isWrong("admin.")
            ? null
            : KoreAuth.of(adminAuth, adminCredentials, tokenLifetime, time),
        adminLimiter,
        setup(checks, custom, time));
  }

  private SettingChecks check(@Nullable Auth custom) {
    SettingChecks checks = new SettingChecks();
    if (custom == null) {
      checks.credentials("credential", "credentials", "KORE", credentials);
    } else {
      checks.ownAuth("credential");
    }
    checks.id("ids.stream", "streamId", "KORE_STREAM_ID", streamId);
    checks.id("ids.account", "accountId", "KORE_ACCOUNT_ID", accountId);
    if (adminAuth != null) {
      checks.ownAuth("admin");
    } else if (adminCredentials == null) {
      checks.noAdmin();
    } else {
      checks.credentials("admin", "adminCredentials", "KORE_ADMIN", adminCredentials);
    }
    return checks;
  }

  private KoreSetup setup(SettingChecks checks, @Nullable Auth custom, TimeSource time) {
    KoreSetup setup =
        checks
            .setup(streamId, accountId)
            .admin(SettingChecks.form(adminAuth == null ? adminCredentials : null));
    if (custom != null || credentials == null || checks.isWrong("credential.")) {
      return setup;
    }
    return SettingChecks.signing(
        setup,
        credentials,
        other -> new KoreAuth(other.clientId(), other.signer(), tokenLifetime, time));
  }

  @Override
  public String toString() {
    return "KoreSettings";
  }
}
