package dev.contactsdk.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The vendor answered success, but not with the documented answer. A write of a single record
 * happened nevertheless. Of several records, some may be missing: see {@link #outcome()}.
 */
public final class ResponseFormatException extends SdkException {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String hint;

  /**
   * Creates the failure.
   *
   * @param failure the facts of the call
   * @param message what went wrong, and what to do; no secret and no personal data
   * @param cause the cause; null when there is none
   */
  public ResponseFormatException(Failure failure, String message, @Nullable Throwable cause) {
    this(failure, message, cause, null);
  }

  /**
   * Creates the failure with a hint.
   *
   * @param failure the facts of the call
   * @param message what went wrong; no secret and no personal data
   * @param cause the cause; null when there is none
   * @param hint the SDK's own hint; null when there is none
   */
  public ResponseFormatException(
      Failure failure, String message, @Nullable Throwable cause, @Nullable String hint) {
    super(failure, message, cause);
    this.hint = hint;
  }

  /**
   * The SDK's own hint, such as what to do, or a setting that makes answers unreadable. The message
   * ends with it.
   *
   * @return one line; null when there is none
   */
  public @Nullable String hint() {
    return hint;
  }

  @Override
  @Nullable String ending() {
    return hint;
  }
}
