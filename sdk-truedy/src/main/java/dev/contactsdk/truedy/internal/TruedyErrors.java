package dev.contactsdk.truedy.internal;

import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.LenientInstant;
import dev.contactsdk.core.json.MalformedJsonException;
import dev.contactsdk.core.spi.error.ErrorReader;
import dev.contactsdk.core.spi.error.HttpDate;
import dev.contactsdk.core.spi.error.Refusal;
import dev.contactsdk.core.spi.error.RetryAfter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads Truedy's errors: an {@code error} object, alone or inside {@code detail}; a {@code detail}
 * list of wrong fields; a {@code detail} text; or no JSON.
 *
 * <p>Source: Truedy, "Error Handling", "Rate Limits" and "Create Contact".
 */
public final class TruedyErrors implements ErrorReader {
  /** The fields of contacts, folders and agents that hold names, numbers or free text. */
  public static final Set<String> PERSONAL =
      Set.of(
          "base64_file",
          "company",
          "company_name",
          "custom_fields",
          "description",
          "email",
          "filename",
          "first_name",
          "greeting",
          "inactivity_message",
          "industry",
          "keywords",
          "last_name",
          "location",
          "metadata",
          "name",
          "phone",
          "phone_number",
          "pin_code",
          "search",
          "system_prompt");

  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_BODY = 1024 * 1024;
  private static final int MOST_ERRORS = 50;
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private static final Set<String> BAD_STATUSES = Set.of("error", "fail", "failed", "failure");
  private static final List<String> TEXTS = List.of("detail", "error", "message", "errorMessage");

  /** Where a field is. Alone, such a place names no field. */
  private static final Set<String> PLACES = Set.of("body", "query", "path", "header", "cookie");

  /** FastAPI's answer to an unknown path. It says nothing about Truedy's records. */
  private static final String NO_ROUTE = "Not Found";

  /** Whether a body is an error, whatever its status. */
  public static boolean isError(Loose root) {
    return isError(root, root.at("data"));
  }

  /** As {@link #isError(Loose)}, for a body whose data is held apart from the rest. */
  static boolean isError(Loose root, Loose data) {
    Loose detail = root.at("detail");
    return root.at("error").saysSomething()
        || data.at("error").saysSomething()
        || detail.saysSomething()
        || !detail.elements().isEmpty()
        || root.at("errorMessage").saysSomething()
        || isBadStatus(root.at("status").text())
        || Stream.of("status", "statusCode", "code").anyMatch(name -> root.at(name).isErrorStatus())
        || data.at("status").isErrorStatus()
        || root.at("success").isFalse()
        || data.at("success").isFalse();
  }

  /** Whether the answer to a delete says that nothing was deleted. A stored record may say so. */
  public static boolean isNotDeleted(Loose root) {
    return root.at("ok").isFalse()
        || root.at("data").isFalse()
        || root.at("data").at("ok").isFalse()
        || root.at("deleted").isFalse()
        || root.at("data").at("deleted").isFalse();
  }

  private static boolean isBadStatus(@Nullable String status) {
    return status != null && BAD_STATUSES.contains(status.toLowerCase(Locale.ROOT));
  }

  @Override
  public Refusal read(HttpResponse response, Instant now) {
    byte[] body = body(response);
    Loose root = new Loose(json(body));
    Loose error = error(root);
    List<FieldError> fields = fields(root, error);
    String code = error.at("code").text();
    if (!error.isObject() && !fields.isEmpty()) {
      code = "validation_error";
    }
    String message = error.isObject() ? error.at("message").text() : message(root, fields, body);
    ErrorKind kind = kind(response, code);
    boolean namesNoField =
        kind == ErrorKind.BAD_REQUEST && fields.stream().allMatch(field -> field.field() == null);
    return new Refusal(
        kind,
        origin(response, root, error, namesNoField),
        code,
        message,
        null,
        fields,
        error.at("details").members(),
        requestId(root, error),
        wait(root, error, response.headers(), now));
  }

  private static Loose error(Loose root) {
    for (Loose place : List.of(root, root.at("detail"), root.at("data"))) {
      if (place.at("error").isObject()) {
        return place.at("error");
      }
    }
    return new Loose(null);
  }

