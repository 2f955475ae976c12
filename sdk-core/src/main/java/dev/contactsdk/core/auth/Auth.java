package dev.contactsdk.core.auth;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.HttpRequest;
import java.util.function.Supplier;

/**
 * Adds the credential to a request. Called once for every attempt, after the wait for a permit, so
 * a short-lived or single-use token is fresh on the wire. Must be safe for use by several threads.
 */
@FunctionalInterface
public interface Auth {
  /**
   * Adds the credential.
   *
   * @param request the request of this attempt
   * @return the request with its credential
   * @throws Exception when no credential can be made: the call then fails with {@link
   *     dev.contactsdk.core.error.CredentialException}, and nothing is sent
   */
  HttpRequest authenticate(HttpRequest request) throws Exception;

  /**
   * A fixed key in {@code Authorization: Bearer}.
   *
   * @param key the key
   * @return the auth
   * @throws InvalidRequestException when the key is blank, or has a space or line break around or
   *     in it; the message does not quote it
   */
  static Auth bearer(String key) {
    return new BearerAuth(Secrets.check("API key", key));
  }

  /**
   * A token in a header, asked for anew for every attempt: a signer of the application's, a
   * ready-made token, a JWE.
   *
   * @param header the header's name
   * @param token gives the token
   * @return the auth
   * @throws InvalidRequestException when the name cannot be that of a header
   */
  static Auth header(String header, Supplier<String> token) {
    return new HeaderAuth(header, token);
  }
}
