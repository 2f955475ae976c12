package dev.contactsdk.spring.boot;

import dev.contactsdk.core.limit.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * How to reach a Truedy account. A bean of this type replaces the properties that say the same:
 * address, API key, proxy and SSL bundle. The other properties still apply.
 */
public interface TruedyConnectionDetails extends ConnectionDetails {
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
   * The address, with the path of the API.
   *
   * @return by default null: Truedy's own
   */
  default @Nullable String getBaseUrl() {
    return null;
  }

  /**
   * The API key.
   *
   * @return the key
   */
  String getApiKey();

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
