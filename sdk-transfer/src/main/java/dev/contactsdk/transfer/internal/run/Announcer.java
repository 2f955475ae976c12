package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.Lease;
import dev.contactsdk.transfer.internal.target.Hears;
import dev.contactsdk.transfer.run.Progress;
import dev.contactsdk.transfer.run.Progress.Step;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
  private final ReentrantLock lock = new ReentrantLock();
  private long beatAt;

  public Announcer(Consumer<Progress> listener, Lease lease, TimeSource time) {
    this.listener = listener;
    this.lease = lease;
    this.time = time;
    this.beatAt = time.nanoTime();
  }

  @Override
  public void progress(Step step, long done, @Nullable Long total) {
    tell(before -> new Progress(step, done, total, Map.of(), null, null, null));
  }

  void sending(Tally tally, Duration left) {
    long total = tally.total();
    long done = total - tally.open();
    tell(before -> new Progress(Step.SENDING, done, total, tally.states(), left, null, null));
  }

  @Override
  public void waiting(Duration wait, String reason) {
    tell(
        now ->
            new Progress(
                now.step(), now.done(), now.total(), now.states(), now.left(), wait, reason));
  }

  private void tell(UnaryOperator<Progress> next) {
    lock.lock();
    try {
      last = next.apply(last);
      listener.accept(last);
      beat();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void alive() {
    lock.lock();
    try {
      beat();
    } finally {
      lock.unlock();
    }
  }

  private void beat() {
    if (time.nanoTime() - beatAt >= BEAT_NANOS) {
      lease.beat();
      beatAt = time.nanoTime();
    }
  }
}
