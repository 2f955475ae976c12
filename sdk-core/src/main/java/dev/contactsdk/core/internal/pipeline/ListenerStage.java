package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.listener.AttemptEnd;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of each attempt, before it has its credential. */
record ListenerStage() implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    CallContext call = CallContext.of(request);
    long start = call.time().nanoTime();
    Headers more = call.events().attemptStarted(request);
    try {
      HttpResponse response = next.proceed(request.with(more));
      ended(request, start, response.status(), response.receivedBytes(), null);
      return response;
    } catch (RuntimeException | Error e) {
      ended(request, start, e instanceof ApiException refusal ? refusal.status() : 0, -1, e);
      throw e;
    }
  }

  private static void ended(
      HttpRequest request, long start, int status, long received, @Nullable Throwable failure) {
    CallContext call = CallContext.of(request);
    RequestBody body = request.body();
    call.events()
        .attemptEnded(
            new AttemptEnd(
                call,
                status,
                body == null ? 0 : body.contentLength(),
                received,
                Duration.ofNanos(call.time().nanoTime() - start),
                failure));
  }
}
