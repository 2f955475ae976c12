package dev.contactsdk.core.spi;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.internal.pipeline.PathTemplate;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.RequestObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The input of an operation. Immutable.
 *
 * @param <T> the answer's type
 */
public final class ApiRequest<T> {
  private final Endpoint<T> endpoint;
  private final Map<String, String> path;
  private final List<String> query;
  private final Headers headers;
  private final @Nullable RequestBody body;

  /** A body that is written when the call runs; null when there is none. */
  private final @Nullable Object json;

  private final boolean ofSeveral;

  private ApiRequest(
      Endpoint<T> endpoint,
      Map<String, String> path,
      List<String> query,
      Headers headers,
      @Nullable RequestBody body,
      @Nullable Object json,
      boolean ofSeveral) {
    this.endpoint = endpoint;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.json = json;
    this.ofSeveral = ofSeveral;
  }

  /**
   * A request without input.
   *
   * @param endpoint the operation
   * @param <T> the answer's type
   * @return the request
   */
  public static <T> ApiRequest<T> of(Endpoint<T> endpoint) {
    return new ApiRequest<>(endpoint, Map.of(), List.of(), Headers.empty(), null, null, false);
  }

  /**
   * Sets a placeholder of the path.
   *
   * @param name the placeholder's name
   * @param value its value; percent-encoded when sent
   * @return a changed copy
   */
  public ApiRequest<T> path(String name, String value) {
    Map<String, String> filled = new LinkedHashMap<>(path);
    filled.put(name, value);
    return new ApiRequest<>(endpoint, filled, query, headers, body, json, ofSeveral);
  }

  /**
   * Adds a query parameter.
   *
   * @param name its name
   * @param value its value, converted to text and percent-encoded when sent; null omits the
   *     parameter
   * @return a changed copy
   */
  public ApiRequest<T> query(String name, @Nullable Object value) {
    InvalidRequestException.refuseNull("name of a query parameter", name);
    return query(Collections.singletonMap(name, value));
  }

  /**
   * Adds query parameters.
   *
   * @param parameters their names and values, as in {@link #query(String, Object)}, in the map's
   *     order
   * @return a changed copy
   */
  public ApiRequest<T> query(Map<String, ? extends @Nullable Object> parameters) {
    List<String> longer = new ArrayList<>(query.size() + 2 * parameters.size());
    longer.addAll(query);
    parameters.forEach(
        (name, value) -> {
          if (value != null) {
            longer.add(name);
            longer.add(value.toString());
          }
        });
    return new ApiRequest<>(endpoint, path, longer, headers, body, json, ofSeveral);
  }

  /**
   * Takes query parameters out.
   *
   * @param name their name
   * @return a changed copy
   */
  public ApiRequest<T> withoutQuery(String name) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < query.size(); i += 2) {
      if (!query.get(i).equals(name)) {
        others.addAll(query.subList(i, i + 2));
      }
    }
    return new ApiRequest<>(endpoint, path, others, headers, body, json, ofSeveral);
  }

  /**
   * Sets a header, the same on every attempt.
   *
   * @param name its name
   * @param value its value
   * @return a changed copy
   * @throws dev.contactsdk.core.error.InvalidRequestException when the header is malformed
   */
  public ApiRequest<T> header(String name, String value) {
    return new ApiRequest<>(
        endpoint, path, query, headers.with(name, value), body, json, ofSeveral);
  }

  /**
   * Sets a JSON body.
   *
   * @param value null, text, a boolean, a number, a map, a list, a record, a request object, or
   *     anything that the client's {@link JsonCodec} writes. Maps and lists are copied now; the
   *     body is written when the call runs
   * @return a changed copy
   */
  public ApiRequest<T> json(Object value) {
    Object kept = value instanceof RequestObject ? value : Json.snapshot(operation(), value);
    return new ApiRequest<>(endpoint, path, query, headers, null, kept, ofSeveral);
  }

  /**
   * Sets the body.
   *
   * @param changed the body
   * @return a changed copy
   */
  public ApiRequest<T> body(RequestBody changed) {
    return new ApiRequest<>(endpoint, path, query, headers, changed, null, ofSeveral);
  }

  /**
   * Sets whether the body holds several records. A vendor may write some of them and refuse others,
   * so a refusal leaves the outcome unknown, unless it comes before the vendor looks at records.
   * Needed only for several records inside a JSON object: a JSON list of several elements and a
   * body that is not JSON, such as a file, count as several without it.
   *
   * @param several whether there are several
   * @return a changed copy
   */
  public ApiRequest<T> ofSeveral(boolean several) {
    return new ApiRequest<>(endpoint, path, query, headers, body, json, several);
  }

  /**
   * The path and query parameters, for comparing lists. Personal values are not masked.
   *
   * @return the same text whatever the order in which they were set; empty when there are none
   */
  public String filters() {
    List<String> filters = new ArrayList<>();
    path.forEach((name, value) -> filters.add("/" + name + "=" + value));
    for (int i = 0; i < query.size(); i += 2) {
      filters.add("?" + query.get(i) + "=" + query.get(i + 1));
    }
    Collections.sort(filters);
    return String.join("\n", filters);
  }

  boolean isOfSeveral() {
    return ofSeveral;
  }

  Endpoint<T> endpoint() {
    return endpoint;
  }

  Headers headers() {
    return headers;
  }

  @Nullable RequestBody body(@Nullable JsonCodec codec) {
    return json == null
        ? body
        : RequestBody.of("application/json", Json.write(operation(), json, codec));
  }

  private String operation() {
    return endpoint.operation();
  }

  String url(String baseUrl, Map<String, String> clientPath) {
    StringBuilder url = new StringBuilder(baseUrl.length() + 96).append(baseUrl);
    endpoint.appendPath(url, path, clientPath);
    for (int i = 0; i < query.size(); i += 2) {
      url.append(i == 0 ? '?' : '&');
      PathTemplate.encodeQuery(url, operation(), query.get(i));
      url.append('=');
      PathTemplate.encodeQuery(url, operation(), query.get(i + 1));
    }
    return url.toString();
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}
