package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.transfer.internal.journal.Capabilities;
import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.DraftStore;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.PhoneIndex;
import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanHead.Notes;
import dev.contactsdk.transfer.internal.journal.PlanHead.Settings;
import dev.contactsdk.transfer.internal.journal.PlanHead.State;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.internal.journal.RowFinder;
import dev.contactsdk.transfer.internal.target.Hears;
import dev.contactsdk.transfer.internal.target.Listing;
import dev.contactsdk.transfer.internal.target.Listing.Listed;
import dev.contactsdk.transfer.internal.target.Pace;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.RowCheck;
import dev.contactsdk.transfer.mapping.Suggestion;
import dev.contactsdk.transfer.run.Progress.Step;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.Rows;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Sizes;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.TargetField;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a plan: reads the source, lists the target, and writes down what is to be done. */
public final class Planner {
  /** What a row may be when another page shows one more contact of it. */
  private static final Set<RowState> MATCHED =
      Set.of(RowState.PLANNED, RowState.SKIPPED, RowState.REFUSED);

  private final Database database;
  private final JournalStore journal;
  private final TimeSource time;
  private final PlanSpec spec;
  private final int requestsPerMinute;
  private final Hears hears;

  /**
   * A planner.
   *
   * @param requestsPerMinute the rate that the run is expected to have
   */
  public Planner(
      Database database, TimeSource time, PlanSpec spec, int requestsPerMinute, Hears hears) {
    this.database = database;
    this.journal = new JournalStore(database);
    this.time = time;
    this.spec = spec;
    this.requestsPerMinute = requestsPerMinute;
    this.hears = hears;
  }

  /** Makes the plan; returns its id. */
  public long plan(Pace pace) {
    refuseClearing();
    CorrectedFile corrected = corrected();
    Suggestion found = mapping(corrected);
    Path file = spec.source().file();
    String hash = file == null ? "" : FileHash.of(file);
    try (Rows rows = spec.source().open()) {
      List<String> columns = rows.columns();
      refuseUnknownKey(columns);
      long plan = journal.begin(head(columns, found, hash));
      Mapping mapping = found.mapping();
      List<String> unused =
          mapping.unused(columns).stream().filter(column -> !column.equals(spec.key())).toList();
      Losses losses = new Losses(columns, unused, spec.target().holdsCustomFields());
      DraftStore drafts = new DraftStore(database, plan);
      drafts.exclude(spec.excluded());
      RowReader reader = new RowReader(columns, mapping, check(), spec.key());
      SourceReader source = new SourceReader(spec.excluded(), reader, drafts, this::read);
      PlanStore store = new PlanStore(database, plan);
      PhoneIndex numbers = source.read(rows, losses);
      drafts.complete();
      List<Long> ran = journal.ranWithKey(spec.target().account(), spec.key());
      if (spec.key() != null) {
        store.keys().refuseCorrected(journal.withKey(spec.target().account(), spec.key()), ran);
        store.keys().refuseRepeatedKeys();
        store.keys().follow(ran);
        store.keys().refuseShortened(ran);
      }
      RowFinder finder = new RowFinder(numbers, store, MATCHED);
      Decisions decisions = new Decisions(spec.target(), spec.onExisting(), spec.excluded());
      Matches matches = new Matches(decisions, store, drafts, finder, ran);
      Listed listed = list(plan, matches, pace);
      drafts.refuseIncomplete(source.instead());
      if (spec.key() != null) {
        store.keys().refuseRepeats();
      }
      refuseChanged(file, hash);
      List<String> lost = all(losses, decisions);
      journal.planned(
          plan,
          hash,
          notes(found.doubts(), lost, notices(reader, store, corrected), listed.pages()));
      journal.state(plan, State.PLANNED, time.now());
      return plan;
    }
  }

