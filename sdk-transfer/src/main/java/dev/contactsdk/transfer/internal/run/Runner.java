package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.Capabilities;
import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanHead.State;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowChange;
import dev.contactsdk.transfer.internal.journal.VerdictStore;
import dev.contactsdk.transfer.internal.plan.FileHash;
import dev.contactsdk.transfer.internal.target.Listing;
import dev.contactsdk.transfer.internal.target.Listing.Listed;
import dev.contactsdk.transfer.internal.target.Pace;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a plan from where it stands to its end. */
public final class Runner {
  /** A listing that is older no longer tells whether the target is as planned. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private static final int MOST_IDLE_ROUNDS = 5;
  private static final int FEW = 5;
  private static final Duration PAUSE_AFTER_IDLE = Duration.ofSeconds(10);

  private final Database database;
  private final JournalStore journal;
  private final PlanHead plan;
  private final RunContext run;
  private final Capabilities capabilities;
  private final Evidence evidence;

  public Runner(
      Database database,
      PlanHead plan,
      Target target,
      RunOptions options,
      TimeSource time,
      RateLimiter limiter,
      Announcer announcer) {
    this.database = database;
    this.journal = new JournalStore(database);
    this.plan = plan;
    this.run =
        new RunContext(
            new PlanStore(database, plan.id()),
            target,
            options,
            time,
            new Pace(time, limiter, options.patience(), announcer),
            announcer);
    this.capabilities = new Capabilities(journal, target.account(), time);
    this.evidence = new Evidence(target, capabilities, time);
  }

  /** Settles what a listing can settle, and sends nothing. */
  public void settle() {
    run.store().recover();
    if (isAny(RowState.UNKNOWN)) {
      survey(false);
    }
  }

  /** Runs the plan; what it did is in the journal, also when it throws. */
  public void run() {
    refuseAnotherAccount(plan, run.target());
    refuseChangedFile();
    PlanStore store = run.store();
    store.recover();
    boolean first = plan.startedAt() == null;
    journal.state(plan.id(), State.RUNNING, run.time().now());
    boolean old = isOld(plan.listedAt());
    if (first || old || isAny(RowState.UNKNOWN)) {
      survey(first || old);
    }
    if (isAny(RowState.PLANNED)) {
      new VerdictStore(database, plan.id()).clear();
      send(store.rows().plannedRow(run.options().firstRows()));
    }
    if (isDone()) {
      journal.state(plan.id(), State.ENDED, run.time().now());
    }
  }

  /** A journal's plan belongs to one account. */
  public static void refuseAnotherAccount(PlanHead plan, Target target) {
    String account = target.account();
    if (!plan.account().equals(account)) {
      throw new TransferException(
          Kind.JOURNAL,
          "the plan was made for "
              + plan.account()
              + ", not for "
              + account
              + ": run it with the credentials of its account, or make a plan for this one");
    }
  }

  private void refuseChangedFile() {
    String file = plan.file();
    if (file != null) {
      refuseUnless(Files.exists(Path.of(file)), file + " is gone");
      refuseUnless(FileHash.of(Path.of(file)).equals(plan.fileHash()), file + " changed");
    }
  }

  private static void refuseUnless(boolean asPlanned, String problem) {
    if (!asPlanned) {
      throw new TransferException(
          Kind.INPUT,
          problem + " since the plan was made: put it back, or make a plan of what is there now");
    }
  }

  /** A listing of the future was made before the clock was set back: nobody knows how old it is. */
  private boolean isOld(@Nullable Instant listedAt) {
    Instant now = run.time().now();
    return listedAt == null || listedAt.plus(FRESH).isBefore(now) || listedAt.isAfter(now);
  }

  private boolean isAny(RowState state) {
    return run.store().counts().isAny(state);
  }

  /**
   * Rows whose answers are lost are sent again when a listing proves them absent, for as long as
   * the job has patience. A few rows that the target never answers must not hold up the job.
   */
  private void send(long lastRow) {
    Sender sender = new Sender(run, capabilities);
    long idleSince = run.time().nanoTime();
    int idle = 0;
    while (isPlanned(lastRow)) {
      if (sender.send(lastRow)) {
        idle = 0;
        idleSince = run.time().nanoTime();
      } else {
        idle++;
      }
      if (!isAny(RowState.UNKNOWN)) {
        return;
      }
      if (sender.isAnswered()) {
        // The target has what it answered for, so a listing may show it already.
        list(Survey.Purpose.PRESENT);
        if (!isAny(RowState.UNKNOWN)) {
          return;
        }
      }
      if (idle > 0) {
        refuseToWaitForever(idleSince);
        run.pace()
            .pause(
                PAUSE_AFTER_IDLE.multipliedBy(Math.min(idle, MOST_IDLE_ROUNDS)),
                "the answers to all requests were lost");
      }
      survey(false);
      if (idle >= MOST_IDLE_ROUNDS && gaveUp(lastRow)) {
        return;
      }
    }
  }

  /** The rows are absent now, but nobody knows why their answers are lost. */
  private boolean gaveUp(long lastRow) {
    PlanStore store = run.store();
    List<PlanRow> left =
        store.rows().planned(Long.MIN_VALUE, FEW + 1).stream()
            .filter(row -> row.number() <= lastRow)
            .toList();
    if (left.size() > FEW) {
      return false;
    }
    store.change(
        left.stream()
            .map(
                row -> RowChange.to(RowState.UNKNOWN, row, "each answer was lost: " + row.reason()))
            .toList());
    return true;
  }

  private void refuseToWaitForever(long idleSince) {
    Duration idle = Duration.ofNanos(run.time().nanoTime() - idleSince);
    if (idle.compareTo(run.options().patience()) > 0) {
      throw new TransferException(
          Kind.TARGET,
          run.target().name()
              + " has answered no request that writes for "
              + idle.toMinutes()
              + " minutes: run again when it does; the journal goes on where it stopped");
    }
  }

  private boolean isPlanned(long lastRow) {
    return run.store().rows().firstPlanned() <= lastRow;
  }

  private void survey(boolean drift) {
    waitUntilSettled();
    list(drift ? Survey.Purpose.DRIFT : Survey.Purpose.SETTLE);
  }

  /** When nothing is to be sent any more, the listing may as well verify the plan. */
  private void list(Survey.Purpose purpose) {
    Instant started = run.time().now();
    Verifier verifier =
        isAny(RowState.PLANNED) ? null : new Verifier(database, plan.id(), run.target());
    Listed listed =
        new Survey(run.store(), evidence, run.announcer(), purpose, verifier)
            .read(new Listing(run.target(), run.pace()));
    journal.listed(plan.id(), started, listed.contacts(), listed.notComparable());
    if (verifier != null && isDone()) {
      journal.verified(plan.id(), started, listed.notComparable());
    }
  }

  private boolean isDone() {
    return !isAny(RowState.PLANNED) && !isAny(RowState.UNKNOWN);
  }

  private void waitUntilSettled() {
    Instant sent = run.store().lastUnknownSent();
    if (sent != null) {
      Duration settle = run.target().settleTime();
      Duration left = Duration.between(run.time().now(), sent.plus(settle));
      run.pace().pause(shorter(left, settle), "the target needs time until it shows what it wrote");
    }
  }

  /** A clock that was set back must not make the wait longer. */
  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
