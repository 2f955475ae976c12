package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests that write several records. No vendor documents that it writes all of them or none, so
 * it may have written the records before the one that it refused.
 */
public final class SeveralRecords {
  /** Statuses about a request's method, size, headers, encoding or address. */
  private static final Set<Integer> ABOUT_THE_REQUEST =
      Set.of(307, 308, 405, 407, 411, 413, 414, 415, 417, 421, 426, 431);

  private SeveralRecords() {}

  /**
   * Whether a refusal comes before any record is looked at. Not a 402, because the credit may run
   * out in the middle. Not a 404, because it may be about one of the records.
   */
  static boolean areUntouched(int status, ErrorKind kind) {
    return switch (kind) {
      case UNAUTHORIZED, PERMISSION_DENIED, RATE_LIMITED -> true;
      case PAYLOAD_TOO_LARGE, UNEXPECTED_STATUS -> ABOUT_THE_REQUEST.contains(status);
      case BAD_REQUEST, PAYMENT_REQUIRED, NOT_FOUND, CONFLICT, SERVER_ERROR -> false;
    };
  }

  /**
   * What to do when some of the records may have been written.
   *
   * @param request the request
   * @return one line; null if it writes no records, or one
   */
  public static @Nullable String advice(HttpRequest request) {
    Effect effect = CallContext.of(request).effect();
    if (effect == Effect.READ || !areIn(request)) {
      return null;
    }
    return effect == Effect.WRITE
        ? "Some of the records may have been written: list and compare before sending them again."
        : "Some of the records may have been written: the call may be repeated.";
  }

  /** Whether the request has several records, or a file, which the SDK does not read. */
  static boolean areIn(HttpRequest request) {
    RequestBody body = request.body();
    if (body == null) {
      return false;
    }
    return CallContext.of(request).isOfSeveral()
        || (!isForm(body) && (!isJson(body) || isLongerList(body)));
  }

  private static boolean isForm(RequestBody body) {
    return body.contentType().toLowerCase(Locale.ROOT).contains("form-urlencoded");
  }

  private static boolean isJson(RequestBody body) {
    return body.repeatable() && body.contentType().toLowerCase(Locale.ROOT).contains("json");
  }

  private static boolean isLongerList(RequestBody body) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      body.writeTo(bytes);
      return Json.read(bytes.toByteArray()) instanceof List<?> list && list.size() > 1;
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }
}
