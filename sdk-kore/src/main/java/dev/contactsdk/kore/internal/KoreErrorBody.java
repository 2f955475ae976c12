package dev.contactsdk.kore.internal;

import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.MalformedJsonException;
import dev.contactsdk.core.spi.error.ErrorReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a refusal in any envelope: {@code errors}, {@code error}, {@code message}, or
 * plain text. Kore.ai documents none for contacts and agents; its other services send {@code
 * errors} or an object {@code error}, also inside the {@code reason} of one item that failed. Any
 * other shape may come from a gateway.
 *
 * <p>Texts are neither cut nor changed here. The request's values are masked later, and the masking
 * would miss a part of a value.
 */
public final class KoreErrorBody {
  private static final int MAX_ERRORS = 50;

  /** A longer body is not a text for people and not worth its memory. */
  private static final int MAX_BODY = 1024 * 1024;

  private static final String[] TEXTS = {
    "msg", "message", "reason", "description", "detail", "errorMessage"
  };
  private static final String[] CODES = {"code", "errorCode", "statusCode"};
  private static final String[] FIELDS = {
    "field", "path", "param", "property", "instancePath", "dataPath", "loc"
  };
  private static final Set<String> READ =
      Stream.of(TEXTS, CODES, FIELDS, new String[] {"errors", "error"})
          .flatMap(Stream::of)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> BAD_STATUSES = Set.of("error", "fail", "failed", "failure");
  private static final Pattern ERROR_STATUS = Pattern.compile("[45]\\d\\d");

  private final List<String> texts = new ArrayList<>();
  private final List<FieldError> fieldErrors = new ArrayList<>();
  private final Map<String, @Nullable Object> details = new LinkedHashMap<>();
  private @Nullable String code;
  private @Nullable Object json;

  private KoreErrorBody() {}

