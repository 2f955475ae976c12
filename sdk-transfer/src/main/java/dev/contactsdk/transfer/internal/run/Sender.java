package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.Capabilities;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowChange;
import dev.contactsdk.transfer.internal.target.Estimate;
import dev.contactsdk.transfer.internal.target.Pace;
import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.target.Sizes;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.Write;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends planned rows, several requests at a time. A request's rows are in the journal before its
 * first byte leaves, and so is its answer before it counts.
 */
final class Sender {
  private final PlanStore store;
  private final Target target;
  private final TimeSource time;
  private final Pace pace;
  private final Announcer announcer;
  private final Judge judge;
  private final Capabilities capabilities;
  private final @Nullable Guard guard;
  private final int inFlight;
  private final int perMinute;
  private final BatchSizes creates;
  private final BatchSizes updates;
  private final Semaphore slots;
  private final AtomicLong requests;
  private final AtomicReference<@Nullable Throwable> stop = new AtomicReference<>();

  /** Held while sizes, tally, guard and progress are read or changed. */
  private final ReentrantLock books = new ReentrantLock();

  private Tally tally = new Tally(Map.of());
  private boolean progressed;
  private boolean answered;

  Sender(RunContext run, Capabilities capabilities) {
    this.store = run.store();
    this.target = run.target();
    this.time = run.time();
    this.pace = run.pace();
    this.announcer = run.announcer();
    this.capabilities = capabilities;
    this.judge = new Judge(capabilities);
    this.guard = run.options().keepGoing() ? null : new Guard();
    this.inFlight = run.options().inFlight();
    this.perMinute = run.perMinute();
    this.slots = new Semaphore(inFlight);
    this.requests = new AtomicLong(store.lastRequest());
    Sizes sizes = capabilities.sizes(target.sizes());
    this.creates = new BatchSizes(sizes.firstCreate(), sizes.largestCreate());
    this.updates = new BatchSizes(sizes.firstUpdate(), sizes.largestUpdate());
  }

  /**
   * Sends the planned rows up to one, until none is left.
   *
   * @return whether something was settled, or at least narrowed down
   * @throws TransferException when the job cannot go on; requests under way have ended
   */
  boolean send(long lastRow) {
    progressed = false;
    answered = true;
    tally = new Tally(store.counts().states());
    ExecutorService pool = Executors.newFixedThreadPool(inFlight, Sender::thread);
    try {
      while (pass(pool, lastRow)) {
        // Rows that a request gave back are behind the pass that sent them.
      }
    } finally {
      pool.shutdown();
    }
    Throwable failure = stop.get();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return progressed;
  }

