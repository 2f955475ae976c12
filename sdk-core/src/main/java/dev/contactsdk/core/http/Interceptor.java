package dev.contactsdk.core.http;

/**
 * A stage between a call and the network. An application's interceptors are outermost. They run
 * once per call, before retries, and see neither the credential nor single attempts.
 */
@FunctionalInterface
public interface Interceptor {
  /**
   * Handles the request, normally by passing it on.
   *
   * @param request the request from the previous stage
   * @param next the rest of the stages; call it once
   * @return the answer for the previous stage; a refusal becomes an {@link
   *     dev.contactsdk.core.error.ApiException}, as if the vendor had refused
   * @throws dev.contactsdk.core.error.SdkException when the call fails
   */
  HttpResponse intercept(HttpRequest request, Next next);

  /** The rest of the stages. */
  @FunctionalInterface
  interface Next {
    /**
     * Passes the request on.
     *
     * @param request the request, possibly changed
     * @return the answer: a success, or the 404 of a repeated delete
     * @throws dev.contactsdk.core.error.SdkException when the call fails
     */
    HttpResponse proceed(HttpRequest request);
  }
}
