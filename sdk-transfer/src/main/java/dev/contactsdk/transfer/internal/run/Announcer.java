package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.Lease;
import dev.contactsdk.transfer.internal.target.Hears;
import dev.contactsdk.transfer.run.Progress;
import dev.contactsdk.transfer.run.Progress.Step;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application how far a job has come, one call at a time, and the journal that the job is
 * alive.
 */
public final class Announcer implements Hears {
  private static final long BEAT_NANOS = Duration.ofSeconds(30).toNanos();

  private final Consumer<Progress> listener;
  private final Lease lease;
  private final TimeSource time;
  private Progress last = new Progress(Step.READING, 0, null, Map.of(), null, null, null);
  private long beatAt;

  public Announcer(Consumer<Progress> listener, Lease lease, TimeSource time) {
    this.listener = listener;
    this.lease = lease;
    this.time = time;
    this.beatAt = time.nanoTime();
  }

  @Override
  public synchronized void progress(Step step, long done, @Nullable Long total) {
    tell(new Progress(step, done, total, Map.of(), null, null, null));
  }

  synchronized void sending(Tally tally, Duration left) {
    long total = tally.total();
    tell(new Progress(Step.SENDING, total - tally.open(), total, tally.states(), left, null, null));
  }

  private void tell(Progress progress) {
    last = progress;
    listener.accept(progress);
    alive();
  }

  @Override
  public synchronized void waiting(Duration wait, String reason) {
    listener.accept(
        new Progress(
            last.step(), last.done(), last.total(), last.states(), last.left(), wait, reason));
  }

  @Override
  public synchronized void alive() {
    if (time.nanoTime() - beatAt >= BEAT_NANOS) {
      lease.beat();
      beatAt = time.nanoTime();
    }
  }
}
