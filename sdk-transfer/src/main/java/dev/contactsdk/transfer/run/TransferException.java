package dev.contactsdk.transfer.run;

import org.jspecify.annotations.Nullable;

/**
 * A transfer cannot go on. The message says what is wrong, where, and what to do; it has no
 * personal data and no secret. What the journal holds stays valid: after the mend, the same step
 * goes on.
 */
public final class TransferException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a transfer cannot go on. */
  public enum Kind {
    /** Wrong input: a setting, a mapping, a file that cannot be read. */
    INPUT,
    /** The journal: locked, of another account, newer than this version, not writable. */
    JOURNAL,
    /** The target cannot be reached, or refuses the credential. */
    TARGET,
    /** A guard stopped the run. */
    GUARD,
    /** The thread was interrupted. */
    INTERRUPTED
  }

  /** Why. */
  private final Kind kind;

  /**
   * Creates the exception.
   *
   * @param kind why
   * @param message what is wrong, where, and what to do
   */
  public TransferException(Kind kind, String message) {
    this(kind, message, null);
  }

  /**
   * Creates the exception.
   *
   * @param kind why
   * @param message what is wrong, where, and what to do
   * @param cause what lies behind it; null if nothing does
   */
  public TransferException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /**
   * Why the transfer cannot go on.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }
}
