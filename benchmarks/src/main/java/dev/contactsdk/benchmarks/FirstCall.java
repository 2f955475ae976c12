package dev.contactsdk.benchmarks;

/** A fresh JVM's first create. Arguments: stack, server. Says what time it took from main on. */
final class FirstCall {
  private FirstCall() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    Stack stack = Stack.valueOf(arguments[0]);
    try (Client client = stack.open(new Target(arguments[1], 0))) {
      client.operation(Work.CREATE).run();
      System.out.println(System.nanoTime() - start);
      System.out.flush();
    }
    System.exit(0);
  }
}
