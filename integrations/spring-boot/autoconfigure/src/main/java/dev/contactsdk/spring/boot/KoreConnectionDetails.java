package dev.contactsdk.spring.boot;

import dev.contactsdk.core.limit.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * How to reach a Kore.ai account. A bean of this type replaces the properties that say the same:
 * address, ids, credentials, proxy and SSL bundle. The other properties still apply.
 */
public interface KoreConnectionDetails extends ConnectionDetails {
  /**
   * Whether these details are for an account.
   *
   * @param account the account's name in the properties; null for the client without a name
   * @return by default true for null only
   */
  default boolean isFor(@Nullable String account) {
    return account == null;
  }

  /**
   * The address.
   *
   * @return such as {@code https://platform.kore.ai}
   */
  String getBaseUrl();

  /**
   * The stream.
   *
   * @return such as {@code st-…}
   */
  String getStreamId();

  /**
   * The account.
   *
   * @return 24 hexadecimal digits
   */
  String getAccountId();

  /**
   * The JWT app's client id.
   *
   * @return such as {@code cs-…}
   */
  String getClientId();

  /**
   * The JWT app's client secret, for HS256.
   *
   * @return the secret
   */
  String getClientSecret();

  /**
   * The client id of the Admin Console's JWT app.
   *
   * @return by default null: no roles
   */
  default @Nullable String getAdminClientId() {
    return null;
  }

  /**
   * The client secret of the Admin Console's JWT app, for HS256.
   *
   * @return by default null: no roles
   */
  default @Nullable String getAdminClientSecret() {
    return null;
  }

  /**
   * The certificates to trust and to present.
   *
   * @return by default null: those of the JVM
   */
  default @Nullable SslBundle getSslBundle() {
    return null;
  }

  /**
   * The rate limit, unless the properties set one.
   *
   * @return by default null: that of the vendor
   */
  default @Nullable RateLimiter getRateLimiter() {
    return null;
  }
}
