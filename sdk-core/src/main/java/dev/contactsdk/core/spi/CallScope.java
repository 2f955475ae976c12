package dev.contactsdk.core.spi;

import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.internal.pipeline.Listeners;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.time.Deadline;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a call, with all its requests.
 *
 * @param options the call's settings
 * @param deadline the deadline of the run
 * @param about what the run is about, if not all its requests contain it. A vendor may quote it in
 *     any answer, so messages mask it. Null otherwise
 * @param events who hears of the run's events
 * @param waits told how long each request of the run waited for permits and between attempts
 */
public record CallScope(
    CallOptions options,
    Deadline deadline,
    @Nullable RequestBody about,
    CallEvents events,
    Consumer<Duration> waits) {
  /**
   * Whether anybody hears of the run's events.
   *
   * @return false for most clients, which have no listener
   */
  public boolean isHeard() {
    return events != Listeners.NOBODY;
  }

  CallScope about(RequestBody subject) {
    return new CallScope(options, deadline, subject, events, waits);
  }

  /** The same run, asking caches on the way for the vendor's present state. */
  CallScope lookingUp(Consumer<Duration> itsWaits) {
    return new CallScope(
        options.header("Cache-Control", "no-cache"), deadline, about, events, itsWaits);
  }
}
