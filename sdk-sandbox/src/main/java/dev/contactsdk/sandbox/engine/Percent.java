package dev.contactsdk.sandbox.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in a path. A plus sign is not decoded. */
final class Percent {

  private Percent() {}

  /** The decoded text. Invalid encodings stay as they are. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
