package dev.contactsdk.cli;

import dev.contactsdk.transfer.run.Progress;
import java.util.function.Consumer;

/** Shows on standard error how far a job has come. */
interface ProgressDisplay extends Consumer<Progress>, AutoCloseable {
  /** A bar on a terminal, a line every 10 seconds elsewhere, nothing if it should be quiet. */
  static ProgressDisplay of(OutputOptions output, Surroundings surroundings) {
    if (output.isQuiet()) {
      return progress -> {};
    }
    ProgressDisplay display =
        surroundings.terminal()
            ? new ProgressBars(surroundings.colours())
            : new ProgressLines(output.err(), System::nanoTime);
    return new Pauses(display, System::nanoTime);
  }

  /** Ends the display. */
  @Override
  default void close() {}
}