  /** Whether each request of the last sending was answered, so that no row of it is on its way. */
  boolean isAnswered() {
    return answered;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "contact-transfer");
    thread.setDaemon(true);
    return thread;
  }

  private boolean pass(ExecutorService pool, long lastRow) {
    Batches batches = new Batches(store.rows(), creates, updates, lastRow);
    boolean any = false;
    try {
      while (stop.get() == null && submitted(pool, batches)) {
        any = true;
      }
    } catch (InterruptedException e) {
      stop(Pace.interrupted(e));
    } catch (RuntimeException e) {
      stop(e);
    } finally {
      slots.acquireUninterruptibly(inFlight);
      slots.release(inFlight);
    }
    return any && stop.get() == null;
  }

  private boolean submitted(ExecutorService pool, Batches batches) throws InterruptedException {
    slots.acquire();
    boolean underWay = false;
    try {
      if (booked(() -> creates.isClimbing() || updates.isClimbing())) {
        waitForAnswers();
      }
      List<PlanRow> rows = booked(batches::next);
      if (rows.isEmpty()) {
        return false;
      }
      pace.take();
      if (stop.get() == null) {
        pool.execute(() -> carry(rows));
        underWay = true;
      }
      return underWay;
    } finally {
      if (!underWay) {
        slots.release();
      }
    }
  }

  /** The caller has one slot itself. */
  private void waitForAnswers() throws InterruptedException {
    slots.acquire(inFlight - 1);
    slots.release(inFlight - 1);
  }

  private void stop(Throwable reason) {
    // What comes later follows from the first.
    stop.compareAndSet(null, reason);
  }

  private void carry(List<PlanRow> rows) {
    try {
      long request = requests.incrementAndGet();
      store.sent(request, rows.get(0).action().name(), rows, time.now());
      booked(() -> tally.sent(rows));
      WriteAnswer answer = ask(rows);
      List<RowChange> changes = judge.changes(request, rows, answer);
      store.answered(request, answer, changes, time.now());
      booked(
          () -> {
            tally.answered(changes);
            learn(rows, answer, changes);
            guard(changes);
            announcer.sending(tally, left());
          });
      pace(answer);
    } catch (RuntimeException | Error e) {
      stop(e);
    } finally {
      slots.release();
    }
  }

  private <T> T booked(Supplier<T> work) {
    books.lock();
    try {
      return work.get();
    } finally {
      books.unlock();
    }
  }

  private void booked(Runnable work) {
    books.lock();
    try {
      work.run();
    } finally {
      books.unlock();
    }
  }

  /** A target of the application may throw; then nobody knows what it did. */
  private WriteAnswer ask(List<PlanRow> rows) {
    List<Write> writes = rows.stream().map(Sender::write).toList();
    try {
      return rows.get(0).action() == RowAction.CREATE
          ? target.create(writes)
          : target.update(writes);
    } catch (RuntimeException e) {
      return new WriteAnswer.Lost(target.name() + " threw " + e.getClass().getName(), null);
    }
  }

  private static Write write(PlanRow row) {
    return new Write(row.existingId(), row.fields());
  }

  private void learn(List<PlanRow> rows, WriteAnswer answer, List<RowChange> changes) {
    boolean create = rows.get(0).action() == RowAction.CREATE;
    BatchSizes sizes = create ? creates : updates;
    int count = rows.size();
    if (answer instanceof WriteAnswer.Answered) {
      sizes.taken(count);
      if (create) {
        capabilities.created(count);
      }
    } else if (answer instanceof WriteAnswer.TooLarge) {
      sizes.tooLarge(count);
    } else if (answer instanceof WriteAnswer.Refused || answer instanceof WriteAnswer.Lost) {
      sizes.refused(count);
    }
    answered &= answer instanceof WriteAnswer.Answered;
    progressed |=
        answer instanceof WriteAnswer.Refused
            || answer instanceof WriteAnswer.TooLarge
            || changes.stream().anyMatch(change -> isFinal(change.state()));
    for (int i = 0; i < count; i++) {
      if (changes.get(i).state() == RowState.REJECTED) {
        learnFromBad(rows.get(i));
      }
    }
  }

  private static boolean isFinal(RowState state) {
    return state != RowState.PLANNED && state != RowState.SENT && state != RowState.UNKNOWN;
  }

  /** Had the request that the row spoiled stored a row before it? */
  private void learnFromBad(PlanRow row) {
    Long refusedIn = row.refusedIn();
    if (refusedIn != null && store.createdBefore(row.number(), refusedIn)) {
      capabilities.arraysAreAllOrNothing();
    }
  }

  private void guard(List<RowChange> changes) {
    List<RowChange> alike = guard == null ? List.of() : guard.note(changes);
    if (!alike.isEmpty()) {
      List<RowChange> back = Guard.putBack(alike);
      store.change(back);
      tally.putBack(back);
      stop(
          new TransferException(
              Kind.GUARD,
              alike.size()
                  + " rows in a row were refused for one reason, so it is probably not the rows: "
                  + alike.get(0).reason()
                  + ". Mend it and run again; or keep going, if each row is to be tried"));
    }
  }

  private Duration left() {
    double rows = tally.open();
    double size = Math.max(1, Math.max(creates.now(), updates.now()));
    return Estimate.time((long) Math.ceil(rows / size), perMinute);
  }

  private void pace(WriteAnswer answer) {
    if (answer instanceof WriteAnswer.NotSent notSent) {
      Duration asked = notSent.retryAfter();
      pace.failed(notSent.reason(), asked == null ? Duration.ZERO : asked);
    } else if (answer instanceof WriteAnswer.Lost lost) {
      pace.failed(lost.reason(), Duration.ZERO);
    } else if (answer instanceof WriteAnswer.Denied denied) {
      stop(
          new TransferException(
              Kind.TARGET,
              target.name()
                  + " refuses every request: "
                  + denied.reason()
                  + ". Mend it, then run again; the journal goes on where it stopped"));
    } else {
      pace.answered();
    }
  }
}
