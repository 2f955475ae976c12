package dev.contactsdk.core.json;

import java.io.Serial;

/**
 * A body that is not JSON, or not of the shape that is read. The message tells where, and quotes
 * nothing of the body.
 */
public final class MalformedJsonException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong and where, without content
   */
  public MalformedJsonException(String message) {
    super(message);
  }
}
