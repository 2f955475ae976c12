package dev.contactsdk.examples;

/** One short program, which {@link Services} runs. */
interface Example {
  /** What it shows, in one line. */
  String title();

  /** Whether it needs a server that fails on command, and so never runs on a real service. */
  default boolean isForSandboxOnly() {
    return false;
  }

  void run(Services services) throws Exception;
}
