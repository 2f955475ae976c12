package dev.contactsdk.cli;

/** Starts the command {@code contacts}. */
public final class Main {
  private Main() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    Interrupts interrupts = new Interrupts(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(new Thread(interrupts::interrupt, "contacts-interrupt"));
    int exitCode = ExitCode.WRONG_USE;
    try {
      exitCode = Contacts.commandLine(Surroundings.ofProcess(interrupts)).execute(args);
    } finally {
      interrupts.ended();
    }
    System.exit(exitCode);
  }
}
