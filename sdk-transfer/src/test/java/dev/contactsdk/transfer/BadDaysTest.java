package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.run.Progress;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.source.JsonLinesSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.source.XlsxSource;
import dev.contactsdk.transfer.target.RowAnswer;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What goes wrong around a job: it says what to do, loses nothing, and goes on after the mend. More
 * of it is in {@code MessyCsvTest} (huge rows, very many columns), {@code JournalFileTest} (a
 * journal in use) and {@code KoreTransferTest} (a credential that is revoked).
 */
class BadDaysTest {
  private static final RunOptions FAST = RunOptions.DEFAULT.rate(100_000);

  @TempDir Path directory;
  private final VirtualClock clock = new VirtualClock();
  private MemoryTarget target = new MemoryTarget(clock);

  private Path journalFile() {
    return directory.resolve("bad.contacts");
  }

  private Source people(int count) {
    return CsvSource.of(People.file(directory, 0, count)).region("IN");
  }

  private static TransferException stopped(Runnable step) {
    return catchThrowableOfType(TransferException.class, step::run);
  }

  private Result run(Journal journal) {
    return journal.run(target, FAST, progress -> {});
  }

  private void assertCreatedOnce(Result result, int people) {
    assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, (long) people));
    assertThat(target.contacts).extracting(held -> held.phone()).doesNotHaveDuplicates();
    assertThat(target.contacts).hasSize(people);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 7})
  void aFullDiskStopsTheRunAndItGoesOnWhenThereIsRoom(int pages) throws Exception {
    target = new MemoryTarget(TimeSource.system());
    int people = 2000;
    try (Journal journal = Journal.open(journalFile())) {
      Transfer.from(people(people)).to(target).rate(100_000).plan(journal);
    }
    OneConnection connection = OneConnection.of(journalFile());
    try (Journal journal = Journal.open(connection)) {
      connection.room(pages);

      TransferException stopped = stopped(() -> run(journal));

      assertThat(stopped.kind()).isEqualTo(Kind.JOURNAL);
      assertThat(stopped)
          .hasMessageContaining("disk is full")
          .hasMessageContaining("free space")
          .hasMessageContaining("it goes on");
      assertThat(((SQLiteException) stopped.getCause()).getResultCode())
          .isEqualTo(SQLiteErrorCode.SQLITE_FULL);
      assertThat(journal.result().count(RowState.CREATED)).isLessThan(people);
      connection.room(10_000);
      assertCreatedOnce(run(journal), people);
    }
  }

  @Test
  void aFullDiskStopsThePlanAndTheOlderOneStays() throws Exception {
    target = new MemoryTarget(TimeSource.system());
    OneConnection connection = OneConnection.of(journalFile());
    try (Journal journal = Journal.open(connection)) {
      Transfer.from(people(5)).to(target).plan(journal);
      connection.room(10);
      Transfer transfer = Transfer.from(people(5000)).to(target);

      assertThat(stopped(() -> transfer.plan(journal))).hasMessageContaining("disk is full");

      assertThat(journal.plans()).hasSize(1);
      connection.room(10_000);
      assertThat(transfer.plan(journal).summary().rows()).isEqualTo(5000);
      assertCreatedOnce(run(journal), 5000);
    }
  }

  @Test
  void anotherAccountOrVendorStopsTheRunBeforeAnyRequest() {
    try (Journal journal = Journal.open(journalFile(), clock)) {
      Transfer.from(people(5)).to(target).plan(journal);
      target.account = "another account";
      int lists = target.lists;

      TransferException stopped = stopped(() -> run(journal));

      assertThat(stopped.kind()).isEqualTo(Kind.JOURNAL);
      assertThat(stopped)
          .hasMessageContaining("made for memory account, not for another account")
          .hasMessageContaining("run it with the credentials of its account");
      assertThat(target.lists).isEqualTo(lists);
      assertThat(target.requests).isZero();
    }
  }

  @Test
  void aSourceThatIsGoneStopsTheRunAndThereAgainLetsItGo() throws IOException {
    try (Journal journal = Journal.open(journalFile(), clock)) {
      Transfer.from(people(5)).to(target).plan(journal);
      Path file = directory.resolve("people.csv");
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);

      TransferException stopped = stopped(() -> run(journal));

      assertThat(stopped.kind()).isEqualTo(Kind.INPUT);
      assertThat(stopped)
          .hasMessageContaining("people.csv is gone since the plan was made: put it");
      Files.write(file, bytes);
      assertCreatedOnce(run(journal), 5);
    }
  }

  /** What a file is read as. */
  @SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing.
  enum Format {
    CSV(CsvSource::of),
    XLSX(XlsxSource::of),
    JSON_LINES(JsonLinesSource::of);

    private final Function<Path, Source> source;

    Format(Function<Path, Source> source) {
      this.source = source;
    }

    private String refusal(Path file) {
      return stopped(() -> source.apply(file).open()).getMessage();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoFileIsRefusedInEveryFormat(Format format) throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(format.refusal(directory)).contains("is a directory: give one of its files");
    assertThat(format.refusal(directory.resolve("none"))).contains("does not exist");
    assertThat(format.refusal(Path.of("/dev/stdin"))).contains("cannot be read twice: save");
    assertThat(format.refusal(Path.of("-"))).contains("cannot be read twice: save");
    assertThat(format.refusal(pipe)).contains("cannot be read twice: save");
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatMayNotBeReadSaysSo(Format format) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "Phone\n9876543210\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    assumeThat(Files.isReadable(file)).as("the user may read everything").isFalse();

    assertThat(format.refusal(file)).contains("may not be read by this user");
  }

  @Test
  void aFolderThatMayNotBeWrittenSaysSo() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("locked"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    assumeThat(Files.isWritable(folder)).as("the user may write everything").isFalse();

    TransferException stopped = stopped(() -> Journal.open(folder.resolve("a.contacts")));

    assertThat(stopped.kind()).isEqualTo(Kind.JOURNAL);
    assertThat(stopped).hasMessageContaining("where this user may write");
  }

  @Test
  void aJournalThatMayNotBeWrittenSaysSo() throws IOException {
    try (Journal journal = Journal.open(journalFile(), clock)) {
      Transfer.from(people(5)).to(target).plan(journal);
    }
    Files.setPosixFilePermissions(journalFile(), PosixFilePermissions.fromString("r--------"));
    assumeThat(Files.isWritable(journalFile())).as("the user may write everything").isFalse();

    TransferException stopped =
        stopped(
            () -> {
              try (Journal journal = Journal.open(journalFile(), clock)) {
                run(journal);
              }
            });

    assertThat(stopped.kind()).isEqualTo(Kind.JOURNAL);
    assertThat(stopped.getMessage()).containsAnyOf("permissions", "read and write");
    assertThat(target.requests).isZero();
  }

  @Test
  void aHeaderWithoutRowsIsAPlanWithNothingToDo() {
    try (Journal journal = Journal.open(journalFile(), clock)) {
      Plan plan = Transfer.from(people(0)).to(target).plan(journal);
      assertThat(plan.summary().toString()).contains("0 rows");

      Result result = run(journal);

      assertThat(result.isEnded()).isTrue();
      assertThat(result.states()).isEmpty();
      assertThat(target.requests).isZero();
      assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
      assertThat(journal.writeRejected(directory.resolve("mend.csv"))).isZero();
    }
  }

  @Test
  void anEmptyFileIsRefusedAndLeavesNoPlan() throws IOException {
    Path file = Files.createFile(directory.resolve("empty.csv"));
    try (Journal journal = Journal.open(journalFile(), clock)) {
      Transfer transfer = Transfer.from(CsvSource.of(file)).to(target);

      assertThat(stopped(() -> transfer.plan(journal))).hasMessageContaining("is empty");

      assertThat(journal.plans()).isEmpty();
    }
  }

  /** A clock whose time of day can be set back; how long something takes stays as it is. */
  private static final class SetBack implements TimeSource {
    private final VirtualClock clock;
    private volatile Duration back = Duration.ZERO;

    private SetBack(VirtualClock clock) {
      this.clock = clock;
    }

    @Override
    public Instant now() {
      return clock.now().minus(back);
    }

    @Override
    public long nanoTime() {
      return clock.nanoTime();
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
      clock.sleep(nanos);
    }

    @Override
    public double random() {
      return clock.random();
    }
  }

  @Test
  void aClockThatIsSetBackMakesNoWaitLongerAndHidesNothing() {
    SetBack time = new SetBack(clock);
    target.settleTime = Duration.ofSeconds(60);
    int[] request = {0};
    target.creates =
        store -> {
          if (request[0]++ != 2) {
            return store.get();
          }
          WriteAnswer unheard = store.get();
          time.back = Duration.ofDays(1);
          return new WriteAnswer.Lost("cut off after " + (unheard != null), null);
        };
    try (Journal journal = Journal.open(journalFile(), time)) {
      Transfer.from(people(100)).to(target).plan(journal);

      Result result = journal.run(target, FAST.inFlight(1), progress -> {});

      assertCreatedOnce(result, 100);
      assertThat(clock.elapsed()).isLessThan(Duration.ofMinutes(5));
    }
  }

  @Test
  void aListingOfTheFutureIsNoFreshOne() {
    SetBack time = new SetBack(clock);
    try (Journal journal = Journal.open(journalFile(), time)) {
      Transfer.from(people(20)).to(target).plan(journal);
      journal.run(target, FAST.first(10), progress -> {});
      time.back = Duration.ofDays(1);
      clock.advance(Duration.ofHours(2));
      target.add("else", "+91" + People.phone(15), Map.of());

      Result result = run(journal);

      assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 19L, RowState.DRIFTED, 1L));
    }
  }

  @Test
  void aNumberThatIsTakenIsNotWaitedForUntilTheClockIsThereAgain() {
    SetBack time = new SetBack(clock);
    target.creates =
        store ->
            target.requests == 1
                ? new WriteAnswer.Lost("cut off", null)
                : new WriteAnswer.Answered(List.of(RowAnswer.taken("taken")), null);
    try (Journal journal = Journal.open(journalFile(), time)) {
      Transfer.from(people(1)).to(target).plan(journal);
      run(journal);
      assertThat(journal.result().states()).isEqualTo(Map.of(RowState.UNKNOWN, 1L));
      time.back = Duration.ofDays(1);

      assertThat(run(journal).states()).isEqualTo(Map.of(RowState.PRESENT, 1L));
    }
  }

  @Test
  void aVendorThatIsDownForAnHourIsWaitedForInStepsThatAreTold() {
    Instant end = clock.now().plus(Duration.ofHours(1));
    target.creates =
        store ->
            clock.now().isBefore(end) ? new WriteAnswer.NotSent("down", null, false) : store.get();
    List<Duration> pauses = new ArrayList<>();
    try (Journal journal = Journal.open(journalFile(), clock)) {
      Transfer.from(people(10)).to(target).plan(journal);

      Result result = journal.run(target, FAST, progress -> note(progress, pauses));

      assertCreatedOnce(result, 10);
      assertThat(pauses)
          .containsSequence(
              List.of(60, 50, 40, 30, 20, 10).stream().map(Duration::ofSeconds).toList());
    }
  }

  private static void note(Progress progress, List<Duration> pauses) {
    Duration pause = progress.pause();
    if (pause != null) {
      pauses.add(pause);
    }
  }

  @Test
  void aCredentialThatIsRevokedInTheMiddleStopsTheRunAndTheNextGoesOn() {
    target.creates =
        store -> target.requests == 3 ? new WriteAnswer.Denied("the key was revoked") : store.get();
    try (Journal journal = Journal.open(journalFile(), clock)) {
      Transfer.from(people(100)).to(target).plan(journal);

      TransferException stopped =
          stopped(() -> journal.run(target, FAST.inFlight(1), progress -> {}));

      assertThat(stopped.kind()).isEqualTo(Kind.TARGET);
      assertThat(stopped).hasMessageContaining("the key was revoked. Mend it, then run again");
      List<Long> planned = new ArrayList<>();
      journal.rows(Set.of(RowState.PLANNED), row -> planned.add(row.number()));
      assertThat(planned).hasSize(80);
      assertCreatedOnce(run(journal), 100);
    }
  }
}
