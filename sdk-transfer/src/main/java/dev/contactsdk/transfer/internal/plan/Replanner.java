package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.DraftStore;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanHead.Settings;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowFinder;
import dev.contactsdk.transfer.internal.target.Hears;
import dev.contactsdk.transfer.internal.target.Listing;
import dev.contactsdk.transfer.internal.target.Pace;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.RowCheck;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.Progress.Step;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.SourceRow;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans drifted rows anew, against what the target has now. They stay drifted until the listing is
 * complete, so a crash leaves each row either as it was or planned anew. Holds the contacts of
 * drifted rows in memory.
 */
public final class Replanner implements Listing.Reader {
  private static final Set<RowState> DRIFTED = Set.of(RowState.DRIFTED);

  private final JournalStore journal;
  private final PlanHead plan;
  private final Target target;
  private final Hears hears;
  private final PlanStore store;
  private final DraftStore drafts;
  private final RowReader reader;
  private final Decisions decisions;
  private final RowFinder finder;

  /** The plans whose rows have keys of the same column, this one too. */
  private final List<Long> ran;

  private final Map<Long, List<Stored>> found = new HashMap<>();

  /** Plans rows of a plan anew, with the plan's mapping and settings. */
  public Replanner(Database database, PlanHead plan, Target target, Hears hears) {
    Settings settings = plan.settings();
    RowCheck check = new RowCheck(target, settings.region(), settings.clearBlanks());
    this.journal = new JournalStore(database);
    this.plan = plan;
    this.target = target;
    this.hears = hears;
    this.store = new PlanStore(database, plan.id());
    this.drafts = new DraftStore(database, plan.id());
    this.reader =
        new RowReader(plan.columns(), Mapping.fromJson(plan.mapping()), check, settings.key());
    this.ran = journal.ranWithKey(plan.account(), settings.key());
    this.finder = RowFinder.of(store, DRIFTED);
    this.decisions =
        new Decisions(target, OnExisting.valueOf(settings.onExisting()), drafts.excluded());
  }

  /** Sends the requests of one listing; none if no row has drifted. */
  public void replan(Pace pace) {
    if (store.counts().isAny(RowState.DRIFTED)) {
      Object unused = new Listing(target, pace).read(this);
      store.rows().each(DRIFTED, rows -> drafts.replan(rows.stream().map(this::anew).toList()));
      if (reader.readsKeys()) {
        store.keys().refuseRepeats();
      }
      journal.lost(
          plan, decisions.losses().stream().map(loss -> loss + ", planned again").toList());
    }
  }

  private PlanRow anew(PlanRow row) {
    PlanRow read = reader.read(SourceRow.of(row.number(), row.cells()));
    List<Stored> contacts = found.getOrDefault(row.number(), List.of());
    if (read.state() != RowState.PLANNED) {
      return read;
    }
    return contacts.isEmpty() ? read.created() : decisions.decide(read, contacts, keysOf(contacts));
  }

  private Map<String, String> keysOf(List<Stored> contacts) {
    return store.keys().keysOf(contacts.stream().map(Stored::id).toList(), ran);
  }

  @Override
  public void page(List<Stored> contacts) {
    finder
        .rowsOf(contacts)
        .forEach(
            (row, ofRow) -> found.computeIfAbsent(row, number -> new ArrayList<>()).addAll(ofRow));
  }

  @Override
  public void progress(long done, @Nullable Long total) {
    hears.progress(Step.LISTING, done, total);
  }
}
