package dev.contactsdk.transfer.internal.run;

import org.jspecify.annotations.Nullable;

/**
 * Notices when rows fail one after the other for one reason: then it is not the rows. Thread-safe.
 */
final class Guard {
  static final int IN_A_ROW = 5;

  private @Nullable String reason;
  private int count;

  /** A row was written: the account works. */
  synchronized void written() {
    count = 0;
  }

  /** A row was refused alone; returns whether too many were, for this reason. */
  synchronized boolean refused(String why) {
    count = why.equals(reason) ? count + 1 : 1;
    reason = why;
    return count >= IN_A_ROW;
  }
}
