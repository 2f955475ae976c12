package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Stored;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row with a key follows its person to another number. */
class KeyTest extends KeyedPeople {
  private Map<String, String> numbers() {
    return target.contacts.stream()
        .collect(Collectors.toMap(Stored::id, held -> String.valueOf(held.phone())));
  }

  @Test
  void theContactGetsTheNewNumber() {
    move(person("C1", 1, "Asha"), person("C2", 2, "Ravi"));

    PlanSummary summary = plan(person("C1", 5, "Asha"), person("C2", 2, "Ravi")).summary();

    assertThat(summary.creates()).isZero();
    assertThat(summary.updates()).isEqualTo(1);
    assertThat(summary.mapping()).contains("customer → key");
    assertThat(summary.losses()).isEmpty();
    assertThat(summary.notices())
        .containsExactly("1 contact found by key to get another number: row 1");
    assertThat(run().states()).isEqualTo(Map.of(RowState.UPDATED, 1L, RowState.SKIPPED, 1L));
    assertThat(numbers()).isEqualTo(Map.of("id0", phone(5), "id1", phone(2)));
    Verification shown = verify();
    assertThat(shown.isClean()).isTrue();
    assertThat(shown.same()).isEqualTo(2);
    assertThat(shown.replaced()).isEqualTo(2);
  }

  @Test
  void aNumberChangesAgainAndBack() {
    move(person("C1", 1, "Asha"));
    move(person("C1", 5, "Asha"));
    move(person("C1", 6, "Usha"));
    move(person("C1", 1, "Usha"));

    assertThat(numbers()).isEqualTo(Map.of("id0", phone(1)));
    assertThat(verify().isClean()).isTrue();
  }

