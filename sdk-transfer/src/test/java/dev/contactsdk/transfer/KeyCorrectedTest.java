package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.CsvSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of refused rows that are corrected and planned again, with keys. */
class KeyCorrectedTest extends KeyedPeople {
  private static final String DAMAGED = "9.19877E+11";
  private int files;

  /** Plans with the refused rows of the newest plan; each second text replaces the first. */
  private Plan correct(String... texts) throws IOException {
    String corrected = refused();
    for (int i = 0; i < texts.length; i += 2) {
      corrected = corrected.replace(texts[i], texts[i + 1]);
    }
    return planCorrected(corrected);
  }

  private String refused() throws IOException {
    Path file = directory.resolve("refused" + files++ + ".csv");
    journal.writeRejected(file);
    return Files.readString(file);
  }

  private Plan planCorrected(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("corrected" + files++ + ".csv"), text);
    return Transfer.from(CsvSource.of(file))
        .to(target)
        .onExisting(onExisting)
        .key("customer")
        .plan(journal);
  }

  @Test
  void aCorrectedFileIsPlannedWithItsKey() throws IOException {
    move(person("C1", 1, "Asha"), person("C2", 2, "Ravi"));
    Plan swapped = plan(person("C1", 2, "Asha"), person("C2", 1, "Ravi"));
    assertThat(swapped.summary().refused().values()).containsExactly(2L);

    Plan unused = correct(phone(1), phone(8), phone(2), phone(9));
    assertThat(run().states()).containsEntry(RowState.UPDATED, 2L);

    assertThat(contacts().values())
        .containsExactlyInAnyOrder(described("Asha", 9), described("Ravi", 8));
  }

  /** Whoever the second row is, the first one has the key. */
  @ParameterizedTest
  @EnumSource(OnExisting.class)
  void aRowThatRepeatsAKeyIsRefusedAgain(OnExisting choice) throws IOException {
    onExisting = choice;
    move(person("K1", 1, "Asha"), person("K1", 2, "Bela"), new Person("K3", DAMAGED, "Carl"));

    for (int again = 0; again < 2; again++) {
      Plan unused = correct(DAMAGED, phone(3));
      assertThat(rows(RowState.REFUSED))
          .extracting(Row::reason, Row::suggestion)
          .containsExactly(tuple("repeats the key of an earlier row", "It is row 1"));
      assertThat(run().isEnded()).isTrue();
      assertThat(contacts().values())
          .containsExactlyInAnyOrder(described("Asha", 1), described("Carl", 3));
    }
    Plan unused = correct("K1", "K2");
    assertThat(run().states()).isEqualTo(Map.of(RowState.CREATED, 1L));
  }

  /** The first row has the key also if it does not go itself. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRowThatRepeatsTheKeyOfARowThatDidNotGoIsRefusedAgain(boolean both) throws IOException {
    move(person("K1", 1, "Asha"));
    onExisting = OnExisting.REJECT;
    move(person("K1", 1, "Asha"), person("K1", 2, "Bela"));
    assertThat(rows(RowState.REFUSED)).hasSize(2);
    onExisting = OnExisting.UPDATE;
    String[] lines = refused().split("\r\n", -1);

    Plan corrected =
        planCorrected(
            both
                ? String.join("\r\n", lines[0], lines[2], lines[1], "")
                : String.join("\r\n", lines[0], lines[2], ""));

    assertThat(corrected.summary().refused())
        .isEqualTo(Map.of("repeats the key of an earlier row", 1L));
    assertThat(rows(RowState.REFUSED))
        .extracting(Row::suggestion)
        .containsExactly("It is row 1; if this row is the right one, leave its plan and row blank");
    assertThat(run().isEnded()).isTrue();
    assertThat(contacts()).isEqualTo(Map.of("id0", described("Asha", 1)));
  }

  @Test
  void aRowWhoseKeyALaterRowGaveToItsContactIsRefused() throws IOException {
    move(new Person("K1", DAMAGED, "Asha"), person("K1", 2, "Bela"));

    Plan unused = correct(DAMAGED, phone(1));

    assertThat(rows(RowState.REFUSED)).extracting(Row::suggestion).containsExactly("It is row 2");
  }

  /** The key that a person corrects to is somebody's in the same file. */
  @Test
  void aWrongCorrectionIsRefusedToo() throws IOException {
    move(person("K1", 1, "Asha"), person("#REF!", 2, "Bela"));

    Plan unused = correct("#REF!", "K1");

    assertThat(rows(RowState.REFUSED)).extracting(Row::suggestion).containsExactly("It is row 1");
    assertThat(target.contacts).hasSize(1);
  }

  @Test
  void aRowOfALaterFileFollowsWhateverRowItWasInAnEarlierOne() throws IOException {
    move(person("K1", 1, "Asha"), person("K1", 2, "Asha"));
    move(person("K2", 4, "Bela"), new Person("K1", DAMAGED, "Asha"));

    Plan unused = correct(DAMAGED, phone(3));
    assertThat(run().states()).isEqualTo(Map.of(RowState.UPDATED, 1L));

    assertThat(contacts()).containsEntry("id0", described("Asha", 3));
  }

  @Test
  void theRowThatHasTheKeyIsNamedByItsNumberInTheFirstFile() throws IOException {
    move(
        person("K1", 1, "Asha"),
        person("K2", 2, "Bela"),
        new Person("K3", DAMAGED, "Carl"),
        new Person("K4", "9.1E+11", "Dora"));

    Plan unused = correct(DAMAGED, phone(3), "9.1E+11", phone(4), "K4", "K3");

    assertThat(rows(RowState.REFUSED)).extracting(Row::suggestion).containsExactly("It is row 3");
  }

  /** The file that the row corrects is told by its plan, whatever was planned since. */
  @ParameterizedTest
  @ValueSource(strings = {"the same again", "another file", "another file that ran"})
  void whateverWasPlannedSince(String since) throws IOException {
    Person[] people = {person("K1", 1, "Asha"), new Person("K1", DAMAGED, "Bela")};
    move(people);
    String refused = refused();
    Plan another =
        since.equals("the same again")
            ? plan(people)
            : plan(person("K5", 5, "Carl"), new Person("K6", DAMAGED, "Dora"));
    assertThat(another.summary().refused()).hasSize(1);
    if (since.equals("the same again")) {
      refused = refused();
    }
    if (since.endsWith("ran")) {
      assertThat(run().isEnded()).isTrue();
    }

    Plan unused = planCorrected(refused.replace(DAMAGED, phone(2)));

    assertThat(rows(RowState.REFUSED))
        .extracting(Row::reason, Row::suggestion)
        .containsExactly(tuple("repeats the key of an earlier row", "It is row 1"));
  }

  @Test
  void aRowThatWasAddedToACorrectedFileHasItsKeyToo() throws IOException {
    move(
        person("K1", 1, "Asha"),
        person("K4", 4, "Dora"),
        new Person("K2", DAMAGED, "Bela"),
        new Person("K3", "9.1E+11", "Carl"));
    Plan withAdded = correct("K2," + DAMAGED, "K9," + phone(9) + ",Zara,,,,\r\nK2," + phone(2));
    assertThat(withAdded.summary().creates()).isEqualTo(2);
    assertThat(run().isEnded()).isTrue();

    Plan unused = correct("K3", "K9", "9.1E+11", phone(3));

    assertThat(rows(RowState.REFUSED))
        .extracting(Row::suggestion)
        .containsExactly("It is row 2 of plan 2");
    assertThat(contacts().values()).contains(described("Zara", 9));
  }

  /** The row that keeps the other one back does not go itself. */
  @Test
  void aRowThatIsAddedForTheRightPersonGoes() throws IOException {
    move(person("K1", 1, "Asha"), person("K2", 2, "Bela"), new Person("K1", DAMAGED, "Carl"));

    String right = "K1," + phone(5) + ",Asha,,,,\r\n";
    Plan withAdded = planCorrected(refused().replace(DAMAGED, phone(3)) + right);

    assertThat(rows(RowState.REFUSED)).hasSize(1);
    assertThat(withAdded.summary().updates()).isEqualTo(1);
  }

  @Test
  void theFirstFileCountsAlsoIfItDidNotRun() throws IOException {
    Plan first = plan(person("K1", 1, "Asha"), new Person("K1", DAMAGED, "Bela"));
    assertThat(first.summary().creates()).isEqualTo(1);

    Plan unused = correct(DAMAGED, phone(2));

    assertThat(rows(RowState.REFUSED)).extracting(Row::suggestion).containsExactly("It is row 1");
  }

  @Test
  void anOldCorrectedFileIsNotHeldAgainstANewerFirstOne() throws IOException {
    move(person("K1", 1, "Asha"), new Person("K2", DAMAGED, "Bela"));
    String refused = refused();
    move(person("K0", 9, "Zara"), person("K1", 1, "Asha"), person("K2", 2, "Bela"));

    PlanSummary summary = planCorrected(refused.replace(DAMAGED, phone(2))).summary();

    assertThat(summary.skipped()).isEqualTo(Map.of("the contact is as wanted", 1L));
  }

  @Test
  void aKeyThatManyRowsHaveIsNoSearchEach() {
    Person[] people =
        IntStream.range(0, 20_000)
            .mapToObj(each -> person("IN", each, "Asha"))
            .toArray(Person[]::new);
    for (int again = 0; again < 2; again++) {
      assertThat(plan(people).summary().refused())
          .isEqualTo(Map.of("repeats the key of an earlier row", 19_999L));
      assertThat(run().isEnded()).isTrue();
    }
  }

  /** Nobody has the number then, so it is in the file to correct. */
  @ParameterizedTest
  @EnumSource(
      value = OnExisting.class,
      names = {"SKIP", "UPDATE"})
  void aNumberThatTheFirstPersonDoesNotGetIsRefusedToTheSecond(OnExisting choice) {
    move(person("K1", 7, "Asha"));
    onExisting = choice;

    PlanSummary summary =
        transfer(person("K1", 1, "Asha"), person("K2", 1, "Bela"))
            .exclude(choice == OnExisting.UPDATE ? List.of(phone(7)) : List.of())
            .plan(journal)
            .summary();

    assertThat(summary.refused())
        .isEqualTo(Map.of("repeats the number of a row that does not go", 1L));
  }

  @Test
  void alsoIfItIsRefusedOnlyWhenItIsPlannedAgain() {
    move(person("K1", 7, "Asha"), person("K9", 9, "Carl"));
    Plan unused = plan(person("K1", 1, "Asha"), person("K2", 1, "Bela"));
    change("id1", phone(1), "Carl");
    assertThat(run().count(RowState.DRIFTED)).isEqualTo(1);

    assertThat(journal.replan(target, FAST, progress -> {}).summary().refused())
        .isEqualTo(
            Map.of(
                "the contact with this number has another key", 1L,
                "repeats the number of a row that does not go", 1L));
  }
}
