package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import org.jspecify.annotations.Nullable;

/** Adds a new credential to every attempt. */
record AuthStage(Auth auth) implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    return next.proceed(authenticated(request));
  }

  private HttpRequest authenticated(HttpRequest request) {
    HttpRequest authenticated;
    try {
      authenticated = auth.authenticate(request);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw failure(request, "the credential could not be created by " + auth, e);
    }
    if (authenticated == null) {
      throw failure(
          request, auth + " returned null: it must return the request with its credential", null);
    }
    return authenticated;
  }

  private static CredentialException failure(
      HttpRequest request, String message, @Nullable Exception cause) {
    return new CredentialException(
        CallContext.of(request).failure(Outcome.NOT_SENT, null), message, cause);
  }
}
