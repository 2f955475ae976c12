package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A line every 10 seconds, and one before each long wait, for logs. */
final class ProgressLines implements ProgressDisplay {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private long printedAt;
  private boolean paused;

  ProgressLines(PrintWriter err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
    this.printedAt = nanoTime.getAsLong();
  }

  @Override
  public void accept(Progress progress) {
    long now = nanoTime.getAsLong();
    boolean newPause = isLong(progress) && !paused;
    paused = progress.pause() != null;
    if (now - printedAt >= INTERVAL.toNanos() || newPause) {
      printedAt = now;
      err.println(ProgressText.line(progress));
      err.flush();
    }
  }

  private static boolean isLong(Progress progress) {
    Duration pause = progress.pause();
    return pause != null && pause.compareTo(INTERVAL) >= 0;
  }
}
