package dev.contactsdk.core.error;

import java.io.Serial;

/**
 * The pages of a list contradict each other, so it cannot be read to its end. Items would be
 * missing or repeated forever.
 */
public final class IncompleteListException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  private final long itemsRead;

  /**
   * Creates the failure.
   *
   * @param operation the list operation
   * @param itemsRead the number of items handed out before
   * @param message the contradiction
   */
  public IncompleteListException(String operation, long itemsRead, String message) {
    super(
        new Failure(operation, true, Outcome.UNKNOWN, null, 1),
        message + "; items read so far: " + itemsRead,
        null);
    this.itemsRead = itemsRead;
  }

  /**
   * The number of items handed out before the failure.
   *
   * @return the count from the first page of this iteration
   */
  public long itemsRead() {
    return itemsRead;
  }
}
