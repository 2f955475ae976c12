package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.target.WriteAnswer;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended, as the journal keeps it.
 *
 * @param answer the kind of answer
 * @param reason why it was no success; null if it was
 * @param targetRequestId the target's id of the request; null if it gave none
 */
record RequestEnd(String answer, @Nullable String reason, @Nullable String targetRequestId) {
  static RequestEnd of(WriteAnswer answer) {
    if (answer instanceof WriteAnswer.Answered answered) {
      return new RequestEnd("ANSWERED", null, answered.requestId());
    }
    if (answer instanceof WriteAnswer.Refused refused) {
      return new RequestEnd("REFUSED", refused.reason(), refused.requestId());
    }
    if (answer instanceof WriteAnswer.Lost lost) {
      return new RequestEnd("LOST", lost.reason(), lost.requestId());
    }
    if (answer instanceof WriteAnswer.NotSent notSent) {
      return new RequestEnd("NOT_SENT", notSent.reason(), null);
    }
    if (answer instanceof WriteAnswer.TooLarge tooLarge) {
      return new RequestEnd("TOO_LARGE", tooLarge.reason(), null);
    }
    return new RequestEnd("DENIED", ((WriteAnswer.Denied) answer).reason(), null);
  }
}
