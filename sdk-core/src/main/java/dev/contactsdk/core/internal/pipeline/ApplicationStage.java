package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;

/**
 * Runs an application's interceptor. Rejects nulls that it passes on or returns. A refusal that it
 * returns, such as a circuit breaker's, becomes its exception, so no decoder sees one.
 */
record ApplicationStage(Interceptor interceptor, Refusals refusals) implements Interceptor {
  private static final int GONE = 404;

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
    if (!response.isSuccess() && !isOfRepeatedDelete(request, response)) {
      throw refusals.ofApplication(request, response);
    }
    return response;
  }

  private static boolean isOfRepeatedDelete(HttpRequest request, HttpResponse response) {
    return response.status() == GONE && CallContext.of(request).isGone();
  }

  /** The interceptor may hide a failure, so once a request has left the outcome is unknown. */
  private ResponseFormatException failure(HttpRequest request, String problem) {
    CallContext call = CallContext.of(request);
    Outcome outcome = call.isSent() ? Outcome.UNKNOWN : Outcome.NOT_SENT;
    return new ResponseFormatException(
        call.failure(outcome, null),
        "the interceptor " + interceptor.getClass().getName() + " " + problem,
        null);
  }
}
