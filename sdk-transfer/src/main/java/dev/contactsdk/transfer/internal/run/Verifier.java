package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.transfer.internal.journal.ContactIndex;
import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.PhoneIndex;
import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanRows.Match;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

  /**
   * With a key, a row that was found as wanted says what its contact should be, as a write does.
   */
  private final boolean judgesFound;

  private final PlanStore store;
  private final VerdictStore verdicts;
  private final Target target;
  private final PhoneIndex numbers = new PhoneIndex();
  private final ContactIndex contacts = new ContactIndex();

  /** What is to be said of rows whose contact has another number by now, whoever has theirs. */
  private final Map<Long, RowVerdict> moved = new HashMap<>();

  Verifier(Database database, long plan, Target target) {
    PlanHead head = new JournalStore(database).plan(plan);
    this.plan = plan;
    this.key = head.settings().key();
    this.judgesFound = key != null && head.startedAt() != null;
    this.store = new PlanStore(database, plan);
    this.verdicts = new VerdictStore(database, plan);
    this.target = target;
  }

  /** Forgets an earlier listing. */
  void begin() {
    begin(WRITTEN, List.of());
  }

  /** Forgets an earlier listing, and leaves the contacts to newer plans that wrote them again. */
  void begin(List<Verifier> newer) {
    begin(PERHAPS_WRITTEN, newer);
  }

  private void begin(Set<RowState> states, List<Verifier> newer) {
    verdicts.clear();
    verdicts.first(Verdict.MISSING.name(), judgesFound);
    List<Verifier> sameKey =
        newer.stream().filter(each -> key != null && key.equals(each.key)).toList();
    verdicts.removeOfKeys(ids(sameKey.stream()), PERHAPS_WRITTEN);
    List<Long> again = new ArrayList<>();
    Consumer<Match> reader =
        match -> {
          if (newer.stream().anyMatch(each -> each.wroteAgain(match))) {
            again.add(match.row());
          }
          add(match);
        };
    if (judgesFound) {
      List<Long> judging = ids(sameKey.stream().filter(each -> each.judgesFound));
      store.rows().matchesToJudge(states, judging, reader);
    } else {
      store.rows().matchesToJudge(states, reader);
    }
    verdicts.remove(again);
  }

  private static List<Long> ids(Stream<Verifier> plans) {
    return plans.map(each -> each.plan).toList();
  }

  private void add(Match match) {
    if (match.phone() != null) {
      numbers.put(match.phone(), match.row());
    }
    if (match.contact() != null) {
      contacts.put(match.contact(), match.row());
    }
  }

  /** Without a key the number says who it is too. With one, another contact is another person. */
  private boolean wroteAgain(Match older) {
    return (older.contact() != null && contacts.get(older.contact()) >= 0)
        || (older.key() == null && older.phone() != null && numbers.get(older.phone()) >= 0);
  }

  /** Judges the rows of a page's contacts. */
  void page(List<Stored> listed) {
    page(listed, new HashMap<>());
  }

  /**
   * Judges the rows of a page's contacts.
   *
   * @param before what older plans wrote, by contact: it still counts, unless this plan wrote it
   *     again. What this plan wrote is added
   */
  void page(List<Stored> listed, Map<String, Map<String, String>> before) {
    judge(numbers.rowsOf(listed, contact -> contacts.get(contact.id())), before);
  }

  /**
   * Rows of which the listing itself told that they are written, so {@link #page} did not know
   * them.
   *
   * @param found by row and id
   */
  void settled(Map<Long, Map<String, Stored>> found) {
    verdicts.first(Verdict.MISSING.name(), judgesFound);
    Map<Long, List<Stored>> ofRows = new HashMap<>();
    found.forEach((row, ofRow) -> ofRows.put(row, List.copyOf(ofRow.values())));
    judge(ofRows, new HashMap<>());
  }

  /** Says what only the whole listing shows. */
  void end() {
    verdicts.replace(moved.values(), List.of(Verdict.MISSING.name(), Verdict.ANOTHERS.name()));
  }

  /** The verdict of a row that is not written, or covered by a newer plan, stays empty. */
  private void judge(Map<Long, List<Stored>> found, Map<String, Map<String, String>> before) {
    List<RowVerdict> ofRows = new ArrayList<>();
    for (PlanRow row : store.rows().numbered(found.keySet())) {
      String own = contactOf(row);
      Map<String, String> values = own == null ? Map.of() : values(row, before.get(own));
      for (Stored contact : found.getOrDefault(row.number(), List.of())) {
        boolean hasNumber = Objects.equals(row.phone(), contact.phone());
        if (contact.id().equals(own)) {
          RowVerdict verdict = compare(row, values, contact);
          if (hasNumber) {
            ofRows.add(verdict);
          } else {
            moved.put(row.number(), verdict);
          }
        } else if (hasNumber) {
          ofRows.add(new RowVerdict(row.number(), Verdict.ANOTHERS.name(), null));
        }
      }
      if (own != null) {
        before.put(own, values);
      }
    }
    verdicts.put(ofRows, Verdict.MISSING.name(), Verdict.ANOTHERS.name(), Verdict.TWICE.name());
  }

  /** The contact that a row wrote or found as wanted. */
  private static @Nullable String contactOf(PlanRow row) {
    return row.state() == RowState.SKIPPED ? row.existingId() : row.targetId();
  }

  /** What a row's contact should have by now. */
  private static Map<String, String> values(PlanRow row, @Nullable Map<String, String> before) {
    Map<String, String> found = Written.over(before == null ? Map.of() : before, row.found());
    Map<String, String> values = Written.over(found, row.fields());
    values.put(Fields.PHONE, String.valueOf(row.phone()));
    return values;
  }

  private RowVerdict compare(PlanRow row, Map<String, String> values, Stored contact) {
    RowVerdict verdict = new RowVerdict(row.number(), Verdict.SAME.name(), null);
    for (String field : values.keySet()) {
      Comparison found = compare(field, values, contact);
      if (found == Comparison.DIFFERENT) {
        return new RowVerdict(row.number(), Verdict.DIFFERS.name(), field);
      }
      if (found == Comparison.NOT_SHOWN && verdict.field() == null) {
        verdict = new RowVerdict(row.number(), Verdict.NOT_COMPARABLE.name(), field);
      }
    }
    return verdict;
  }

  private Comparison compare(String field, Map<String, String> values, Stored contact) {
    if (!field.equals(Fields.PHONE)) {
      return target.compare(field, values, contact);
    }
    return String.valueOf(contact.phone()).equals(values.get(field))
        ? Comparison.SAME
        : Comparison.DIFFERENT;
  }
}