  /** Whether a body is an error, whatever its status; see {@link Answers}. */
  public static boolean isError(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      return false;
    }
    boolean failed =
        map.get("status") instanceof String status
            && BAD_STATUSES.contains(status.toLowerCase(Locale.ROOT));
    String code = text(map, CODES);
    boolean coded = code != null && text(map, TEXTS) != null && code.matches("4002|[45]\\d\\d");
    return saysSomething(map.get("errors"))
        || saysSomething(map.get("error"))
        || saysSomething(map.get("errorMessage"))
        || isErrorStatus(map, "status", "statusCode")
        || "false".equals(String.valueOf(map.get("success")))
        || failed
        || coded;
  }

  /** Whether the answer to a delete says that nothing was deleted. A stored record may say so. */
  static boolean isNotDeleted(Map<?, ?> answer) {
    return isErrorStatus(answer, "code")
        || Stream.of("ok", "deleted", "data")
            .map(name -> String.valueOf(answer.get(name)))
            .anyMatch(value -> value.equalsIgnoreCase("false") || value.equals("0"));
  }

  private static boolean isErrorStatus(Map<?, ?> map, String... names) {
    return Stream.of(names)
        .anyMatch(name -> ERROR_STATUS.matcher(String.valueOf(map.get(name))).matches());
  }

  private static boolean saysSomething(@Nullable Object error) {
    return (error instanceof List<?> list && !list.isEmpty())
        || (error instanceof Map<?, ?> map && !map.isEmpty())
        || (error instanceof String text && !text.isBlank())
        || Boolean.TRUE.equals(error);
  }

  static KoreErrorBody of(HttpResponse response) {
    KoreErrorBody body = new KoreErrorBody();
    try {
      byte[] bytes = response.bytes();
      try {
        body.json = bytes.length > MAX_BODY ? null : Json.read(bytes);
        body.readJson(body.json);
        if (response.isSuccess()) {
          body.readStatus(body.json);
        }
      } catch (MalformedJsonException e) {
        body.readText(bytes);
      }
    } catch (IOException | RuntimeException e) {
      // A refusal with a damaged body is still a refusal: its status shows the meaning.
      return body;
    }
    return body;
  }

  /** For a success, only whether it is an error. */
  ErrorOrigin origin(HttpResponse response) {
    if (response.isSuccess()) {
      return isError(json) ? ErrorOrigin.VENDOR : ErrorOrigin.OTHER_JSON;
    }
    if (!(json instanceof Map || json instanceof List)) {
      return ErrorReader.originOfText(response);
    }
    boolean known =
        json instanceof Map<?, ?> map
            && (saysSomething(map.get("errors")) || map.get("error") instanceof Map);
    return known && (code != null || !texts.isEmpty())
        ? ErrorOrigin.VENDOR
        : ErrorOrigin.OTHER_JSON;
  }

  boolean says(Pattern text) {
    return texts.stream().anyMatch(said -> text.matcher(said).find());
  }

  @Nullable String message() {
    return texts.isEmpty() ? null : String.join("; ", texts);
  }

  @Nullable String code() {
    return code;
  }

  List<FieldError> fieldErrors() {
    return fieldErrors;
  }

  /** The other properties of the error object. */
  Map<String, @Nullable Object> details() {
    return details;
  }

  private void readText(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, MAX_BODY), StandardCharsets.UTF_8);
    if (!start.isBlank() && !start.strip().startsWith("<")) {
      texts.add(start.strip());
    }
  }

  private void readJson(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      readEnvelope(map);
    } else if (value instanceof List<?> list) {
      readAll(list);
    } else if (value instanceof String text && !text.isBlank()) {
      texts.add(text);
    }
  }

  /** A success has no error status of its own, so the one in its body says what went wrong. */
  private void readStatus(@Nullable Object value) {
    if (code == null && value instanceof Map<?, ?> map && isErrorStatus(map, "status")) {
      code = text(map, "status");
    }
  }

  private void readEnvelope(Map<?, ?> map) {
    Object errors = map.get("errors");
    if (errors instanceof List<?> list) {
      readAll(list);
    } else if (errors instanceof Map<?, ?> byField && !hasText(byField)) {
      byField.forEach((field, text) -> addField(String.valueOf(field), flat(text), null));
    } else {
      readError(errors);
    }
    if (texts.isEmpty()) {
      readError(map.get("error"));
    }
    if (texts.isEmpty() && map.get("reason") instanceof Map<?, ?> reason) {
      readEnvelope(reason);
    }
    if (texts.isEmpty()) {
      readError(map);
    }
    code = code == null ? text(map, CODES) : code;
    if (map.get("details") instanceof List<?> list) {
      list.forEach(this::readField);
    }
  }

  private void keep(Object name, @Nullable Object value) {
    if (!READ.contains(String.valueOf(name))) {
      details.putIfAbsent(String.valueOf(name), value);
    }
  }

  private void readAll(List<?> errors) {
    errors.stream().limit(MAX_ERRORS).forEach(this::readError);
  }

  private void readError(@Nullable Object error) {
    if (error instanceof Map<?, ?> map) {
      code = code == null ? text(map, CODES) : code;
      String said = text(map, TEXTS);
      if (said != null) {
        texts.add(said);
      }
      readField(map);
      if (map.get("details") instanceof List<?> list && !map.containsKey("errors")) {
        list.forEach(this::readField);
      }
      map.forEach(this::keep);
    } else if (error instanceof String said && !said.isBlank()) {
      texts.add(said);
    }
  }

  private void readField(@Nullable Object error) {
    if (error instanceof Map<?, ?> map) {
      for (String name : FIELDS) {
        if (map.get(name) != null) {
          addField(flat(map.get(name)), text(map, TEXTS), text(map, "code", "type"));
          return;
        }
      }
    }
  }

  private void addField(@Nullable String field, @Nullable String said, @Nullable String itsCode) {
    FieldError error = new FieldError(field, said == null ? "" : said, itsCode);
    if (fieldErrors.size() < MAX_ERRORS && !fieldErrors.contains(error)) {
      fieldErrors.add(error);
    }
  }

  private static boolean hasText(Map<?, ?> map) {
    return text(map, TEXTS) != null || text(map, CODES) != null;
  }

  private static @Nullable String text(Map<?, ?> map, String... names) {
    for (String name : names) {
      Object value = map.get(name);
      if (value instanceof Number || (value instanceof String said && !said.isBlank())) {
        return value.toString();
      }
    }
    return null;
  }

  /** A path is text or a list of parts. */
  private static @Nullable String flat(@Nullable Object value) {
    if (value instanceof List<?> parts) {
      return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
    return value == null ? null : value.toString();
  }
}
