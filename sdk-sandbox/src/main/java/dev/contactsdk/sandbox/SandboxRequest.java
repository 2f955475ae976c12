package dev.contactsdk.sandbox;

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

/** One request as it reached a sandbox. Immutable; safe to share between threads. */
public final class SandboxRequest {

  private final Instant receivedAt;
  private final String operation;
  private final String method;
  private final String target;
  private final Map<String, List<String>> headers;
  private final Map<String, String> query;
  private final ByteString body;
  private final int connection;

  private SandboxRequest(
      Instant receivedAt,
      String operation,
      String method,
      String target,
      Map<String, List<String>> headers,
      Map<String, String> query,
      ByteString body,
      int connection) {
    this.receivedAt = receivedAt;
    this.operation = operation;
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.query = query;
    this.body = body;
    this.connection = connection;
  }

  static SandboxRequest of(RecordedRequest request, Instant receivedAt) {
    TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.getHeaders().toMultimap());
    ByteString body = request.getBody();
    return new SandboxRequest(
        receivedAt,
        "",
        request.getMethod(),
        request.getTarget(),
        Collections.unmodifiableMap(headers),
        parameters(request.getTarget()),
        body == null ? ByteString.EMPTY : body,
        request.getConnectionIndex());
  }

  SandboxRequest withOperation(String name) {
    return new SandboxRequest(receivedAt, name, method, target, headers, query, body, connection);
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

  /**
   * When the request had been read, by the sandbox's clock.
   *
   * @return the time
   */
  public Instant receivedAt() {
    return receivedAt;
  }

  /**
   * The operation that the request asks for, by the name in the vendor's API list, for example
   * {@code createContacts} or {@code create_contact}.
   *
   * @return the name, or an empty text when no operation has this method and path
   */
  public String operation() {
    return operation;
  }

  /**
   * The HTTP method.
   *
   * @return for example {@code POST}
   */
  public String method() {
    return method;
  }

  /**
   * The path as it was sent, percent-encoded, without the query.
   *
   * @return the path, starting with a slash
   */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /**
   * Path and query exactly as they were sent.
   *
   * @return the request target
   */
  public String target() {
    return target;
  }

  /**
   * The decoded query parameters in the order they came; the first value where a name is repeated.
   *
   * @return the parameters, possibly empty, unmodifiable
   */
  public Map<String, String> query() {
    return query;
  }

  /**
   * All headers. Names are found in any case.
   *
   * @return the values by header name, unmodifiable
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * The first value of a header.
   *
   * @param name the header's name in any case
   * @return the value, or null when the header was not sent
   */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /**
   * The body as UTF-8 text.
   *
   * @return the text, empty when there was no body
   */
  public String body() {
    return body.utf8();
  }

  /**
   * The body byte for byte.
   *
   * @return a new array, empty when there was no body
   */
  public byte[] bodyBytes() {
    return body.toByteArray();
  }

  /**
   * The claims of the JWT in the {@code auth} header (Kore.ai), read without a check of its
   * signature.
   *
   * @return the claims, empty when the header is absent or no JWT
   */
  public Map<String, Object> claims() {
    String auth = header("auth");
    Jwt jwt = auth == null ? null : Jwt.parse(auth);
    return jwt == null ? Map.of() : jwt.claims();
  }

  ByteString bytes() {
    return body;
  }

  int connection() {
    return connection;
  }

  boolean hasContentType(String wanted) {
    String type = header("Content-Type");
    String bare = type == null ? "" : type.split(";", 2)[0].trim();
    return bare.toLowerCase(Locale.ROOT).equals(wanted);
  }

  /**
   * Method and target only: headers and body may hold credentials and personal data.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
