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
    Attempt attempt = Attempt.of(request);
    CallContext call = attempt.call();
    Headers more = call.toSend(call.events().attemptStarted(request));
    try {
      HttpResponse response = next.proceed(request.with(more));
      attempt.ended(response.status(), response.receivedBytes(), null);
      return response;
    } catch (Throwable e) { // also a checked one, as interceptors and auths in Kotlin throw
      attempt.ended(e instanceof ApiException refusal ? refusal.status() : 0, -1, e);
      throw e;
    }
  }

  /** What the end of an attempt must know of its start. */
  private record Attempt(CallContext call, long start, long requestBytes) {
    static Attempt of(HttpRequest request) {
      CallContext call = CallContext.of(request);
      return new Attempt(call, call.time().nanoTime(), length(request.body()));
    }

    /** Asked before the body is sent: afterwards a stream is used up and a file may be gone. */
    private static long length(@Nullable RequestBody body) {
      try {
        return body == null ? 0 : body.contentLength();
      } catch (RuntimeException e) {
        return -1; // the transport asks again, and the call fails if it must
      }
    }

    void ended(int status, long received, @Nullable Throwable failure) {
      Duration elapsed = Duration.ofNanos(call.time().nanoTime() - start);
      call.events()
          .attemptEnded(new AttemptEnd(call, status, requestBytes, received, elapsed, failure));
    }
  }
}