  @Test
  void atKoreToo() throws Exception {
    Path file = directory.resolve("people.csv");
    String header = "Customer,Phone,First name,Last name,Title\n";
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).start();
        KoreClient kore = sandbox.clientBuilder().timeSource(clock).build()) {
      KoreTarget koreTarget = KoreTarget.of(kore);
      for (String digits : List.of("9876543210", "9876543299")) {
        Files.writeString(file, header + "17," + digits + ",Asha,Rao,Ms\n");
        Plan unused =
            Transfer.from(CsvSource.of(file).region("IN"))
                .to(koreTarget)
                .onExisting(OnExisting.UPDATE)
                .key("Customer")
                .plan(journal);
        assertThat(journal.run(koreTarget, progress -> {}).isEnded()).isTrue();
      }
      assertThat(sandbox.contacts())
          .singleElement()
          .extracting("cellPhone")
          .extracting("phoneNumber")
          .isEqualTo("+919876543299");
      assertThat(journal.verify(koreTarget, progress -> {}).isClean()).isTrue();
    }
  }

  @Test
  void aNumberOfAnotherCountryDoesNotKeepTheOldDiallingPrefix() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).start();
        KoreClient kore = sandbox.clientBuilder().timeSource(clock).build()) {
      KoreTarget koreTarget = KoreTarget.of(kore);
      for (List<String> row :
          List.of(
              List.of("1", "+919876543210", "+91"),
              List.of("2", "+919876543211", "4567"),
              List.of("3", "+919876543212", "+91"))) {
        koreMove(koreTarget, row);
      }
      koreMove(koreTarget, List.of("1", "+14155550123", ""));
      koreMove(koreTarget, List.of("2", "+14155550124", ""));
      koreMove(koreTarget, List.of("3", "+919876543213", ""));

      assertThat(sandbox.contacts())
          .extracting(
              contact -> String.valueOf(((Map<?, ?>) contact.get("cellPhone")).get("extension")))
          .containsExactly("+", "4567", "+91");
    }
  }

  private void koreMove(KoreTarget koreTarget, List<String> row) {
    Source source =
        ObjectSource.of("people", List.of(row))
            .column("customer", each -> each.get(0))
            .column(Fields.PHONE, each -> each.get(1))
            .column(Fields.EXTENSION, each -> each.get(2))
            .column(Fields.FIRST_NAME, each -> "Asha")
            .column(Fields.LAST_NAME, each -> "Rao")
            .column(Fields.SALUTATION, each -> "Ms");
    Plan unused =
        Transfer.from(source)
            .to(koreTarget)
            .onExisting(OnExisting.UPDATE)
            .key("customer")
            .plan(journal);
    assertThat(journal.run(koreTarget, FAST, progress -> {}).isEnded()).isTrue();
  }

  /** Its number may be another person's, whom the later row would make anew. */
  @Test
  void aRowThatLacksAValueIsNotReplacedByALaterOne() throws Exception {
    Path file = directory.resolve("people.csv");
    Files.writeString(
        file,
        """
        Customer,Phone,First name,Last name,Title
        C9,9876543215,Asha,,Ms
        C2,9876543215,Ravi,Rao,Mr
        """);
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).start();
        KoreClient kore = sandbox.clientBuilder().timeSource(clock).build()) {
      assertThat(
              Transfer.from(CsvSource.of(file).region("IN"))
                  .to(KoreTarget.of(kore))
                  .key("Customer")
                  .plan(journal)
                  .summary())
          .returns(0L, PlanSummary::creates)
          .returns(2, summary -> summary.refused().size());
    }
  }

  @Test
  void withoutTheKeyThePersonIsNew() {
    move(person("C1", 1, "Asha"));

    assertThat(transfer(person("C1", 5, "Asha")).key(null).plan(journal).summary().creates())
        .isEqualTo(1);
  }

  @Test
  void aKeyOfAnotherColumnOrAccountFollowsNobody() {
    move(person("C1", 1, "Asha"));

    assertThat(transfer(person("C1", 5, "C1")).key(Fields.FIRST_NAME).plan(journal).summary())
        .returns(1L, PlanSummary::creates);
    target.account = "another";
    assertThat(plan(person("C1", 5, "Asha")).summary()).returns(1L, PlanSummary::creates);
  }

  @Test
  void aTargetThatCannotChangeANumberRefusesTheRow() {
    move(person("C1", 1, "Asha"));
    target.changesPhones = false;

    assertThat(plan(person("C1", 5, "Usha")).summary().refused())
        .isEqualTo(
            Map.of(
                "the contact of this key has another number, which Memory documents no way to"
                    + " change",
                1L));
  }

  @Test
  void aNumberThatCannotBeReadIsNotReplaced() {
    move(person("C1", 1, "Asha"));
    target.contacts.replaceAll(held -> new Stored(held.id(), null, Map.of(), held.createdAt()));

    assertThat(plan(person("C1", 5, "Asha")).summary().refused())
        .isEqualTo(Map.of("the contact of this key has a number that cannot be read", 1L));
  }

  @Test
  void skipAndRejectHoldForAFollowedContactToo() {
    move(person("C1", 1, "Asha"));
    assertThat(
            transfer(person("C1", 5, "Usha")).onExisting(OnExisting.SKIP).plan(journal).summary())
        .returns(Map.of("the contact is there", 1L), PlanSummary::skipped);
    assertThat(
            transfer(person("C1", 5, "Usha")).onExisting(OnExisting.REJECT).plan(journal).summary())
        .returns(Map.of("the contact is there", 1L), PlanSummary::refused);
  }

  @Test
  void anExcludedNumberIsNotTakenFromItsContact() {
    move(person("C1", 1, "Asha"));

    PlanSummary summary =
        transfer(person("C1", 5, "Asha")).exclude(List.of(phone(1))).plan(journal).summary();

    assertThat(summary.skipped()).isEqualTo(Map.of("excluded", 1L));
  }

  @Test
  void anExcludedNumberThatItsContactGotSinceThePlanIsNotTakenFromIt() {
    move(person("C1", 1, "Asha"), person("C2", 2, "Bela"));
    Plan unused =
        transfer(person("C1", 5, "Asha"), person("C2", 6, "Bela"))
            .exclude(List.of(phone(7)))
            .plan(journal);
    change("id0", phone(7), "Asha");
    change("id1", phone(8), "Bela");
    assertThat(run().states()).isEqualTo(Map.of(RowState.DRIFTED, 2L));

    PlanSummary summary = journal.replan(target, FAST, progress -> {}).summary();

    assertThat(summary.skipped()).isEqualTo(Map.of("excluded", 1L));
    assertThat(summary.updates()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsThereTwiceIsRefusedTheSecondTime() {
    plan(person("C1", 1, "Asha"), person("C1", 2, "Asha"), person(" ", 3, ""), person("", 4, ""));

    assertThat(rows(RowState.REFUSED))
        .extracting(Row::number, Row::reason, Row::suggestion)
        .containsExactly(tuple(2L, "repeats the key of an earlier row", "It is row 1"));
    assertThat(run().count(RowState.CREATED)).isEqualTo(3);
  }

  @Test
  void aRowWithARepeatedKeyIsRefusedAlsoIfItsNumberIsThere() {
    target.add("other", phone(2), Map.of(Fields.PHONE, phone(2)));

    assertThat(plan(person("C1", 1, "Asha"), person("C1", 2, "Asha")).summary())
        .returns(1L, PlanSummary::creates)
        .returns(0L, PlanSummary::updates)
        .returns(Map.of("repeats the key of an earlier row", 1L), PlanSummary::refused);
  }

  @Test
  void aNewNumberThatIsAnotherContactsIsRefused() {
    move(person("C1", 1, "Asha"));
    target.add("other", phone(5), Map.of(Fields.PHONE, phone(5)));

    plan(person("C1", 5, "Asha"));

    assertThat(rows(RowState.REFUSED))
        .extracting(Row::reason, Row::suggestion)
        .containsExactly(
            tuple("several contacts have this number or key", "The contacts are id0, other"));
  }

  @Test
  void aNumberThatIsHandedOnGoesFirstToOneThenToTheOther() {
    move(person("C1", 1, "Asha"));

    PlanSummary summary = plan(person("C1", 5, "Asha"), person("C2", 1, "Ravi")).summary();

    assertThat(summary.refused())
        .isEqualTo(Map.of("the contact with this number has another key", 1L));
    assertThat(run().count(RowState.UPDATED)).isEqualTo(1);
    move(person("C1", 5, "Asha"), person("C2", 1, "Ravi"));
    assertThat(target.contacts)
        .extracting(Stored::phone, held -> held.fields().get(Fields.FIRST_NAME))
        .containsExactlyInAnyOrder(tuple(phone(5), "Asha"), tuple(phone(1), "Ravi"));
    assertThat(verify().isClean()).isTrue();
  }

  @Test
  void swappedNumbersAreRefused() {
    move(person("C1", 1, "Asha"), person("C2", 2, "Ravi"));

    assertThat(plan(person("C1", 2, "Asha"), person("C2", 1, "Ravi")).summary().refused())
        .isEqualTo(Map.of("the contact with this number has another key", 2L));
  }

  @ParameterizedTest
  @EnumSource(OnExisting.class)
  void aContactThatHasAKeyIsNotTouchedByAnother(OnExisting choice) {
    move(person("C1", 1, "Asha"));

    transfer(person("C2", 1, "Ravi"), person("C1", 5, "Asha")).onExisting(choice).plan(journal);

    assertThat(rows(RowState.REFUSED))
        .extracting(Row::number, Row::reason, Row::existingId)
        .contains(tuple(1L, "the contact with this number has another key", "id0"));
    Result unused = run();
    assertThat(target.contacts)
        .extracting(held -> held.fields().get(Fields.FIRST_NAME))
        .containsExactly("Asha");
  }

  @Test
  void notEvenIfThatPersonsRowCannotGoOrIsNotThere() {
    move(person("C1", 1, "Asha"));
    for (Person first :
        List.of(
            new Person("C1", "+9112", "Asha"), person("C9", 9, "Else"), person("C1", 2, "Asha"))) {
      transfer(first, person("C2", 1, "Ravi"), person("", 1, "Nobody"))
          .exclude(List.of(phone(2)))
          .plan(journal);
      assertThat(rows(RowState.REFUSED))
          .extracting(Row::reason)
          .contains(
              "the contact with this number has another key",
              "repeats the number of a row that does not go");
      Result unused = run();
    }
    assertThat(target.contacts.get(0).fields()).containsEntry(Fields.FIRST_NAME, "Asha");
  }

  @Test
  void aContactOfAnyRowIsNotTouchedByOneWithoutAKey() {
    move(person("C1", 1, "Asha"));

    assertThat(plan(person("", 1, "Nobody")).summary().refused())
        .isEqualTo(Map.of("the contact with this number has another key", 1L));
  }

  @Test
  void aNumberWhoseFirstRowIsRefusedIsNotSkippedInSilence() {
    assertThat(
            plan(person("C1", 1, "Asha"), person("C1", 2, "Asha"), person("C2", 2, "Ravi"))
                .summary()
                .refused())
        .isEqualTo(
            Map.of(
                "repeats the key of an earlier row", 1L,
                "repeats the number of a row that does not go", 1L));
  }

  @Test
  void aNumberThatGoesIsSkippedTheSecondTime() {
    move(person("C9", 9, "As wanted"));

    assertThat(
            plan(
                    person("C1", 1, "Asha"),
                    person("C2", 1, "Ravi"),
                    person("C9", 9, "As wanted"),
                    person("C8", 9, "Ravi"))
                .summary())
        .returns(Map.of(), PlanSummary::refused)
        .returns(
            Map.of("repeats the number of an earlier row", 2L, "the contact is as wanted", 1L),
            PlanSummary::skipped);
  }

  @Test
  void whatSomeoneElseMadeHasNoKey() {
    target.unique = true;
    target.add("theirs", phone(1), Map.of(Fields.PHONE, phone(1)));
    target.lag = Duration.ofMinutes(1);
    move(person("C1", 1, "Asha"));
    assertThat(rows(RowState.PRESENT)).hasSize(1);
    target.lag = Duration.ZERO;

    assertThat(plan(person("C1", 5, "Asha")).summary().creates()).isEqualTo(1);
  }

  @Test
  void whoseContactIsGoneIsCreated() {
    move(person("C1", 1, "Asha"));
    target.remove("id0");

    move(person("C1", 5, "Asha"));

    assertThat(target.contacts).extracting(Stored::phone).containsExactly(phone(5));
    Stored again = target.contacts.get(0);
    assertThat(plan(person("C1", 6, "Asha")).summary().updates()).isEqualTo(1);
    assertThat(run().count(RowState.UPDATED)).isEqualTo(1);
    assertThat(numbers()).isEqualTo(Map.of(again.id(), phone(6)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLostAnswerIsSettledByTheContact(boolean isCarriedOut) {
    move(person("C1", 1, "Asha"));
    plan(person("C1", 5, "Asha"));
    Function<Supplier<WriteAnswer>, WriteAnswer> honest = target.updates;
    target.updates =
        change -> {
          target.updates = honest;
          Object unused = isCarriedOut ? change.get() : null;
          return new WriteAnswer.Lost("HTTP 500", null);
        };

    assertThat(run().states()).isEqualTo(Map.of(RowState.UPDATED, 1L));

    assertThat(target.requests).isEqualTo(isCarriedOut ? 2 : 3);
    assertThat(numbers()).isEqualTo(Map.of("id0", phone(5)));
  }

  @Test
  void aNumberThatSomebodyElseGotSinceThePlanWaits() {
    move(person("C1", 1, "Asha"));
    plan(person("C1", 5, "Asha"));
    target.add("other", phone(5), Map.of(Fields.PHONE, phone(5)));

    assertThat(run().states()).isEqualTo(Map.of(RowState.DRIFTED, 1L));
    target.remove("other");
    assertThat(journal.replan(target, FAST, progress -> {}).summary().updates()).isEqualTo(1);
    assertThat(run().states()).isEqualTo(Map.of(RowState.UPDATED, 1L));
    assertThat(numbers()).isEqualTo(Map.of("id0", phone(5)));
  }

  @Test
  void aContactWhoseNumberChangedSinceThePlanWaits() {
    move(person("C1", 1, "Asha"));
    plan(person("C1", 5, "Asha"));
    change("id0", phone(7), "Asha");

    assertThat(run().states()).isEqualTo(Map.of(RowState.DRIFTED, 1L));
    assertThat(journal.replan(target, FAST, progress -> {}).summary().updates()).isEqualTo(1);
    assertThat(run().states()).isEqualTo(Map.of(RowState.UPDATED, 1L));
    assertThat(numbers()).isEqualTo(Map.of("id0", phone(5)));
  }

  @Test
  void aNumberThatSomebodyElseGotWhileTheAnswerWasLostWaits() {
    move(person("C1", 1, "Asha"));
    plan(person("C1", 5, "Asha"));
    target.updates =
        change -> {
          target.add("other", phone(5), Map.of(Fields.PHONE, phone(5)));
          return new WriteAnswer.Lost("HTTP 500", null);
        };

    assertThat(run().states()).isEqualTo(Map.of(RowState.DRIFTED, 1L));
    assertThat(numbers()).containsEntry("id0", phone(1));
  }

  @Test
  void aNameIsNotChangedWhereTheNumberChangedSinceThePlan() {
    move(person("C1", 1, "Asha"));
    plan(person("C1", 1, "Usha"));
    change("id0", phone(7), "Asha");

    assertThat(run().states()).isEqualTo(Map.of(RowState.DRIFTED, 1L));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 5})
  void verifyKnowsTheContactWhateverNumberOthersGaveItBetweenThePlans(int theirs) {
    move(person("C1", 1, "Asha"));
    change("id0", phone(theirs), "Asha");
    move(person("C1", 5, "Usha"));
    target.add("stranger", phone(1), Map.of(Fields.PHONE, phone(1)));

    Verification shown = verify();

    assertThat(shown.isClean()).as("%s", shown).isTrue();
    assertThat(shown.same()).isEqualTo(1);
  }

  @Test
  void aContactThatComesBackIsNotMadeTwice() {
    move(person("C1", 1, "Asha"));
    Stored held = target.contacts.get(0);
    target.remove("id0");
    plan(person("C1", 5, "Asha"));
    target.addAgain(held);

    assertThat(run().states()).isEqualTo(Map.of(RowState.DRIFTED, 1L));
    assertThat(target.contacts).hasSize(1);
  }

  @Test
  void verifyFindsANumberThatIsNotAsWritten() {
    move(person("C1", 1, "Asha"));
    move(person("C1", 5, "Asha"));
    change("id0", phone(1), "Asha");

    assertThat(verify())
        .returns(Map.of(Fields.PHONE, 1L), Verification::differsIn)
        .returns(0L, Verification::missing);
  }

  @Test
  void verifyComparesWhatThePlansBeforeTheNumberWroteToo() {
    move(person("C1", 1, "Asha"));
    move(person("C1", 5, "Asha"));
    change("id0", phone(5), "Else");

    assertThat(verify().differsIn()).isEqualTo(Map.of(Fields.FIRST_NAME, 1L));
  }

  @Test
  void anUnknownColumnIsRefused() {
    assertThatThrownBy(() -> transfer(person("C1", 1, "")).key("Customer").plan(journal))
        .isInstanceOf(TransferException.class)
        .hasMessage(
            "the source has no column \"Customer\" for the key: its columns are [customer, phone,"
                + " firstName]");
    assertThat(journal.plans()).isEmpty();
  }

  @Test
  void whatOnlyLooksDamagedIsAKey() {
    assertThat(
            plan(person("12E45", 1, ""), person("#17", 2, ""), person("1.5", 3, ""))
                .summary()
                .creates())
        .isEqualTo(3);
  }

  /** A statement that walks through the plan for each row does not end in this time. */
  @Test
  @Timeout(120)
  void manyRowsWithKeysAreNoSearchEach() {
    Person[] people =
        IntStream.range(0, 40_000)
            .mapToObj(each -> person("C" + each % 39_000, each, "Asha"))
            .toArray(Person[]::new);
    target.largest = 1000;
    assertThat(plan(people).summary().refused())
        .isEqualTo(Map.of("repeats the key of an earlier row", 1000L));
    assertThat(run().count(RowState.CREATED)).isEqualTo(39_000);

    assertThat(plan(people).summary().skipped()).containsEntry("the contact is as wanted", 39_000L);
  }

  @Test
  void forgettingForgetsKeys() {
    move(person("C1", 1, "Asha"));
    journal.forget();

    assertThat(plan(person("C1", 5, "Asha")).summary().creates()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    assertThat(run().count(RowState.CREATED)).isEqualTo(1);
  }

  @Test
  void aKeyWhoseZerosASpreadsheetDroppedIsRefused() {
    move(person("00123", 1, "Asha"), person("124", 2, "Ravi"), person("007x", 3, "Meera"));

    plan(
        person("123", 11, "Asha"),
        person("0124", 12, "Ravi"),
        person("7x", 13, "no number"),
        person("1230", 14, "somebody else"));

    assertThat(rows(RowState.REFUSED))
        .extracting(Row::number, Row::reason)
        .containsExactly(
            tuple(1L, "the key is that of a known person but for zeros at its start"),
            tuple(2L, "the key is that of a known person but for zeros at its start"));
    assertThat(rows(RowState.PLANNED)).hasSize(2);
    plan(person("00123", 1, "Asha"), person("123", 11, "Usha"));
    assertThat(rows(RowState.PLANNED)).as("the file has both").hasSize(1);
    move(person("9", 21, "Asha"), new Person("009", "1", "Ravi"));
    plan(person("009", 22, "Ravi"));
    assertThat(rows(RowState.PLANNED)).as("the file before had both").hasSize(1);
    move(person("9", 21, "Asha"));
    plan(person("009", 22, "Ravi"));
    assertThat(rows(RowState.PLANNED)).as("an older file had both").hasSize(1);
  }

  @Test
  void aPlanThatSendsNothingSaysThatItsKeysAreKnownOnlyOnceItRan() {
    add("id-before", 1, "Asha");
    Person asha = person("C1", 1, "Asha");

    assertThat(plan(asha).summary().notices())
        .containsExactly(
            "no row is to be sent, but only a plan that ran gives its keys to later ones: run it");
    assertThat(plan(asha, person("C2", 2, "Ravi")).summary().notices()).isEmpty();
    assertThat(plan(person("C1", 5, "Asha")).summary().creates()).as("never ran").isEqualTo(1);
    move(asha);
    assertThat(plan(person("C1", 5, "Asha")).summary().updates()).isEqualTo(1);
  }
}
