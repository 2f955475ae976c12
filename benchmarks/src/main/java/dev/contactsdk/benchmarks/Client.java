package dev.contactsdk.benchmarks;

/** A way to call the vendors. */
interface Client extends AutoCloseable {
  /** One operation, prepared as an application would: what can be kept is kept. */
  Operation operation(Work work);

  @Override
  default void close() {}

  /** Safe for use by several threads. */
  @FunctionalInterface
  interface Operation {
    Object run() throws Exception;
  }
}