  private static byte[] body(HttpResponse response) {
    try {
      return response.bytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** A longer body is not a text for people and not worth its memory. */
  private static @Nullable Object json(byte[] body) {
    try {
      return body.length > LONGEST_BODY ? null : Json.read(body);
    } catch (MalformedJsonException e) {
      return null;
    }
  }

  private static ErrorKind kind(HttpResponse response, @Nullable String code) {
    if ("rate_limit_exceeded".equals(code)) {
      return ErrorKind.RATE_LIMITED;
    }
    return response.isSuccess() && code != null
        ? kindInSuccess(code)
        : ErrorKind.ofStatus(response.status());
  }

  private static ErrorKind kindInSuccess(String code) {
    return switch (code) {
      case "validation_error" -> ErrorKind.BAD_REQUEST;
      case "unauthorized" -> ErrorKind.UNAUTHORIZED;
      case "payment_required" -> ErrorKind.PAYMENT_REQUIRED;
      case "forbidden" -> ErrorKind.PERMISSION_DENIED;
      case "not_found" -> ErrorKind.NOT_FOUND;
      case "conflict" -> ErrorKind.CONFLICT;
      case "payload_too_large" -> ErrorKind.PAYLOAD_TOO_LARGE;
      case "internal_error", "server_error", "not_implemented", "provider_error" ->
          ErrorKind.SERVER_ERROR;
      default -> ErrorKind.UNEXPECTED_STATUS;
    };
  }

  /**
   * Truedy's known backend also returns 422 "Failed to …" for its own failures, such as a database
   * that is down. It then names no field. So a 422 that names none proves nothing, even if it says
   * nothing at all.
   */
  private static ErrorOrigin origin(
      HttpResponse response, Loose root, Loose error, boolean namesNoField) {
    if (!response.isSuccess() && !(root.value() instanceof Map || root.value() instanceof List)) {
      ErrorOrigin origin = ErrorReader.originOfText(response);
      boolean foreign = origin == ErrorOrigin.FOREIGN;
      return response.status() == 422 && !foreign ? ErrorOrigin.VENDOR_FAULT : origin;
    }
    boolean known =
        response.isSuccess() ? isError(root) || isNotDeleted(root) : isKnown(root, error);
    if (namesNoField && (response.status() == 422 || (known && response.isSuccess()))) {
      return ErrorOrigin.VENDOR_FAULT;
    }
    return known ? ErrorOrigin.VENDOR : ErrorOrigin.OTHER_JSON;
  }

  private static boolean isKnown(Loose root, Loose error) {
    String detail = root.at("detail").text();
    return error.at("code").text() != null
        || error.at("message").text() != null
        || !root.at("detail").elements().isEmpty()
        || (detail != null && !detail.equals(NO_ROUTE));
  }

  private static List<FieldError> fields(Loose root, Loose error) {
    if (!error.isObject()) {
      Stream<Loose> entries = root.at("detail").elements().stream();
      return entries.limit(MOST_ERRORS).map(TruedyErrors::field).toList();
    }
    String field = error.at("details").at("field").text();
    String reason = error.at("details").at("reason").text();
    if (field == null) {
      return List.of();
    }
    String text = reason == null ? error.at("message").text() : reason;
    return List.of(new FieldError(field, text == null ? "is not accepted" : text, null));
  }

  private static FieldError field(Loose entry) {
    String type = entry.at("type").text();
    String text = entry.isObject() ? entry.at("msg").text() : entry.text();
    return new FieldError(path(entry.at("loc")), text == null ? "is not accepted" : text, type);
  }

  private static @Nullable String path(Loose location) {
    List<String> steps = new ArrayList<>();
    location.elements().forEach(step -> steps.add(Objects.requireNonNullElse(step.text(), "?")));
    if (steps.size() == 1 && PLACES.contains(steps.get(0))) {
      return null;
    }
    if (!steps.isEmpty() && steps.get(0).equals("body")) {
      steps.remove(0);
    }
    return steps.isEmpty() ? null : String.join(".", steps);
  }

  private static @Nullable String message(Loose root, List<FieldError> fields, byte[] body) {
    if (!fields.isEmpty()) {
      String unplaced =
          fields.stream()
              .filter(field -> field.field() == null)
              .map(FieldError::message)
              .collect(Collectors.joining("; "));
      return unplaced.isEmpty() ? null : unplaced;
    }
    for (Loose place : List.of(root, root.at("data"))) {
      for (String name : TEXTS) {
        if (place.at(name).text() != null) {
          return place.at(name).text();
        }
      }
    }
    return root.value() == null ? plain(body) : null;
  }

  /**
   * One short line of text, not a proxy's page. Longer text is not cut, because the masking would
   * miss a part of a number.
   */
  private static @Nullable String plain(byte[] body) {
    if (body.length > 4 * LONGEST_TEXT) {
      return null;
    }
    String text = new String(body, StandardCharsets.UTF_8).strip();
    boolean readable =
        !text.isEmpty()
            && text.length() <= LONGEST_TEXT
            && "<{[".indexOf(text.charAt(0)) < 0
            && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\ufffd');
    return readable ? text : null;
  }

  private static @Nullable String requestId(Loose root, Loose error) {
    String inMeta = root.at("meta").at("request_id").text();
    return inMeta == null ? error.at("request_id").text() : inMeta;
  }

  /** Both times are the server's where it sends one, so this machine's clock does not matter. */
  private static @Nullable Duration wait(Loose root, Loose error, Headers headers, Instant now) {
    Instant reset = time(error.at("details").at("reset_at"));
    if (reset != null) {
      Instant inMeta = time(root.at("meta").at("ts", "timestamp"));
      Instant sent = inMeta == null ? time(error.at("ts")) : inMeta;
      return Duration.between(sent == null ? HttpDate.sent(headers, now) : sent, reset);
    }
    Duration asked = seconds(error.at("details").at("retry_after"));
    return asked == null ? RetryAfter.read(headers, now) : asked;
  }

  private static @Nullable Instant time(Loose value) {
    String text = value.text();
    return text == null ? null : LenientInstant.parse(text);
  }

  private static @Nullable Duration seconds(Loose value) {
    String text = value.text();
    if (text == null || !text.matches("\\d{1,15}(\\.\\d{1,9})?")) {
      return null;
    }
    Duration wait = Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
