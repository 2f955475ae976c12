package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import java.util.Locale;
import java.util.Set;

/** The headers that frame a request. A value of the application's could split it in two. */
public final class FramingHeaders {
  private static final Set<String> NAMES =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private FramingHeaders() {}

  /**
   * Refuses a header that the transport sets.
   *
   * @param name the header's name
   */
  public static void refuse(String name) {
    if (isOne(name)) {
      throw new InvalidRequestException(
          "header " + name, "the transport sets this header: leave it out");
    }
  }

  /** The headers without those that the transport sets. */
  static Headers removedFrom(Headers headers) {
    Headers[] rest = {Headers.empty()};
    headers.forEach((name, value) -> rest[0] = isOne(name) ? rest[0] : rest[0].with(name, value));
    return rest[0];
  }

  private static boolean isOne(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
