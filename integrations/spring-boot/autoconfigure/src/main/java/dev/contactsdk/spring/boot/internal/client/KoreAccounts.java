package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.spring.boot.KoreConnectionDetails;
import dev.contactsdk.spring.boot.internal.settings.KoreAccountSettings;
import dev.contactsdk.spring.boot.internal.settings.KoreAdminSettings;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The settings of Kore.ai's accounts. */
public final class KoreAccounts {
  private KoreAccounts() {}

  /** The settings of an account, with those that it takes over. */
  static KoreAccountSettings settings(PropertyScope scope) {
    KoreAccountSettings settings = scope.bind(new KoreAccountSettings());
    KoreAdminSettings admin = settings.getAdmin();
    if (takesOver(scope, "", "private-key", "client-secret")) {
      settings.setPrivateKey(null);
    }
    if (takesOver(scope, "", "client-secret", "private-key")) {
      settings.setClientSecret(null);
    }
    if (takesOver(scope, "admin.", "private-key", "client-secret")) {
      admin.setPrivateKey(null);
    }
    if (takesOver(scope, "admin.", "client-secret", "private-key")) {
      admin.setClientSecret(null);
    }
    return settings;
  }

  /** Whether the account would take over a value although it has set its own alternative. */
  private static boolean takesOver(
      PropertyScope scope, String group, String shared, String instead) {
    return scope.account() != null
        && scope.setsItself(group + instead)
        && !scope.setsItself(group + shared);
  }

  /** Puts the details of a connection in the place of the properties that say the same. */
  static void replace(KoreAccountSettings settings, KoreConnectionDetails details) {
    settings.setBaseUrl(details.getBaseUrl());
    settings.setStreamId(details.getStreamId());
    settings.setAccountId(details.getAccountId());
    settings.setClientId(details.getClientId());
    settings.setClientSecret(details.getClientSecret());
    settings.setPrivateKey(null);
    settings.setAlgorithm(null);
    KoreAdminSettings admin = settings.getAdmin();
    admin.setClientId(details.getAdminClientId());
    admin.setClientSecret(details.getAdminClientSecret());
    admin.setPrivateKey(null);
    admin.setAlgorithm(null);
    settings.dropNetwork();
  }

  /** Whether something says that there should be a client. */
  public static boolean isBegun(KoreAccountSettings settings) {
    return connection(settings).anyMatch(StringUtils::hasText);
  }

  /** Whether there is all that a client needs. */
  public static boolean isComplete(KoreAccountSettings settings) {
    return Stream.of(
                settings.getBaseUrl(),
                settings.getStreamId(),
                settings.getAccountId(),
                settings.getClientId())
            .allMatch(StringUtils::hasText)
        && (StringUtils.hasText(settings.getClientSecret())
            || StringUtils.hasText(settings.getPrivateKey()));
  }

  private static Stream<@Nullable String> connection(KoreAccountSettings settings) {
    return Stream.of(
        settings.getBaseUrl(),
        settings.getStreamId(),
        settings.getAccountId(),
        settings.getClientId(),
        settings.getClientSecret(),
        settings.getPrivateKey());
  }
}
