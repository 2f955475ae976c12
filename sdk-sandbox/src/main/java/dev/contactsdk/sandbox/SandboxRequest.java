package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Jwt;
import dev.contactsdk.sandbox.engine.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request as it reached a sandbox. Immutable; safe to share between threads. */
public final class SandboxRequest {

  private final Received received;

  SandboxRequest(Received received) {
    this.received = received;
  }

  /**
   * When the request had been read, by the sandbox's clock.
   *
   * @return the time
   */
  public Instant receivedAt() {
    return received.at();
  }

  /**
   * The operation that the request asks for, by the name in the vendor's API list, for example
   * {@code createContacts} or {@code create_contact}.
   *
   * @return the name, or an empty text when no operation has this method and path
   */
  public String operation() {
    return received.operation();
  }

  /**
   * The HTTP method.
   *
   * @return for example {@code POST}
   */
  public String method() {
    return received.method();
  }

  /**
   * The path as it was sent, percent-encoded, without the query.
   *
   * @return the path, starting with a slash
   */
  public String path() {
    return received.path();
  }

  /**
   * Path and query exactly as they were sent.
   *
   * @return the request target
   */
  public String target() {
    return received.target();
  }

  /**
   * The decoded query parameters in the order they came; the first value where a name is repeated.
   *
   * @return the parameters, possibly empty, unmodifiable
   */
  public Map<String, String> query() {
    return received.query();
  }

  /**
   * All headers. Names are found in any case.
   *
   * @return the values by header name, unmodifiable
   */
  public Map<String, List<String>> headers() {
    return received.headers();
  }

  /**
   * The first value of a header.
   *
   * @param name the header's name in any case
   * @return the value, or null when the header was not sent
   */
  public @Nullable String header(String name) {
    return received.header(name);
  }

  /**
   * The body as UTF-8 text.
   *
   * @return the text, empty when there was no body
   */
  public String body() {
    return received.body().utf8();
  }

  /**
   * The body byte for byte.
   *
   * @return a new array, empty when there was no body
   */
  public byte[] bodyBytes() {
    return received.body().toByteArray();
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

  /**
   * Whether both stand for the same request, not only for an alike one.
   *
   * @param other anything
   * @return true for the same request
   */
  @Override
  @SuppressWarnings("ReferenceEquality") // Two alike requests are two requests.
  public boolean equals(@Nullable Object other) {
    return other instanceof SandboxRequest request && request.received == received;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(received);
  }

  /**
   * Method and target only: headers and body may hold credentials and personal data.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return received.toString();
  }
}
