package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.PhoneIndex;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowVerdict;
import dev.contactsdk.transfer.internal.journal.VerdictStore;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.target.Comparison;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a listing of the target against one plan, row by row and value by value. */
public final class Verifier {
  /** What the listing says about a row that was written. */
  public enum Verdict {
    /** Every value is there. */
    SAME,
    /** A value is not the one that was written. */
    DIFFERS,
    /** The listing lacks a value, so nothing can be said about it. */
    NOT_COMPARABLE,
    /** The row's contact is not there. */
    MISSING,
    /** The same, and another contact has the number. */
    ANOTHERS,
    /** Another contact has the number too. */
    TWICE
  }

  private static final Set<RowState> WRITTEN = Set.of(RowState.CREATED, RowState.UPDATED);
  private static final Set<RowState> PERHAPS_WRITTEN =
      Set.of(RowState.CREATED, RowState.UPDATED, RowState.UNKNOWN, RowState.SENT);

  private final long plan;
  private final @Nullable String key;
  private final PlanStore store;
  private final VerdictStore verdicts;
  private final Target target;
  private final PhoneIndex numbers = new PhoneIndex();
  private final boolean follows;

  /** The contacts that were found with another number than their row has, if any has them. */
  private final ContactIds elsewhere;

  /**
   * A verifier of a plan.
   *
   * @param elsewhere verifiers of plans that hear the same listing share it
   */
  Verifier(Database database, long plan, Target target, ContactIds elsewhere) {
    this.plan = plan;
    this.key = new JournalStore(database).plan(plan).settings().key();
    this.store = new PlanStore(database, plan);
    this.verdicts = new VerdictStore(database, plan);
    this.target = target;
    this.follows = store.keys().follows();
    this.elsewhere = elsewhere;
  }

  /** Forgets an earlier listing. */
  void begin() {
    begin(WRITTEN);
  }

  private void begin(Set<RowState> states) {
    verdicts.clear();
    verdicts.first(Verdict.MISSING.name());
    store.rows().phones(states, numbers);
  }

  /** Forgets an earlier listing, and leaves the contacts to newer plans that wrote them again. */
  void begin(List<Verifier> newer) {
    begin(PERHAPS_WRITTEN);
    verdicts.remove(rowsIn(newer.stream().filter(each -> !hasKeyOf(each)).toList()));
    List<Verifier> sameKey = newer.stream().filter(this::hasKeyOf).toList();
    verdicts.removeWithoutKey(rowsIn(sameKey));
    verdicts.removeOfKeys(sameKey.stream().map(each -> each.plan).toList(), PERHAPS_WRITTEN);
    verdicts.removeFollowed(newer.stream().map(each -> each.plan).toList(), PERHAPS_WRITTEN);
  }

  private boolean hasKeyOf(Verifier newer) {
    return key != null && key.equals(newer.key);
  }

  private List<Long> rowsIn(List<Verifier> newer) {
    return numbers.rowsIn(newer.stream().map(each -> each.numbers).toList());
  }

  /** Judges the rows of a page's contacts. */
  void page(List<Stored> contacts) {
    page(contacts, List.of());
  }

  /**
   * Judges the rows of a page's contacts.
   *
   * @param older the plans before this one, the oldest first: what they wrote still counts, unless
   *     this plan wrote it again
   */
  void page(List<Stored> contacts, List<Verifier> older) {
    Map<String, Map<String, String>> before = new HashMap<>();
    for (Verifier each : older) {
      each.addWritten(contacts, follows, before);
    }
    Set<String> found = judge(numbers.rowsOf(contacts), before);
    contacts.stream().map(Stored::id).filter(id -> !found.contains(id)).forEach(elsewhere::add);
  }

  private void addWritten(
      List<Stored> contacts, boolean alsoByKey, Map<String, Map<String, String>> byContact) {
    Set<Long> rows = new HashSet<>(numbers.rowsOf(contacts).keySet());
    if (alsoByKey) {
      rows.addAll(store.keys().knowing(contacts.stream().map(Stored::id).toList()));
    }
    for (PlanRow row : store.rows().numbered(rows)) {
      String contact = row.targetId();
      if (contact != null && WRITTEN.contains(row.state())) {
        byContact.merge(contact, row.fields(), Written::over);
      }
    }
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
    Set<String> unused = judge(ofRows, Map.of());
  }

  /** Judges the rows whose contact has another number by now, when all of the listing is known. */
  void end() {
    verdicts.each(
        List.of(Verdict.MISSING.name(), Verdict.ANOTHERS.name()),
        contacts -> {
          contacts.values().removeIf(id -> !elsewhere.contains(id));
          verdicts.set(
              contacts.keySet().stream()
                  .map(row -> new RowVerdict(row, Verdict.DIFFERS.name(), Fields.PHONE))
                  .toList());
        });
  }

  /**
   * The verdict of a row that is not written, or written again by a newer plan, stays empty.
   *
   * @return the contacts that are there with the number that their row has
   */
  private Set<String> judge(
      Map<Long, List<Stored>> found, Map<String, Map<String, String>> before) {
    Set<String> own = new HashSet<>();
    List<RowVerdict> ofRows = new ArrayList<>();
    for (PlanRow row : store.rows().numbered(found.keySet())) {
      for (Stored contact : found.getOrDefault(row.number(), List.of())) {
        ofRows.add(judge(row, contact, before.getOrDefault(contact.id(), Map.of())));
        if (contact.id().equals(row.targetId())) {
          own.add(contact.id());
        }
      }
    }
    verdicts.put(ofRows, Verdict.MISSING.name(), Verdict.ANOTHERS.name(), Verdict.TWICE.name());
    return own;
  }

  private RowVerdict judge(PlanRow row, Stored contact, Map<String, String> before) {
    if (!contact.id().equals(row.targetId())) {
      return of(row, Verdict.ANOTHERS, null);
    }
    Map<String, String> values = Written.over(before, row.fields());
    values.remove(Fields.PHONE); // the number led here
    RowVerdict verdict = of(row, Verdict.SAME, null);
    for (String field : values.keySet()) {
      Comparison found = target.compare(field, values, contact);
      if (found == Comparison.DIFFERENT) {
        return of(row, Verdict.DIFFERS, field);
      }
      if (found == Comparison.NOT_SHOWN && verdict.field() == null) {
        verdict = of(row, Verdict.NOT_COMPARABLE, field);
      }
    }
    return verdict;
  }

  private static RowVerdict of(PlanRow row, Verdict verdict, @Nullable String field) {
    return new RowVerdict(row.number(), verdict.name(), field);
  }
}
