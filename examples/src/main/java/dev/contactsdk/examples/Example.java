package dev.contactsdk.examples;

/** One short program, which {@link Services} runs. */
interface Example {
  /** What the example shows, in one line. */
  String title();

  /** Whether the example needs planned faults, and so never runs on a real service. */
  default boolean isForSandboxOnly() {
    return false;
  }

  void run(Services services) throws Exception;
}
