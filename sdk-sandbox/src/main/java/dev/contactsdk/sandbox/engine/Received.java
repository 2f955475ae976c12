package dev.contactsdk.sandbox.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One request as it reached the server.
 *
 * @param at when it was read
 * @param operation the name of the operation; empty for none
 * @param method the HTTP method
 * @param target path and query as sent
 * @param headers the values by header name, case-insensitive
 * @param query the decoded query parameters, the first value of each
 * @param body the body; empty if there was none
 * @param connection the index of its connection
 */
public record Received(
    Instant at,
    String operation,
    String method,
    String target,
    Map<String, List<String>> headers,
    Map<String, String> query,
    ByteString body,
    int connection) {

  static Received of(RecordedRequest request, Instant at) {
    TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.getHeaders().toMultimap());
    ByteString body = request.getBody();
    return new Received(
        at,
        "",
        request.getMethod(),
        request.getTarget(),
        Collections.unmodifiableMap(headers),
        parameters(request.getTarget()),
        body == null ? ByteString.EMPTY : body,
        request.getConnectionIndex());
  }

  Received withOperation(String name) {
    return new Received(at, name, method, target, headers, query, body, connection);
  }

  private static Map<String, String> parameters(String target) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int mark = target.indexOf('?');
    if (mark < 0 || mark == target.length() - 1) {
      return Map.of();
    }
    for (String pair : target.substring(mark + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return Collections.unmodifiableMap(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** The path as sent, without the query. */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** The first value of a header; null if it was not sent. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** Whether the body has this media type, ignoring parameters. */
  public boolean hasContentType(String wanted) {
    String type = header("Content-Type");
    String bare = type == null ? "" : type.split(";", 2)[0].trim();
    return bare.toLowerCase(Locale.ROOT).equals(wanted);
  }

  /** Method and target only: headers and body may hold credentials and personal data. */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
