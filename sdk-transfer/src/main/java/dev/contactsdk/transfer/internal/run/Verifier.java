package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.PhoneIndex;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowVerdict;
import dev.contactsdk.transfer.internal.journal.VerdictStore;
import dev.contactsdk.transfer.internal.target.Hears;
import dev.contactsdk.transfer.internal.target.Listing;
import dev.contactsdk.transfer.internal.target.Listing.Listed;
import dev.contactsdk.transfer.internal.target.Pace;
import dev.contactsdk.transfer.run.Progress.Step;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.target.Comparison;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a listing of the target against the journal, row by row and value by value. */
public final class Verifier implements Listing.Reader {
  /** What the listing says about a row that was written. */
  public enum Verdict {
    /** Every value is there. */
    SAME,
    /** A value is not the one that was written. */
    DIFFERS,
    /** The listing lacks a value, so nothing can be said about it. */
    NOT_COMPARABLE,
    /** No contact has the row's number. */
    MISSING,
    /** Another contact has the number too. */
    TWICE
  }

  private static final Set<RowState> WRITTEN = Set.of(RowState.CREATED, RowState.UPDATED);

  private final PlanStore store;
  private final VerdictStore verdicts;
  private final JournalStore journal;
  private final long plan;
  private final Target target;
  private final Hears hears;
  private final TimeSource time;
  private final PhoneIndex numbers = new PhoneIndex();

  public Verifier(Database database, long plan, Target target, Hears hears, TimeSource time) {
    this.store = new PlanStore(database, plan);
    this.verdicts = new VerdictStore(database, plan);
    this.journal = new JournalStore(database);
    this.plan = plan;
    this.target = target;
    this.hears = hears;
    this.time = time;
  }

  /** Lists the target. */
  public Listed verify(Pace pace) {
    Instant started = time.now();
    begin();
    Listed listed = new Listing(target, pace).read(this);
    journal.verified(plan, started, listed.notComparable());
    return listed;
  }

  /** Forgets an earlier listing. */
  void begin() {
    verdicts.clear();
    verdicts.first(Verdict.MISSING.name());
    store.rows().phones(WRITTEN, numbers);
  }

  @Override
  public void page(List<Stored> contacts) {
    judge(numbers.rowsOf(contacts));
  }

  /**
   * Rows of which the listing itself told that they are written, so {@link #page} did not know
   * them.
   *
   * @param found by row and id
   */
  void settled(Map<Long, Map<String, Stored>> found) {
    verdicts.first(Verdict.MISSING.name());
    Map<Long, List<Stored>> ofRows = new HashMap<>();
    found.forEach((row, contacts) -> ofRows.put(row, List.copyOf(contacts.values())));
    judge(ofRows);
  }

  /** The verdict of a row that is not written stays empty. */
  private void judge(Map<Long, List<Stored>> found) {
    Map<Long, RowVerdict> ofRows = new HashMap<>();
    for (PlanRow row : store.rows().numbered(found.keySet())) {
      for (Stored contact : found.getOrDefault(row.number(), List.of())) {
        boolean other = !contact.id().equals(row.targetId());
        RowVerdict verdict = other ? of(Verdict.TWICE, null) : compare(row, contact);
        ofRows.merge(row.number(), verdict, Verifier::worse);
      }
    }
    verdicts.put(ofRows, Verdict.TWICE.name());
  }

  private static RowVerdict of(Verdict verdict, @Nullable String field) {
    return new RowVerdict(verdict.name(), field);
  }

  private static RowVerdict worse(RowVerdict one, RowVerdict other) {
    return one.verdict().equals(Verdict.TWICE.name()) ? one : other;
  }

  private RowVerdict compare(PlanRow row, Stored contact) {
    RowVerdict verdict = of(Verdict.SAME, null);
    for (String field : row.fields().keySet()) {
      Comparison found =
          field.equals(Fields.PHONE)
              ? Comparison.SAME
              : target.compare(field, row.fields(), contact);
      if (found == Comparison.DIFFERENT) {
        return of(Verdict.DIFFERS, field);
      }
      if (found == Comparison.NOT_SHOWN && verdict.field() == null) {
        verdict = of(Verdict.NOT_COMPARABLE, field);
      }
    }
    return verdict;
  }

  @Override
  public void progress(long done, @Nullable Long total) {
    hears.progress(Step.LISTING, done, total);
  }
}
