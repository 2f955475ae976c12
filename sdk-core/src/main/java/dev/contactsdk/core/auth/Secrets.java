package dev.contactsdk.core.auth;

import dev.contactsdk.core.error.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** Detects secrets that were copied incorrectly, without ever quoting one. */
final class Secrets {
  private Secrets() {}

  static String check(String what, @Nullable String secret) {
    if (secret == null || secret.isBlank()) {
      throw new InvalidRequestException(what, "is missing or blank");
    }
    if (secret.chars().anyMatch(c -> c <= ' ' || c > 0x7e)) {
      throw new InvalidRequestException(
          what,
          "has a space, a line break or a character outside ASCII: copy it again,"
              + " without its line end");
    }
    return secret;
  }
}
