package dev.contactsdk.truedy;

import dev.contactsdk.core.ErrorReader;
import dev.contactsdk.core.RetryAfter;
import dev.contactsdk.core.error.ErrorDetails;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.LenientInstant;
import dev.contactsdk.core.json.MalformedJsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Truedy's errors: an {@code error} object, alone or inside {@code detail}; a {@code detail} list
 * of wrong fields; a {@code detail} text; or no JSON at all.
 *
 * <p>Source: Truedy, "Error Handling", "Rate Limits" and "Create Contact".
 */
final class TruedyErrors implements ErrorReader {
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_BODY = 1024 * 1024;
  private static final int MOST_ERRORS = 50;
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  @Override
  public ErrorDetails read(HttpResponse response, Instant now) {
    byte[] body = body(response);
    Loose root = new Loose(json(body));
    Loose detail = root.at("detail");
    Loose error = root.at("error").isObject() ? root.at("error") : detail.at("error");
    String code = error.at("code").text();
    String message = error.at("message").text();
    List<FieldError> fields = fields(error, message);
    if (!error.isObject()) {
      fields = detail.elements().stream().limit(MOST_ERRORS).map(TruedyErrors::field).toList();
      code = fields.isEmpty() ? null : "validation_error";
      message = message(root, fields, body);
    }
    return new ErrorDetails(
        kind(response.status(), code),
        code,
        message,
        fields,
        requestId(root, error, response.headers()),
        wait(root, error, response.headers(), now));
  }

  private static byte[] body(HttpResponse response) {
    try {
      return response.bytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** What is longer is no text for people, and not worth the memory that its values would take. */
  private static @Nullable Object json(byte[] body) {
    try {
      return body.length > LONGEST_BODY ? null : Json.read(body);
    } catch (MalformedJsonException e) {
      return null;
    }
  }

  private static ErrorKind kind(int status, @Nullable String code) {
    return "rate_limit_exceeded".equals(code) ? ErrorKind.RATE_LIMITED : ErrorKind.ofStatus(status);
  }

  private static List<FieldError> fields(Loose error, @Nullable String message) {
    String field = error.at("details").at("field").text();
    String reason = error.at("details").at("reason").text();
    if (field == null) {
      return List.of();
    }
    String text = reason == null ? message : reason;
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
    String text = root.at("detail").text();
    text = text == null ? root.at("error", "message").text() : text;
    return text == null && root.value() == null ? plain(body) : text;
  }

  /**
   * One short line of text, and no page of a proxy. Longer text is not cut: a part of a number
   * would no longer be known for one and masked.
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

  private static @Nullable String requestId(Loose root, Loose error, Headers headers) {
    String inMeta = root.at("meta").at("request_id").text();
    String id = inMeta == null ? error.at("request_id").text() : inMeta;
    return id == null ? headers.get("X-Request-ID") : id;
  }

  /** Both times are the server's, so that the clock of this machine does not matter. */
  private static @Nullable Duration wait(Loose root, Loose error, Headers headers, Instant now) {
    Instant reset = time(error.at("details").at("reset_at"));
    if (reset != null) {
      Instant inMeta = time(root.at("meta").at("ts", "timestamp"));
      Instant sent = inMeta == null ? time(error.at("ts")) : inMeta;
      return Duration.between(sent == null ? now : sent, reset);
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
