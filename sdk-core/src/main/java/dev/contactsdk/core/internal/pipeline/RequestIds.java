package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.http.Headers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the vendor's request id in the headers of a success or an error. */
public final class RequestIds {
  static final List<String> NAMES =
      List.of("X-Request-ID", "X-RequestId", "X-Correlation-ID", "Request-Id");

  private RequestIds() {}

  /** The id from the body if there is one, else from the headers. */
  public static @Nullable String of(@Nullable String inBody, Headers headers) {
    return inBody == null ? in(headers) : inBody;
  }

  public static @Nullable String in(Headers headers) {
    for (String name : NAMES) {
      String id = headers.get(name);
      if (id != null && !id.isBlank()) {
        return id;
      }
    }
    return null;
  }
}
