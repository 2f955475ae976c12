package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.source.ObjectSource;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.Stored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verification says where people have keys, and where numbers change. */
class KeyVerificationTest extends KeyedPeople {
  private void withoutKey(Person... people) {
    Plan unused =
        Transfer.from(source("customer", people)).to(target).onExisting(onExisting).plan(journal);
    assertThat(run().isEnded()).isTrue();
  }

  @Test
  void verifyMissesAContactWhoseNumberAnotherPersonHasNow() {
    move(person("C1", 1, "Asha"), person("C2", 2, "Ravi"));
    target.remove(target.contacts.get(0).id());
    move(person("C2", 1, "Ravi"));

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
    move(person("C1", 1, "Asha"));
    target.remove(target.contacts.get(0).id());
    add("other", 7, "Other");
    move(person("C1", 5, "Asha"));

    Verification shown = verify();

    assertThat(shown.isClean()).isTrue();
    assertThat(shown.replaced()).isEqualTo(1);
    assertThat(shown.same()).isEqualTo(1);
  }

  /** Also where no plan has a key. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void verifySaysTwiceOnlyOfANumberThatIsThereTwice(boolean itself) {
    Plan unused = Transfer.from(source("id", person("C1", 1, "Asha"))).to(target).plan(journal);
    assertThat(run().states()).containsEntry(RowState.CREATED, 1L);
    if (!itself) {
      target.remove(target.contacts.get(0).id());
    }
    add("before", 3, "Before");
    add("other", 1, "Other");
    target.rowsOfAPage = 1;

    Verification shown = verify();

    assertThat(shown.twice()).isEqualTo(itself ? 1 : 0);
    assertThat(shown.missing()).isEqualTo(itself ? 0 : 1);
  }

  /** Also where no plan has a key. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aContactThatHasAnotherNumberByNowIsNotMissing(boolean handedOn) {
    Source people = source("id", person("C1", 1, "Asha"), person("C2", 2, "Ravi"));
    Plan unused = Transfer.from(people).to(target).plan(journal);
    assertThat(run().states()).containsEntry(RowState.CREATED, 2L);
    change("id0", phone(2), "Asha");
    change("id1", handedOn ? phone(1) : phone(7), "Ravi");
    target.rowsOfAPage = 1;

    Verification shown = verify();

    assertThat(shown.differsIn()).isEqualTo(Map.of(Fields.PHONE, 2L));
    assertThat(shown.missing() + shown.twice() + shown.same()).isZero();
    assertThat(shown.isClean()).isFalse();
  }

  /** The file of a plan names what it changes only. What older plans wrote still counts. */
  @ParameterizedTest
  @ValueSource(strings = {"", "K1"})
  void valuesThatAPlanWithoutKeyOrBlankOneWroteAreStillCompared(String first) {
    Source withEmail =
        ObjectSource.of("people", List.of(person(first, 1, "Asha")))
            .column("customer", Person::key)
            .column(Fields.PHONE, Person::phone)
            .column(Fields.FIRST_NAME, Person::name)
            .column(Fields.EMAIL, each -> "asha@example.com");
    Plan unused =
        Transfer.from(withEmail).to(target).key(first.isEmpty() ? null : "customer").plan(journal);
    assertThat(run().isEnded()).isTrue();
    move(person("K1", 1, "Asha R."));
    move(person("K1", 2, "Asha R."));
    assertThat(verify().isClean()).isTrue();

    change("id0", phone(2), "Asha R.");

    assertThat(verify())
        .returns(Map.of(Fields.EMAIL, 1L), Verification::notComparableIn)
        .returns(0L, Verification::same);
  }

  @Test
  void aNewerValueOfAPlanWithoutKeyReplacesTheOlderOne() {
    move(person("K1", 1, "Asha"));
    withoutKey(person("K1", 1, "Bela"));
    move(person("K1", 2, "Bela"));

    assertThat(verify()).returns(true, Verification::isClean).returns(2L, Verification::replaced);
  }

  @Test
  void anotherContactWithTheNumberIsNotTheSamePersonWrittenAgain() {
    move(person("K1", 1, "Asha"));
    target.remove("id0");
    withoutKey(person("K2", 1, "Bela"));

    assertThat(verify())
        .returns(1L, Verification::missing)
        .returns(1L, Verification::same)
        .returns(0L, Verification::replaced);
  }

  @Test
  void aNumberThatSomebodyChangedAsThePlanWantsIsAsWritten() {
    target.changesPhones = false;
    move(person("K1", 1, "Asha"));
    move(person("K1", 2, "Asha"));
    assertThat(rows(RowState.REFUSED)).hasSize(1);
    change("id0", phone(2), "Asha");
    Plan onlyMade = plan(person("K1", 2, "Asha"));
    assertThat(onlyMade.summary().skipped()).isEqualTo(Map.of("the contact is as wanted", 1L));
    assertThat(verify().differsIn()).isEqualTo(Map.of(Fields.PHONE, 1L));

    assertThat(run().isEnded()).isTrue();
    assertThat(verify()).returns(true, Verification::isClean).returns(1L, Verification::same);

    change("id0", phone(3), "Asha");
    assertThat(verify().differsIn()).isEqualTo(Map.of(Fields.PHONE, 1L));
    target.remove("id0");
    assertThat(verify().missing()).isEqualTo(1);
  }

