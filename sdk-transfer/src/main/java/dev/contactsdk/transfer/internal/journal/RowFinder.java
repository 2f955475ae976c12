package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.target.Stored;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rows of contacts: by number, and where rows have keys also by these. */
public final class RowFinder {
  private final PhoneIndex numbers;
  private final Set<RowState> states;
  private final @Nullable RowKeys keys;

  /**
   * A finder of rows in some states.
   *
   * @param numbers the numbers of these rows
   */
  public RowFinder(PhoneIndex numbers, PlanStore store, Set<RowState> states) {
    RowKeys ofPlan = store.keys();
    this.numbers = numbers;
    this.states = states;
    this.keys = ofPlan.follows() ? ofPlan : null;
  }

  /**
   * A finder of a plan's rows in some states.
   *
   * @return one that has read their numbers
   */
  public static RowFinder of(PlanStore store, Set<RowState> states) {
    PhoneIndex numbers = new PhoneIndex();
    store
        .rows()
        .matches(
            states,
            match -> {
              if (match.phone() != null) {
                numbers.put(match.phone(), match.row());
              }
            });
    return new RowFinder(numbers, store, states);
  }

  /** The contacts that have a row's number or that a row follows, by row. */
  public Map<Long, List<Stored>> rowsOf(List<Stored> contacts) {
    if (keys == null) {
      return numbers.rowsOf(contacts);
    }
    Map<String, Long> following =
        keys.following(contacts.stream().map(Stored::id).toList(), states);
    return numbers.rowsOf(
        contacts, contact -> following.getOrDefault(contact.id(), LongTable.NONE));
  }
}
