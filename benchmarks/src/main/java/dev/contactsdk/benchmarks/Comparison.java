package dev.contactsdk.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Before anything is timed: every stack gives the same result, field by field. */
final class Comparison {
  private Comparison() {}

  /** Compares the results of all these stacks with the SDK's. */
  static void check(String server, Work work, List<Stack> stacks) throws Exception {
    Object expected = Facts.of(result(Stack.SDK, server, work));
    for (Stack stack : stacks) {
      Object result = result(stack, server, work);
      if (stack.isRaw()) {
        require(Arrays.equals((byte[]) result, body(work)), stack, work, "other bytes");
      } else {
        Object facts = Facts.of(result);
        require(facts.equals(expected), stack, work, facts + "\ninstead of\n" + expected);
      }
    }
  }

  private static byte[] body(Work work) {
    return work.isCreate() ? Canned.CREATED_TRUEDY : Canned.list(work.rows);
  }

  private static Object result(Stack stack, String server, Work work) throws Exception {
    try (Client client = stack.open(new Target(server, 0))) {
      return client.operation(work).run();
    }
  }

  private static void require(boolean same, Stack stack, Work work, String what) {
    if (!same) {
      throw new IllegalStateException(
          "not the same work: " + stack.label + " made of " + work.label + ": " + what);
    }
  }
}
