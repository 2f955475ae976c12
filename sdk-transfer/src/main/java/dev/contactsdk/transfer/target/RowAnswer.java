package dev.contactsdk.transfer.target;

import org.jspecify.annotations.Nullable;

/**
 * What an answer says about one row of a request.
 *
 * @param verdict what became of the row
 * @param id the contact's id; null unless it was written
 * @param reason why it was not written, in the target's words; null if it does not say
 */
public record RowAnswer(Verdict verdict, @Nullable String id, @Nullable String reason) {
  /** What became of a row. */
  public enum Verdict {
    /** The target wrote it, and gave its id. */
    WRITTEN,
    /** The target says that it did not write it. */
    REJECTED,
    /** The target says that the number is taken: the contact is there, perhaps someone else's. */
    TAKEN,
    /** The answer does not tell. */
    UNKNOWN
  }

  /**
   * The target wrote the row.
   *
   * @param id the contact's id
   * @return the answer
   */
  public static RowAnswer written(String id) {
    return new RowAnswer(Verdict.WRITTEN, id, null);
  }

  /**
   * The target did not write the row.
   *
   * @param reason why
   * @return the answer
   */
  public static RowAnswer rejected(String reason) {
    return new RowAnswer(Verdict.REJECTED, null, reason);
  }

  /**
   * The number is taken.
   *
   * @param reason the target's words
   * @return the answer
   */
  public static RowAnswer taken(String reason) {
    return new RowAnswer(Verdict.TAKEN, null, reason);
  }

  /**
   * The answer does not tell.
   *
   * @param reason what is missing
   * @return the answer
   */
  public static RowAnswer unknown(String reason) {
    return new RowAnswer(Verdict.UNKNOWN, null, reason);
  }
}
