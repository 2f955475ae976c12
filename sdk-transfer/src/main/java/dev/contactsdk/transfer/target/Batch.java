package dev.contactsdk.transfer.target;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one request in the vendor's form. A row that the SDK refuses is left out and answered
 * as rejected, so it does not keep the others from going.
 *
 * @param <T> the vendor's form
 */
final class Batch<T> {
  private final List<T> sendable = new ArrayList<>();

  /** For each row why it cannot be sent; null if it can. */
  private final List<@Nullable String> refusals = new ArrayList<>();

  private Batch() {}

  static <T> Batch<T> of(List<Write> rows, Function<Write, T> form) {
    Batch<T> batch = new Batch<>();
    for (Write row : rows) {
      try {
        batch.sendable.add(form.apply(row));
        batch.refusals.add(null);
      } catch (InvalidRequestException e) {
        batch.refusals.add(Answers.reason(e));
      }
    }
    return batch;
  }

  /** Sends what can be sent, at most one request. */
  WriteAnswer send(Function<List<T>, WriteAnswer> request) {
    if (sendable.isEmpty()) {
      return unsent();
    }
    WriteAnswer answer = request.apply(sendable);
    return sendable.size() == refusals.size() ? answer : withRefused(answer);
  }

  private WriteAnswer unsent() {
    String only = refusals.size() == 1 ? refusals.get(0) : null;
    return only == null
        ? new WriteAnswer.Answered(woven(List.of()), null)
        : new WriteAnswer.Refused(only, false, null);
  }

  /** A refusal of the only row that was sent is about that row. */
  private WriteAnswer withRefused(WriteAnswer answer) {
    if (answer instanceof WriteAnswer.Answered answered) {
      return new WriteAnswer.Answered(woven(answered.rows()), answered.requestId());
    }
    if (answer instanceof WriteAnswer.Refused refused && sendable.size() == 1) {
      RowAnswer only =
          refused.taken()
              ? RowAnswer.taken(refused.reason())
              : RowAnswer.rejected(refused.reason());
      return new WriteAnswer.Answered(woven(List.of(only)), refused.requestId());
    }
    return answer;
  }

  private List<RowAnswer> woven(List<RowAnswer> sent) {
    Iterator<RowAnswer> next = sent.iterator();
    List<RowAnswer> all = new ArrayList<>(refusals.size());
    for (String refusal : refusals) {
      all.add(refusal == null ? next.next() : RowAnswer.rejected(refusal));
    }
    return all;
  }
}
