package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.spi.error.ErrorReader;

/** Turns an error answer into its exception. */
record RefusalStage(ErrorReader errors, Masking masking) implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    HttpResponse response = next.proceed(request);
    if (response.isSuccess()) {
      return response;
    }
    throw new Refusals(errors, masking).of(request, response);
  }
}
