package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreArrayPolicy;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.Progress;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.KoreTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KoreTransferTest {
  @TempDir Path directory;
  private final VirtualClock clock = new VirtualClock();
  private KoreSandbox sandbox;
  private KoreClient kore;
  private KoreTarget target;
  private Journal journal;

  private void start(KoreSandboxBuilder builder) {
    sandbox = builder.clock(clock).start();
    kore = sandbox.clientBuilder().timeSource(clock).timeout(Duration.ofSeconds(2)).build();
    target = KoreTarget.of(kore);
    journal = Journal.open(directory.resolve("test.contacts"), clock);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      journal.close();
      kore.close();
      sandbox.close();
    }
  }

  private Plan plan(Path file) {
    return Transfer.from(CsvSource.of(file).region("IN")).to(target).plan(journal);
  }

  private Result run() {
    return journal.run(target, progress -> {});
  }

  private void addSomebody(int person) {
    sandbox.addContact(
        Map.of(
            "firstName", "Some",
            "lastName", "Body",
            "salutation", "Mr",
            "cellPhone",
                Map.of(
                    "phoneNumber", "+91" + People.phone(person),
                    "countryCode", "+91",
                    "extension", "+91")));
  }

  private Map<String, Long> timesStored() {
    return sandbox.contacts().stream()
        .map(contact -> ((Map<?, ?>) contact.get("cellPhone")).get("phoneNumber").toString())
        .collect(Collectors.groupingBy(phone -> phone, Collectors.counting()));
  }

  private void assertStoredOnce(int people) {
    assertThat(timesStored()).hasSize(people).allSatisfy((phone, n) -> assertThat(n).isEqualTo(1));
  }

  @Test
  void aNumberThatIsThereIsNotCreatedByALaterRowThatLacksNothing() {
    start(KoreSandbox.builder());
    addSomebody(1);
    Path file = People.file(directory, "Ms,Asha,," + People.phone(1) + ",+91\n" + People.line(1));

    PlanSummary summary =
        Transfer.from(CsvSource.of(file).region("IN"))
            .to(target)
            .onExisting(OnExisting.REJECT)
            .plan(journal)
            .summary();

    assertThat(summary.creates()).isZero();
    assertThat(summary.refused()).isEqualTo(Map.of("the contact is there", 1L));
  }

  @Test
  void plansRunsAndVerifies() {
    start(KoreSandbox.builder());
    String twice = People.line(3);
    String damaged = "Mr,Damaged,Number,9.19877E+11,+91\n";
    Path file = People.file(directory, People.lines(0, 250) + twice + damaged);

    Plan plan = plan(file);

    assertThat(sandbox.contactCount()).isZero();
    PlanSummary summary = plan.summary();
    assertThat(summary.rows()).isEqualTo(252);
    assertThat(summary.creates()).isEqualTo(250);
    assertThat(summary.skipped()).containsEntry("repeats the number of an earlier row", 1L);
    assertThat(summary.refused()).hasSize(1).containsValue(1L);
    assertThat(summary.requests()).isEqualTo(2);
    assertThat(summary.toString())
        .contains("252 rows: 250 to create")
        .contains("All numbers of the target could be read.");

    List<Progress> heard = new ArrayList<>();
    Result result = journal.run(target, heard::add);

    assertThat(result.states())
        .isEqualTo(Map.of(RowState.CREATED, 250L, RowState.SKIPPED, 1L, RowState.REFUSED, 1L));
    assertThat(result.isEnded()).isTrue();
    assertThat(heard.get(heard.size() - 1).done()).isEqualTo(252);
    assertStoredOnce(250);

    Verification verification = journal.verify(target, progress -> {});
    assertThat(verification.isClean()).isTrue();
    assertThat(verification.same()).isEqualTo(250);
  }

  @Test
  void theEstimateOfTheNextPlanKnowsTheSizesThatWereTaken() {
    start(KoreSandbox.builder());
    PlanSummary first = plan(People.file(directory, 0, 700)).summary();
    assertThat(first.requests()).isEqualTo(run().requests()).isEqualTo(3);
    PlanSummary second = plan(People.file(directory, 700, 1050)).summary();
    assertThat(second.requests()).isEqualTo(run().requests()).isEqualTo(1);
  }

  @Test
  void aSecondRunDoesNothing() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 20));
    run();
    sandbox.clearRequests();

    Result again = run();

    assertThat(again.count(RowState.CREATED)).isEqualTo(20);
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void updatesWhatIsThereAndChangesNothingElse() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 10));
    run();
    Path changed =
        People.file(
            directory,
            People.lines(0, 8)
                + People.line(8).replace("Last8", "Other")
                + People.line(9).replace("Ms", "Dr"));
    Plan plan =
        Transfer.from(CsvSource.of(changed).region("IN"))
            .to(target)
            .onExisting(OnExisting.UPDATE)
            .plan(journal);
    assertThat(plan.summary().updates()).isEqualTo(2);
    assertThat(plan.summary().skipped()).containsEntry("the contact is as wanted", 8L);

    assertThat(run().count(RowState.UPDATED)).isEqualTo(2);

    assertThat(sandbox.contacts())
        .anySatisfy(contact -> assertThat(contact).containsEntry("lastName", "Other"))
        .anySatisfy(contact -> assertThat(contact).containsEntry("salutation", "Dr"));
    assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aTakenNumberInAnArrayStandsAloneAndTheOthersAreCreated(KoreArrayPolicy policy) {
    start(KoreSandbox.builder().arrayPolicy(policy).listLikeOtherPages());
    plan(People.file(directory, 0, 60));
    // Somebody else was faster, after the listing at the run's start.
    boolean[] done = new boolean[1];
    sandbox.beforeRequest(
        request -> {
          if (!done[0] && request.method().equals("POST")) {
            done[0] = true;
            addSomebody(30);
          }
        });

    Result result = run();

    assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 59L, RowState.PRESENT, 1L));
    assertStoredOnce(60);
    Verification verification = journal.verify(target, progress -> {});
    assertThat(verification.isClean()).isTrue();
    assertThat(verification.same()).isEqualTo(59);
  }

  @Test
  void lostAnswersAreSettledByAListingAndNothingIsStoredTwice() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 300));
    sandbox.fail().share(0.4, 7).of("POST").with(Fault.cutAfterStore());
    sandbox.fail().share(0.3, 8).of("POST").with(Fault.cutBeforeStore());

    Result result = run();

    assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 300L));
    assertStoredOnce(300);
  }

  @Test
  void aNumberThatTurnsUpAfterThePlanMakesItsRowWait() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 10));
    addSomebody(4);
    sandbox.clearRequests();

    Result result = run();

    assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 9L, RowState.DRIFTED, 1L));
    // The number was not even sent: a refusal would have said PRESENT.
    assertThat(sandbox.requests())
        .filteredOn(request -> request.method().equals("POST"))
        .noneMatch(request -> request.body().contains(People.phone(4)));
  }

  @Test
  void aPlanThatIsRunLongAfterItsLastRunIsHeldAgainstTheTargetAgain() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 10));
    journal.run(target, RunOptions.DEFAULT.first(3), progress -> {});
    addSomebody(8);
    clock.advance(Duration.ofMinutes(16));

    assertThat(run().states()).isEqualTo(Map.of(RowState.CREATED, 9L, RowState.DRIFTED, 1L));
  }

  @Test
  void aMissingScopeStopsTheRunAndTheRowsGoAgain() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 30));
    sandbox
        .fail()
        .always()
        .of("POST")
        .with(Fault.status(400, "{\"errors\":[{\"msg\":\"the account may not do that\"}]}"));

    TransferException stopped = catchThrowableOfType(TransferException.class, () -> run());

    assertThat(stopped.kind()).isEqualTo(Kind.GUARD);
    assertThat(stopped).hasMessageContaining("the account may not do that");
    sandbox.heal();
    Result result = run();
    assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 30L));
    assertStoredOnce(30);
  }

  @Test
  void aRevokedCredentialStopsTheRunAndTheNextGoesOn() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 30));
    sandbox.fail().always().of("POST").with(Fault.status(401, "{}"));

    TransferException stopped = catchThrowableOfType(TransferException.class, () -> run());

    assertThat(stopped.kind()).isEqualTo(Kind.TARGET);
    assertThat(journal.result().count(RowState.PLANNED)).isEqualTo(30);
    sandbox.heal();
    assertThat(run().count(RowState.CREATED)).isEqualTo(30);
  }

  @Test
  void firstSendsOnlySomeRows() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 30));

    Result canary = journal.run(target, RunOptions.DEFAULT.first(7), progress -> {});

    assertThat(canary.states()).isEqualTo(Map.of(RowState.CREATED, 7L, RowState.PLANNED, 23L));
    assertThat(run().count(RowState.CREATED)).isEqualTo(30);
  }

  @Test
  void aChangedFileStopsTheRunBeforeAnythingIsSent() {
    start(KoreSandbox.builder());
    Path file = People.file(directory, 0, 5);
    plan(file);
    People.file(directory, 0, 6);
    sandbox.clearRequests();

    TransferException stopped = catchThrowableOfType(TransferException.class, () -> run());

    assertThat(stopped).hasMessageContaining("people.csv changed since the plan was made");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void aPlanRunsOnlyInItsAccount() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 5));
    try (KoreSandbox another = KoreSandbox.start();
        KoreClient client = another.client()) {
      KoreTarget elsewhere = KoreTarget.of(client);
      assertThat(
              catchThrowableOfType(
                      TransferException.class, () -> journal.run(elsewhere, progress -> {}))
                  .kind())
          .isEqualTo(Kind.JOURNAL);
      assertThatThrownBy(() -> journal.verify(elsewhere, progress -> {}))
          .hasMessageContaining("the plan was made for " + target.account());
      assertThat(another.requests()).isEmpty();
    }
  }

  @Test
  void refusedRowsComeBackAsAFileThatCanBeImportedAfterTheMend() throws Exception {
    start(KoreSandbox.builder());
    Path file = People.file(directory, People.lines(0, 5) + "Mr,No,Number,,+91\nMr,,Lee,12,+91\n");
    plan(file);
    run();
    Path rejected = directory.resolve("rejected.csv");

    assertThat(journal.writeRejected(rejected)).isEqualTo(2);

    String text = Files.readString(rejected);
    assertThat(text).contains("plan,row,reason,suggestion").contains("Mr,No,Number");
    Files.writeString(
        rejected,
        text.replace("Mr,No,Number,,", "Mr,No,Number," + People.phone(7) + ",")
            .replace("Mr,,Lee,12", "Mr,Lu,Lee," + People.phone(8)));
    plan(rejected);
    assertThat(run().states()).isEqualTo(Map.of(RowState.CREATED, 2L));
    assertStoredOnce(7);
  }

  @Test
  void theFirstRowWithANumberThatCanGoIsTaken() throws Exception {
    start(KoreSandbox.builder());
    String lacking = "Ms,First0,," + People.phone(0) + ",+91\n";
    Plan plan =
        plan(People.file(directory, lacking + lacking + People.line(0) + People.line(0) + lacking));

    assertThat(plan.summary().refused()).containsValue(1L).hasSize(1);
    assertThat(plan.summary().skipped()).containsValue(3L).hasSize(1);
    assertThat(run().count(RowState.CREATED)).isEqualTo(1);
    assertThat(sandbox.contacts())
        .singleElement()
        .satisfies(contact -> assertThat(contact).containsEntry("lastName", "Last0"));

    Path rejected = directory.resolve("rejected.csv");
    assertThat(journal.writeRejected(rejected)).isEqualTo(1);
    assertThat(Files.readString(rejected)).contains("lastName is required", ",2,");
  }

  @Test
  void aRowThatLacksWhatOnlyACreateNeedsUpdatesBeforeALaterOne() throws Exception {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 1));
    run();
    String first = "Ms,Other,," + People.phone(0) + ",+91\n";
    PlanSummary summary =
        Transfer.from(CsvSource.of(People.file(directory, first + People.line(0))).region("IN"))
            .to(target)
            .onExisting(OnExisting.UPDATE)
            .plan(journal)
            .summary();

    assertThat(summary.updates()).isEqualTo(1);
    assertThat(summary.skipped()).containsOnlyKeys("repeats the number of an earlier row");
    assertThat(run().count(RowState.UPDATED)).isEqualTo(1);
    assertThat(sandbox.contacts())
        .singleElement()
        .satisfies(contact -> assertThat(contact).containsEntry("firstName", "Other"));
  }

  /** The plan takes the whole name for the same, wherever it is split, and so does verification. */
  @Test
  void aNameThatIsSplitElsewhereIsAsWritten() throws Exception {
    start(KoreSandbox.builder());
    plan(People.file(directory, "Ms,Mary,Ann Lee," + People.phone(1) + ",+91\n"));
    run();
    Mapping wholeName =
        Mapping.builder()
            .column("Phone", Fields.PHONE)
            .column("First name", Fields.FIRST_NAME)
            .column("Salutation", Fields.SALUTATION)
            .build();
    Plan again =
        Transfer.from(
                CsvSource.of(
                        People.file(directory, "Dr,Mary Ann Lee,," + People.phone(1) + ",+91\n"))
                    .region("IN"))
            .to(target)
            .mapping(wholeName)
            .onExisting(OnExisting.UPDATE)
            .plan(journal);
    assertThat(again.summary().updates()).isEqualTo(1);
    run();

    assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
  }

  @Test
  void forgetsPeopleAndKeepsCounts() throws Exception {
    start(KoreSandbox.builder());
    Plan unused =
        Transfer.from(CsvSource.of(People.file(directory, 0, 50)).region("IN"))
            .to(target)
            .exclude(List.of(People.phone(99)))
            .plan(journal);
    run();

    journal.forget();

    assertThat(journal.result().count(RowState.CREATED)).isEqualTo(50);
    List<Row> rows = new ArrayList<>();
    journal.rows(Set.of(RowState.CREATED), rows::add);
    assertThat(rows).hasSize(50).allSatisfy(row -> assertThat(row.targetId()).isNotBlank());
    journal.close();
    try (var files = Files.list(directory)) {
      for (Path each : files.filter(path -> path.toString().contains("test.contacts")).toList()) {
        assertThat(Files.readString(each, java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain("First1", People.phone(1), People.phone(99));
      }
    }
    journal = Journal.open(directory.resolve("test.contacts"), clock);
  }

  @Test
  void thirtyMinutesOfTroubleAreWaitedFor() {
    start(KoreSandbox.builder());
    plan(People.file(directory, 0, 30));
    sandbox.fail().next(20).of("POST").with(Fault.status(503, "down").withoutStoring());
    List<String> waits = new ArrayList<>();

    Result result =
        journal.run(
            target,
            progress -> {
              if (progress.pauseReason() != null) {
                waits.add(progress.pauseReason());
              }
            });

    assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 30L));
    assertThat(waits).isNotEmpty();
    assertStoredOnce(30);
  }
}
