package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.PageCursor;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.function.Function;

/** The program that reads a list in a JVM of its own. */
final class ListingChild {
  private ListingChild() {}

  /** The vendor, its address and credentials, pages to ask for ahead, and where to begin. */
  public static void main(String[] args) {
    int ahead = Integer.parseInt(args[args.length - 2]);
    String cursor = args[args.length - 1];
    if (args[0].equals("kore")) {
      try (KoreClient client = kore(args)) {
        read(
            client.contacts().list().pageSize(1000).prefetch(ahead),
            cursor,
            1,
            ListingChild::number);
      }
    } else {
      try (TruedyClient client = truedy(args)) {
        read(client.contacts().list().prefetch(ahead), cursor, -1, TruedyContact::phoneNumber);
      }
    }
  }

  private static KoreClient kore(String[] args) {
    return KoreClient.builder()
        .baseUrl(args[1])
        .streamId(args[2])
        .accountId(args[3])
        .credentials(args[4], args[5])
        .rateLimiter(RateLimiter.unlimited())
        .build();
  }

  private static TruedyClient truedy(String[] args) {
    return TruedyClient.builder()
        .baseUrl(args[1])
        .apiKey(args[2])
        .rateLimiter(RateLimiter.unlimited())
        .build();
  }

  private static String number(KoreContact contact) {
    return String.valueOf(contact.cellPhone().toE164());
  }

  /** Seeded numbers go up or down by one: so it is seen without memory that each row comes once. */
  private static <T, C extends ListCall<T, C>> void read(
      C list, String cursor, int step, Function<T, String> numberOf) {
    C from = cursor.equals("-") ? list : list.from(PageCursor.parse(cursor));
    long rows = 0;
    long first = 0;
    long start = System.nanoTime();
    for (T row : from.items()) {
      long number = Long.parseLong(numberOf.apply(row).substring(1));
      first = rows == 0 ? number : first;
      if (number != first + rows * step) {
        throw new IllegalStateException("row " + rows + " has the number +" + number);
      }
      rows++;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        "rows %d first %d, %d ms, %d MiB of heap at most%n", rows, first, millis, peakMib());
  }

  private static long peakMib() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return bytes >> 20;
  }
}
