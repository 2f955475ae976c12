package dev.contactsdk.kore;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.VendorProfile;
import dev.contactsdk.kore.diagnose.KoreSetup;
import dev.contactsdk.kore.internal.KoreApp;
import dev.contactsdk.kore.internal.KoreProfile;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets access with.
 *
 * @param app the stream and its account
 * @param auth the credential
 * @param admin the credential for roles; null when there is none
 * @param adminLimiter the limit for roles; null for the account's
 * @param setup the same as a diagnosis sees it
 */
record KoreAccess(
    KoreApp app,
    Auth auth,
    @Nullable Auth admin,
    @Nullable RateLimiter adminLimiter,
    KoreSetup setup) {
  VendorProfile profile() {
    return KoreProfile.of(app);
  }

  /** The name of the account's limit. */
  String budget(String url) {
    return url + "#" + app.accountId();
  }

  /** What tells the account and the app from others, without the scheme of the address. */
  String account(String url) {
    return url.substring(url.indexOf("://") + 3) + " " + app.accountId() + "/" + app.streamId();
  }

  static ApiEngine given(@Nullable ApiEngine admin) {
    if (admin == null) {
      throw new InvalidRequestException(
          "kore.roles",
          "set adminCredentials(clientId, clientSecret): Kore.ai returns roles only to a JWT app"
              + " of the Admin Console, not to the app of credentials(...)");
    }
    return admin;
  }

  /** The engine for roles; null when there is no credential for them. */
  @Nullable ApiEngine adminEngine(ApiEngine engine, String url) {
    if (admin == null) {
      return null;
    }
    return engine.withCredential(
        admin, adminLimiter == null ? KoreProfile.adminLimiter(budget(url)) : adminLimiter);
  }

  @Override
  public String toString() {
    return "KoreAccess[" + app + "]";
  }
}
