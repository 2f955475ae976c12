package dev.contactsdk.benchmarks;

import dev.contactsdk.truedy.contacts.TruedyContact;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** Goes through a list that would not fit into the heap. */
final class AllItems {
  private AllItems() {}

  /** Arguments: server, how many. Says milliseconds and used kilobytes after each tenth. */
  public static void main(String[] arguments) {
    long total = Long.parseLong(arguments[1]);
    try (SdkClient sdk = new SdkClient(new Target(arguments[0], 0))) {
      long start = System.nanoTime();
      long count = 0;
      for (TruedyContact contact :
          sdk.truedy(arguments[0] + "/p/0/" + total).contacts().list().items()) {
        count += contact.id() == null ? 0 : 1;
        if (count % (total / 10) == 0) {
          System.gc();
          long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
          long millis = (System.nanoTime() - start) / 1_000_000;
          System.out.println(count + " " + millis + " " + used / 1000);
        }
      }
    }
    System.exit(0);
  }

  static void measure(Server server, long total) {
    System.out.printf(Locale.ROOT, "%n### %,d contacts through items(), -Xmx64m%n%n", total);
    System.out.println("| contacts | s | heap in use after a collection, kB |");
    System.out.println("|---:|---:|---:|");
    try (Java java =
        Java.start(
            System.getProperty("java.class.path"),
            List.of("-Xmx64m"),
            AllItems.class,
            List.of(server.url(), Long.toString(total)))) {
      for (int tenth = 1; tenth <= 10; tenth++) {
        String[] said = java.hear().split(" ", -1);
        System.out.printf(
            Locale.ROOT,
            "| %,d | %.1f | %,d |%n",
            Long.parseLong(said[0]),
            Long.parseLong(said[1]) / 1e3,
            Long.parseLong(said[2]));
      }
    }
    System.out.flush();
  }
}
