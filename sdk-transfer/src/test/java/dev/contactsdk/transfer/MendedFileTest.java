package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of refused rows is mended, refused in part, and mended again. */
class MendedFileTest {
  @TempDir private Path directory;
  private Journal journal;
  private MemoryTarget target;

  @BeforeEach
  void open() {
    VirtualClock clock = new VirtualClock();
    target = new MemoryTarget(clock);
    journal = Journal.open(directory.resolve("mended.contacts"), clock);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private Plan plan(Path file) {
    return Transfer.from(CsvSource.of(file).region("IN")).to(target).plan(journal);
  }

  private Path mend() throws IOException {
    plan(
        file(
            "people.csv",
            """
            phone,firstName
            9810000001,Asha
            9810000002,Ravi
            1,Meera
            2,Arun
            3,Usha
            9810000008,Lata
            9810000009,Mala
            """));
    Path mend = directory.resolve("mend.csv");
    assertThat(journal.writeRejected(mend)).isEqualTo(3);
    return mend;
  }

  @Test
  void rowsThatAreRefusedAgainKeepTheirFirstNumbers() throws IOException {
    String mended =
        Files.readString(mend()).replace("1,Meera,1,4,", "9810000004,Meera,1,4,")
            + "4,Kiran,,,,\r\n5,Dev,1,as above,,\r\n";
    plan(file("mended.csv", mended));
    Path again = directory.resolve("again.csv");

    assertThat(journal.writeRejected(again)).isEqualTo(4);

    assertThat(Files.readString(again).lines().skip(1))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("2,Arun,1,5,"),
            row -> assertThat(row).startsWith("3,Usha,1,6,"),
            row -> assertThat(row).as("added by hand").startsWith("4,Kiran,2,5,"),
            row -> assertThat(row).as("added by hand").startsWith("5,Dev,2,6,"));
    plan(again);
    Path third = directory.resolve("third.csv");
    journal.writeRejected(third);
    assertThat(Files.readString(third)).contains("2,Arun,1,5,", "3,Usha,1,6,", "4,Kiran,2,5,");
  }

  @Test
  void theRowThatIsRepeatedHasItsFirstNumberToo() throws IOException {
    String mended =
        Files.readString(mend())
            .replace("1,Meera,1,4,", "9810000004,Meera,1,4,")
            .replace("2,Arun,1,5,", "9810000004,Arun,1,5,");
    plan(file("mended.csv", mended));
    Path skipped = directory.resolve("skipped.csv");
    assertThat(journal.writeSkipped(skipped)).isEqualTo(1);
    assertThat(Files.readString(skipped)).contains("Arun,1,5,", "It is row 4");
  }

