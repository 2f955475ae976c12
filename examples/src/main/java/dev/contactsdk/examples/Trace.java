package dev.contactsdk.examples;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;

/** A custom interceptor that prints each request and its answer. */
final class Trace implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    long start = System.nanoTime();
    System.out.printf("> %s: %s%n", request.call().operation(), request);
    try {
      HttpResponse response = next.proceed(request);
      System.out.printf("< %d%s%n", response.status(), suffix(request, start));
      return response;
    } catch (SdkException e) {
      System.out.printf("< %s%s%n", e.getClass().getSimpleName(), suffix(request, start));
      throw e;
    }
  }

  private static String suffix(HttpRequest request, long start) {
    int attempts = request.call().attempts();
    long millis = (System.nanoTime() - start) / 1_000_000;
    return (attempts > 1 ? " in attempt " + attempts : "") + ", " + millis + " ms";
  }
}