  /** What others changed, the newest file wants so, and says it beside what it changes. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aValueThatAnUpdateFoundAsWantedIsExpected(boolean keys) {
    String key = keys ? "customer" : null;
    for (String email : List.of("old@example.com", "new@example.com")) {
      Person asha = person("K1", 1, email.startsWith("old") ? "Asha" : "Asha R.");
      Source people =
          ObjectSource.of("people", List.of(asha))
              .column("customer", Person::key)
              .column(Fields.PHONE, Person::phone)
              .column(Fields.FIRST_NAME, Person::name)
              .column(Fields.EMAIL, each -> email);
      Plan unused = Transfer.from(people).to(target).onExisting(onExisting).key(key).plan(journal);
      assertThat(run().isEnded()).isTrue();
      assertThat(verify().isClean()).isTrue();
      changeByHand("Asha R.", "old@example.com");
    }
    assertThat(verify().differsIn()).isEqualTo(Map.of(Fields.EMAIL, 1L));
    changeByHand("Asha", "new@example.com");
    assertThat(verify().differsIn()).isEqualTo(Map.of(Fields.FIRST_NAME, 1L));
  }

  private void changeByHand(String name, String email) {
    Map<String, String> fields =
        Map.of(Fields.PHONE, phone(1), Fields.FIRST_NAME, name, Fields.EMAIL, email);
    target.contacts.replaceAll(
        held -> new Stored(held.id(), held.phone(), fields, held.createdAt()));
  }

  @Test
  void whatAKeyedRunFoundAsWantedIsExpectedFromThenOn() {
    move(person("K1", 1, "Asha"));
    change("id0", phone(1), "Bela");
    move(person("K1", 1, "Bela"));
    assertThat(verify()).returns(true, Verification::isClean).returns(1L, Verification::same);

    change("id0", phone(1), "Asha");
    assertThat(verify().differsIn()).isEqualTo(Map.of(Fields.FIRST_NAME, 1L));
    change("id0", phone(2), "Bela");
    assertThat(verify().differsIn()).isEqualTo(Map.of(Fields.PHONE, 1L));
    change("id0", phone(1), "Bela");
    add("other", 1, "Other");
    assertThat(verify().twice()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"writes", "finds"})
  void whatARunFoundIsExpectedAlsoAfterAFileWithFewerColumns(String third) {
    move(person("K1", 1, "Asha"));
    change("id0", phone(1), "Bela");
    move(person("K1", 1, "Bela"));
    int number = third.equals("writes") ? 2 : 1;
    Source fewer =
        ObjectSource.of("people", List.of(person("K1", number, "")))
            .column("customer", Person::key)
            .column(Fields.PHONE, Person::phone);
    Plan unused =
        Transfer.from(fewer).to(target).onExisting(onExisting).key("customer").plan(journal);
    assertThat(run().isEnded()).isTrue();
    assertThat(verify()).returns(true, Verification::isClean).returns(1L, Verification::same);

    change("id0", phone(number), "Asha");
    assertThat(verify().differsIn()).isEqualTo(Map.of(Fields.FIRST_NAME, 1L));
  }

  @Test
  void aContactThatWasMadeAnewByHandAndFoundAsWantedIsThePersons() {
    move(person("K1", 1, "Asha"));
    target.remove("id0");
    add("anew", 2, "Asha");
    assertThat(verify().missing()).isEqualTo(1);
    move(person("K1", 2, "Asha"));
    assertThat(verify()).returns(true, Verification::isClean).returns(1L, Verification::same);

    target.remove("anew");
    assertThat(verify().missing()).isEqualTo(1);
  }

  @Test
  void aContactWithAnotherNumberByNowIsComparedOnceAsARowOfTheNewestPlan() {
    withoutKey(person("", 1, "Asha"));
    change("id0", phone(2), "Asha");
    withoutKey(person("", 2, "Asha R."));

    assertThat(verify()).returns(1L, Verification::same).returns(1L, Verification::replaced);
    assertThat(verify().isClean()).isTrue();
  }

  @Test
  void aContactThatWasOnlyThereIsNotConfirmedByAPlanThatSkips() {
    move(person("K1", 1, "Asha"));
    change("id0", phone(1), "Bela");
    onExisting = OnExisting.SKIP;
    move(person("K1", 1, "Bela"));

    assertThat(verify().differsIn()).isEqualTo(Map.of(Fields.FIRST_NAME, 1L));
  }

  /** A blank cell says less than the same mapping said before. */
  @Test
  void aBlankCellDoesNotCoverWhatAnOlderFileFoundAsWanted() {
    move(person("C1", 1, "Asha"));
    String id = target.contacts.get(0).id();
    change(id, phone(1), "Usha");
    move(person("C1", 1, "Usha"));
    move(person("C1", 1, ""));
    assertThat(rows(RowState.SKIPPED)).hasSize(1);

    assertThat(verify().isClean()).isTrue();
    change(id, phone(1), "Asha");
    assertThat(verify().differs()).isEqualTo(1);
  }

  /** The person of the first plan is the one that was deleted, and made anew by somebody. */
  @Test
  void aRowOfAContactThatANewerPlanFoundIsCoveredThoughAPlanAfterItFoundAnother() {
    withoutKey(person("C1", 1, "Asha"));
    String id = target.contacts.get(0).id();
    change(id, phone(2), "Asha");
    move(person("C1", 2, "Asha"));
    target.remove(id);
    add("made-anew", 2, "Asha");
    move(person("C1", 2, "Asha"));

    Verification shown = verify();

    assertThat(shown.isClean()).as(shown.toString()).isTrue();
    assertThat(shown.same()).isEqualTo(1);
  }
}
