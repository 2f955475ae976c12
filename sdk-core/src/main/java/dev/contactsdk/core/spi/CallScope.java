package dev.contactsdk.core.spi;

import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One run of a call, however many requests it takes.
 *
 * @param options the call's settings
 * @param deadline by when the run has to be over
 * @param about what the run is about, where its requests do not all hold it: a vendor may quote it
 *     in any of its answers, and no message does; null otherwise
 */
public record CallScope(CallOptions options, Deadline deadline, @Nullable RequestBody about) {
  CallScope about(RequestBody subject) {
    return new CallScope(options, deadline, subject);
  }
}
