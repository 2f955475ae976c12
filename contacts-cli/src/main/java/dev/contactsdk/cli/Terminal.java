package dev.contactsdk.cli;

import java.io.Console;
import java.util.Map;

/** Whether a person sits in front of the command. */
final class Terminal {
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
}
