package dev.contactsdk.examples;

import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** A progress bar: redrawn in place on a terminal, else one line per quarter. */
final class Progress {
  private static final int WIDTH = 30;
  private static final int QUARTERS = 4;

  private final PrintStream out;
  private final boolean terminal;
  private final String unit;
  private long quartersShown;

  Progress(String unit) {
    this(unit, System.out, isTerminal());
  }

  Progress(String unit, PrintStream out, boolean terminal) {
    this.unit = unit;
    this.out = out;
    this.terminal = terminal;
  }

  /** Since Java 22 a console may have no terminal; a new method tells. */
  @SuppressWarnings("SystemConsoleNull") // before Java 22 it may return null
  private static boolean isTerminal() {
    Console console = System.console();
    try {
      return console != null
          && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /**
   * Shows the progress.
   *
   * @param done the amount done
   * @param total the total amount; null if unknown
   */
  void show(long done, @Nullable Long total) {
    if (total == null || total == 0) {
      out.printf("%d %s%n", done, unit);
      return;
    }
    long share = Math.min(done, total);
    long quarters = share * QUARTERS / total;
    if (terminal) {
      int filled = (int) (share * WIDTH / total);
      String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
      out.printf("\r[%s] %d of %d %s", bar, done, total, unit);
      out.print(done >= total ? System.lineSeparator() : "");
      out.flush();
    } else if (quarters > quartersShown) {
      quartersShown = quarters;
      out.printf("%3d %%: %d of %d %s%n", share * 100 / total, done, total, unit);
    }
  }
}
