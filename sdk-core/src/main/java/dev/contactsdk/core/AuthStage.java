package dev.contactsdk.core;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.CredentialException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;

/** Adds the credential, anew for every attempt. */
record AuthStage(Auth auth) implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    return next.proceed(authenticated(request));
  }

  private HttpRequest authenticated(HttpRequest request) {
    try {
      return auth.authenticate(request);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new CredentialException(
          request.context().failure(Outcome.NOT_SENT, null),
          "no credential could be made by " + auth,
          e);
    }
  }
}