  private List<String> notices(
      RowReader reader, PlanStore store, @Nullable CorrectedFile corrected) {
    return Stream.of(
            reader.notices(),
            numbersThatChange(store),
            keyLeftOut(),
            keysToLearn(store),
            corrected == null ? List.<String>of() : corrected.notices(spec.excluded()))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> numbersThatChange(PlanStore store) {
    NamedRows changed = new NamedRows();
    if (spec.key() != null) {
      store.keys().numbersThatChange(changed::add);
    }
    return changed.lines("contact", "found by key to get another number");
  }

  /** Nobody runs a plan that sends nothing, and then the next one knows no contact by its key. */
  private List<String> keysToLearn(PlanStore store) {
    Map<RowState, Long> states = store.counts().states();
    return spec.key() != null
            && states.containsKey(RowState.SKIPPED)
            && !states.containsKey(RowState.PLANNED)
        ? List.of(
            "no row is to be sent, but only a plan that ran gives its keys to later ones: run it")
        : List.of();
  }

  /** Without the key, a person whose number changed would become a second contact. */
  private List<String> keyLeftOut() {
    return journal.plans().stream()
        .filter(plan -> plan.state() != State.PLANNING)
        .filter(plan -> plan.account().equals(spec.target().account()))
        .map(plan -> plan.settings().key())
        .filter(Objects::nonNull)
        .reduce((older, newer) -> newer)
        .filter(key -> !key.equals(spec.key()))
        .map(
            key ->
                "an earlier plan had the key \""
                    + key
                    + (spec.key() == null
                        ? "\"; this one has none"
                        : "\", this one has \"" + spec.key() + "\"")
                    + ", so rows go to the contacts that have their numbers, also to those of other"
                    + " people, and who changed the number counts as new")
        .stream()
        .toList();
  }

  private RowCheck check() {
    return new RowCheck(spec.target(), spec.source().region(), spec.clearBlanks());
  }

  private static List<String> all(Losses losses, Decisions decisions) {
    return Stream.concat(losses.lines().stream(), decisions.losses().stream()).toList();
  }

  private void read(long rows) {
    hears.progress(Step.READING, rows, null);
  }

  private static void refuseChanged(@Nullable Path file, String hash) {
    if (file != null && !FileHash.of(file).equals(hash)) {
      throw new TransferException(
          Kind.INPUT, file + " changed while it was read: plan again when nobody writes to it");
    }
  }

  private @Nullable CorrectedFile corrected() {
    if (spec.source().file() == null) {
      return null;
    }
    try (Rows rows = spec.source().open()) {
      return CorrectedFile.of(rows, database, spec.target().account());
    }
  }

  private Suggestion mapping(@Nullable CorrectedFile corrected) {
    Suggestion found = found(corrected);
    Suggestion chosen =
        found.with(
            Objects.requireNonNull(
                spec.change().apply(found.mapping()), "adjustMapping returned no mapping"));
    refuseOthers(
        chosen.mapping(),
        corrected != null && spec.mapping() == null && chosen.equals(found)
            ? "give a mapping: that of the plan whose rows the file corrects"
            : "the mapping");
    refuseWithoutPhone(chosen);
    return chosen;
  }

  private Suggestion found(@Nullable CorrectedFile corrected) {
    if (spec.mapping() != null) {
      return new Suggestion(spec.mapping(), List.of());
    }
    return corrected == null
        ? Mapping.suggest(spec.source(), spec.target())
        : new Suggestion(corrected.mapping(), List.of());
  }

  private void refuseUnknownKey(List<String> columns) {
    if (spec.key() != null && !columns.contains(spec.key())) {
      throw new TransferException(
          Kind.INPUT,
          "the source has no column \""
              + spec.key()
              + "\" for the key: its columns are "
              + columns);
    }
  }

  private void refuseOthers(Mapping chosen, String which) {
    List<String> held = spec.target().fields().stream().map(TargetField::name).toList();
    for (String field : chosen.fields()) {
      boolean custom = field.startsWith(Fields.CUSTOM) && spec.target().holdsCustomFields();
      if (!held.contains(field) && !custom) {
        throw new TransferException(
            Kind.INPUT,
            which + " fills " + field + ", but " + spec.target().name() + " holds " + held);
      }
    }
  }

  private void refuseClearing() {
    boolean none = spec.target().fields().stream().noneMatch(TargetField::clearable);
    if (spec.clearBlanks() && none) {
      throw new TransferException(
          Kind.INPUT,
          spec.target().name()
              + " documents no way to clear a field, so blank cells cannot: leave the setting out");
    }
  }

  private void refuseWithoutPhone(Suggestion chosen) {
    if (chosen.mapping().fields().contains(Fields.PHONE)) {
      return;
    }
    if (spec.mapping() != null) {
      throw new TransferException(Kind.INPUT, "the mapping does not fill " + Fields.PHONE);
    }
    if (hasRows()) {
      throw new TransferException(
          Kind.INPUT,
          "no column is surely the phone number: say which one it is, with a mapping"
              + (chosen.doubts().isEmpty() ? "" : ". " + String.join(". ", chosen.doubts())));
    }
  }

  private boolean hasRows() {
    try (Rows rows = spec.source().open()) {
      return rows.hasNext();
    }
  }

  private PlanHead head(List<String> columns, Suggestion found, String hash) {
    Instant now = time.now();
    Path file = spec.source().file();
    return new PlanHead(
        0,
        State.PLANNING,
        now,
        spec.target().name(),
        spec.target().account(),
        spec.source().description(),
        file == null ? null : file.toAbsolutePath().toString(),
        hash.isEmpty() ? null : hash,
        columns,
        found.mapping().toJson(),
        new Settings(
            spec.onExisting().name(),
            spec.source().region(),
            spec.clearBlanks(),
            spec.target().settings(),
            spec.key()),
        notes(found.doubts(), List.of(), List.of(), 0),
        null,
        0,
        0,
        null,
        null,
        null);
  }

  private Notes notes(List<String> doubts, List<String> losses, List<String> notices, long pages) {
    Sizes sizes =
        new Capabilities(journal, spec.target().account(), time).sizes(spec.target().sizes());
    boolean listsAtEnd = spec.target().createsWithoutIds();
    return new Notes(doubts, losses, notices, pages, sizes, requestsPerMinute, listsAtEnd);
  }

  private Listed list(long plan, Matches matches, Pace pace) {
    Instant started = time.now();
    Listed listed =
        new Listing(spec.target(), pace)
            .read(
                new Listing.Reader() {
                  @Override
                  public void page(List<Stored> contacts) {
                    matches.page(contacts);
                  }

                  @Override
                  public void progress(long done, @Nullable Long total) {
                    hears.progress(Step.LISTING, done, total);
                  }
                });
    journal.listed(plan, started, listed.contacts(), listed.notComparable());
    return listed;
  }
}
