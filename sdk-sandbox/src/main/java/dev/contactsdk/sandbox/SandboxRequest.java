package dev.contactsdk.sandbox;

import dev.contactsdk.sandbox.engine.Jwt;
import dev.contactsdk.sandbox.engine.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request as it reached a sandbox. Immutable. */
public final class SandboxRequest {

  private final Received received;

  SandboxRequest(Received received) {
    this.received = received;
  }

  /**
   * When the request was read, by the sandbox's clock.
   *
   * @return the time
   */
  public Instant receivedAt() {
    return received.at();
  }

  /**
   * The operation, by its name in the vendor's API list, for example {@code createContacts} or
   * {@code create_contact}.
   *
   * @return the name; empty if no operation has this method and path
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
   * The path as sent: percent-encoded, without the query.
   *
   * @return the path, starting with a slash
   */
  public String path() {
    return received.path();
  }

  /**
   * Path and query exactly as sent.
   *
   * @return the request target
   */
  public String target() {
    return received.target();
  }

  /**
   * The decoded query parameters in their order; the first value if a name is repeated.
   *
   * @return the parameters, possibly empty, unmodifiable
   */
  public Map<String, String> query() {
    return received.query();
  }

  /**
   * All headers. Names are case-insensitive.
   *
   * @return the values by header name, unmodifiable
   */
  public Map<String, List<String>> headers() {
    return received.headers();
  }

  /**
   * The first value of a header.
   *
   * @param name the header's name, case-insensitive
   * @return the value, or null if the header was not sent
   */
  public @Nullable String header(String name) {
    return received.header(name);
  }

  /**
   * The body as UTF-8 text.
   *
   * @return the text, empty if there was no body
   */
  public String body() {
    return received.body().utf8();
  }

  /**
   * The body byte for byte.
   *
   * @return a new array, empty if there was no body
   */
  public byte[] bodyBytes() {
    return received.body().toByteArray();
  }

  /**
   * The claims of the JWT in the {@code auth} header (Kore.ai). The signature is not checked.
   *
   * @return the claims, empty if the header is missing or not a JWT
   */
  public Map<String, Object> claims() {
    String auth = header("auth");
    Jwt jwt = auth == null ? null : Jwt.parse(auth);
    return jwt == null ? Map.of() : jwt.claims();
  }

  /**
   * Whether both are the same request, not just an equal one.
   *
   * @param other anything
   * @return true for the same request
   */
  @Override
  @SuppressWarnings("ReferenceEquality") // Two equal requests are two requests.
  public boolean equals(@Nullable Object other) {
    return other instanceof SandboxRequest request && request.received == received;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(received);
  }

  /**
   * Shows only method and target, because headers and body may hold credentials and personal data.
   *
   * @return one line
   */
  @Override
  public String toString() {
    return received.toString();
  }
}
