package dev.contactsdk.transfer;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.Databases;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.Lease;
import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanHead.State;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.plan.PlanSpec;
import dev.contactsdk.transfer.internal.plan.Planner;
import dev.contactsdk.transfer.internal.plan.Replanner;
import dev.contactsdk.transfer.internal.run.AccountVerifier;
import dev.contactsdk.transfer.internal.run.Announcer;
import dev.contactsdk.transfer.internal.run.Runner;
import dev.contactsdk.transfer.internal.target.Estimate;
import dev.contactsdk.transfer.internal.target.Listing.Listed;
import dev.contactsdk.transfer.internal.target.Pace;
import dev.contactsdk.transfer.run.Progress;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.target.Target;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Stores plans and the state of each of their rows. It outlives the process: after a crash, {@link
 * #run} continues where the last one stopped, and neither loses a row nor sends one twice.
 *
 * <p>A journal holds personal data until {@link #forget}. Its file is readable by its owner only.
 * One process at a time can plan, run or verify; others may read. Not thread-safe.
 */
public final class Journal implements AutoCloseable {
  private final Database database;
  private final JournalStore store;
  private final TimeSource time;
  private final Map<String, RateLimiter> limiters = new HashMap<>();

  private Journal(Database database, TimeSource time) {
    this.database = database;
    this.store = new JournalStore(database);
    this.time = time;
  }

  /**
   * Opens a journal in a file, or creates it. SQLite keeps two more files beside it while the
   * journal is open.
   *
   * @param file on a local disk
   * @return the journal; close it after use
   * @throws TransferException when it cannot be opened, or a newer version made it
   */
  public static Journal open(Path file) {
    return open(file, TimeSource.system());
  }

  /**
   * Opens a journal that takes the time from a clock.
   *
   * @param file on a local disk
   * @param time the clock of its waits and times, for tests
   * @return the journal; close it after use
   * @throws TransferException when it cannot be opened, or a newer version made it
   */
  public static Journal open(Path file, TimeSource time) {
    return new Journal(Databases.sqlite(file), time);
  }

  /**
   * Opens a journal in a database that several machines reach, such as PostgreSQL. Creates its
   * tables if they are missing.
   *
   * @param database its schema holds the journal and nothing else
   * @return the journal; close it after use
   * @throws TransferException when the database cannot be used, or a newer version made the journal
   */
  public static Journal open(DataSource database) {
    return open(database, TimeSource.system());
  }

  /**
   * Opens a journal in a database, and takes the time from a clock.
   *
   * @param database its schema holds the journal and nothing else
   * @param time the clock of its waits and times, for tests
   * @return the journal; close it after use
   * @throws TransferException when the database cannot be used, or a newer version made the journal
   */
  public static Journal open(DataSource database, TimeSource time) {
    return new Journal(Databases.of(database), time);
  }

  Plan plan(PlanSpec spec, int requestsPerMinute, Consumer<Progress> listener) {
    return alone(
        listener,
        announcer -> {
          settleOlderPlans(spec.target(), requestsPerMinute, announcer);
          Pace pace = pace(spec.target(), requestsPerMinute, announcer);
          int rate = Estimate.rate(requestsPerMinute, spec.target().requestsPerMinute());
          new Planner(database, time, spec, rate, announcer).plan(pace);
          return plan();
        });
  }

  /** What an earlier request may still have written must not be planned a second time. */
  private void settleOlderPlans(Target target, int requestsPerMinute, Announcer announcer) {
    RunOptions options = RunOptions.DEFAULT;
    RunOptions paced = requestsPerMinute == 0 ? options : options.rate(requestsPerMinute);
    for (PlanHead head : store.plans()) {
      // Only a run makes rows of unknown fate, and it ends when none is left.
      if (head.state() == State.RUNNING && head.account().equals(target.account())) {
        RateLimiter limiter = limiter(target, requestsPerMinute);
        new Runner(database, head, target, paced, time, limiter, announcer).settle();
      }
    }
  }

  private Pace pace(Target target, int requestsPerMinute, Announcer announcer) {
    return new Pace(
        time, limiter(target, requestsPerMinute), RunOptions.DEFAULT.patience(), announcer);
  }

  private RateLimiter limiter(Target target, int requestsPerMinute) {
    int rate = Estimate.rate(requestsPerMinute, target.requestsPerMinute());
    return limiters.computeIfAbsent(
        target.account() + " " + rate, key -> RateLimiter.perMinute(rate));
  }

  private <T> T alone(Consumer<Progress> listener, Function<Announcer, T> job) {
    try (Lease lease = Lease.take(database, time)) {
      return job.apply(new Announcer(listener, lease, time));
    }
  }

  /**
   * All plans that are complete. A plan that was interrupted while it was made is not.
   *
   * @return the oldest first
   */
  public List<Plan> plans() {
    return store.plans().stream()
        .filter(head -> head.state() != State.PLANNING)
        .map(head -> new Plan(head, database))
        .toList();
  }

  /**
   * The newest plan, which {@link #run} works with.
   *
   * @return the plan
   * @throws TransferException when the journal has none
   */
  public Plan plan() {
    return newest(plans());
  }

  private static <T> T newest(List<T> plans) {
    if (plans.isEmpty()) {
      throw new TransferException(Kind.INPUT, "the journal has no plan: make one first");
    }
    return plans.get(plans.size() - 1);
  }

  private PlanHead head() {
    return newest(store.plans().stream().filter(head -> head.state() != State.PLANNING).toList());
  }

  /**
   * Runs the newest plan from where it stopped. Sends at two thirds of the target's documented
   * rate.
   *
   * @param target the account that the plan was made for
   * @param listener is told of each request and each wait, one call at a time; may be called by
   *     other threads
   * @return the state of all rows, including those of earlier runs
   * @throws TransferException when it cannot continue; the journal keeps what is done
   */
  public Result run(Target target, Consumer<Progress> listener) {
    return run(target, RunOptions.DEFAULT, listener);
  }

  /**
   * Runs the newest plan from where it stopped.
   *
   * @param target the account that the plan was made for
   * @param options the rate, the amount and the patience of the run
   * @param listener is told of each request and each wait, one call at a time; may be called by
   *     other threads
   * @return the state of all rows, including those of earlier runs
   * @throws TransferException when it cannot continue; the journal keeps what is done
   */
  public Result run(Target target, RunOptions options, Consumer<Progress> listener) {
    return alone(
        listener,
        announcer -> {
          PlanHead head = head();
          Plan.refuseForgotten(head);
          RateLimiter limiter = limiter(target, options.requestsPerMinute());
          new Runner(database, head, target, options, time, limiter, announcer).run();
          return result();
        });
  }

  /**
   * Plans the drifted rows of the newest plan again, with its mapping and settings, for what the
   * target has now. Lists the target once, unless no row has drifted, and changes nothing there.
   * {@link #run} then continues with these rows.
   *
   * @param target the account that the plan was made for
   * @param options only its rate is used
   * @param listener is told of progress, one call at a time
   * @return the plan as it is now
   * @throws TransferException when the target cannot be listed, or is another account, or {@link
   *     #forget} has removed the rows; the rows stay drifted then
   */
  public Plan replan(Target target, RunOptions options, Consumer<Progress> listener) {
    PlanHead head = head();
    Runner.refuseAnotherAccount(head, target);
    Plan.refuseForgotten(head);
    return alone(
        listener,
        announcer -> {
          new Replanner(database, head, target, announcer)
              .replan(pace(target, options.requestsPerMinute(), announcer));
          return plan();
        });
  }

  /**
   * The state of the newest plan's rows so far: its {@link Plan#result}.
   *
   * @return the result of its runs
   * @throws TransferException when the journal has no plan
   */
  public Result result() {
    return plan().result();
  }

  /**
   * Lists the target, and compares it with what all plans of its account wrote, value by value.
   * Sends at two thirds of the target's documented rate.
   *
   * @param target an account that the journal has a plan for
   * @param listener is told of progress, one call at a time
   * @return what the listing shows
   * @throws TransferException when the target cannot be listed, or the journal has no plan for it,
   *     or {@link #forget} has removed the rows
   */
  public Verification verify(Target target, Consumer<Progress> listener) {
    return verify(target, RunOptions.DEFAULT, listener);
  }

  /**
   * Lists the target, and compares it with what all plans of its account wrote, value by value. A
   * contact that several plans wrote is compared once, with the newest value of each field, and
   * counts as a row of the newest of these plans. Plans of another account or folder, and those
   * whose rows {@link #forget} removed, are left out.
   *
   * @param target an account that the journal has a plan for
   * @param options only its rate is used
   * @param listener is told of progress, one call at a time
   * @return what the listing shows
   * @throws TransferException when the target cannot be listed, or the journal has no plan for it,
   *     or {@link #forget} has removed the rows
   */
  public Verification verify(Target target, RunOptions options, Consumer<Progress> listener) {
    List<Long> plans = plansToVerify(target);
    return alone(
        listener,
        announcer -> {
          AccountVerifier verifier = new AccountVerifier(database, plans, target, announcer, time);
          Listed listed = verifier.verify(pace(target, options.requestsPerMinute(), announcer));
          return Verification.of(database, plans, listed.notComparable());
        });
  }

  /** The plans of an account, the oldest first. */
  private List<Long> plansToVerify(Target target) {
    List<PlanHead> ofAccount =
        store.plans().stream()
            .filter(head -> head.state() != State.PLANNING)
            .filter(head -> head.account().equals(target.account()))
            .toList();
    if (ofAccount.isEmpty()) {
      Runner.refuseAnotherAccount(head(), target);
    }
    List<PlanHead> left =
        ofAccount.stream().filter(head -> head.state() != State.FORGOTTEN).toList();
    if (left.isEmpty()) {
      ofAccount.forEach(Plan::refuseForgotten);
    }
    return left.stream().map(PlanHead::id).toList();
  }

  /**
   * What the last complete listing of the target shows of what the newest plan wrote: its {@link
   * Plan#verification}.
   *
   * @return empty if the target was not listed since the last row was sent
   * @throws TransferException when the journal has no plan
   */
  public Optional<Verification> verification() {
    return plan().verification();
  }

  /**
   * Passes the newest plan's rows in some states to a reader, as {@link Plan#rows} does.
   *
   * @param states such as {@link RowState#REJECTED}; none for all rows
   * @param reader is given each row
   */
  public void rows(Set<RowState> states, Consumer<Row> reader) {
    plan().rows(states, reader);
  }

  /**
   * Writes the newest plan's rows that were refused or rejected, as {@link Plan#writeRejected}
   * does.
   *
   * @param file a file that does not exist yet; only its owner can read it
   * @return how many rows it has
   * @throws TransferException when the file exists or cannot be written, or {@link #forget} has
   *     removed the rows
   */
  public long writeRejected(Path file) {
    return plan().writeRejected(file);
  }

  /**
   * Writes the rows that the newest plan skipped, as {@link Plan#writeSkipped} does.
   *
   * @param file a file that does not exist yet; only its owner can read it
   * @return how many rows it has
   * @throws TransferException when the file exists or cannot be written, or {@link #forget} has
   *     removed the rows
   */
  public long writeSkipped(Path file) {
    return plan().writeSkipped(file);
  }

  /**
   * Removes the personal data of all plans: numbers, cells and values. Counts, ids, states and
   * reasons stay.
   *
   * @throws TransferException when the newest plan has rows that are still to be sent, or any plan
   *     has rows with an unknown outcome
   */
  public void forget() {
    if (!result().isEnded()) {
      throw new TransferException(
          Kind.INPUT,
          "the newest plan has rows that are not done, and to go on needs their data: run it to its"
              + " end first");
    }
    alone(
        progress -> {},
        announcer -> {
          store.plans().forEach(this::refuseUnknown);
          for (PlanHead head : store.plans()) {
            new PlanStore(database, head.id()).forget();
            store.state(head.id(), State.FORGOTTEN, time.now());
          }
          return true;
        });
  }

  private void refuseUnknown(PlanHead head) {
    if (Result.unknown(new PlanStore(database, head.id()).counts().states()) > 0) {
      throw new TransferException(
          Kind.INPUT,
          "plan "
              + head.id()
              + " has rows of unknown fate, and to settle them needs their data: run it, or make a"
              + " new plan for its account, which settles them too");
    }
  }

  /** Closes the journal's file or connection. */
  @Override
  public void close() {
    database.close();
  }
}
