package dev.contactsdk.kore.internal;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.RequestObject;

/** The lengths that Kore.ai documents. Kore.ai counts as JavaScript does, in UTF-16 units. */
public final class Lengths {
  private Lengths() {}

  /** Rejects a text that is blank or too long. Ignores a property that is not set. */
  public static void check(RequestObject object, String name, int longest) {
    if (object.properties().get(name) instanceof String text) {
      if (text.isBlank()) {
        throw new InvalidRequestException(where(object), name + " is blank");
      }
      if (text.length() > longest) {
        throw new InvalidRequestException(
            where(object),
            name + " must have at most " + longest + " characters, but has " + text.length());
      }
    }
  }

  private static String where(RequestObject object) {
    return object.getClass().getSimpleName();
  }
}
