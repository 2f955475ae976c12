package dev.contactsdk.core.json;

import java.io.Serial;

/**
 * A body is not JSON, or not of the expected shape. The message tells where, and does not quote the
 * body.
 */
public final class MalformedJsonException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Whether the body does not even start like JSON. */
  private final boolean noJson;

  /**
   * Creates the exception.
   *
   * @param message what is wrong and where; does not quote the body
   */
  public MalformedJsonException(String message) {
    this(message, false);
  }

  MalformedJsonException(String message, boolean noJson) {
    super(message);
    this.noJson = noJson;
  }

  /**
   * Whether the body does not even start like JSON.
   *
   * @return false for JSON of another shape, damaged JSON, and an empty body
   */
  public boolean isNoJson() {
    return noJson;
  }
}
