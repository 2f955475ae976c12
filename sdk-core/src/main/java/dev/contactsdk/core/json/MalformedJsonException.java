package dev.contactsdk.core.json;

import java.io.Serial;

/**
 * A body is not JSON, or not of the expected shape. The message tells where, and does not quote the
 * body.
 */
public final class MalformedJsonException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong and where; does not quote the body
   */
  public MalformedJsonException(String message) {
    super(message);
  }
}
