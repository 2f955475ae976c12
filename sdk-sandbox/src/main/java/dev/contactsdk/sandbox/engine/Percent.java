package dev.contactsdk.sandbox.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in a path, where a plus sign is a plus sign. */
final class Percent {

  private Percent() {}

  /** The decoded text; what is no valid encoding is left as it is. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
