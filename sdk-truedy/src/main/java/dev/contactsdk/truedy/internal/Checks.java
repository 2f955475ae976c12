package dev.contactsdk.truedy.internal;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.spi.EmailForm;
import org.jspecify.annotations.Nullable;

/** Checks before a request is sent. No message quotes a value. */
public final class Checks {
  private Checks() {}

  public static String text(String where, String name, @Nullable String value) {
    if (value == null) {
      throw new InvalidRequestException(
          where, name + " is null: leave it out, or use a clear method");
    }
    return value;
  }

  public static String text(String where, String name, @Nullable String value, int maxLength) {
    String given = text(where, name, value);
    int length = given.codePointCount(0, given.length());
    if (length > maxLength) {
      throw new InvalidRequestException(
          where,
          name + " has " + length + " characters, but at most " + maxLength + " are allowed");
    }
    return given;
  }

  /** Lenient: refuses only what no server accepts. */
  public static String email(String where, @Nullable String value) {
    String given = text(where, "email", value);
    if (!EmailForm.fits(given)) {
      throw new InvalidRequestException(
          where, "email must be an e-mail address, such as name@example.org");
    }
    return given;
  }

  public static String notBlank(String where, String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidRequestException(where, name + " is missing or blank");
    }
    return value;
  }
}
