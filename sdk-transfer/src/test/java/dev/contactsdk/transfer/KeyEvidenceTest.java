package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.RowAnswer;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contact gets a key only where something proves whose it is. */
class KeyEvidenceTest {
  private static final RunOptions FAST = RunOptions.DEFAULT.rate(100_000);

  @TempDir private Path directory;
  private final VirtualClock clock = new VirtualClock();
  private final MemoryTarget target = new MemoryTarget(clock);
  private Journal journal;
  private OnExisting onExisting = OnExisting.UPDATE;

  private record Person(String key, int number, String name) {}

  @BeforeEach
  void open() {
    target.changesPhones = true;
    journal = Journal.open(directory.resolve("keys.contacts"), clock);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private static String phone(int number) {
    return "+91" + People.phone(number);
  }

  private static Source source(String keyColumn, Person... people) {
    return ObjectSource.of("people", Arrays.asList(people))
        .column(keyColumn, Person::key)
        .column(Fields.PHONE, person -> phone(person.number))
        .column(Fields.FIRST_NAME, Person::name);
  }

  private Plan plan(Person... people) {
    return Transfer.from(source("customer", people))
        .to(target)
        .onExisting(onExisting)
        .key("customer")
        .plan(journal);
  }

  private Result run() {
    return journal.run(target, FAST, progress -> {});
  }

  private void move(Person... people) {
    Plan unused = plan(people);
    assertThat(run().isEnded()).isTrue();
  }

  private Verification verify() {
    return journal.verify(target, FAST, progress -> {});
  }

  private void add(String id, int number, String name) {
    target.addAgain(stored(id, number, name));
  }

  private void change(String id, int number, String name) {
    target.contacts.replaceAll(held -> held.id().equals(id) ? stored(id, number, name) : held);
  }

  private void remove(String id) {
    target.remove(id);
  }

  private Stored stored(String id, int number, String name) {
    Map<String, String> fields = Map.of(Fields.PHONE, phone(number), Fields.FIRST_NAME, name);
    return new Stored(id, phone(number), fields, clock.now());
  }

  private Map<String, String> contacts() {
    return target.contacts.stream()
        .collect(Collectors.toMap(Stored::id, KeyEvidenceTest::described));
  }

  private static String described(Stored held) {
    return held.fields().get(Fields.FIRST_NAME) + " " + held.phone();
  }

  private static String described(String name, int number) {
    return name + " " + phone(number);
  }

  private List<Row> rows(RowState state) {
    List<Row> rows = new ArrayList<>();
    journal.rows(Set.of(state), rows::add);
    return rows;
  }

  /** A person looked at it, and saw that a column is the wrong one. */
  @ParameterizedTest
  @EnumSource(OnExisting.class)
  void aPlanThatNeverRanGivesNoKey(OnExisting first) {
    add("mother", 7, "Mother");
    onExisting = first;
    Plan unused = plan(new Person("C1", 7, "Asha"));
    onExisting = OnExisting.UPDATE;

    move(new Person("C1", 1, "Asha"));

    assertThat(contacts()).containsEntry("mother", described("Mother", 7)).hasSize(2);
  }

  @Test
  void aRowThatDriftedGivesNoKey() {
    add("other", 1, "Other");
    Plan unused = plan(new Person("C1", 1, "Asha"));
    change("other", 9, "Other");
    assertThat(run().states()).containsEntry(RowState.DRIFTED, 1L);

    move(new Person("C1", 1, "Asha"));

    assertThat(contacts()).containsEntry("other", described("Other", 9)).hasSize(2);
  }

  @Test
  void aRowThatTheTargetRejectedGivesNoKey() {
    add("other", 1, "Other");
    target.updates = update -> new WriteAnswer.Answered(List.of(RowAnswer.rejected("no")), null);
    move(new Person("C1", 1, "Asha"));
    assertThat(rows(RowState.REJECTED)).hasSize(1);
    target.updates = Supplier::get;

    move(new Person("C1", 2, "Asha"));

    assertThat(contacts()).containsEntry("other", described("Other", 1)).hasSize(2);
  }

  @Test
  void aRowThatARunLeftForLaterGivesNoKey() {
    add("other", 2, "Other");
    Plan unused = plan(new Person("C1", 1, "Asha"), new Person("C2", 2, "Ravi"));
    Result first = journal.run(target, FAST.first(1), progress -> {});
    assertThat(first.states()).containsEntry(RowState.CREATED, 1L);

    move(new Person("C2", 3, "Ravi"));

    assertThat(contacts()).containsEntry("other", described("Other", 2)).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = OnExisting.class,
      names = {"SKIP", "REJECT"})
  void aRowThatFoundItsContactGivesTheKeyOnceItsPlanRan(OnExisting first) {
    add("asha", 1, "Asha");
    onExisting = first;
    move(new Person("C1", 1, "Asha"));
    onExisting = OnExisting.UPDATE;

    move(new Person("C1", 2, "Asha"));

    assertThat(contacts()).isEqualTo(Map.of("asha", described("Asha", 2)));
  }

  @Test
  void replanKnowsTheKeysThatThePlanItselfGave() {
    add("ravi", 2, "Ravi");
    Plan unused = plan(new Person("C1", 1, "Asha"), new Person("C2", 2, "Ravinder"));
    remove("ravi");
    assertThat(run().states()).containsEntry(RowState.DRIFTED, 1L);
    String asha = target.contacts.get(0).id();
    change(asha, 2, "Asha");

    Plan again = journal.replan(target, FAST, progress -> {});
    assertThat(run().isEnded()).isTrue();

    assertThat(again.summary().updates()).isZero();
    assertThat(rows(RowState.REFUSED))
        .extracting(Row::reason)
        .containsExactly("the contact with this number has another key");
    assertThat(contacts()).isEqualTo(Map.of(asha, described("Asha", 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u2007 ", "\u202f", "\u200b", "\ufeff", "\u00ad\u2060", "\t"})
  void aCellOfBlanksOfAnyKindIsNoKey(String blank) {
    move(new Person(blank, 1, "Asha"));

    move(new Person(blank, 3, "Ravi"), new Person(blank, 4, "Maya"));

    assertThat(contacts().values())
        .containsExactlyInAnyOrder(
            described("Asha", 1), described("Ravi", 3), described("Maya", 4));
  }

  @Test
  void blanksAroundAKeyAreNoPartOfIt() {
    move(new Person("C1", 1, "Asha"));

    move(new Person("\ufeff C1\u00a0", 2, "Asha"));

    assertThat(contacts().values()).containsExactly(described("Asha", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "##",
        "########",
        "#REF!",
        "#N/A",
        "#NAME?",
        "1.23457E+11",
        "1,2e+18",
        "2E+10",
        "C\n1",
        "C\u00001",
        "C\ufffd1",
        "\ud83d"
      })
  void whatIsNobodysKeyIsRefusedWithAReasonAndASuggestion(String key) {
    assertThat(plan(new Person(key, 1, "Asha")).summary().creates()).isZero();
    assertThat(rows(RowState.REFUSED))
        .allSatisfy(
            row -> {
              assertThat(row.reason()).startsWith("the key ").doesNotContain(key);
              assertThat(row.suggestion()).isNotBlank();
            })
        .hasSize(1);
  }

  @Test
  void aLongKeyIsRefusedAsOne() {
    Plan unused = plan(new Person("C".repeat(201), 1, "Asha"), new Person("D".repeat(200), 2, "B"));
    assertThat(rows(RowState.REFUSED))
        .extracting(Row::reason)
        .containsExactly("the key is longer than 200 characters");
  }

  @Test
  void verifyMissesAContactWhoseNumberAnotherPersonHasNow() {
    move(new Person("C1", 1, "Asha"), new Person("C2", 2, "Ravi"));
    remove(target.contacts.get(0).id());
    move(new Person("C2", 1, "Ravi"));

    Verification shown = verify();

    assertThat(shown.missing()).isEqualTo(1);
    assertThat(shown.twice()).isZero();
    assertThat(shown.replaced()).isEqualTo(1);
    assertThat(shown.same()).isEqualTo(1);
    assertThat(shown.isClean()).isFalse();
    assertThat(shown.examples()).isEqualTo(Map.of(1L, List.of(1L)));
  }

  @Test
  void verifyLeavesAPersonWhoseContactWasMadeAnewToTheNewerPlan() {
    move(new Person("C1", 1, "Asha"));
    remove(target.contacts.get(0).id());
    add("other", 7, "Other");
    move(new Person("C1", 5, "Asha"));

    Verification shown = verify();

    assertThat(shown.isClean()).isTrue();
    assertThat(shown.replaced()).isEqualTo(1);
    assertThat(shown.same()).isEqualTo(1);
  }

  /** Also where no plan has a key. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void verifySaysTwiceOnlyOfANumberThatIsThereTwice(boolean itself) {
    Plan unused = Transfer.from(source("id", new Person("C1", 1, "Asha"))).to(target).plan(journal);
    assertThat(run().states()).containsEntry(RowState.CREATED, 1L);
    if (!itself) {
      remove(target.contacts.get(0).id());
    }
    add("before", 3, "Before");
    add("other", 1, "Other");
    target.rowsOfAPage = 1;

    Verification shown = verify();

    assertThat(shown.twice()).isEqualTo(itself ? 1 : 0);
    assertThat(shown.missing()).isEqualTo(itself ? 0 : 1);
  }

  @Test
  void aPlanWithAnotherKeyOrNoneSaysSo() {
    move(new Person("C1", 1, "Asha"));
    String consequence =
        ", so rows go to the contacts that have their numbers, also to those of other people, and"
            + " who changed the number counts as new";
    Person moved = new Person("C1", 2, "Asha");

    Plan none = Transfer.from(source("Kunde", moved)).to(target).plan(journal);
    Plan another = Transfer.from(source("Kunde", moved)).to(target).key("Kunde").plan(journal);

    assertThat(none.summary().notices())
        .containsExactly(
            "an earlier plan had the key \"customer\"; this one has none" + consequence);
    assertThat(another.summary().notices())
        .containsExactly(
            "an earlier plan had the key \"customer\", this one has \"Kunde\"" + consequence);
  }

  @Test
  void aCorrectedFileIsPlannedWithItsKey() throws IOException {
    move(new Person("C1", 1, "Asha"), new Person("C2", 2, "Ravi"));
    Plan swapped = plan(new Person("C1", 2, "Asha"), new Person("C2", 1, "Ravi"));
    Path mend = directory.resolve("mend.csv");
    assertThat(swapped.writeRejected(mend)).isEqualTo(2);
    Path mended =
        Files.writeString(
            directory.resolve("mended.csv"),
            Files.readString(mend).replace(phone(1), phone(8)).replace(phone(2), phone(9)));

    Plan unused =
        Transfer.from(CsvSource.of(mended))
            .to(target)
            .onExisting(OnExisting.UPDATE)
            .key("customer")
            .plan(journal);
    assertThat(run().states()).containsEntry(RowState.UPDATED, 2L);

    assertThat(contacts().values())
        .containsExactlyInAnyOrder(described("Asha", 9), described("Ravi", 8));
  }
}
