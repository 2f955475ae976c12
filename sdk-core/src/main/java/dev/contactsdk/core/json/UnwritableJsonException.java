package dev.contactsdk.core.json;

import java.io.Serial;

/** A {@link JsonCodec} cannot write a value. The message says why, without quoting it. */
public final class UnwritableJsonException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the reason; does not quote the value
   */
  public UnwritableJsonException(String message) {
    super(message);
  }
}
