package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows whose contacts changed after the plan was made are planned anew, and go on. */
class ReplanTest {
  private static final RunOptions FAST = RunOptions.DEFAULT.rate(100_000);

  @TempDir Path directory;
  private final VirtualClock clock = new VirtualClock();
  private final MemoryTarget target = new MemoryTarget(clock);
  private Journal journal;

  @BeforeEach
  void open() {
    journal = Journal.open(directory.resolve("again.contacts"), clock);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private static String phone(int person) {
    return "+91" + People.phone(person);
  }

  private static Source people(int count) {
    return ObjectSource.of("people", IntStream.range(0, count).boxed().toList())
        .column(Fields.PHONE, ReplanTest::phone)
        .column(Fields.FIRST_NAME, person -> "First" + person);
  }

  private void add(String id, int person, String name) {
    target.add(id, phone(person), Map.of(Fields.PHONE, phone(person), Fields.FIRST_NAME, name));
  }

  private void plan(int people, OnExisting choice) {
    Transfer.from(people(people)).to(target).onExisting(choice).plan(journal);
  }

  private Result run() {
    return journal.run(target, FAST, progress -> {});
  }

  private Plan replan() {
    return journal.replan(target, FAST, progress -> {});
  }

  private Map<String, String> names() {
    return target.contacts.stream()
        .collect(
            Collectors.toMap(
                held -> String.valueOf(held.phone()),
                held -> held.fields().getOrDefault(Fields.FIRST_NAME, "")));
  }

  private List<Row> rows(RowState state) {
    List<Row> rows = new ArrayList<>();
    journal.rows(Set.of(state), rows::add);
    return rows;
  }

  /** The first is changed by someone, the second removed, the third made; the fourth stays. */
  private void drift() {
    add("a", 0, "Old");
    add("b", 1, "Old");
    add("d", 3, "Old");
    plan(4, OnExisting.UPDATE);
    target.remove("a");
    target.remove("b");
    add("a", 0, "Theirs");
    add("c", 2, "Theirs");
    assertThat(run().states()).isEqualTo(Map.of(RowState.UPDATED, 1L, RowState.DRIFTED, 3L));
  }

  @Test
  void rowsThatDriftedGoAgainstWhatIsThereNow() {
    drift();

    PlanSummary summary = replan().summary();

    assertThat(summary.creates()).isEqualTo(1);
    assertThat(summary.updates()).isEqualTo(2);
    assertThat(run().states()).isEqualTo(Map.of(RowState.UPDATED, 3L, RowState.CREATED, 1L));
    assertThat(names())
        .isEqualTo(
            IntStream.range(0, 4)
                .boxed()
                .collect(Collectors.toMap(ReplanTest::phone, person -> "First" + person)));
    assertThat(journal.verify(target, progress -> {}).isClean()).isTrue();
  }

  @Test
  void whatChangesAgainDriftsAgain() {
    drift();
    replan();
    target.remove("a");
    add("a", 0, "Again");
    clock.advance(Duration.ofMinutes(16));

    assertThat(run().count(RowState.DRIFTED)).isEqualTo(1);
    assertThat(names()).containsEntry(phone(0), "Again");
  }

  @Test
  void theSettingsOfThePlanHold() {
    plan(3, OnExisting.SKIP);
    add("x", 1, "Theirs");
    add("y", 2, "Theirs");
    add("z", 2, "Theirs");
    assertThat(run().count(RowState.DRIFTED)).isEqualTo(2);

    assertThat(replan().summary().skipped()).containsEntry("the contact is there", 1L);

    assertThat(rows(RowState.REFUSED))
        .extracting(Row::reason, Row::suggestion, Row::existingId)
        .containsExactly(
            tuple("several contacts have this number", "The contacts are y, z", "y, z"));
    assertThat(run().isEnded()).isTrue();
    assertThat(target.contacts).hasSize(4);
  }

  @Test
  void theSummarySaysWhatRowsLoseThatArePlannedAgain() {
    Map<String, String> fields = Map.of(Fields.PHONE, phone(0), Fields.COMPANY_NAME, "Acme");
    target.add("a", phone(0), fields);
    Source people =
        ObjectSource.of("people", List.of(0))
            .column(Fields.PHONE, ReplanTest::phone)
            .column(Fields.FIRST_NAME, person -> "Asha")
            .column(Fields.COMPANY_NAME, person -> "Acme");
    Plan plan = Transfer.from(people).to(target).onExisting(OnExisting.UPDATE).plan(journal);
    assertThat(plan.summary().losses()).isEmpty();
    target.remove("a");
    Map<String, String> others =
        Map.of(Fields.PHONE, phone(0), Fields.FIRST_NAME, "Usha", Fields.COMPANY_NAME, "Other");
    target.add("a", phone(0), others);
    assertThat(run().count(RowState.DRIFTED)).isEqualTo(1);

    PlanSummary again = replan().summary();

    assertThat(again.losses())
        .containsExactly(
            "companyName of contacts that are there cannot be changed (1 row), planned again");
    assertThat(run().count(RowState.UPDATED)).isEqualTo(1);
  }

  @Test
  void withoutDriftedRowsNothingIsSent() {
    plan(3, OnExisting.SKIP);
    run();
    int lists = target.lists;

    assertThat(replan().id()).isEqualTo(journal.plan().id());

    assertThat(target.lists).isEqualTo(lists);
  }

  @Test
  void anotherAccountAndForgottenPeopleAreRefused() {
    drift();
    target.account = "another account";
    assertThatThrownBy(this::replan).hasMessageContaining("for memory account, not for another");
    target.account = "memory account";
    journal.forget();
    assertThatThrownBy(this::replan).hasMessageContaining("were removed from the journal");
  }

  @Test
  void whatOnlyACreateNeedsIsAskedForWhenTheContactIsGone() throws IOException {
    Path file = directory.resolve("names.csv");
    Files.writeString(file, "Phone,First name\n9876543210,Asha\n9876543211,Ravi\n");
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).start();
        KoreClient kore =
            sandbox
                .clientBuilder()
                .timeSource(clock)
                .rateLimiter(RateLimiter.unlimited())
                .build()) {
      Target koreTarget = KoreTarget.of(kore);
      for (String digits : List.of("9876543210", "9876543211")) {
        sandbox.addContact(
            Map.of(
                "firstName", "Old",
                "lastName", "Rao",
                "salutation", "Ms",
                "cellPhone",
                    Map.of("phoneNumber", "+91" + digits, "countryCode", "+91", "extension", "0")));
      }
      Transfer.from(CsvSource.of(file).region("IN"))
          .to(koreTarget)
          .onExisting(OnExisting.UPDATE)
          .plan(journal);
      sandbox.removeContact(String.valueOf(sandbox.contacts().get(0).get("id")));
      assertThat(journal.run(koreTarget, FAST, progress -> {}).states())
          .isEqualTo(Map.of(RowState.UPDATED, 1L, RowState.DRIFTED, 1L));
      sandbox.fail().next().of("GET").with(Fault.status(403, "{}"));
      assertThatThrownBy(() -> journal.replan(koreTarget, FAST, progress -> {}))
          .isInstanceOf(TransferException.class);
      assertThat(journal.result().count(RowState.DRIFTED)).isEqualTo(1);

      assertThat(journal.replan(koreTarget, FAST, progress -> {}).summary().refused().keySet())
          .singleElement()
          .asString()
          .contains("lastName is required and has no value");
    }
  }
}