  /** As spreadsheets save it: columns moved, one added, blank ones behind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "row,plan,phone,firstName,suggestion,reason\n4,1,9810000004,'=Meera,,\n",
        "phone,firstName,plan,row,reason,suggestion,,\n9810000004,'=Meera,1,4,,,,\n",
        "phone,firstName,plan,row,reason,suggestion,note\n9810000004,'=Meera,1,4,,,mine\n",
        "phone, firstName , plan,row ,reason,suggestion\n9810000004,'=Meera,1.0,4.0,,\n"
      })
  void theColumnsOfAFileOfRefusedRowsMayMove(String mended) throws IOException {
    mend();
    plan(file("mended.csv", mended));

    assertThat(journal.run(target, progress -> {}).count(RowState.CREATED)).isEqualTo(1);

    assertThat(target.contacts)
        .singleElement()
        .satisfies(held -> assertThat(held.fields()).containsEntry(Fields.FIRST_NAME, "=Meera"));
  }

  @Test
  void aSourceMayHaveAColumnWithTheNameOfOneThatIsAdded() throws IOException {
    plan(file("people.csv", "phone,plan\n9810000001,silver\n98,gold\n"));
    Path refused = directory.resolve("refused.csv");
    journal.writeRejected(refused);
    assertThat(Files.readString(refused)).contains("phone,plan,plan,row,reason,suggestion");

    Plan again = plan(refused);

    assertThat(again.summary().losses()).anySatisfy(loss -> assertThat(loss).contains("\"plan\""));
    journal.writeRejected(directory.resolve("again.csv"));
    assertThat(Files.readString(directory.resolve("again.csv"))).contains("98,gold,1,3,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "row,reason,suggestion",
        "plan,reason,suggestion,row,row",
        "plan,row",
        "plan,row,reason",
        "reason,suggestion"
      })
  void aFileWithSomeOfTheColumnsIsRefused(String columns) throws IOException {
    Path file = file("mended.csv", "phone,firstName," + columns + "\n9810000004,'=Meera,4,,\n");

    assertThatThrownBy(() -> plan(file))
        .isInstanceOf(TransferException.class)
        .hasMessage(
            "mended.csv has some columns of a file of refused rows: keep each of plan, row, reason,"
                + " suggestion once, or rename them if it is none");
    assertThat(journal.plans()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,01-Apr", ",4", "1,", "x,y"})
  void aRowWhoseOriginCannotBeReadIsRefused(String cells) throws IOException {
    mend();
    String header = "phone,firstName,plan,row,reason,suggestion\n";
    String good = "9810000003,Arun,1,5,,\n";
    Plan plan = plan(file("mended.csv", header + good + "9810000004,Meera," + cells + ",,\n"));

    assertThat(plan.summary().refused())
        .containsOnlyKeys(
            "The cells plan and row do not say which row this one corrects: copy them from the"
                + " file of refused rows, or leave both blank");
  }

  private static final String TWO_NUMBERS =
      """
      Name,Mobile,Home
      Asha,9810000001,9820000001
      Ravi,98,9820000002
      """;

  private static Mapping mapping(String phone) {
    return Mapping.builder().column("Name", Fields.FIRST_NAME).column(phone, Fields.PHONE).build();
  }

  private Plan plan(Path file, Mapping mapping) {
    return Transfer.from(CsvSource.of(file).region("IN")).to(target).mapping(mapping).plan(journal);
  }

  @Test
  void theMappingIsThatOfThePlanThatRefusedTheRows() throws IOException {
    plan(file("people.csv", TWO_NUMBERS), mapping("Home"));
    Plan first = plan(file("people.csv", TWO_NUMBERS), mapping("Mobile"));
    Path refused = directory.resolve("refused.csv");
    assertThat(first.writeRejected(refused)).isEqualTo(1);
    plan(file("others.csv", TWO_NUMBERS), mapping("Home"));
    String mended =
        """
        Mobile,Home,Name,plan,row,reason,suggestion
        9810000003,9820000003,Usha,,,,
        9810000002,9820000002,Ravi,2,3,,
        """;
    assertThat(Files.readString(refused)).contains("Ravi,98,9820000002,2,3,");
    mended = mended.replace("Usha,,,,\n", "Usha,,,,\n".repeat(300));

    Plan corrected = plan(file("mended.csv", mended));

    assertThat(corrected.mapping()).isEqualTo(mapping("Mobile"));
    assertThat(plan(file("more.csv", mended.replace("Mobile,Home", "Mobile,Office"))).mapping())
        .isEqualTo(mapping("Mobile"));
    Path less = file("less.csv", mended.replace("Mobile,Home", "phone,Home"));
    assertThatThrownBy(() -> plan(less))
        .hasMessage(
            "the mapping of plan 2, whose rows the file corrects, takes from the columns [Mobile],"
                + " which it does not have: put them back, or give a mapping");
    assertThat(plan(less, mapping("Home")).summary().creates()).isEqualTo(2);
  }

  @Test
  void rowsOfPlansWithDifferentMappingsAreNotMixed() throws IOException {
    plan(file("people.csv", TWO_NUMBERS), mapping("Mobile"));
    plan(file("others.csv", TWO_NUMBERS + "Usha,9810000003,1\n"), mapping("Home"));
    String header = "Name,Mobile,Home,plan,row,reason,suggestion\n";
    String first = "Ravi,9810000002,9820000002,1,3,,\n";
    String second = "Usha,9810000003,9820000003,2,4,,\n";
    Path both = file("both.csv", header + first + second);

    assertThatThrownBy(() -> plan(both))
        .isInstanceOf(TransferException.class)
        .hasMessage(
            "the plans [1, 2], whose rows the file corrects, have different mappings: make a file"
                + " for each, or give a mapping");

    assertThat(plan(both, mapping("Home")).summary().creates()).isEqualTo(2);
    assertThat(plan(file("second.csv", header + second)).mapping()).isEqualTo(mapping("Home"));
    assertThat(plan(file("first.csv", header + first)).mapping()).isEqualTo(mapping("Mobile"));
  }

  /** A correction with another mapping does not count for a row that it did not have. */
  @Test
  void eachRowHasTheMappingOfThePlanThatRefusedIt() throws IOException {
    plan(file("people.csv", TWO_NUMBERS + "Usha,97,9820000003\n"), mapping("Mobile"));
    String header = "Name,Mobile,Home,plan,row,reason,suggestion\n";
    String wrongAgain = "Ravi,9810000002,1,1,3,,\n";
    plan(file("half.csv", header + wrongAgain), mapping("Home"));
    assertThat(journal.result().count(RowState.REFUSED)).isEqualTo(1);

    assertThat(plan(file("other.csv", header + "Usha,9810000003,,1,4,,\n")).mapping())
        .isEqualTo(mapping("Mobile"));
  }

