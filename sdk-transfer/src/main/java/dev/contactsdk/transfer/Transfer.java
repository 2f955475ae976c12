package dev.contactsdk.transfer;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.phone.PhoneNumber;
import dev.contactsdk.transfer.internal.plan.PlanSpec;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.Progress;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Target;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A transfer: its source, target and settings. {@link #plan} writes to a journal what a run would
 * do. Nothing is written to the target before {@link Journal#run}. Not thread-safe.
 *
 * <pre>{@code
 * try (Journal journal = Journal.open(Path.of("spring.contacts"))) {
 *   Plan plan = Transfer.from(CsvSource.of(Path.of("people.csv")).region("IN"))
 *       .to(KoreTarget.of(kore))
 *       .onExisting(OnExisting.UPDATE)
 *       .plan(journal);
 *   System.out.println(plan.summary());
 *   Result result = journal.run(KoreTarget.of(kore), progress -> {});
 * }
 * }</pre>
 */
public final class Transfer {
  private final Source source;
  private final Target target;
  private @Nullable Mapping mapping;
  private UnaryOperator<Mapping> change = found -> found;
  private OnExisting onExisting = OnExisting.SKIP;
  private boolean clearBlanks;
  private @Nullable String key;
  private final Set<String> excluded = new TreeSet<>();
  private int requestsPerMinute;

  private Transfer(Source source, Target target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Starts with a source.
   *
   * @param source where rows come from
   * @return the source; set its target next
   */
  public static From from(Source source) {
    return new From(Objects.requireNonNull(source, "source"));
  }

  /** A source without a target. */
  public static final class From {
    private final Source source;

    private From(Source source) {
      this.source = source;
    }

    /**
     * Sets the target.
     *
     * @param target where the rows go
     * @return a transfer that detects its mapping and skips contacts that the target already has
     */
    public Transfer to(Target target) {
      return new Transfer(source, Objects.requireNonNull(target, "target"));
    }
  }

  /**
   * Sets which column is which field. By default, it is detected from the columns' names and
   * values; a file of refused rows has the mapping of the plan that refused them last.
   *
   * @param mapping the mapping; null to detect it
   * @return this transfer
   */
  public Transfer mapping(@Nullable Mapping mapping) {
    this.mapping = mapping;
    return this;
  }

  /**
   * Changes the mapping that was detected, or set. {@link #plan} does it, once.
   *
   * @param change gets the mapping and returns another; replaces that of an earlier call
   * @return this transfer
   */
  public Transfer adjustMapping(UnaryOperator<Mapping> change) {
    this.change = Objects.requireNonNull(change, "change");
    return this;
  }

  /**
   * Sets what happens to a row whose number the target already has.
   *
   * @param choice {@link OnExisting#SKIP} by default
   * @return this transfer
   */
  public Transfer onExisting(OnExisting choice) {
    this.onExisting = Objects.requireNonNull(choice, "choice");
    return this;
  }

  /**
   * Sets whether a blank cell clears its field, where the target's documents say that it can.
   *
   * @param clear false by default: a blank cell leaves the field unchanged
   * @return this transfer
   */
  public Transfer clearBlanks(boolean clear) {
    this.clearBlanks = clear;
    return this;
  }

  /**
   * Sets the column that says who a person is, such as a customer number, so that a person is
   * followed whose phone number changed. A row whose key an earlier run of this journal has had
   * belongs to the contact which that run created, changed or found, whatever its number; {@link
   * OnExisting#UPDATE} then gives it the row's number. A target that documents no way to change a
   * number refuses the row. All other rows are matched by number, as without a key, but a contact
   * that has a key is changed by no row with another one.
   *
   * <p>The earlier run has to have had the same account and the same key column. A plan that never
   * ran gives no keys, nor does a row that drifted or was rejected. Refused are a key that an
   * earlier row of the source with a right number has, or that another row of the file has whose
   * refused rows the source corrects; one that differs from a known one only in zeros at its start;
   * one of more than 200 characters; one that a spreadsheet has damaged; and a placeholder such as
   * {@code N/A}. A blank one says nothing. Keys are compared exactly, without the spaces around
   * them. {@link Journal#forget} also removes keys.
   *
   * @param column one of the source's columns; null, the default, for none
   * @return this transfer
   */
  public Transfer key(@Nullable String column) {
    this.key = column;
    return this;
  }

  /**
   * Excludes numbers: rows with these numbers, and contacts that have them, are never written.
   * Holds for {@link Journal#replan} too. Adds to those of earlier calls.
   *
   * @param numbers phone numbers in any spelling; those without a country code are of the source's
   *     region
   * @return this transfer
   * @throws TransferException when one is not a phone number, or has no country code and the source
   *     has no region
   */
  public Transfer exclude(Collection<String> numbers) {
    int place = 0;
    for (String number : numbers) {
      place++;
      excluded.add(e164(number, place));
    }
    return this;
  }

  private String e164(String number, int place) {
    try {
      String region = source.region();
      return (region == null ? PhoneNumber.parse(number) : PhoneNumber.parse(number, region))
          .e164();
    } catch (InvalidRequestException e) {
      throw new TransferException(
          Kind.INPUT,
          "excluded number "
              + place
              + " is not a phone number: write it like +919876543210, or give the source a region",
          e);
    }
  }

  /**
   * Sets the rate of the requests that {@link #plan} sends. By default, they leave a third of the
   * target's documented limit to others.
   *
   * @param perMinute the most requests in any 60 seconds; at least 1
   * @return this transfer
   * @throws TransferException when it is less than 1
   */
  public Transfer rate(int perMinute) {
    requestsPerMinute = RunOptions.DEFAULT.rate(perMinute).requestsPerMinute();
    return this;
  }

  /**
   * Reads the source, lists the target, and writes the plan to the journal. Changes nothing at the
   * target.
   *
   * @param journal holds the plan; it becomes the journal's newest
   * @return the plan
   * @throws TransferException when the source, the mapping, the journal or the target prevents it
   */
  public Plan plan(Journal journal) {
    return plan(journal, progress -> {});
  }

  /**
   * Like {@link #plan(Journal)}, and reports progress.
   *
   * @param journal holds the plan; it becomes the journal's newest
   * @param listener is told of rows read, pages listed and waits, one call at a time
   * @return the plan
   * @throws TransferException when the source, the mapping, the journal or the target prevents it
   */
  public Plan plan(Journal journal, Consumer<Progress> listener) {
    PlanSpec spec =
        new PlanSpec(
            source, target, mapping, change, onExisting, clearBlanks, key, Set.copyOf(excluded));
    return journal.plan(spec, requestsPerMinute, listener);
  }
}
