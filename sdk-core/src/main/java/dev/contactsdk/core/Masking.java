package dev.contactsdk.core;

import dev.contactsdk.core.error.ErrorDetails;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps personal data out of exceptions: vendors quote what was sent ("contact +1555… exists").
 * Whatever text the request held is taken out of the vendor's text, and so are e-mail addresses and
 * long runs of digits, which may come back in another form.
 */
final class Masking {
  private static final String MASK = "***";
  private static final int SHORTEST = 3;
  private static final Set<String> CREDENTIALS = Set.of("authorization", "auth");

  /** An error text that is longer is hardly one for people; the rest is left out. */
  private static final int LONGEST_READ = 64 * 1024;

  private static final int LONGEST_SHOWN = 2000;
  private static final int LONGEST_ID = 200;

  /** The look-behind tries each word once: without it a long text without @ takes for ever. */
  private static final Pattern PERSONAL =
      Pattern.compile("(?<![^\\s\"'<>@])[^\\s\"'<>@]++@[^\\s\"'<>]+|\\+?\\d[\\d\\s().-]{5,}\\d");

  private final HttpRequest request;

  Masking(HttpRequest request) {
    this.request = request;
  }

  ErrorDetails apply(ErrorDetails details) {
    List<String> sent = sentTexts();
    return new ErrorDetails(
        details.kind(),
        mask(details.code(), sent),
        mask(details.message(), sent),
        details.fieldErrors().stream().map(error -> mask(error, sent)).toList(),
        details.requestId() == null ? null : shortened(details.requestId(), LONGEST_ID),
        details.retryAfter());
  }

  private static FieldError mask(FieldError error, List<String> sent) {
    String message = mask(error.message(), sent);
    return new FieldError(
        mask(error.field(), List.of()), message == null ? "" : message, mask(error.code(), sent));
  }

  private static @Nullable String mask(@Nullable String text, List<String> sent) {
    if (text == null) {
      return null;
    }
    String masked = shortened(text, LONGEST_READ);
    for (String value : sent) {
      masked = masked.replace(value, MASK);
    }
    return shortened(PERSONAL.matcher(masked).replaceAll(MASK), LONGEST_SHOWN);
  }

  private static String shortened(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) + "…" : text;
  }

  private List<String> sentTexts() {
    List<String> texts = new ArrayList<>();
    request.headers().forEach((name, value) -> addCredential(name, value, texts));
    int query = request.url().indexOf('?');
    if (query >= 0) {
      for (String pair : request.url().substring(query + 1).split("&", -1)) {
        texts.add(URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
      }
    }
    RequestBody body = request.body();
    if (body != null && body.contentType().equals("application/json")) {
      collect(parsed(body), texts);
    }
    texts.removeIf(text -> text.length() < SHORTEST);
    texts.sort(Comparator.comparingInt(String::length).reversed());
    return texts;
  }

  /** Some vendors repeat a key that they refuse. */
  private static void addCredential(String name, String value, List<String> texts) {
    if (CREDENTIALS.contains(name.toLowerCase(Locale.ROOT))) {
      texts.add(value);
      texts.add(value.substring(value.lastIndexOf(' ') + 1));
    }
  }

  private static @Nullable Object parsed(RequestBody body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      body.writeTo(bytes);
      return Json.read(bytes.toByteArray());
    } catch (IOException | MalformedJsonException e) {
      return null;
    }
  }

  private static void collect(@Nullable Object json, List<String> texts) {
    if (json instanceof Map<?, ?> map) {
      map.values().forEach(value -> collect(value, texts));
    } else if (json instanceof List<?> list) {
      list.forEach(value -> collect(value, texts));
    } else if (json instanceof String || json instanceof Number) {
      texts.add(json.toString());
    }
  }
}
