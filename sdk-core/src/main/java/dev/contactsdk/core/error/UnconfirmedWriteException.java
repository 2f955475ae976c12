package dev.contactsdk.core.error;

import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a write, or of some of its records, is unknown. {@link #rows()} tells what is
 * known about each. The vendor may still process it later. The cause is the failure that left it
 * unknown.
 */
public final class UnconfirmedWriteException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * What is known about one record that was sent.
   *
   * @param outcome {@link Outcome#APPLIED} if it exists, {@link Outcome#REJECTED} if the vendor
   *     rejected it and it does not exist, else {@link Outcome#UNKNOWN}
   * @param record the vendor's record; if the outcome is unknown, one that may be it or conflicts
   *     with it, such as another contact with its phone number; null when there is none
   */
  public record Row(Outcome outcome, @Nullable Object record) {
    /** Leaves out the record, because it may be personal. */
    @Override
    public String toString() {
      return "Row[outcome=" + outcome + "]";
    }
  }

  /** Not serialized, because the vendors' records are not serializable. */
  private final transient @Nullable List<Row> rows;

  private final long searched;

  /**
   * Creates the failure.
   *
   * @param failure the facts of the call as a whole
   * @param rows what is known about each record, in the order sent
   * @param searched the number of records searched by a look-up; 0 when there was none
   * @param cause the failure that left the write unknown
   */
  public UnconfirmedWriteException(
      Failure failure, List<Row> rows, long searched, SdkException cause) {
    super(failure, describe(rows, searched), cause);
    this.rows = List.copyOf(rows);
    this.searched = searched;
  }

  private static String describe(List<Row> rows, long searched) {
    long there = rows.stream().filter(row -> row.outcome() == Outcome.APPLIED).count();
    long doubtful = rows.stream().filter(UnconfirmedWriteException::isDoubtful).count();
    return there
        + " of "
        + rows.size()
        + " records sent are known to exist"
        + (searched == 0 ? "" : " after a look-up of " + searched + " records")
        + (doubtful == 0 ? "" : "; " + doubtful + " similar found, see rows()")
        + ": check the others with the vendor before sending them again";
  }

  private static boolean isDoubtful(Row row) {
    return row.outcome() == Outcome.UNKNOWN && row.record() != null;
  }

  /**
   * What is known about each record, in the order sent.
   *
   * @return never null; empty after deserialization
   */
  public List<Row> rows() {
    return rows == null ? List.of() : rows;
  }

  /**
   * The vendor's records that were found, including those only similar to what was sent.
   *
   * @return never null; empty when none was found, and after deserialization
   */
  public List<?> seen() {
    return rows().stream().map(Row::record).filter(Objects::nonNull).toList();
  }

  /**
   * The number of the vendor's records that the look-up searched.
   *
   * @return the count; 0 when there was no look-up
   */
  public long searched() {
    return searched;
  }
}
