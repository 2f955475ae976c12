package dev.contactsdk.kore;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the names of missing settings, so that one message has them all. */
final class MissingSettings {
  private final List<String> names = new ArrayList<>();

  static MissingSettings of(
      boolean hasBaseUrl, @Nullable String streamId, @Nullable String accountId) {
    MissingSettings missing = new MissingSettings();
    missing.add("baseUrl", !hasBaseUrl);
    missing.add("streamId", KoreCredentials.isBlank(streamId));
    missing.add("accountId", KoreCredentials.isBlank(accountId));
    return missing;
  }

  void add(String name, boolean isMissing) {
    if (isMissing) {
      names.add(name);
    }
  }

  /** Adds what is missing of credentials that were given. */
  void add(@Nullable KoreCredentials given, String suffix) {
    if (given != null) {
      given.missing().forEach(name -> names.add(name + suffix));
    }
  }

  void refuse() {
    if (!names.isEmpty()) {
      throw new InvalidRequestException(
          "KoreClient", "settings are missing or blank: " + String.join(", ", names));
    }
  }
}
