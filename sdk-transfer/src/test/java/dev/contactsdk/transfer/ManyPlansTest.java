package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal with several plans tells of each, and verifies all of them. */
class ManyPlansTest {
  private static final RunOptions FAST = RunOptions.DEFAULT.rate(100_000);

  @TempDir private Path directory;
  private final VirtualClock clock = new VirtualClock();
  private final MemoryTarget target = new MemoryTarget(clock);
  private Journal journal;

  private record Person(String phone, String name, String company) {}

  @BeforeEach
  void open() {
    journal = Journal.open(directory.resolve("many.contacts"), clock);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private static Person person(int number, String name, String company) {
    return new Person("+91" + People.phone(number), name, company);
  }

  private Result move(Person... people) {
    Source source =
        ObjectSource.of("people", List.of(people))
            .column(Fields.PHONE, Person::phone)
            .column(Fields.FIRST_NAME, Person::name)
            .column(Fields.COMPANY_NAME, Person::company);
    Plan unused = Transfer.from(source).to(target).onExisting(OnExisting.UPDATE).plan(journal);
    return journal.run(target, FAST, progress -> {});
  }

  private Verification verify() {
    return journal.verify(target, FAST, progress -> {});
  }

  private void set(String id, String field, String value) {
    target.contacts.replaceAll(
        held -> {
          Map<String, String> fields = new HashMap<>(held.fields());
          fields.put(field, value);
          return held.id().equals(id)
              ? new Stored(id, held.phone(), fields, held.createdAt())
              : held;
        });
  }

  private void moveTwice() {
    move(person(0, "Asha", "Acme"), person(1, "Ravi", "Acme"), person(2, "Meera", "Acme"));
    assertThat(move(person(1, "Ravindra", "Acme"), person(3, "Arun", "Acme")).states())
        .isEqualTo(Map.of(RowState.UPDATED, 1L, RowState.CREATED, 1L));
  }

  @Test
  void aRowThatANewerPlanUpdatedDoesNotDiffer() {
    moveTwice();
    int before = target.lists;

    Verification shown = verify();

    assertThat(target.lists - before).isEqualTo(1);
    assertThat(shown.plans()).containsExactly(1L, 2L);
    assertThat(shown.isClean()).isTrue();
    assertThat(shown.same()).as("contacts").isEqualTo(4);
    assertThat(shown.replaced()).isEqualTo(1);
    assertThat(shown.toString()).startsWith("2 plans: 4 as written, 1 covered by a newer plan");
  }

  @Test
  void whatAnOlderPlanWroteAndANewerDidNotIsComparedToo() {
    moveTwice();
    set("id0", Fields.FIRST_NAME, "Else");
    set("id1", Fields.COMPANY_NAME, "Else");

    Verification shown = verify();

    assertThat(shown.differsIn()).isEqualTo(Map.of(Fields.FIRST_NAME, 1L, Fields.COMPANY_NAME, 1L));
    assertThat(shown.examples()).isEqualTo(Map.of(1L, List.of(1L), 2L, List.of(1L)));
    assertThat(shown.toString()).contains("Look at the rows [1] of plan 1, [1] of plan 2");
  }

  @Test
  void aContactThatSeveralPlansWroteIsMissingOnce() {
    moveTwice();
    target.remove("id1");
    assertThat(verify().missing()).isEqualTo(1);
  }

  @Test
  void aContactThatANewerPlanCreatedAgainIsNotThereTwice() {
    move(person(0, "Asha", "Acme"));
    target.remove("id0");
    target.add("other", person(9, "", "").phone(), Map.of());
    assertThat(move(person(0, "Usha", "Acme")).count(RowState.CREATED)).isEqualTo(1);

    Verification shown = verify();

    assertThat(shown.isClean()).isTrue();
    assertThat(shown.same()).isEqualTo(1);
  }

  @Test
  void aRowThatANewerPlanPerhapsWroteAgainIsUnknownAndNotMissing() {
    move(person(0, "Asha", "Acme"));
    target.creates = store -> new WriteAnswer.Lost("HTTP 500", null);
    target.remove("id0");
    move(person(0, "Usha", "Acme"));

    Verification shown = verify();

    assertThat(shown.unknown()).isEqualTo(1);
    assertThat(shown.missing() + shown.differs()).isZero();
  }

  @Test
  void plansOfAnotherAccountAreLeftOut() {
    move(person(0, "Asha", "Acme"));
    target.account = "another account";
    move(person(1, "Ravi", "Acme"));
    target.remove("id0");
    assertThat(verify().plans()).containsExactly(2L);
    assertThat(verify().isClean()).isTrue();
    target.account = "memory account";
    assertThat(verify().missing()).isEqualTo(1);
    target.account = "a third account";
    assertThatThrownBy(this::verify)
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("the plan was made for another account");
  }

  @Test
  void eachPlanTellsOfItsOwnRows() throws Exception {
    move(person(0, "Asha", "Acme"), new Person("12", "Ravi", "Acme"));
    move(person(1, "Ravi", "Acme"));

    Plan first = journal.plans().get(0);

    assertThat(first.result().line()).isEqualTo("2 rows: 1 created, 1 refused; 1 request");
    assertThat(journal.result().states()).isEqualTo(Map.of(RowState.CREATED, 1L));
    first.rows(
        Set.of(RowState.REFUSED), row -> assertThat(row.state()).isEqualTo(RowState.REFUSED));
    Path mend = directory.resolve("mend.csv");
    assertThat(first.writeRejected(mend)).isEqualTo(1);
    assertThat(Files.readString(mend)).contains("Ravi");
    assertThat(journal.writeRejected(directory.resolve("none.csv"))).isZero();
  }
}
