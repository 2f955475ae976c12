package dev.contactsdk.core.spi;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a look-up for written records.
 *
 * @param found the call's answer if all of it was found; null otherwise
 * @param rows what is known about each record, in the order sent
 * @param maySendAgain whether the missing records can be sent without creating duplicates, as far
 *     as this look-up can tell
 * @param searched the number of the vendor's records searched
 * @param <T> the answer's type
 */
public record LookUp<T>(@Nullable T found, List<Row> rows, boolean maySendAgain, long searched) {

  /**
   * Nothing was found.
   *
   * @param <T> the answer's type
   * @return a look-up that has searched no records
   */
  static <T> LookUp<T> nothing() {
    return missing(0);
  }

  /**
   * The record was found.
   *
   * @param record the record
   * @param searched the number of records searched
   * @param <T> the record's type
   * @return the look-up
   */
  public static <T> LookUp<T> found(T record, long searched) {
    return new LookUp<>(record, List.of(new Row(Outcome.APPLIED, record)), false, searched);
  }

  /**
   * The record was not found.
   *
   * @param searched the number of records searched
   * @param <T> the record's type
   * @return the look-up
   */
  public static <T> LookUp<T> missing(long searched) {
    return new LookUp<>(null, List.of(new Row(Outcome.UNKNOWN, null)), true, searched);
  }

  /**
   * The record was not found but may exist: the vendor reports more records than it listed, or has
   * answered that it created one.
   *
   * @param searched the number of records searched
   * @param <T> the record's type
   * @return the look-up
   */
  public static <T> LookUp<T> incomplete(long searched) {
    return new LookUp<>(null, List.of(new Row(Outcome.UNKNOWN, null)), false, searched);
  }

  /**
   * A record was found that may be the one sent, or conflicts with it.
   *
   * @param similar the record
   * @param searched the number of records searched
   * @param <T> the record's type
   * @return the look-up
   */
  public static <T> LookUp<T> doubtful(T similar, long searched) {
    return new LookUp<>(null, List.of(new Row(Outcome.UNKNOWN, similar)), false, searched);
  }

  /**
   * The outcome of the write as a whole.
   *
   * @return the outcome that all rows share; unknown when they differ
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
