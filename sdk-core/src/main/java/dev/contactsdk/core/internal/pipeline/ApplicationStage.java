package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;

/** An application's interceptor, which may pass on or return null by mistake. */
record ApplicationStage(Interceptor interceptor) implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    HttpResponse response =
        interceptor.intercept(
            request,
            passed -> {
              if (passed == null) {
                throw failure(request, "passed null on: it has to pass a request on");
              }
              return next.proceed(passed);
            });
    if (response == null) {
      throw failure(
          request, "returned null: it has to return an answer, such as that of next.proceed(...)");
    }
    return response;
  }

  /** It may have swallowed a failure, so after an attempt nobody knows. */
  private ResponseFormatException failure(HttpRequest request, String problem) {
    CallContext call = CallContext.of(request);
    Outcome outcome = call.attempts() == 0 ? Outcome.NOT_SENT : Outcome.UNKNOWN;
    return new ResponseFormatException(
        call.failure(outcome, null),
        "the interceptor " + interceptor.getClass().getName() + " " + problem,
        null);
  }
}
