package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The journal's files and the target are copied before and after each commit of a run, as a crash
 * at that moment would leave them. Each copy goes on to the same end: every row once at the target,
 * and what the journal says of it is true.
 */
class EveryCommitTest {
  /** {@code -Dtransfer.commits=4}: a run four times as long, with as many more moments. */
  private static final int LONGER = Integer.getInteger("transfer.commits", 1);

  private static final RunOptions FAST = RunOptions.DEFAULT.rate(1_000_000);

  @TempDir Path directory;
  private final MemoryTarget target = new MemoryTarget(TimeSource.system());
  private final List<Moment> moments = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private int people;

  /** How rows go. */
  enum Way {
    SINGLE(1, false, 1, 7),
    SINGLE_UNIQUE(1, true, 3, 7),
    ARRAYS(4, false, 1, 16),
    ARRAYS_UNIQUE(4, true, 3, 16);

    private final int together;
    private final boolean unique;
    private final int inFlight;
    private final int people;

    Way(int together, boolean unique, int inFlight, int people) {
      this.together = together;
      this.unique = unique;
      this.inFlight = inFlight;
      this.people = people;
    }
  }

  /** What a crash would leave. */
  private record Moment(Path journal, List<Stored> contacts, Instant at) {}

  private Path journal() {
    return directory.resolve("run.contacts");
  }

  private static Path log(Path journal) {
    return journal.resolveSibling(journal.getFileName() + "-wal");
  }

  @ParameterizedTest
  @EnumSource
  void aCopyOfEveryMomentGoesOnToTheSameEnd(Way way) throws Exception {
    people = way.people * LONGER;
    target.largest = way.together;
    target.unique = way.unique;
    try (Journal journal = Journal.open(journal())) {
      Path file = People.file(directory, 0, people);
      Transfer.from(CsvSource.of(file).region("IN")).to(target).rate(1_000_000).plan(journal);
    }
    target.creates = someAnswersAreLost(target);
    OneConnection connection = OneConnection.of(journal(), this::copy);
    try (Journal journal = Journal.open(connection)) {
      journal.run(target, FAST.inFlight(way.inFlight), progress -> {});
      assertEnd("the run itself", journal, target.contacts);
    }
    assertThat(moments).hasSizeGreaterThan(2 * people / way.together);
    for (Moment moment : moments) {
      goOn(moment, way);
    }
    System.out.printf("%s: %d moments%n", way, moments.size());
  }

  private static Function<Supplier<WriteAnswer>, WriteAnswer> someAnswersAreLost(
      MemoryTarget asked) {
    return store ->
        switch (asked.requests % 7) {
          case 2 -> new WriteAnswer.Lost("cut off before", null);
          case 5 -> lost(store.get());
          default -> store.get();
        };
  }

  private static WriteAnswer lost(WriteAnswer unheard) {
    return new WriteAnswer.Lost("cut off: " + unheard.getClass().getSimpleName(), null);
  }

  /** Only what differs from all earlier moments: most commits only read. */
  private void copy() {
    synchronized (target) {
      try {
        byte[] file = Files.readAllBytes(journal());
        byte[] log =
            Files.exists(log(journal())) ? Files.readAllBytes(log(journal())) : new byte[0];
        String state =
            Arrays.hashCode(file) + " " + Arrays.hashCode(log) + " " + target.contacts.size();
        if (known.add(state)) {
          Path place = Files.createDirectory(directory.resolve("moment" + moments.size()));
          Path copy = Files.write(place.resolve("run.contacts"), file);
          Files.write(log(copy), log);
          moments.add(new Moment(copy, List.copyOf(target.contacts), Instant.now()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void goOn(Moment moment, Way way) {
    VirtualClock clock = new VirtualClock(moment.at());
    MemoryTarget copy = new MemoryTarget(clock);
    copy.largest = way.together;
    copy.unique = way.unique;
    moment.contacts().forEach(copy::addAgain);
    copy.creates = someAnswersAreLost(copy);
    try (Journal journal = Journal.open(moment.journal(), clock)) {
      journal.run(copy, FAST.inFlight(1), progress -> {});
      assertEnd(moment.journal().toString(), journal, copy.contacts);
    }
  }

  private void assertEnd(String what, Journal journal, List<Stored> contacts) {
    Map<String, String> ids =
        contacts.stream().collect(Collectors.toMap(held -> held.id(), held -> "" + held.phone()));
    assertThat(ids.values()).as(what).doesNotHaveDuplicates().hasSize(people);
    assertThat(journal.result().states())
        .as(what)
        .isEqualTo(Map.of(RowState.CREATED, (long) people));
    journal.rows(
        Set.of(),
        row ->
            assertThat(ids.get(row.targetId()))
                .as("%s, %s", what, row)
                .isEqualTo("+91" + People.phone((int) row.number() - 2)));
  }
}
