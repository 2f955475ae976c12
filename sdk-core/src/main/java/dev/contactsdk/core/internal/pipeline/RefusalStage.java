package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;

/** Turns an error answer into its exception. */
record RefusalStage(Refusals refusals) implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    HttpResponse response = next.proceed(request);
    if (response.isSuccess()) {
      return response;
    }
    throw refusals.of(request, response);
  }
}
