package dev.contactsdk.cli;

import java.util.Map;

/**
 * What a command finds around itself.
 *
 * @param environment the environment's variables
 * @param terminal whether a person sees standard error as it is written
 * @param interrupts whether the process was asked to end
 */
record Surroundings(Map<String, String> environment, boolean terminal, Interrupts interrupts) {
  static Surroundings ofProcess(Interrupts interrupts) {
    Map<String, String> environment = System.getenv();
    return new Surroundings(environment, Terminal.isThere(environment), interrupts);
  }

  /** Whether colours are wanted; see no-color.org. */
  boolean colours() {
    return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** The variables may hold secrets. */
  @Override
  public String toString() {
    return "Surroundings[terminal=" + terminal + "]";
  }
}
