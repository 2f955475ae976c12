package dev.contactsdk.core;

import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.internal.pipeline.PathTemplate;
import java.util.Map;
import java.util.Set;

/**
 * An operation of a vendor: name, method, path, effect, and decoder. Immutable; keep it as a
 * constant.
 *
 * @param <T> the answer's type
 */
public final class Endpoint<T> {
  private final String operation;
  private final String method;
  private final PathTemplate path;
  private final Effect effect;
  private final Decoder<T> decoder;

  private Endpoint(
      String operation, String method, PathTemplate path, Effect effect, Decoder<T> decoder) {
    this.operation = operation;
    this.method = method;
    this.path = path;
    this.effect = effect;
    this.decoder = decoder;
  }

  /**
   * Creates an operation that reads.
   *
   * @param operation its name, such as {@code kore.contacts.list}, for logs and failures
   * @param path the path below the base URL, with {@code {placeholders}}
   * @param decoder reads the answer
   * @param <T> the answer's type
   * @return the endpoint
   */
  public static <T> Endpoint<T> get(String operation, String path, Decoder<T> decoder) {
    return new Endpoint<>(operation, "GET", new PathTemplate(path), Effect.READ, decoder);
  }

  /**
   * Creates an operation that writes again each time it is sent. It is not repeated if its outcome
   * is unknown.
   *
   * @param operation its name
   * @param path the path below the base URL, with {@code {placeholders}}
   * @param decoder reads the answer
   * @param <T> the answer's type
   * @return the endpoint
   */
  public static <T> Endpoint<T> post(String operation, String path, Decoder<T> decoder) {
    return new Endpoint<>(operation, "POST", new PathTemplate(path), Effect.WRITE, decoder);
  }

  /**
   * Creates an operation that sets values, so it may be repeated.
   *
   * @param operation its name
   * @param path the path below the base URL, with {@code {placeholders}}
   * @param decoder reads the answer
   * @param <T> the answer's type
   * @return the endpoint
   */
  public static <T> Endpoint<T> put(String operation, String path, Decoder<T> decoder) {
    return new Endpoint<>(
        operation, "PUT", new PathTemplate(path), Effect.REPEATABLE_WRITE, decoder);
  }

  /**
   * Creates an operation that sets some values, so it may be repeated.
   *
   * @param operation its name
   * @param path the path below the base URL, with {@code {placeholders}}
   * @param decoder reads the answer
   * @param <T> the answer's type
   * @return the endpoint
   */
  public static <T> Endpoint<T> patch(String operation, String path, Decoder<T> decoder) {
    return new Endpoint<>(
        operation, "PATCH", new PathTemplate(path), Effect.REPEATABLE_WRITE, decoder);
  }

  /**
   * Creates an operation that deletes, so it may be repeated.
   *
   * @param operation its name
   * @param path the path below the base URL, with {@code {placeholders}}
   * @param decoder reads the answer, including the 404 of a repeated delete: see {@link
   *     Decoder#deleted(Decoder)}
   * @param <T> the answer's type
   * @return the endpoint
   */
  public static <T> Endpoint<T> delete(String operation, String path, Decoder<T> decoder) {
    return new Endpoint<>(operation, "DELETE", new PathTemplate(path), Effect.DELETE, decoder);
  }

  /**
   * Returns this endpoint with another effect, such as for a POST that only reads.
   *
   * @param changed the effect
   * @return a new endpoint
   */
  public Endpoint<T> effect(Effect changed) {
    return new Endpoint<>(operation, method, path, changed, decoder);
  }

  /**
   * Returns this endpoint with some ids rejected, because they would make its path that of another
   * operation.
   *
   * @param ids the ids to reject
   * @return a new endpoint
   */
  public Endpoint<T> refusing(String... ids) {
    return new Endpoint<>(operation, method, path.refusing(Set.of(ids)), effect, decoder);
  }

  /**
   * Returns this endpoint with slashes and backslashes allowed in one placeholder, for ids that an
   * application chooses. They are percent-encoded, which some servers reject. By default they are
   * rejected. Dot segments are always rejected.
   *
   * @param placeholder the placeholder's name
   * @return a new endpoint
   */
  public Endpoint<T> allowingSlash(String placeholder) {
    return new Endpoint<>(operation, method, path.allowingSlash(placeholder), effect, decoder);
  }

  /**
   * The operation's name.
   *
   * @return for example {@code kore.contacts.create}
   */
  public String operation() {
    return operation;
  }

  /**
   * The HTTP method.
   *
   * @return in upper case
   */
  public String method() {
    return method;
  }

  /**
   * The effect on the vendor's data.
   *
   * @return the effect
   */
  public Effect effect() {
    return effect;
  }

  /**
   * The path below the base URL.
   *
   * @return the path with its placeholders; safe to log
   */
  public String pathTemplate() {
    return path.toString();
  }

  /**
   * Appends the path with its placeholders filled.
   *
   * @param url the base URL; the path is appended to it
   * @param own the call's values
   * @param clients the client's values, for placeholders that the call does not fill
   * @throws dev.contactsdk.core.error.InvalidRequestException when a value is missing or cannot be
   *     part of a path
   */
  public void appendPath(StringBuilder url, Map<String, String> own, Map<String, String> clients) {
    path.expand(url, operation, own, clients);
  }

  /**
   * Whether a path parameter may have a value.
   *
   * @param parameter the parameter's name
   * @param value the value
   * @return false if a request with it would be refused before it is sent
   */
  public boolean canCarry(String parameter, String value) {
    return path.canCarry(parameter, value);
  }

  /**
   * Reads the answer.
   *
   * @return the decoder
   */
  public Decoder<T> decoder() {
    return decoder;
  }

  @Override
  public String toString() {
    return operation + " (" + method + " " + path + ")";
  }
}
