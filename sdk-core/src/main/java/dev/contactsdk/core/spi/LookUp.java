package dev.contactsdk.core.spi;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up for written records has found.
 *
 * @param found the call's answer, when all of it was found; null otherwise
 * @param rows what is known of each record, in the order in which they were sent
 * @param maySendAgain whether sending what was not found cannot make a duplicate, as far as this
 *     look-up can tell
 * @param searched how many of the vendor's records were gone through
 * @param <T> what the call answers
 */
public record LookUp<T>(@Nullable T found, List<Row> rows, boolean maySendAgain, long searched) {

  /**
   * Nothing was found.
   *
   * @param <T> what the call answers
   * @return a look-up that has gone through nothing
   */
  static <T> LookUp<T> nothing() {
    return missing(0);
  }

  /**
   * The record was found.
   *
   * @param record the record
   * @param searched how many records were gone through
   * @param <T> the record's type
   * @return the look-up
   */
  public static <T> LookUp<T> found(T record, long searched) {
    return new LookUp<>(record, List.of(new Row(Outcome.APPLIED, record)), false, searched);
  }

  /**
   * The record is not there.
   *
   * @param searched how many records were gone through
   * @param <T> the record's type
   * @return the look-up
   */
  public static <T> LookUp<T> missing(long searched) {
    return new LookUp<>(null, List.of(new Row(Outcome.UNKNOWN, null)), true, searched);
  }

  /**
   * A record is there that may be the one, or stands in its way.
   *
   * @param similar the record
   * @param searched how many records were gone through
   * @param <T> the record's type
   * @return the look-up
   */
  public static <T> LookUp<T> doubtful(T similar, long searched) {
    return new LookUp<>(null, List.of(new Row(Outcome.UNKNOWN, similar)), false, searched);
  }

  /**
   * What the rows say of the write as a whole.
   *
   * @return the outcome of all of them; unknown when they differ, or nothing is known of one
   */
  Outcome outcome() {
    List<Outcome> outcomes = rows.stream().map(Row::outcome).distinct().toList();
    return outcomes.size() == 1 ? outcomes.get(0) : Outcome.UNKNOWN;
  }

  @Override
  public String toString() {
    return "LookUp[searched=" + searched + "]";
  }
}
