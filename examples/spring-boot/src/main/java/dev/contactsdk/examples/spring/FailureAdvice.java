package dev.contactsdk.examples.spring;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.error.SdkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells callers whether a contact was written, and the ids that lead to the whole story. Logs each
 * failure while its trace is current: the line has the vendor's request id and the trace's id.
 */
@RestControllerAdvice
class FailureAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(FailureAdvice.class);

  @ExceptionHandler
  ProblemDetail failed(SdkException failure) {
    LOG.warn("{}", failure.getMessage());
    ProblemDetail problem = ProblemDetail.forStatus(status(failure));
    problem.setTitle(failure.operation());
    problem.setProperty("outcome", failure.outcome().name());
    problem.setProperty("requestId", failure.requestId());
    problem.setProperty("traceId", MDC.get("traceId"));
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
