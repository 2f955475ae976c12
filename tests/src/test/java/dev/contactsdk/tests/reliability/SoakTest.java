package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.tests.reliability.CreatesTally.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Full speed for a while against servers of which some 22 % of the creates and 8 % of the lists go
 * wrong, and which are restarted in between: nothing is lost, doubled or leaked. {@code
 * -Dsoak.seconds=600} says how long; the default is 5.
 */
class SoakTest {
  private static final long SECONDS = Long.getLong("soak.seconds", 5);
  private static final long REPORT_SECONDS = 30;
  private static final int ROUND = SECONDS < 60 ? 200 : 2000;
  private static final double MEGABYTE = 1 << 20;

  private final AtomicLong lists = new AtomicLong();
  private final AtomicLong failedLists = new AtomicLong();
  private final List<Double> heap = new ArrayList<>();

  @Test
  void nothingIsLostDoubledOrLeaked() throws Exception {
    warmUp();
    Set<Thread> threadsBefore = LifecycleWatch.threads();
    long socketsBefore = LifecycleWatch.openSockets();
    long start = System.nanoTime();
    CreatesRun kore;
    CreatesRun truedy;
    CreatesNetwork toKore = new CreatesNetwork();
    CreatesNetwork toTruedy = new CreatesNetwork();
    try (CreatesVendor first = new CreatesKore(new CreatesSettlingTime(toKore), toKore);
        CreatesVendor second = new CreatesTruedy(new CreatesSettlingTime(toTruedy), toTruedy)) {
      kore = new CreatesRun(first);
      truedy = new CreatesRun(second);
      long nextReport = REPORT_SECONDS;
      for (long round = 0; round == 0 || seconds(start) < SECONDS; round++) {
        OnUnknown policy = round % 3 == 0 ? OnUnknown.lookUp() : OnUnknown.lookUpThenResend();
        kore.round(ROUND, 2 * round, mixed(first, policy));
        truedy.round(ROUND, 2 * round + 1, mixed(second, policy));
        if (seconds(start) >= nextReport) {
          nextReport += REPORT_SECONDS;
          System.out.println(progress(start, kore.tally, truedy.tally));
        }
      }
      System.out.println(progress(start, kore.tally, truedy.tally));
    }
    List<String> left = LifecycleWatch.leftOver(threadsBefore);
    long sockets = LifecycleWatch.openSocketsAfter(socketsBefore);
    System.out.println(
        CreatesTally.header()
            + "\n"
            + kore.tally.row("Kore.ai, SDK")
            + "\n"
            + truedy.tally.row("Truedy, SDK")
            + "\nlists: %d, of which failed after all attempts: %d"
                .formatted(lists.get(), failedLists.get())
            + "\nafter close: threads left %s, open sockets %d (before: %d), heap %s"
                .formatted(left, sockets, socketsBefore, heap));
    for (CreatesTally tally : List.of(kore.tally, truedy.tally)) {
      assertThat(tally.duplicates).isZero();
      assertThat(tally.lost).isZero();
      assertThat(tally.invented).isZero();
    }
    assertThat(left).isEmpty();
    assertThat(sockets).isLessThanOrEqualTo(socketsBefore);
    assertFlat();
  }

  /** The first connection of a JVM opens sockets that the JDK keeps. */
  private void warmUp() throws Exception {
    CreatesNetwork network = new CreatesNetwork();
    try (CreatesVendor vendor = new CreatesTruedy(new CreatesSettlingTime(network), network)) {
      new CreatesRun(vendor).round(20, 0, mixed(vendor, OnUnknown.fail()));
    }
    lists.set(0);
    failedLists.set(0);
  }

  private Function<String, Report> mixed(CreatesVendor vendor, OnUnknown policy) {
    Function<String, Report> create = CreatesRun.sdk(vendor, policy);
    return digits -> {
      Report report = create.apply(digits);
      try {
        lists.incrementAndGet();
        vendor.list().execute();
      } catch (SdkException e) {
        failedLists.incrementAndGet();
      }
      return report;
    };
  }

  private static long seconds(long start) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
  }

  private String progress(long start, CreatesTally kore, CreatesTally truedy) {
    double used = LifecycleWatch.usedHeap() / MEGABYTE;
    heap.add(Math.round(used * 10) / 10.0);
    return "%4d s: %d creates, %d unknown, %d doubled, %d lost, %d invented; heap %.1f MB, %d threads, %d sockets"
        .formatted(
            seconds(start),
            kore.creates + truedy.creates,
            kore.unknown + truedy.unknown,
            kore.duplicates + truedy.duplicates,
            kore.lost + truedy.lost,
            kore.invented + truedy.invented,
            used,
            Thread.activeCount(),
            LifecycleWatch.openSockets());
  }

  /** The last third is not above the first third by more than 4 MB. */
  private void assertFlat() {
    int third = heap.size() / 3;
    if (third > 0) {
      double first = mean(heap.subList(0, third));
      double last = mean(heap.subList(heap.size() - third, heap.size()));
      assertThat(last - first).as("growth of the heap in MB").isLessThan(4);
    }
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(0);
  }
}
