package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.target.RowAnswer;
import dev.contactsdk.transfer.target.WriteAnswer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contact gets a key only where something proves whose it is. */
class KeyEvidenceTest extends KeyedPeople {
  /** A person looked at it, and saw that a column is the wrong one. */
  @ParameterizedTest
  @EnumSource(OnExisting.class)
  void aPlanThatNeverRanGivesNoKey(OnExisting first) {
    add("mother", 7, "Mother");
    onExisting = first;
    Plan unused = plan(person("C1", 7, "Asha"));
    onExisting = OnExisting.UPDATE;

    move(person("C1", 1, "Asha"));

    assertThat(contacts()).containsEntry("mother", described("Mother", 7)).hasSize(2);
  }

  @Test
  void aRowThatDriftedGivesNoKey() {
    add("other", 1, "Other");
    Plan unused = plan(person("C1", 1, "Asha"));
    change("other", phone(9), "Other");
    assertThat(run().states()).containsEntry(RowState.DRIFTED, 1L);

    move(person("C1", 1, "Asha"));

    assertThat(contacts()).containsEntry("other", described("Other", 9)).hasSize(2);
  }

  @Test
  void aRowThatTheTargetRejectedGivesNoKey() {
    add("other", 1, "Other");
    target.updates = update -> new WriteAnswer.Answered(List.of(RowAnswer.rejected("no")), null);
    move(person("C1", 1, "Asha"));
    assertThat(rows(RowState.REJECTED)).hasSize(1);
    target.updates = Supplier::get;

    move(person("C1", 2, "Asha"));

    assertThat(contacts()).containsEntry("other", described("Other", 1)).hasSize(2);
  }

  @Test
  void aRowThatARunLeftForLaterGivesNoKey() {
    add("other", 2, "Other");
    Plan unused = plan(person("C1", 1, "Asha"), person("C2", 2, "Ravi"));
    Result first = journal.run(target, FAST.first(1), progress -> {});
    assertThat(first.states()).containsEntry(RowState.CREATED, 1L);

    move(person("C2", 3, "Ravi"));

    assertThat(contacts()).containsEntry("other", described("Other", 2)).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = OnExisting.class,
      names = {"SKIP", "REJECT"})
  void aRowThatFoundItsContactGivesTheKeyOnceItsPlanRan(OnExisting first) {
    add("asha", 1, "Asha");
    onExisting = first;
    move(person("C1", 1, "Asha"));
    onExisting = OnExisting.UPDATE;

    move(person("C1", 2, "Asha"));

    assertThat(contacts()).isEqualTo(Map.of("asha", described("Asha", 2)));
  }

  @Test
  void replanKnowsTheKeysThatThePlanItselfGave() {
    add("ravi", 2, "Ravi");
    Plan unused = plan(person("C1", 1, "Asha"), person("C2", 2, "Ravinder"));
    target.remove("ravi");
    assertThat(run().states()).containsEntry(RowState.DRIFTED, 1L);
    String asha = target.contacts.get(0).id();
    change(asha, phone(2), "Asha");

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
    move(person(blank, 1, "Asha"));

    move(person(blank, 3, "Ravi"), person(blank, 4, "Maya"));

    assertThat(contacts().values())
        .containsExactlyInAnyOrder(
            described("Asha", 1), described("Ravi", 3), described("Maya", 4));
  }

  @Test
  void blanksAroundAKeyAreNoPartOfIt() {
    move(person("C1", 1, "Asha"));

    move(person("\ufeff C1\u00a0", 2, "Asha"));

    assertThat(contacts().values()).containsExactly(described("Asha", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "##",
        "#NV",
        "#BEZUG!",
        "N/A",
        "n.a.",
        "-",
        "null",
        "TBD",
        "0",
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
    assertThat(plan(person(key, 1, "Asha")).summary().creates()).isZero();
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
    Plan unused = plan(person("C".repeat(201), 1, "Asha"), person("D".repeat(200), 2, "B"));
    assertThat(rows(RowState.REFUSED))
        .extracting(Row::reason)
        .containsExactly("the key is longer than 200 characters");
  }

  @Test
  void aPlanWithAnotherKeyOrNoneSaysSo() {
    move(person("C1", 1, "Asha"));
    String consequence =
        ", so rows go to the contacts that have their numbers, also to those of other people, and"
            + " who changed the number counts as new";
    Person moved = person("C1", 2, "Asha");

    Plan none = Transfer.from(source("Kunde", moved)).to(target).plan(journal);
    Plan another = Transfer.from(source("Kunde", moved)).to(target).key("Kunde").plan(journal);

    assertThat(none.summary().notices())
        .containsExactly(
            "an earlier plan had the key \"customer\"; this one has none" + consequence);
    assertThat(another.summary().notices())
        .containsExactly(
            "an earlier plan had the key \"customer\", this one has \"Kunde\"" + consequence);
  }
}
