package dev.contactsdk.core.auth;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.HttpRequest;
import java.util.function.Supplier;

/**
 * Adds the credential to a request. Called once per attempt, after the wait for a rate limit
 * permit, so a short-lived or single-use token is fresh when sent. Must be thread-safe.
 */
@FunctionalInterface
public interface Auth {
  /**
   * Adds the credential.
   *
   * @param request the request of this attempt
   * @return the request with its credential
   * @throws Exception when the credential cannot be created. The call then fails with {@link
   *     dev.contactsdk.core.error.CredentialException}, and nothing is sent
   */
  HttpRequest authenticate(HttpRequest request) throws Exception;

  /**
   * Sends a fixed key in {@code Authorization: Bearer}.
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
   * Sends a token in a header, requested for every attempt: from the application's signer, a
   * ready-made token, or a JWE.
   *
   * @param header the header's name
   * @param token supplies the token
   * @return the auth
   * @throws InvalidRequestException when the header name is invalid
   */
  static Auth header(String header, Supplier<String> token) {
    return new HeaderAuth(header, token);
  }
}
