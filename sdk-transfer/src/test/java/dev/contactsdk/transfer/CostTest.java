package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.phone.PhoneNumber;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.transfer.mapping.CheckedRow;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.RowCheck;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.source.Rows;
import dev.contactsdk.transfer.source.SourceRow;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.Write;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a plan and its journal cost, in real time on this machine, against the same work without
 * them. Prints the median of some rounds, after two that warm up both. {@code -Dtransfer.cost=5}
 * takes five rounds of full size; by default one small round shows that all ways write the same.
 */
class CostTest {
  private static final int ROUNDS = Integer.getInteger("transfer.cost", 0);
  private static final int PLANNED = ROUNDS > 0 ? 100_000 : 2_000;
  private static final int WRITTEN = ROUNDS > 0 ? 20_000 : 400;
  private static final int SINGLE = ROUNDS > 0 ? 2_000 : 40;
  private static final int TOGETHER = 100;

  @TempDir Path directory;

  /** Work that is measured. */
  private interface Work {
    void run() throws Exception;
  }

  private static double median(Work work) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < Math.max(1, ROUNDS); i++) {
      long start = System.nanoTime();
      work.run();
      seconds.add((System.nanoTime() - start) / 1e9);
    }
    return median(seconds);
  }

  private static double median(List<Double> seconds) {
    return seconds.stream().sorted().toList().get(seconds.size() / 2);
  }

  /** Figures of the short form would say nothing. */
  @FormatMethod
  private static void print(String format, Object... values) {
    if (ROUNDS > 0) {
      System.out.printf(Locale.ROOT, format, values);
    }
  }

  private static void printRows(String what, int rows, double seconds) {
    print("%s: %,d rows in %.2f s, %,.0f a second%n", what, rows, seconds, rows / seconds);
  }

  private int files;

  private Path newFile() {
    return directory.resolve("cost" + files++ + ".contacts");
  }

  private static CsvSource source(Path file) {
    return CsvSource.of(file).region("IN");
  }

  @Test
  void planning() throws Exception {
    Path file = People.file(directory, 0, PLANNED);
    MemoryTarget target = new MemoryTarget(TimeSource.system());
    warmUp(() -> assertThat(readAndCheck(file)).isEqualTo(PLANNED));

    double read = median(() -> assertThat(readAndCheck(file)).isEqualTo(PLANNED));
    double plan = median(() -> plan(file, target));

    printRows("read the file, check the numbers", PLANNED, read);
    printRows("plan", PLANNED, plan);
    print("planning takes %.1f times as long%n", plan / read);
  }

  private static void warmUp(Work work) throws Exception {
    for (int i = 0; i < 2; i++) {
      work.run();
    }
  }

  private static int readAndCheck(Path file) {
    int good = 0;
    try (Rows rows = source(file).open()) {
      int phone = rows.columns().indexOf("Phone");
      while (rows.hasNext()) {
        SourceRow row = rows.next();
        good += PhoneNumber.parse(row.cells().get(phone), "IN").isValid() ? 1 : 0;
      }
    }
    return good;
  }

  private Path plan(Path file, Target target) {
    Path place = newFile();
    try (Journal journal = Journal.open(place)) {
      Plan plan = Transfer.from(source(file)).to(target).rate(1_000_000).plan(journal);
      assertThat(plan.summary().creates()).isEqualTo(PLANNED);
    }
    return place;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void writingToKore(int inFlight) throws Exception {
    Path file = People.file(directory, 0, WRITTEN);
    warmUp(
        () -> {
          loop(WRITTEN, TOGETHER, inFlight);
          runWithoutJournal(file, inFlight);
          run(file, inFlight);
        });
    List<Double> singles = new ArrayList<>();
    List<Double> loops = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    List<Double> runs = new ArrayList<>();
    for (int i = 0; i < Math.max(1, ROUNDS); i++) {
      singles.add(loop(SINGLE, 1, inFlight));
      loops.add(loop(WRITTEN, TOGETHER, inFlight));
      without.add(runWithoutJournal(file, inFlight));
      runs.add(run(file, inFlight));
    }
    print("%d requests in flight%n", inFlight);
    printRows("loop over single creates", SINGLE, median(singles));
    printRows("loop over arrays of 100", WRITTEN, median(loops));
    printRows("read, check, and send arrays of 100", WRITTEN, median(without));
    printRows("run of a plan, arrays of 100", WRITTEN, median(runs));
    double more = 1000 * (median(runs) - median(loops)) * TOGETHER / WRITTEN;
    print(
        "a request takes %.1f ms longer than in the loop, whose rows are in memory; the run takes"
            + " %.2f times as long as one without a journal%n",
        more, median(runs) / median(without));
  }

  /** Rows that are in memory. */
  private static double loop(int rows, int together, int threads) throws Exception {
    List<Write> writes = IntStream.range(0, rows).mapToObj(CostTest::write).toList();
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = client(sandbox)) {
      double seconds = send(writes.iterator(), together, threads, KoreTarget.of(kore));
      assertThat(sandbox.contactCount()).isEqualTo(rows);
      return seconds;
    }
  }

  /** The same work as a plan and its run: reads the file, checks each row, and sends it. */
  private double runWithoutJournal(Path file, int threads) throws Exception {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = client(sandbox);
        Rows rows = source(file).open()) {
      KoreTarget target = KoreTarget.of(kore);
      Mapping mapping = Mapping.suggest(source(file), target).mapping();
      RowCheck check = new RowCheck(target, "IN", false);
      Iterator<Write> writes =
          new Iterator<>() {
            @Override
            public boolean hasNext() {
              return rows.hasNext();
            }

            @Override
            public Write next() {
              CheckedRow row = check.check(mapping.apply(rows.columns(), rows.next()));
              return Write.create(row.fields());
            }
          };
      double seconds = send(writes, TOGETHER, threads, target);
      assertThat(sandbox.contactCount()).isEqualTo(WRITTEN);
      return seconds;
    }
  }

  private static KoreClient client(KoreSandbox sandbox) {
    return sandbox.clientBuilder().rateLimiter(RateLimiter.unlimited()).build();
  }

  /** Without a journal: several threads, each with one request after the other. */
  private static double send(Iterator<Write> writes, int together, int threads, Target target)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long start = System.nanoTime();
    List<Future<WriteAnswer>> answers = new ArrayList<>();
    while (writes.hasNext()) {
      List<Write> some = new ArrayList<>();
      while (some.size() < together && writes.hasNext()) {
        some.add(writes.next());
      }
      answers.add(pool.submit(() -> target.create(some)));
    }
    for (Future<WriteAnswer> answer : answers) {
      assertThat(answer.get()).isInstanceOf(WriteAnswer.Answered.class);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    pool.shutdown();
    return seconds;
  }

  private static Write write(int person) {
    return Write.create(
        Map.of(
            Fields.PHONE, "+91" + People.phone(person),
            Fields.FIRST_NAME, "First" + person,
            Fields.LAST_NAME, "Last" + person,
            Fields.SALUTATION, "Ms",
            Fields.EXTENSION, "+91"));
  }

  /** The time of the run alone; its plan is made before. */
  private double run(Path file, int inFlight) {
    RunOptions options = RunOptions.DEFAULT.rate(1_000_000).inFlight(inFlight);
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = client(sandbox);
        Journal journal = Journal.open(newFile())) {
      Target target = new SmallRequests(KoreTarget.of(kore), TOGETHER, TOGETHER);
      Transfer.from(source(file)).to(target).rate(1_000_000).plan(journal);
      long start = System.nanoTime();
      Result result = journal.run(target, options, progress -> {});
      double seconds = (System.nanoTime() - start) / 1e9;
      assertThat(result.count(RowState.CREATED)).isEqualTo(WRITTEN);
      assertThat(sandbox.contactCount()).isEqualTo(WRITTEN);
      return seconds;
    }
  }
}
