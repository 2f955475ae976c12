package dev.contactsdk.transfer;

import dev.contactsdk.transfer.internal.journal.Database;
import dev.contactsdk.transfer.internal.journal.JournalStore;
import dev.contactsdk.transfer.internal.journal.PlanHead;
import dev.contactsdk.transfer.internal.journal.PlanHead.State;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.PlanStore;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a journal: what a run does with each row of a source, and what became of the rows. It
 * reads the journal, so it is of use until the journal is closed.
 */
public final class Plan {
  private static final Set<RowState> TO_MEND = Set.of(RowState.REFUSED, RowState.REJECTED);

  private final PlanHead head;
  private final Database database;
  private final JournalStore journal;
  private final PlanStore store;
  private final Map<String, String> capabilities;

  Plan(PlanHead head, Database database) {
    this.head = head;
    this.database = database;
    this.journal = new JournalStore(database);
    this.store = new PlanStore(database, head.id());
    this.capabilities = Map.copyOf(journal.capabilities(head.account()));
  }

  /**
   * The plan's number in its journal.
   *
   * @return 1 for the first
   */
  public long id() {
    return head.id();
  }

  /**
   * When the plan was made.
   *
   * @return the time
   */
  public Instant createdAt() {
    return head.createdAt();
  }

  /**
   * What was read, and how.
   *
   * @return such as {@code people.csv (CSV, UTF-8, comma)}
   */
  public String source() {
    return head.source();
  }

  /**
   * Where the rows go.
   *
   * @return the target's name, such as {@code Kore.ai}
   */
  public String target() {
    return head.target();
  }

  /**
   * Which account they go to.
   *
   * @return no secret
   */
  public String account() {
    return head.account();
  }

  /**
   * The target's settings beside its account, such as {@code TruedyTarget}'s folder.
   *
   * @return those of {@code Target.settings()} when the plan was made
   */
  public Map<String, String> targetSettings() {
    return head.settings().target();
  }

  /**
   * What runs have learned about the account that the vendor does not document, such as whether a
   * refused array stores nothing, and how many rows a request carried.
   *
   * @return names and values for people to read; empty before a run has learned anything
   */
  public Map<String, String> capabilities() {
    return capabilities;
  }

  /**
   * Which column is which field.
   *
   * @return the mapping that was set or detected
   */
  public Mapping mapping() {
    return Mapping.fromJson(head.mapping());
  }

  /**
   * Which column says who a person is.
   *
   * @return the column of {@link Transfer#key}; null for none
   */
  public @Nullable String key() {
    return head.settings().key();
  }

  /**
   * What the plan does, and what could not be proved, as of now.
   *
   * @return counts and a text to print
   */
  public PlanSummary summary() {
    return PlanSummary.of(head, store.counts());
  }

  /**
   * The state of the plan's rows so far. Sends nothing.
   *
   * @return the result of its runs
   */
  public Result result() {
    return Result.of(store, now().notComparable());
  }

  /**
   * What the last complete listing of the target shows of what this plan wrote: that of {@link
   * Journal#verify}, or one with which {@link Journal#run} ended, such as after an import, whose
   * answer has no ids. Sends nothing.
   *
   * @return empty if the target was not listed since the plan's last row was sent
   */
  public Optional<Verification> verification() {
    PlanHead now = now();
    return now.verifiedAt() == null
        ? Optional.empty()
        : Optional.of(Verification.of(database, List.of(now.id()), now.notComparable()));
  }

  /**
   * Passes the rows in some states to a reader, in their order, without holding all of them.
   *
   * @param states such as {@link RowState#REJECTED}; none for all rows
   * @param reader is given each row
   */
  public void rows(Set<RowState> states, Consumer<Row> reader) {
    Set<RowState> wanted = states.isEmpty() ? Set.of(RowState.values()) : states;
    Consumer<PlanRow> each = row -> reader.accept(Row.of(row));
    store.rows().each(wanted, rows -> rows.forEach(each));
  }

  /**
   * Writes the rows that were refused or rejected as a CSV file: their columns and cells, plan, row
   * number, reason and suggestion. Correct the values, and import the file again.
   *
   * @param file a file that does not exist yet; only its owner can read it
   * @return how many rows it has
   * @throws TransferException when the file exists or cannot be written, or {@link Journal#forget}
   *     has removed the rows
   */
  public long writeRejected(Path file) {
    return write(file, TO_MEND);
  }

  /**
   * Writes the rows that the plan skipped, such as those that repeat an earlier row's number, as
   * {@link #writeRejected} does with others.
   *
   * @param file a file that does not exist yet; only its owner can read it
   * @return how many rows it has
   * @throws TransferException when the file exists or cannot be written, or {@link Journal#forget}
   *     has removed the rows
   */
  public long writeSkipped(Path file) {
    return write(file, Set.of(RowState.SKIPPED));
  }

  private long write(Path file, Set<RowState> states) {
    refuseForgotten(now());
    return RowsFile.write(file, head, store.rows(), states);
  }

  static void refuseForgotten(PlanHead head) {
    if (head.state() == State.FORGOTTEN) {
      throw new TransferException(
          Kind.INPUT, "the people of this plan were removed from the journal: make a new plan");
    }
  }

  private PlanHead now() {
    return journal.plan(head.id());
  }

  @Override
  public String toString() {
    return "Plan[" + head.id() + ", " + head.source() + " to " + head.target() + "]";
  }
}
