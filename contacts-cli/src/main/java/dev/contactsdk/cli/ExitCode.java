package dev.contactsdk.cli;

import dev.contactsdk.transfer.Result;
import dev.contactsdk.transfer.Verification;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.TransferException;
import java.util.Map;

/** What the shell is told; the highest of those that apply. */
final class ExitCode {
  static final int DONE = 0;
  static final int WRONG_USE = 1;
  static final int REFUSED = 2;
  static final int UNKNOWN = 3;
  static final int DRIFTED = 4;
  static final int TARGET = 5;
  static final int INTERRUPTED = 130;

  /** For {@code --help}. */
  static final String HEADING = "%nExit codes:%n";

  private ExitCode() {}

  static int of(Result result) {
    return of(result.states());
  }

  static int of(Map<RowState, Long> states) {
    if (any(states, RowState.DRIFTED)) {
      return DRIFTED;
    }
    if (any(states, RowState.UNKNOWN)) {
      return UNKNOWN;
    }
    return any(states, RowState.REFUSED) || any(states, RowState.REJECTED) ? REFUSED : DONE;
  }

  private static boolean any(Map<RowState, Long> states, RowState state) {
    return states.getOrDefault(state, 0L) > 0;
  }

  static int of(Verification verification) {
    if (verification.differs() + verification.missing() + verification.twice() > 0) {
      return DRIFTED;
    }
    return verification.unknown() > 0 ? UNKNOWN : DONE;
  }

  static int of(TransferException.Kind kind) {
    return switch (kind) {
      case INPUT, JOURNAL -> WRONG_USE;
      case TARGET -> TARGET;
      case GUARD -> DRIFTED;
      case INTERRUPTED -> INTERRUPTED;
    };
  }
}
