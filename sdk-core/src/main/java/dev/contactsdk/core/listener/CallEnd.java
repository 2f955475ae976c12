package dev.contactsdk.core.listener;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.SdkException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, over all its attempts and look-ups.
 *
 * @param status the HTTP status of the answer that ended the call. 0 when none did: for a lost or
 *     an unreadable answer, a wait that was cut short, and a result that was looked up
 * @param attempts the number of attempts, with one that got no permit; look-ups do not count. 0
 *     when the failure is none of the SDK's, as from an interceptor
 * @param elapsed from the start of the run to its end, with all waits
 * @param waited how long it waited for permits and between attempts
 * @param requestId the vendor's request id; null when there is none
 * @param failure why it failed; null after a success
 */
public record CallEnd(
    int status,
    int attempts,
    Duration elapsed,
    Duration waited,
    @Nullable String requestId,
    @Nullable Throwable failure) {
  /**
   * The end of a call that failed.
   *
   * @param failure why
   * @param elapsed from the start of the run to its end
   * @return the end
   */
  public static CallEnd of(Throwable failure, Duration elapsed) {
    if (!(failure instanceof SdkException known)) {
      return new CallEnd(0, 0, elapsed, Duration.ZERO, null, failure);
    }
    return new CallEnd(
        known instanceof ApiException refusal ? refusal.status() : 0,
        known.attempts(),
        elapsed,
        known.waited(),
        known.requestId(),
        known);
  }

  /**
   * What became of the call, in one of a few words.
   *
   * @return {@code SUCCESS}; or the failure's {@link SdkException#outcome()}, such as {@code
   *     REJECTED}; or {@code UNKNOWN} for what is no failure of the SDK
   */
  public String outcome() {
    if (failure == null) {
      return "SUCCESS";
    }
    return failure instanceof SdkException known ? known.outcome().name() : "UNKNOWN";
  }
}
