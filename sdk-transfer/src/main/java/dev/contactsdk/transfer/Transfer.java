package dev.contactsdk.transfer;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what goes where. {@link #plan} writes down, in a journal, what a run would do; nothing is
 * written at the target before {@link Journal#run}. Immutable; the methods return a changed copy.
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
  private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]");
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  private final PlanSpec spec;
  private final int requestsPerMinute;

  private Transfer(PlanSpec spec, int requestsPerMinute) {
    this.spec = spec;
    this.requestsPerMinute = requestsPerMinute;
  }

  /**
   * Starts with a source.
   *
   * @param source where rows come from
   * @return the source, to be given a target
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
     * @return a transfer that finds its mapping and skips contacts that are there
     */
    public Transfer to(Target target) {
      Objects.requireNonNull(target, "target");
      return new Transfer(new PlanSpec(source, target, null, OnExisting.SKIP, false, Set.of()), 0);
    }
  }

  /**
   * Sets which column is which field. By default it is found by the columns' names and values.
   *
   * @param mapping the mapping; null to have it found
   * @return a changed copy
   */
  public Transfer mapping(@Nullable Mapping mapping) {
    return with(
        new PlanSpec(
            spec.source(),
            spec.target(),
            mapping,
            spec.onExisting(),
            spec.clearBlanks(),
            spec.excluded()));
  }

  /**
   * Sets what happens to a row whose number the target already has.
   *
   * @param choice {@link OnExisting#SKIP} by default
   * @return a changed copy
   */
  public Transfer onExisting(OnExisting choice) {
    return with(
        new PlanSpec(
            spec.source(),
            spec.target(),
            spec.mapping(),
            Objects.requireNonNull(choice, "choice"),
            spec.clearBlanks(),
            spec.excluded()));
  }

  /**
   * Sets whether a blank cell clears its field, where the target's documents say that it can.
   *
   * @param clear false by default: a blank cell leaves the field alone
   * @return a changed copy
   */
  public Transfer clearBlanks(boolean clear) {
    return with(
        new PlanSpec(
            spec.source(),
            spec.target(),
            spec.mapping(),
            spec.onExisting(),
            clear,
            spec.excluded()));
  }

  /**
   * Never touches some numbers. They are added to those of earlier calls.
   *
   * @param numbers phone numbers with plus and country code, such as {@code +919876543210}; spaces,
   *     hyphens, dots and brackets do not matter
   * @return a changed copy
   * @throws TransferException when one has no country code, or is no number
   */
  public Transfer exclude(Collection<String> numbers) {
    Set<String> all = new TreeSet<>(spec.excluded());
    int place = 0;
    for (String number : numbers) {
      place++;
      all.add(e164(number, place));
    }
    return with(
        new PlanSpec(
            spec.source(),
            spec.target(),
            spec.mapping(),
            spec.onExisting(),
            spec.clearBlanks(),
            Set.copyOf(all)));
  }

  private static String e164(String number, int place) {
    String plain = SEPARATORS.matcher(number).replaceAll("");
    if (!E164.matcher(plain).matches()) {
      throw new TransferException(
          Kind.INPUT,
          "excluded number "
              + place
              + " is not a phone number with plus and country code, such as +919876543210");
    }
    return plain;
  }

  /**
   * Sets the rate of the requests that plan. By default they leave a third of the target's
   * documented limit to others.
   *
   * @param perMinute the most requests in any 60 seconds; at least 1
   * @return a changed copy
   * @throws TransferException when it is less than 1
   */
  public Transfer rate(int perMinute) {
    return new Transfer(spec, RunOptions.DEFAULT.rate(perMinute).requestsPerMinute());
  }

  private Transfer with(PlanSpec changed) {
    return new Transfer(changed, requestsPerMinute);
  }

  /**
   * Reads the source, lists the target, and writes the plan into the journal. Sends nothing but the
   * requests of the listing, and changes nothing at the target.
   *
   * @param journal holds the plan; it becomes the journal's newest
   * @return the plan
   * @throws TransferException when the source, the mapping, the journal or the target prevents it
   */
  public Plan plan(Journal journal) {
    return plan(journal, progress -> {});
  }

  /**
   * Like {@link #plan(Journal)}, and tells how far it has come.
   *
   * @param journal holds the plan; it becomes the journal's newest
   * @param listener hears of rows read, pages listed and waits, one call at a time
   * @return the plan
   * @throws TransferException when the source, the mapping, the journal or the target prevents it
   */
  public Plan plan(Journal journal, Consumer<Progress> listener) {
    return journal.plan(spec, requestsPerMinute, listener);
  }
}