  @Test
  void aFileOfWhichNoRowSaysWhatItCorrectsNeedsAMapping() throws IOException {
    String header = "Name,Mobile,Home,plan,row,reason,suggestion\n";
    Path file = file("blank.csv", header + "Ravi,9810000002,9820000002,,,,\n");

    assertThatThrownBy(() -> plan(file))
        .hasMessage(
            "no row of the file says which one it corrects: remove the columns plan, row, reason"
                + " and suggestion to have its mapping found, or give a mapping");

    assertThat(plan(file, mapping("Home")).summary().creates()).isEqualTo(1);
  }

  @Test
  void aPlanThatWasNotMadeCountsForNothing() throws IOException {
    plan(file("people.csv", TWO_NUMBERS), mapping("Mobile"));
    Path refused = directory.resolve("refused.csv");
    journal.writeRejected(refused);
    target.isDown = true;
    Mapping another = mapping("Mobile").toBuilder().defaultValue(Fields.EMAIL, "a@b.in").build();
    assertThatThrownBy(() -> plan(refused, another)).isInstanceOf(RuntimeException.class);
    target.isDown = false;

    assertThat(plan(refused).mapping()).isEqualTo(mapping("Mobile"));
  }

  /** Some rows of the first attempt can go, others cannot: the same file is corrected again. */
  @Test
  void theSameFileIsPlannedAgainWithTheSameOptions() throws IOException {
    plan(file("people.csv", TWO_NUMBERS + "Usha,97,1\n"), mapping("Mobile"));
    Path refused = directory.resolve("refused.csv");
    journal.writeRejected(refused);
    String half = Files.readString(refused).replace(",98,", ",9810000002,");
    for (String text : List.of(half, half.replace(",97,", ",9810000003,"))) {
      Plan plan =
          Transfer.from(CsvSource.of(file("mended.csv", text)).region("IN"))
              .to(target)
              .adjustMapping(
                  found -> found.toBuilder().defaultValue(Fields.EMAIL, "a@b.in").build())
              .plan(journal);
      assertThat(plan.mapping().describe()).contains("Mobile → phone", "→ email");
      assertThat(plan.summary().notices())
          .containsExactly(
              "rows of plan 1 that did not run: 1; only the newest plan runs, so plan its file"
                  + " again");
    }
    assertThat(journal.plan().summary().creates()).isEqualTo(2);
  }

