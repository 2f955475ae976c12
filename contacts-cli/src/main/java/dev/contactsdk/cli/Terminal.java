package dev.contactsdk.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Map;
import org.jline.terminal.TerminalBuilder;

/** Whether a person sits in front of the command. */
final class Terminal {
  private static final int USUAL_WIDTH = 80;

  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // It is null in JDK 17, and isTerminal knows the others.
  static boolean isThere(Map<String, String> environment) {
    Console console = System.console();
    return console != null
        && !environment.getOrDefault("TERM", "").equals("dumb")
        && isTerminal(console);
  }

  /** From JDK 22 on there may be a console where there is no terminal, and it knows. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /**
   * The columns of a line, one less than there are. The bar's own way to find them takes Ctrl-C
   * away from the JVM, which then ends in the middle of a request.
   */
  static int width() {
    try (org.jline.terminal.Terminal terminal =
        TerminalBuilder.builder().dumb(true).nativeSignals(false).build()) {
      return terminal.getWidth() > 1 ? terminal.getWidth() - 1 : USUAL_WIDTH;
    } catch (IOException e) {
      return USUAL_WIDTH;
    }
  }
}
