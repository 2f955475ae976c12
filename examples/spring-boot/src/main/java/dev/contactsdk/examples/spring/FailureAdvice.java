package dev.contactsdk.examples.spring;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.error.SdkException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells callers whether a contact was written, and nothing of the vendor's own text. */
@RestControllerAdvice
class FailureAdvice {
  @ExceptionHandler
  ProblemDetail failed(SdkException failure) {
    ProblemDetail problem = ProblemDetail.forStatus(status(failure));
    problem.setTitle(failure.operation());
    problem.setProperty("outcome", failure.outcome().name());
    return problem;
  }

  private static HttpStatus status(SdkException failure) {
    if (failure instanceof InvalidRequestException || failure instanceof ApiException.BadRequest) {
      return HttpStatus.BAD_REQUEST;
    }
    if (failure instanceof ApiException.Conflict) {
      return HttpStatus.CONFLICT;
    }
    return failure instanceof RateLimitWaitException || failure instanceof CanceledException
        ? HttpStatus.SERVICE_UNAVAILABLE
        : HttpStatus.BAD_GATEWAY;
  }
}
