package dev.contactsdk.transfer;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.target.Fields;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A process with little memory that plans, runs and verifies many rows. */
final class ManyRows {
  private ManyRows() {}

  public static void main(String[] arguments) {
    int rows = Integer.parseInt(arguments[1]);
    VirtualClock clock = new VirtualClock();
    MemoryTarget target = new MemoryTarget(clock);
    target.largest = 1000;
    target.keepsNothing = true;
    try (Journal journal = Journal.open(Path.of(arguments[0]), clock)) {
      long start = System.nanoTime();
      ObjectSource<Integer> source =
          ObjectSource.ofStream("people", () -> people(rows))
              .column(Fields.PHONE, person -> "+91" + People.phone(person))
              .column(Fields.FIRST_NAME, person -> "First" + person);
      Transfer.from(source).to(target).plan(journal);
      long planned = System.nanoTime();
      Result result = journal.run(target, RunOptions.DEFAULT.rate(1_000_000), progress -> {});
      long ran = System.nanoTime();
      Verification nothingIsThere =
          journal.verify(target, RunOptions.DEFAULT.rate(1_000_000), progress -> {});
      System.out.printf(
          "%d created; planned in %d ms, run in %d ms, %d missing after %d ms%n",
          result.count(RowState.CREATED),
          (planned - start) / 1_000_000,
          (ran - planned) / 1_000_000,
          nothingIsThere.missing(),
          (System.nanoTime() - ran) / 1_000_000);
    }
  }

  private static Stream<Integer> people(int rows) {
    return IntStream.range(0, rows).boxed();
  }
}
