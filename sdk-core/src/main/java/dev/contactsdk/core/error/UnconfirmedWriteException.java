package dev.contactsdk.core.error;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write whose fate is unknown was looked up and not, or not wholly, found. It may still be
 * carried out by the vendor later, so it is not known to have failed either. The cause is the
 * failure that left it unknown.
 */
public final class UnconfirmedWriteException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  /** Not serialized: the vendors' records are not serializable. */
  private final transient @Nullable List<?> seen;

  private final long searched;

  /**
   * Creates the failure.
   *
   * @param failure what is known of the call; its outcome is {@link Outcome#UNKNOWN}
   * @param seen the records of this write that the look-up did find
   * @param searched how many records the look-up went through
   * @param cause the failure that left the write unknown
   */
  public UnconfirmedWriteException(
      Failure failure, List<?> seen, long searched, SdkException cause) {
    super(
        failure,
        "the write's fate is unknown; a look-up through "
            + searched
            + " records found "
            + seen.size()
            + " of what was written: check with the vendor before repeating it",
        cause);
    this.seen = List.copyOf(seen);
    this.searched = searched;
  }

  /**
   * The records of this write that the look-up found.
   *
   * @return never null; empty when none was found, and in a copy that was serialized
   */
  public List<?> seen() {
    return seen == null ? List.of() : seen;
  }

  /**
   * How many records the look-up went through.
   *
   * @return a count of the vendor's records
   */
  public long searched() {
    return searched;
  }
}
