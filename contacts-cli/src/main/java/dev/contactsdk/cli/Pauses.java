package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a pause in sight until it ends: answers to requests before it still come in, and their
 * progress knows of no pause.
 */
final class Pauses implements ProgressDisplay {
  private final ProgressDisplay display;
  private final LongSupplier nanoTime;
  private long endsAt;
  private @Nullable String reason;

  Pauses(ProgressDisplay display, LongSupplier nanoTime) {
    this.display = display;
    this.nanoTime = nanoTime;
    this.endsAt = nanoTime.getAsLong();
  }

  @Override
  public void accept(Progress progress) {
    Duration pause = progress.pause();
    if (pause != null) {
      endsAt = nanoTime.getAsLong() + pause.toNanos();
      reason = progress.pauseReason();
      display.accept(progress);
    } else {
      long left = endsAt - nanoTime.getAsLong();
      display.accept(left > 0 ? paused(progress, Duration.ofNanos(left)) : progress);
    }
  }

  private Progress paused(Progress progress, Duration left) {
    return new Progress(
        progress.step(),
        progress.done(),
        progress.total(),
        progress.states(),
        progress.left(),
        left,
        reason);
  }

  @Override
  public void close() {
    display.close();
  }
}
