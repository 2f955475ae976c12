package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.TruedyContactShape;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.sandbox.TruedySandboxBuilder;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.TruedyTarget;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TruedyTransferTest {
  @TempDir Path directory;
  private final VirtualClock clock = new VirtualClock();
  private TruedySandbox sandbox;
  private TruedyClient truedy;
  private TruedyTarget target;
  private Journal journal;

  private void start(TruedySandboxBuilder builder) {
    sandbox = builder.clock(clock).start();
    truedy = sandbox.clientBuilder().timeSource(clock).timeout(Duration.ofSeconds(2)).build();
    target = TruedyTarget.of(truedy);
    journal = Journal.open(directory.resolve("test.contacts"), clock);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      journal.close();
      truedy.close();
      sandbox.close();
    }
  }

  private Transfer transfer(Path file) {
    return Transfer.from(CsvSource.of(file).region("IN")).to(target);
  }

  private Result run() {
    return journal.run(target, progress -> {});
  }

  private void assertStoredOnce(int people) {
    Map<Object, Long> times =
        sandbox.contacts().stream()
            .collect(
                Collectors.groupingBy(
                    contact -> contact.get("phone_number"), Collectors.counting()));
    assertThat(times).hasSize(people).allSatisfy((phone, n) -> assertThat(n).isEqualTo(1));
  }

  @Test
  void whatTruedyCannotHoldIsSaidBeforeAnythingIsSent() {
    start(TruedySandbox.builder());
    PlanSummary summary = transfer(People.file(directory, 0, 10)).plan(journal).summary();

    assertThat(summary.losses())
        .anySatisfy(loss -> assertThat(loss).contains("\"Salutation\"", "10 values"));
    assertThat(sandbox.contactCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void lostAnswersOfSingleCreatesAreSettled(TruedyContactShape shape) {
    start(TruedySandbox.builder().contactShape(shape));
    transfer(People.file(directory, 0, 60)).plan(journal);
    sandbox.fail().share(0.2, 3).of("POST").with(Fault.cutAfterStore());
    sandbox.fail().share(0.2, 4).of("POST").with(Fault.cutBeforeStore());

    Result result = run();

    assertThat(result.isEnded()).isTrue();
    assertThat(result.count(RowState.CREATED) + result.count(RowState.PRESENT)).isEqualTo(60);
    assertStoredOnce(60);
    assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
  }

  @Test
  void anImportIsSettledByAListing() {
    start(TruedySandbox.builder());
    target = target.importingCsv();
    transfer(People.file(directory, 0, 700)).plan(journal);
    sandbox.fail().next().of("POST").with(Fault.cutAfterStore());

    Result result = run();

    assertThat(result.isEnded()).isTrue();
    assertStoredOnce(700);
    assertThat(result.count(RowState.CREATED)).isEqualTo(700);
    assertThat(sandbox.requestCount()).isLessThan(40);
  }

  /** Also the last row that is left. */
  @ParameterizedTest
  @ValueSource(ints = {1, 9})
  void rowsWhoseNumbersAreInAnotherFolderArePresent(int taken) {
    start(TruedySandbox.builder());
    transfer(People.file(directory, 0, taken)).plan(journal);
    run();
    target = target.folder(sandbox.addFolder("others")).importingCsv();
    transfer(People.file(directory, 0, 12)).plan(journal);

    Result first = run();
    assertThat(first.count(RowState.UNKNOWN)).as("perhaps not listed yet").isEqualTo(taken);
    clock.advance(Duration.ofMinutes(5));
    Result result = run();

    assertThat(result.isEnded()).isTrue();
    assertThat(result.count(RowState.CREATED)).isEqualTo(12 - taken);
    assertThat(result.count(RowState.PRESENT)).isEqualTo(taken);
    assertStoredOnce(12);
    assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anImportThatIsRefusedEndsForEachRow(int rows) {
    start(TruedySandbox.builder());
    target = target.importingCsv();
    transfer(People.file(directory, 0, rows)).plan(journal);
    sandbox
        .fail()
        .always()
        .of("POST")
        .with(
            Fault.status(
                400, "{\"error\":{\"code\":\"invalid_request\",\"message\":\"not this one\"}}"));

    Result result = journal.run(target, RunOptions.DEFAULT.keepGoing(true), progress -> {});

    assertThat(result.states()).isEqualTo(Map.of(RowState.REJECTED, (long) rows));
  }

  /** Its first name has the words of the whole, but the row has both parts. */
  @Test
  void aRowWithBothPartsChangesThem() throws IOException {
    start(TruedySandbox.builder());
    Path people = directory.resolve("people.csv");
    Files.writeString(people, "First name,Last name,Phone\nMaria,Garcia Lopez,9800000001\n");
    transfer(people).plan(journal);
    run();
    Files.writeString(people, "First name,Last name,Phone\nMaria Garcia,Garcia Lopez,9800000001\n");
    transfer(people).onExisting(OnExisting.UPDATE).plan(journal);

    assertThat(run().count(RowState.UPDATED)).isEqualTo(1);

    assertThat(sandbox.contacts().get(0))
        .containsEntry("first_name", "Maria Garcia")
        .containsEntry("last_name", "Garcia Lopez");
    assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
  }

  /** The import writes a whole name, which some answers show as the first name. */
  @ParameterizedTest
  @EnumSource
  void anImportedNameThatALaterFileFindsAsWantedIsVerified(TruedyContactShape shape) {
    start(TruedySandbox.builder().contactShape(shape));
    target = target.importingCsv();
    transfer(People.file(directory, 0, 3)).key("Phone").plan(journal);
    run();
    target = TruedyTarget.of(truedy);
    Path same = People.file(directory, 0, 3);
    transfer(same).key("Phone").onExisting(OnExisting.UPDATE).plan(journal);
    assertThat(run().count(RowState.SKIPPED)).isEqualTo(3);

    Verification shown = journal.verify(target, progress -> {});

    assertThat(shown.isClean()).as(shown.toString()).isTrue();
    assertThat(shown.same()).isEqualTo(3);
  }

  /** A whole name in the column of first names is the contact's: its parts are as they were. */
  @Test
  void aWholeNameThatALaterFileHasAsTheFirstNameIsVerified() throws IOException {
    start(TruedySandbox.builder());
    transfer(People.file(directory, 0, 1)).key("Phone").plan(journal);
    run();
    Path names = directory.resolve("names.csv");
    Files.writeString(names, "First name,Phone\nFirst0 Last0,9800000000\n");
    transfer(names).key("Phone").onExisting(OnExisting.UPDATE).plan(journal);

    assertThat(run().count(RowState.SKIPPED)).isEqualTo(1);

    assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
  }

  @Test
  void aLastNameIsAddedToAFirstNameOfTwoWords() throws IOException {
    start(TruedySandbox.builder());
    Path people = directory.resolve("people.csv");
    Files.writeString(people, "First name,Last name,Phone\nMary Ann,,9800000001\n");
    transfer(people).plan(journal);
    run();
    Files.writeString(people, "First name,Last name,Phone\nMary Ann,Lee,9800000001\n");
    transfer(people).onExisting(OnExisting.UPDATE).plan(journal);

    assertThat(run().count(RowState.UPDATED)).isEqualTo(1);

    assertThat(sandbox.contacts().get(0))
        .containsEntry("first_name", "Mary Ann")
        .containsEntry("last_name", "Lee");
    assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
  }

  /** An account that shows names in one piece, and a file with the first names alone. */
  @ParameterizedTest
  @EnumSource
  void aFileOfFirstNamesLeavesImportedNames(TruedyContactShape shape) throws IOException {
    start(TruedySandbox.builder().contactShape(shape));
    target = target.importingCsv();
    transfer(People.file(directory, 0, 3)).plan(journal);
    run();
    List<Map<String, Object>> before = sandbox.contacts();
    target = TruedyTarget.of(truedy);
    Path firstNames = directory.resolve("first.csv");
    Files.writeString(
        firstNames, "First name,Phone,Email\nFirst0,9800000000,\nFirst1,9800000001,a@b.in\n");
    transfer(firstNames).onExisting(OnExisting.UPDATE).plan(journal);

    Result result = run();

    assertThat(result.states()).isEqualTo(Map.of(RowState.SKIPPED, 1L, RowState.UPDATED, 1L));
    assertThat(journal.plan().summary().losses())
        .anySatisfy(loss -> assertThat(loss).startsWith("firstName of contacts that are there"));
    assertThat(sandbox.contacts().toString()).contains("First0 Last0", "First1 Last1");
    assertThat(sandbox.contacts()).hasSameSizeAs(before);
    assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
  }

  @Test
  void aCorrectedFileIsRefusedWhereTheOtherWayDoesNotHoldItsFields() throws IOException {
    start(TruedySandbox.builder());
    Path file = directory.resolve("people.csv");
    Files.writeString(file, "Phone,Company\n9800000001,Acme\n98,Acme\n");
    transfer(file).plan(journal);
    Path refused = directory.resolve("refused.csv");
    assertThat(journal.writeRejected(refused)).isEqualTo(1);
    target = target.importingCsv();

    assertThatThrownBy(() -> transfer(refused).plan(journal))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining(
            "give a mapping: that of the plan whose rows the file corrects fills companyName");
  }

  @Test
  void updatesWhatIsThere() {
    start(TruedySandbox.builder());
    transfer(People.file(directory, 0, 10)).plan(journal);
    run();
    Path changed =
        People.file(directory, People.lines(0, 9) + People.line(9).replace("Last9", "Other"));
    Plan plan = transfer(changed).onExisting(OnExisting.UPDATE).plan(journal);
    assertThat(plan.summary().updates()).isEqualTo(1);
    sandbox.fail().next().of("PUT").with(Fault.cutAfterStore());

    assertThat(run().count(RowState.UPDATED)).isEqualTo(1);

    assertThat(sandbox.contacts())
        .anySatisfy(contact -> assertThat(contact).containsEntry("last_name", "Other"));
  }

  @Test
  void aContactThatSomeoneChangedSinceThePlanWaits() {
    start(TruedySandbox.builder());
    transfer(People.file(directory, 0, 3)).plan(journal);
    run();
    Path changed =
        People.file(directory, People.lines(0, 2) + People.line(2).replace("Last2", "Other"));
    transfer(changed).onExisting(OnExisting.UPDATE).plan(journal);
    String id =
        sandbox.contacts().stream()
            .filter(contact -> "Last2".equals(contact.get("last_name")))
            .findFirst()
            .orElseThrow()
            .get("id")
            .toString();
    truedy
        .contacts()
        .update(id, TruedyContactChanges.builder().lastName("Theirs").build())
        .execute();

    Result result = run();

    assertThat(result.count(RowState.DRIFTED)).isEqualTo(1);
    assertThat(sandbox.contacts())
        .anySatisfy(contact -> assertThat(contact).containsEntry("last_name", "Theirs"));
  }

  @Test
  void aThirdOfTheMinuteStaysFreeForOthers() {
    start(TruedySandbox.builder());
    List<Instant> sent = Collections.synchronizedList(new ArrayList<>());
    sandbox.beforeRequest(request -> sent.add(clock.now()));
    transfer(People.file(directory, 0, 150)).plan(journal);
    // One at a time: this clock does not wait for a request that is under way.
    journal.run(target, RunOptions.DEFAULT.inFlight(1), progress -> {});

    assertThat(sent).hasSizeGreaterThan(150);
    List<Instant> sorted = sent.stream().sorted().toList();
    for (int i = 66; i < sorted.size(); i++) {
      assertThat(Duration.between(sorted.get(i - 66), sorted.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }
    assertThat(clock.elapsed()).isLessThan(Duration.ofMinutes(4));
  }

  @Test
  void aCreateThatIsCarriedOutAfterTheTimeToSettleIsFoundByVerify() {
    start(TruedySandbox.builder());
    transfer(People.file(directory, 0, 5)).plan(journal);
    run();
    sandbox.addContact(
        Map.of(
            "phone_number", "+91" + People.phone(2), "first_name", "First2", "last_name", "Last2"));

    Verification verification = journal.verify(target, progress -> {});

    assertThat(verification.twice()).isEqualTo(1);
    assertThat(verification.isClean()).isFalse();
    assertThat(verification.toString()).contains("1 there twice", "[4]");
  }
}
