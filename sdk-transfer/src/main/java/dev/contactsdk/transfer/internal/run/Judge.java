package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.transfer.internal.journal.Capabilities;
import dev.contactsdk.transfer.internal.journal.PlanRow;
import dev.contactsdk.transfer.internal.journal.RowChange;
import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.target.RowAnswer;
import dev.contactsdk.transfer.target.RowAnswer.Verdict;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an answer says about the rows of a request. It claims only what the answer proves. */
final class Judge {
  /** The reason only; that a listing settles it is in the row's note. */
  static final String TAKEN_BEFORE = "taken, perhaps by an earlier request of this row";

  private static final String NO_REASON = "the target gave no reason";
  private static final String NOT_MENTIONED = "the answer does not mention the row";

  private final Capabilities capabilities;

  Judge(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  List<RowChange> changes(long request, List<PlanRow> rows, WriteAnswer answer) {
    if (answer instanceof WriteAnswer.Answered answered) {
      return answered(rows, answered.rows());
    }
    if (answer instanceof WriteAnswer.Refused refused) {
      return rows.size() == 1
          ? List.of(refusedAlone(rows.get(0), refused.taken(), refused.reason()))
          : refusedTogether(request, rows, refused.reason());
    }
    if (answer instanceof WriteAnswer.Lost lost) {
      return all(rows, row -> RowChange.to(RowState.UNKNOWN, row, lost.reason()));
    }
    if (answer instanceof WriteAnswer.TooLarge large) {
      return rows.size() == 1
          ? List.of(RowChange.to(RowState.REJECTED, rows.get(0), large.reason()))
          : all(rows, row -> again(row, BatchSizes.half(rows.size()), null));
    }
    return all(rows, row -> RowChange.to(RowState.PLANNED, row, null));
  }

  private interface Change {
    RowChange of(PlanRow row);
  }

  private static List<RowChange> all(List<PlanRow> rows, Change change) {
    return rows.stream().map(change::of).toList();
  }

  private static List<RowChange> answered(List<PlanRow> rows, List<RowAnswer> answers) {
    List<RowChange> changes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> repeated =
        answers.stream()
            .map(RowAnswer::id)
            .filter(id -> id != null && !ids.add(id))
            .collect(Collectors.toSet());
    for (int i = 0; i < rows.size(); i++) {
      RowAnswer answer = i < answers.size() ? answers.get(i) : RowAnswer.unknown(NOT_MENTIONED);
      String id = answer.id();
      if (id != null && (id.isBlank() || repeated.contains(id))) {
        answer = RowAnswer.unknown("the answer gives no id of its own");
      }
      changes.add(answered(rows.get(i), answer));
    }
    return changes;
  }

  private static RowChange answered(PlanRow row, RowAnswer answer) {
    String id = answer.id();
    if (answer.verdict() == Verdict.WRITTEN && id != null) {
      return RowChange.done(written(row), row, id);
    }
    return switch (answer.verdict()) {
      case TAKEN -> refusedAlone(row, true, answer.reason());
      case REJECTED -> refusedAlone(row, false, answer.reason());
      default -> RowChange.to(RowState.UNKNOWN, row, answer.reason());
    };
  }

  private static RowState written(PlanRow row) {
    return row.action() == RowAction.CREATE ? RowState.CREATED : RowState.UPDATED;
  }

  /** After an earlier request of unknown fate a number may be taken by the row itself. */
  private static RowChange refusedAlone(PlanRow row, boolean taken, @Nullable String reason) {
    if (!taken || row.action() != RowAction.CREATE) {
      return RowChange.to(RowState.REJECTED, row, reason == null ? NO_REASON : reason);
    }
    return row.attempts() > 0
        ? RowChange.takenBefore(row, TAKEN_BEFORE)
        : RowChange.to(RowState.PRESENT, row, reason);
  }

  /**
   * An update can be repeated. A create goes again at once only where the account is known to store
   * nothing of a refused request; else a listing tells first.
   */
  private List<RowChange> refusedTogether(long request, List<PlanRow> rows, String reason) {
    int half = BatchSizes.half(rows.size());
    boolean nothingStored =
        rows.get(0).action() == RowAction.UPDATE || capabilities.isAllOrNothing();
    return all(
        rows,
        row ->
            nothingStored
                ? again(row, half, request)
                : new RowChange(row.number(), RowState.UNKNOWN, null, reason, half, request));
  }

  private static RowChange again(PlanRow row, int mostTogether, @Nullable Long refusedIn) {
    return new RowChange(row.number(), RowState.PLANNED, null, null, mostTogether, refusedIn);
  }
}
