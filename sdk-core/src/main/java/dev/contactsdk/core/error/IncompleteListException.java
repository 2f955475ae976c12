package dev.contactsdk.core.error;

import java.io.Serial;

/**
 * The pages of a list do not add up, so it cannot be read to its end: items would be missing or
 * repeated for ever.
 */
public final class IncompleteListException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  private final long itemsRead;

  /**
   * Creates the failure.
   *
   * @param operation the list operation
   * @param itemsRead how many items were handed out before
   * @param message what does not add up
   */
  public IncompleteListException(String operation, long itemsRead, String message) {
    super(
        new Failure(operation, true, Outcome.UNKNOWN, null, 1),
        message + "; items read so far: " + itemsRead,
        null);
    this.itemsRead = itemsRead;
  }

  /**
   * How many items were handed out before the failure.
   *
   * @return a count from the first page of this iteration
   */
  public long itemsRead() {
    return itemsRead;
  }
}