  @Test
  void aPlanForAnotherAccountCountsForNothing() throws IOException {
    plan(file("people.csv", TWO_NUMBERS + "Usha,97,1\n"), mapping("Mobile"));
    Path refused = directory.resolve("refused.csv");
    journal.writeRejected(refused);
    target.account = "another account";
    plan(refused, mapping("Home"));
    assertThat(journal.result().count(RowState.REFUSED)).isEqualTo(1);
    target.account = "memory account";

    assertThat(plan(refused).mapping()).isEqualTo(mapping("Mobile"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99,3", "1,2", "1,77"})
  void aRowThatThisJournalDidNotRefuseNeedsAMapping(String origin) throws IOException {
    plan(file("people.csv", TWO_NUMBERS), mapping("Mobile"));
    String header = "Name,Mobile,Home,plan,row,reason,suggestion\n";
    Path file = file("other.csv", header + "Ravi,9810000002,9820000002," + origin + ",,\n");
    String[] parts = origin.split(",", -1);

    assertThatThrownBy(() -> plan(file))
        .isInstanceOf(TransferException.class)
        .hasMessage(
            "row %s of plan %s, which the file corrects, is not among the refused rows of this"
                + " journal: plan it with the journal that it comes from, or give a mapping",
            parts[1], parts[0]);

    assertThat(plan(file, mapping("Home")).summary().creates()).isEqualTo(1);
  }

  @Test
  void theMappingThatWasFoundIsAdjusted() throws IOException {
    Path people = file("people.csv", "Phone,Mobile,Who,Email\n9810000001,9820000001,,no\n");
    Plan plan =
        Transfer.from(CsvSource.of(people).region("IN"))
            .to(target)
            .adjustMapping(
                found ->
                    found.toBuilder()
                        .column("Mobile", Fields.PHONE)
                        .column("Who", Fields.FIRST_NAME)
                        .defaultValue(Fields.FIRST_NAME, "Somebody")
                        .build())
            .plan(journal);

    assertThat(plan.summary().mapping())
        .containsExactly("Mobile → phone", "Who → firstName, else a default");
    assertThat(plan.summary().doubts())
        .singleElement()
        .asString()
        .as("about the column that nobody mapped")
        .startsWith("'Email'");
  }

  @Test
  void aCorrectionThatWasRefusedAgainHasTheMappingOfTheCorrection() throws IOException {
    plan(file("people.csv", TWO_NUMBERS), mapping("Mobile"));
    Path refused = directory.resolve("refused.csv");
    journal.writeRejected(refused);
    Path mended = file("mended.csv", Files.readString(refused).replace("9820000002", "97"));
    plan(mended, mapping("Home"));
    Path again = directory.resolve("again.csv");
    assertThat(journal.writeRejected(again)).isEqualTo(1);

    assertThat(plan(again).mapping()).isEqualTo(mapping("Home"));
  }

  @Test
  void aFileThatCorrectsNothingIsNotReadAsAnotherPlanRead() throws IOException {
    String people = "phone,firstName,email\n9810000001,Asha,asha@example.com\n";
    plan(
        file("people.csv", people),
        Mapping.builder().column("phone", Fields.PHONE).defaultValue(Fields.EMAIL, "").build());

    assertThat(plan(file("next.csv", people)).mapping().fields())
        .containsExactlyInAnyOrder(Fields.PHONE, Fields.FIRST_NAME, Fields.EMAIL);
  }

  @Test
  void theSummarySaysWhatTheFirstPlanExcludesAndHasLeft() throws IOException {
    Path people = file("people.csv", TWO_NUMBERS + "Usha,9810000003,\n");
    Plan unused =
        Transfer.from(CsvSource.of(people).region("IN"))
            .to(target)
            .mapping(mapping("Mobile"))
            .exclude(List.of("+919810000007", "+919810000008"))
            .plan(journal);
    journal.run(target, RunOptions.DEFAULT.first(1), progress -> {});
    Path refused = directory.resolve("refused.csv");
    journal.writeRejected(refused);
    Path mended = file("mended.csv", Files.readString(refused).replace(",98,", ",9810000002,"));

    Plan corrected =
        Transfer.from(CsvSource.of(mended).region("IN"))
            .to(target)
            .exclude(List.of("+919810000008"))
            .plan(journal);

    assertThat(corrected.summary().notices())
        .containsExactly(
            "numbers that plan 1 excludes and this one does not: 1",
            "rows of plan 1 that did not run: 1; only the newest plan runs, so plan its file"
                + " again");
  }

  @Test
  void textThatAWrongEncodingDamagedIsSentAndNamed() throws IOException {
    Plan plan =
        plan(
            file(
                "people.csv",
                """
                phone,firstName
                9810000001,Zo\u00C3\u00AB
                9810000002,Zo\u00EB
                9810000003,????
                9810000004,What?
                """));
    assertThat(plan.summary().creates()).isEqualTo(4);
    assertThat(plan.summary().notices())
        .singleElement()
        .asString()
        .startsWith("2 rows with a text that a wrong encoding damaged")
        .contains("save the file as UTF-8")
        .endsWith(": rows 2, 4");
    assertThat(plan.summary().toString()).contains("Worth a look:\n  2 rows");
  }
}
