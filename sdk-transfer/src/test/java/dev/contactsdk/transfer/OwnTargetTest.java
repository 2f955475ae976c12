package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.Progress;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.RowAnswer;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that answer late, wrongly or not at all. */
class OwnTargetTest {
  private static final RunOptions FAST = RunOptions.DEFAULT.rate(100_000);

  @TempDir Path directory;
  private final VirtualClock clock = new VirtualClock();
  private final MemoryTarget target = new MemoryTarget(clock);
  private Journal journal;

  @BeforeEach
  void open() {
    journal = Journal.open(file(), clock);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Path file() {
    return directory.resolve("own.contacts");
  }

  private static String phone(int person) {
    return "+91" + People.phone(person);
  }

  private static Source people(int count) {
    List<Integer> people = IntStream.range(0, count).boxed().toList();
    return ObjectSource.of("people", people)
        .column(Fields.PHONE, OwnTargetTest::phone)
        .column(Fields.FIRST_NAME, person -> "First" + person);
  }

  private Plan plan(int people) {
    return Transfer.from(people(people)).to(target).plan(journal);
  }

  private Result run() {
    return journal.run(target, FAST, progress -> {});
  }

  private long most() {
    return target.contacts.stream()
        .collect(Collectors.groupingBy(held -> String.valueOf(held.phone()), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  @Test
  void aNewPlanSettlesWhatAnOlderOneLeftOpen() {
    target.settleTime = Duration.ofSeconds(60);
    plan(30);
    target.creates =
        store -> {
          // Carried out, but nobody hears of it.
          WriteAnswer stored = store.get();
          assertThat(stored).isNotNull();
          throw new OutOfMemoryError("for a test");
        };
    assertThatThrownBy(() -> journal.run(target, FAST.inFlight(1), progress -> {}))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(journal.result().unknown()).isEqualTo(10);
    assertThat(journal.result().toString()).contains("Not proved: 10 rows of unknown fate");
    assertThat(journal.verify(target, progress -> {}).isClean()).isFalse();
    target.creates = store -> store.get();

    Plan second = plan(30);

    assertThat(second.summary().creates()).isEqualTo(20);
    assertThat(clock.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    assertThat(run().count(RowState.CREATED)).isEqualTo(20);
    assertThat(target.contacts).hasSize(30);
    assertThat(most()).isEqualTo(1);
  }

  private void answerWithoutIds() {
    target.creates =
        store -> {
          WriteAnswer stored = store.get();
          assertThat(stored).isInstanceOf(WriteAnswer.Answered.class);
          RowAnswer unknown = RowAnswer.unknown("the answer has no ids");
          return new WriteAnswer.Answered(
              Collections.nCopies(((WriteAnswer.Answered) stored).rows().size(), unknown), null);
        };
  }

  @Test
  void answersWithoutIdsAreSettledAndVerifiedByOneListingAtOnce() {
    target.settleTime = Duration.ofSeconds(60);
    answerWithoutIds();
    plan(30);
    int before = target.lists;

    Result result = run();

    assertThat(result.count(RowState.CREATED)).isEqualTo(30);
    assertThat(target.lists - before).as("at the start, and at the end").isEqualTo(2);
    assertThat(clock.elapsed()).isLessThan(target.settleTime);
    assertThat(journal.verification())
        .hasValueSatisfying(shown -> assertThat(shown.same()).isEqualTo(30))
        .contains(journal.verify(target, progress -> {}));
  }

  @Test
  void whatIsNotListedAtOnceIsNotSentAgainBeforeTheTimeToSettle() {
    target.settleTime = Duration.ofSeconds(60);
    target.lag = Duration.ofSeconds(40);
    answerWithoutIds();
    plan(30);

    Result result = run();

    assertThat(result.count(RowState.CREATED)).isEqualTo(30);
    assertThat(target.contacts).hasSize(30);
    assertThat(clock.elapsed()).isGreaterThanOrEqualTo(target.settleTime);
    assertThat(journal.verification()).isPresent();
  }

  @Test
  void aNumberThatIsListedAtOnceForAnotherContactIsNobodysYet() {
    target.settleTime = Duration.ofSeconds(60);
    target.lag = Duration.ofSeconds(40);
    answerWithoutIds();
    plan(1);
    Function<Supplier<WriteAnswer>, WriteAnswer> creates = target.creates;
    target.creates =
        store -> {
          WriteAnswer answer = creates.apply(store);
          target.addAgain(
              new Stored("other", phone(0), Map.of(Fields.FIRST_NAME, "Else"), Instant.EPOCH));
          target.listAtOnce("other");
          return answer;
        };

    assertThat(run().count(RowState.CREATED)).isEqualTo(1);
    assertThat(journal.verification())
        .hasValueSatisfying(shown -> assertThat(shown.twice()).isEqualTo(1));
  }

  @Test
  void aListingTellsNothingOfRowsThatAreSentAfterIt() {
    answerWithoutIds();
    plan(30);
    assertThat(journal.run(target, FAST.first(10), progress -> {}).count(RowState.CREATED))
        .isEqualTo(10);
    assertThat(journal.verification()).as("20 rows are still to be sent").isEmpty();
    target.creates = Supplier::get;
    assertThat(journal.verify(target, progress -> {}).same()).isEqualTo(10);
    assertThat(journal.verification()).isPresent();

    assertThat(run().count(RowState.CREATED)).isEqualTo(30);

    assertThat(journal.verification()).isEmpty();
  }

  @Test
  void aListingThatSendsRowsAgainVerifiesNothing() {
    plan(30);
    target.creates =
        store -> {
          target.creates = Supplier::get;
          return new WriteAnswer.Lost("HTTP 500", null);
        };

    assertThat(run().count(RowState.CREATED)).isEqualTo(30);

    assertThat(target.contacts).hasSize(30);
    assertThat(journal.verification()).isEmpty();
  }

  @Test
  void aVerificationNamesTheFieldsThatDifferOrAreNotShown() {
    plan(3);
    run();
    target.contacts.replaceAll(
        held ->
            switch (held.id()) {
              case "id0" -> held;
              case "id1" ->
                  new Stored(
                      held.id(), held.phone(), Map.of(Fields.FIRST_NAME, "Else"), held.createdAt());
              default -> new Stored(held.id(), held.phone(), Map.of(), held.createdAt());
            });

    Verification shown = journal.verify(target, progress -> {});

    assertThat(shown.differsIn()).isEqualTo(Map.of(Fields.FIRST_NAME, 1L));
    assertThat(shown.notComparableIn()).isEqualTo(Map.of(Fields.FIRST_NAME, 1L));
    assertThat(shown.same()).isEqualTo(1);
    assertThat(shown.examples()).isEqualTo(Map.of(1L, List.of(2L)));
    assertThat(shown.toString())
        .contains("1 with another value (firstName)", "lacks a value (firstName)");
  }

  @Test
  void numbersThatAreNotInUseAreSentAndNamed() {
    Source people =
        ObjectSource.of("people", List.of("+919810000001", "+911000000000"))
            .column(Fields.PHONE, phone -> phone);
    PlanSummary summary = Transfer.from(people).to(target).plan(journal).summary();

    assertThat(summary.creates()).isEqualTo(2);
    assertThat(summary.notices())
        .singleElement()
        .asString()
        .startsWith("1 phone")
        .endsWith("row 2");
    assertThat(summary.toString()).contains("Worth a look:");
  }

  @Test
  void aRowThatIsNeverAnsweredIsSaidAndHoldsUpNobody() {
    plan(20);
    target.largest = 1;
    int[] count = {0};
    target.creates =
        store ->
            count[0]++ % 20 == 3 || target.contacts.size() == 19
                ? new WriteAnswer.Lost("HTTP 500", null)
                : store.get();

    Result result = run();

    assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 19L, RowState.UNKNOWN, 1L));
    assertThat(result.toString())
        .contains("each answer was lost: HTTP 500", "Not proved: 1 row of");
    assertThat(result.isEnded()).isFalse();
  }

  @Test
  void aListingThatLagsMakesNoRowSomeoneElses() {
    target.unique = true;
    target.lag = Duration.ofSeconds(30);
    plan(10);
    boolean[] lost = {false};
    target.creates =
        store -> {
          WriteAnswer answer = store.get();
          if (lost[0]) {
            return answer;
          }
          lost[0] = true;
          return new WriteAnswer.Lost("cut off", null);
        };

    Result result = run();
    for (int i = 0; i < 5 && !result.isEnded(); i++) {
      clock.advance(Duration.ofMinutes(1));
      result = run();
    }

    assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 10L));
    assertThat(result.toString()).contains("created, 10: a listing shows exactly these values");
    assertThat(most()).isEqualTo(1);
  }

  @Test
  void whatAnUpdateCannotChangeIsSaid() {
    target.add("a", phone(0), Map.of(Fields.FIRST_NAME, "First0", Fields.COMPANY_NAME, "Old"));
    Source acme =
        ObjectSource.of("people", List.of(0))
            .column(Fields.PHONE, OwnTargetTest::phone)
            .column(Fields.FIRST_NAME, person -> "First" + person)
            .column(Fields.COMPANY_NAME, person -> "Acme");

    PlanSummary summary =
        Transfer.from(acme).to(target).onExisting(OnExisting.UPDATE).plan(journal).summary();

    assertThat(summary.skipped()).containsOnlyKeys("an update cannot change companyName");
    assertThat(summary.losses())
        .containsExactly("companyName of contacts that are there cannot be changed (1 row)");
    assertThatThrownBy(() -> Transfer.from(acme).to(target).clearBlanks(true).plan(journal))
        .hasMessageContaining("documents no way to clear a field");
  }

  @Test
  void excludedNumbersAreReadOrRefused() {
    Transfer transfer = Transfer.from(people(3)).to(target);
    Plan plan = transfer.exclude(List.of("+91 98000-00001")).plan(journal);
    assertThat(plan.summary().skipped()).isEqualTo(Map.of("excluded", 1L));
    for (String wrong : List.of("9800000001", "garbage", "")) {
      assertThatThrownBy(() -> transfer.exclude(List.of("+919800000001", wrong)))
          .isInstanceOf(TransferException.class)
          .hasMessageContaining("excluded number 2 is not");
    }
  }

  @Test
  void forgottenPeopleAreNotMissing() {
    plan(5);
    run();
    journal.forget();
    assertThatThrownBy(() -> journal.verify(target, progress -> {}))
        .hasMessageContaining("were removed from the journal");
    clock.advance(Duration.ofHours(1));
    assertThatThrownBy(this::run).hasMessageContaining("were removed from the journal");
    assertThat(journal.result().states()).isEqualTo(Map.of(RowState.CREATED, 5L));
  }

  @Test
  void aListingThatEndsInTheMiddleVerifiesNothing() {
    plan(5);
    run();
    assertThat(journal.verify(target, progress -> {}).same()).isEqualTo(5);
    target.isDown = true;
    assertThatThrownBy(() -> journal.verify(target, progress -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(journal.verification()).isEmpty();
  }

  @Test
  void forgetKeepsWhatIsNeededToSettleAnyPlan() {
    // A contact that cannot be read may be any row, so a lost row stays unknown.
    target.unreadable = 1;
    plan(10);
    target.creates = store -> new WriteAnswer.Lost("cut off", null);
    assertThat(run().unknown()).isEqualTo(10);
    assertThatThrownBy(() -> journal.forget()).hasMessageContaining("not done");
    target.creates = store -> store.get();
    Transfer.from(people(12)).to(target).exclude(OwnTargetTest.phones(10)).plan(journal);
    assertThat(run().isEnded()).isTrue();

    assertThatThrownBy(() -> journal.forget())
        .hasMessageContaining("plan 1 has rows of unknown fate");
  }

  private static List<String> phones(int people) {
    return IntStream.range(0, people).mapToObj(OwnTargetTest::phone).toList();
  }

  @Test
  void withSomeRowsOnlyTheseAreGivenUp() {
    plan(100);
    target.largest = 1;
    target.creates = store -> new WriteAnswer.Lost("HTTP 500", null);

    Result result = journal.run(target, FAST.first(2), progress -> {});

    assertThat(result.states()).isEqualTo(Map.of(RowState.UNKNOWN, 2L, RowState.PLANNED, 98L));
    assertThat(clock.elapsed()).isLessThan(Duration.ofMinutes(30));
  }

  @Test
  void aPlanKeepsWhatTheTargetIsSetToAndWhatWasSeen() {
    Plan plan = plan(20);
    assertThat(plan.targetSettings()).isEqualTo(target.settings());
    assertThat(plan.capabilities()).isEmpty();
    run();
    assertThat(journal.plan().capabilities()).containsEntry("rows that a create carried", "10");
  }

  @Test
  void contactsThatCannotBeReadAreSaidAfterTheRunToo() {
    target.unreadable = 2;
    plan(3);
    assertThat(run().toString()).contains("Not proved: 2 contacts of the target without a number");
  }

  @Test
  void blankAndRepeatedIdsProveNothing() {
    plan(4);
    boolean[] once = {false};
    target.creates =
        store -> {
          WriteAnswer answer = store.get();
          if (once[0]) {
            return answer;
          }
          once[0] = true;
          return new WriteAnswer.Answered(
              List.of(
                  RowAnswer.written(" "),
                  RowAnswer.written("same"),
                  RowAnswer.written("same"),
                  RowAnswer.written("id3")),
              null);
        };
    assertThat(run().count(RowState.CREATED)).isEqualTo(4);
    List<String> ids = new ArrayList<>();
    journal.rows(Set.of(), row -> ids.add(String.valueOf(row.targetId())));
    assertThat(ids).containsExactly("id0", "id1", "id2", "id3");
  }

  @Test
  void anHourOfTroubleTakesFewRequestsAndNoneOfThemCounts() {
    plan(10);
    Instant end = clock.now().plus(Duration.ofHours(1));
    target.creates =
        store ->
            clock.now().isBefore(end) ? new WriteAnswer.NotSent("down", null, false) : store.get();
    List<Progress> pauses = new ArrayList<>();

    Result result =
        journal.run(
            target,
            FAST,
            progress -> {
              if (progress.pause() != null) {
                pauses.add(progress);
              }
            });

    assertThat(result.count(RowState.CREATED)).isEqualTo(10);
    assertThat(target.requests).isBetween(50, 100);
    assertThat(result.requests()).isEqualTo(1);
    assertThat(pauses).isNotEmpty();
  }

  @Test
  void aJournalThatWasClosedInTheMiddleCanBeOpenedAgain() {
    plan(30);
    assertThatThrownBy(() -> journal.run(target, FAST, progress -> journal.close()))
        .isInstanceOf(TransferException.class);
    journal = Journal.open(file(), clock);
    assertThat(run().isEnded()).isTrue();
    assertThat(most()).isEqualTo(1);
  }

  @Test
  void rowsOfARefusedRequestAreLookedForBeforeTheyGoAgain() {
    plan(20);
    int[] count = {0};
    target.creates =
        store -> {
          WriteAnswer stored = store.get();
          return count[0]++ == 0 ? new WriteAnswer.Refused("a bad row", false, null) : stored;
        };

    Result result = run();

    assertThat(result.count(RowState.CREATED)).isEqualTo(20);
    assertThat(target.contacts).hasSize(20);
    assertThat(most()).isEqualTo(1);
  }

  @Test
  void patienceEnds() {
    plan(30);
    target.creates = store -> new WriteAnswer.Lost("cut off", null);
    TransferException stopped =
        catchThrowableOfType(
            TransferException.class,
            () -> journal.run(target, FAST.patience(Duration.ofMinutes(10)), progress -> {}));
    assertThat(stopped.kind()).isEqualTo(Kind.TARGET);
    assertThat(target.contacts).isEmpty();
  }

  @Test
  void aMappingOfUnknownFieldsIsRefusedAtOnce() {
    Mapping mapping =
        Mapping.builder().column("phone", "phone").column("firstName", "nickname").build();
    assertThatThrownBy(() -> Transfer.from(people(2)).to(target).mapping(mapping).plan(journal))
        .hasMessageContaining("the mapping fills nickname, but Memory holds [phone");
    assertThat(journal.plans()).isEmpty();
    assertThatThrownBy(() -> RunOptions.DEFAULT.rate(Integer.MAX_VALUE))
        .isInstanceOf(TransferException.class);
  }
}
