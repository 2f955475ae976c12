package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;

/** Runs an application's interceptor, and rejects nulls that it passes on or returns. */
record ApplicationStage(Interceptor interceptor) implements Interceptor {
  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    HttpResponse response =
        interceptor.intercept(
            request,
            passed -> {
              if (passed == null) {
                throw failure(request, "passed on null: it must pass on a request");
              }
              return next.proceed(passed);
            });
    if (response == null) {
      throw failure(
          request,
          "returned null: it must return an answer, such as the one from next.proceed(...)");
    }
    return response;
  }

  /** The interceptor may hide a failure, so after an attempt the outcome is unknown. */
  private ResponseFormatException failure(HttpRequest request, String problem) {
    CallContext call = CallContext.of(request);
    Outcome outcome = call.attempts() == 0 ? Outcome.NOT_SENT : Outcome.UNKNOWN;
    return new ResponseFormatException(
        call.failure(outcome, null),
        "the interceptor " + interceptor.getClass().getName() + " " + problem,
        null);
  }
}
