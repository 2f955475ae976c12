package dev.contactsdk.core.error;

import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * It is not known what became of a write, or of some of its records: {@link #rows()} says what is
 * known of each. The vendor may still carry it out later. The cause is the failure that left it
 * unknown.
 */
public final class UnconfirmedWriteException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * What is known of one record that was sent.
   *
   * @param outcome what became of it: {@link Outcome#APPLIED} when it is there, {@link
   *     Outcome#REJECTED} when the vendor refused it and it is not there, else {@link
   *     Outcome#UNKNOWN}
   * @param record the vendor's record; when the outcome is unknown, one that may be it or stands in
   *     its way, such as another contact with its phone number; null when there is none
   */
  public record Row(Outcome outcome, @Nullable Object record) {
    /** Prints no record, since it may be personal. */
    @Override
    public String toString() {
      return "Row[outcome=" + outcome + "]";
    }
  }

  /** Not serialized: the vendors' records are not serializable. */
  private final transient @Nullable List<Row> rows;

  private final long searched;

  /**
   * Creates the failure.
   *
   * @param failure what is known of the call as a whole
   * @param rows what is known of each record, in the order in which they were sent
   * @param searched how many records a look-up went through; 0 when nothing was looked up
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
        + " sent records are known to be there"
        + (searched == 0 ? "" : " after a look-up through " + searched + " records")
        + (doubtful == 0 ? "" : "; " + doubtful + " similar ones are, see rows()")
        + ": check the others with the vendor before repeating them";
  }

  private static boolean isDoubtful(Row row) {
    return row.outcome() == Outcome.UNKNOWN && row.record() != null;
  }

  /**
   * What is known of each record, in the order in which they were sent.
   *
   * @return never null; empty in a copy that was serialized
   */
  public List<Row> rows() {
    return rows == null ? List.of() : rows;
  }

  /**
   * The vendor's records that were seen, also those that are only similar to what was sent.
   *
   * @return never null; empty when none was seen, and in a copy that was serialized
   */
  public List<?> seen() {
    return rows().stream().map(Row::record).filter(Objects::nonNull).toList();
  }

  /**
   * How many records the look-up went through.
   *
   * @return a count of the vendor's records; 0 when nothing was looked up
   */
  public long searched() {
    return searched;
  }
}
