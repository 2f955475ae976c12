package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;

/** What a success proves that does not show the record. */
public final class UnreadableSuccess {
  private UnreadableSuccess() {}

  /**
   * The outcome. A vendor's success may show that some records of several failed, so an unreadable
   * one does not prove that any was written. Nor does a 202 or a 207.
   *
   * @param request the request
   * @param response the answer
   * @return not sent if an interceptor answered alone; unknown if the status or several records
   *     leave it open
   */
  public static Outcome outcome(HttpRequest request, HttpResponse response) {
    if (!CallContext.of(request).isSent()) {
      return Outcome.NOT_SENT;
    }
    return response.isInconclusive() || SeveralRecords.areIn(request)
        ? Outcome.UNKNOWN
        : Outcome.APPLIED;
  }
}
