package dev.contactsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file goes to a vendor, and what was wrong with it is mended and goes too. */
class RoundTripTest {
  private static final String HEAD = "First Name,Last Name,Mobile,Title,Ext\n";
  private static final String GOOD = HEAD + "Asha,Rao,9810000001,Ms,0\nRavi,Iyer,9810000002,Mr,0\n";
  private static final String BAD = GOOD + "Meera,Kaur,12345,Ms,0\n";

  @TempDir private Path folder;
  private KoreSandbox kore;
  private Shell shell;
  private Path journal;

  @BeforeEach
  void start() {
    kore = KoreSandbox.start();
    shell = Shell.with(kore);
    journal = folder.resolve("spring.contacts");
  }

  @AfterEach
  void stop() {
    kore.close();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Shell.Ran plan(Path file, Object... more) {
    Object[] args = new Object[more.length + 8];
    Object[] first = {"plan", file, "--to", "kore", "--region", "IN", "--journal", journal};
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return shell.run(args);
  }

  @Test
  void rowsThatWereRefusedAreMendedAndGoToo() throws IOException {
    Shell.Ran planned = plan(file("people.csv", BAD)).exits(2);
    assertThat(planned.out()).contains("3 rows: 2 to create, 1 refused", "Mobile → phone");
    assertThat(planned.err()).contains("contacts run " + journal);
    assertThat(kore.contactCount()).isZero();

    assertThat(shell.run("run", journal).exits(2).out()).contains("2 created, 1 refused");
    assertThat(shell.run("status", journal).exits(2).out()).contains("people.csv", "2 created");
    assertThat(shell.run("verify", journal).exits(0).out()).contains("2 as written");

    Path mend = folder.resolve("mend.csv");
    assertThat(shell.run("rejected", journal, mend).exits(0).out()).contains("1 row of plan 1 in ");
    Files.writeString(mend, Files.readString(mend).replace("12345", "9810000003"));
    plan(mend).exits(0);
    shell.run("run", journal).exits(0);
    assertThat(kore.contactCount()).isEqualTo(3);

    shell.run("forget", journal).exits(0);
    shell.run("rejected", journal, folder.resolve("more.csv")).exits(1);
  }

  @Test
  void everyResultIsOneDocument() throws IOException {
    JsonNode plan = plan(file("people.csv", BAD), "--output", "json").exits(2).json();
    assertThat(plan.at("/summary/creates").asLong()).isEqualTo(2);
    assertThat(plan.at("/summary/mapping/fields/phone/column").asString()).isEqualTo("Mobile");
    assertThat(plan.at("/exitCode").asInt()).isEqualTo(2);
    JsonNode run = shell.run("run", journal, "-o", "json").exits(2).json();
    assertThat(run.at("/result/states/CREATED").asLong()).isEqualTo(2);
    assertThat(run.at("/result/ended").asBoolean()).isTrue();
    JsonNode status = shell.run("status", journal, "-o", "json").exits(2).json();
    assertThat(status.at("/plan/target").asString()).isEqualTo("Kore.ai");
    assertThat(status.at("/result/states/REFUSED").asLong()).isEqualTo(1);
    JsonNode verified = shell.run("verify", journal, "-o", "json").exits(0).json();
    assertThat(verified.at("/verification/same").asLong()).isEqualTo(2);
    JsonNode rejected =
        shell.run("rejected", journal, folder.resolve("mend.csv"), "-o", "json").exits(0).json();
    assertThat(rejected.at("/rows").asLong()).isEqualTo(1);
    JsonNode doctor = shell.run("doctor", "kore", "-o", "json").exits(0).json();
    assertThat(doctor.at("/diagnoses/0/verdict").asString()).isEqualTo("OK");
    JsonNode forgotten = shell.run("forget", journal, "-o", "json").exits(0).json();
    assertThat(forgotten.at("/command").asString()).isEqualTo("forget");
    JsonNode failed = shell.run("status", folder.resolve("no"), "-o", "json").exits(1).json();
    assertThat(failed.at("/error/kind").asString()).isEqualTo("INPUT");
  }

  @Test
  void someRowsGoFirst() throws IOException {
    plan(file("people.csv", GOOD)).exits(0);
    assertThat(shell.run("run", journal, "--first", "1").exits(0).err())
        .contains("Next: contacts run");
    assertThat(kore.contactCount()).isEqualTo(1);
    shell.run("run", journal).exits(0);
    assertThat(kore.contactCount()).isEqualTo(2);
  }

  @Test
  void nothingPersonalIsPrinted() throws IOException {
    Path people = file("people.csv", BAD);
    String all =
        plan(people)
            + shell.run("run", journal).toString()
            + shell.run("status", journal)
            + shell.run("verify", journal, "-o", "json");
    assertThat(all).doesNotContain("Asha", "Iyer", "9810000001", "12345");
  }

  @Test
  void aMappingIsSavedChangedAndTakenAgain() throws IOException {
    Path people = file("people.csv", "Who,Surname,Mobile\nAsha,Rao,9810000001\n");
    Path mapping = folder.resolve("mapping.json");
    plan(people, "--save-mapping", mapping).exits(2);
    assertThat(Files.readString(mapping)).contains("\"Mobile\"").doesNotContain("Who");
    plan(people, "--save-mapping", mapping).exits(1);
    Path more = folder.resolve("more.json");
    plan(
            people,
            "--mapping",
            mapping,
            "--column",
            "Who=firstName",
            "--set",
            "salutation=Ms",
            "--default",
            "extension=0",
            "--save-mapping",
            more)
        .exits(0);
    plan(people, "--mapping", more).exits(0);
    shell.run("run", journal).exits(0);
    assertThat(kore.contacts().get(0).toString()).contains("Asha", "Ms");
  }

  /** The numbers of a partner would be called. */
  @Test
  void optionsOfACorrectedFileChangeTheMappingOfItsPlan() throws IOException {
    Path people =
        file(
            "people.csv",
            """
            First name,Last name,Phone,Partner,Salutation,Extension
            Asha,Rao,9810000001,9820000001,,0
            Ravi,Iyer,9810000002,9820000002,Mr,0
            """);
    plan(people, "--column", "Partner=phone").exits(2);
    Path mend = folder.resolve("mend.csv");
    shell.run("rejected", journal, mend).exits(0);

    plan(mend, "--default", "salutation=Ms").exits(0);
    shell.run("run", journal).exits(0);

    assertThat(kore.contacts())
        .singleElement()
        .satisfies(
            contact -> assertThat(contact.toString()).contains("+919820000001", "Asha", "Ms"));
  }

  @Test
  void aPlanThatOnlyFindsContactsIsToBeRunForItsKeys() throws IOException {
    Path people = file("people.csv", GOOD);
    plan(people).exits(0);
    shell.run("run", journal).exits(0);

    Shell.Ran keyed = plan(people, "--key", "Mobile").exits(0);
    assertThat(keyed.out() + keyed.err())
        .contains("only a plan that ran gives its keys", "Next: contacts run");
  }

  @Test
  void aRowOfAContactThatIsThereKeepsNoAdviceForAnotherReason() throws IOException {
    plan(file("people.csv", GOOD)).exits(0);
    shell.run("run", journal).exits(0);
    Path noName = file("again.csv", GOOD + "Asha,,98100 00003,Ms,0\n");
    Files.writeString(noName, Files.readString(noName).replace("Asha,Rao", "Asha,"));
    plan(noName, "--on-existing", "reject").exits(2);
    Path mend = folder.resolve("mend.csv");
    shell.run("rejected", journal, mend).exits(0);
    assertThat(Files.readString(mend))
        .containsPattern("the contact is there,The contact is [0-9a-f]+\\R")
        .contains("lastName is required and has no value,\"Fill in the cell");
  }

  @Test
  void excludedNumbersAreNotTouched() throws IOException {
    Path people = file("people.csv", GOOD);
    Path numbers = file("never.txt", "# they asked us not to\n98100 00001\n");
    assertThat(plan(people, "--exclude", numbers).exits(0).out()).contains("1 to create");
    assertThat(plan(people, "--exclude", file("bad.txt", "98100 00001\nphone\n")).exits(1).err())
        .contains("line 2", "as one of IN")
        .doesNotContain("98100");
  }

  @Test
  void aPersonWhoseNumberChangedIsFollowedByAKey() throws IOException {
    String head = "Customer," + HEAD;
    Path people = file("people.csv", head + "K-1,Asha,Rao,9810000001,Ms,0\n");
    assertThat(plan(people, "--key", "Customer").exits(0).out()).contains("Customer → key");
    shell.run("run", journal).exits(0);
    Path later = file("later.csv", head + "K-1,Asha,Rao,9810000009,Ms,0\n");

    assertThat(plan(later, "--key", "Customer", "--on-existing", "update").exits(0).out())
        .contains("1 to update", "1 contact found by key to get another number: row 2");

    shell.run("run", journal).exits(0);
    assertThat(kore.contactCount()).isEqualTo(1);
    assertThat(shell.run("verify", journal).exits(0).out()).contains("1 as written");
    assertThat(plan(later, "--key", "customer").exits(1).err())
        .contains("no column \"customer\" for the key", "Customer");
  }

  @Test
  void aFolderOfTruedyIsFoundAgainFromTheJournal() throws IOException {
    try (TruedySandbox truedy = TruedySandbox.start()) {
      Shell other = Shell.with(truedy);
      String id = truedy.addFolder("Spring");
      Path people = file("people.csv", GOOD);
      other
          .run(
              "plan",
              people,
              "--to",
              "truedy",
              "--folder",
              id,
              "--region",
              "IN",
              "--journal",
              journal)
          .exits(0);
      other.run("run", journal).exits(0);
      other.run("verify", journal).exits(0);
      assertThat(truedy.contacts()).extracting(each -> each.get("folder_id")).containsOnly(id);
    }
  }

  @Test
  void anImportIsRunAsItWasPlanned() throws IOException {
    try (TruedySandbox truedy = TruedySandbox.start()) {
      Shell other = Shell.with(truedy);
      Path people = file("people.csv", "phone,firstName\n+919810000001,Asha\n+919810000002,Ravi\n");
      other.run("plan", people, "--to", "truedy", "--import-csv", "--journal", journal).exits(0);
      String status = other.run("status", journal, "-o", "json").exits(0).json().toString();
      assertThat(status).contains("\"capabilities\":{}");
      truedy.clearRequests();
      truedy.fail().of("POST").with(Fault.status(401, "{}"));
      other.run("run", journal).exits(5);
      assertThat(truedy.requests())
          .filteredOn(request -> request.method().equals("POST"))
          .singleElement()
          .satisfies(request -> assertThat(request.body()).contains("Asha", "Ravi"));
    }
  }

  @Test
  void theListingThatSettlesAnImportVerifiesIt() throws IOException {
    try (TruedySandbox truedy = TruedySandbox.start()) {
      Shell other = Shell.with(truedy);
      Path people = file("people.csv", "phone,firstName\n+919810000001,Asha\n+919810000002,Ravi\n");
      Object[] plan = {"plan", people, "--to", "truedy", "--import-csv", "--journal", journal};
      assertThat(other.run(plan).exits(0).out())
          .contains("1 request before the run, and about 1 at its end, which verifies the rows");

      Shell.Ran ran = other.run("run", journal).exits(0);

      assertThat(ran.out()).contains("2 created", "Listed since then: 2 as written");
      assertThat(ran.err()).doesNotContain("contacts verify");
      assertThat(other.run("status", journal, "-o", "json").exits(0).json().toString())
          .contains("\"clean\":true", "\"same\":2");
    }
  }

  @Test
  void singleCreatesNameTheFasterWay() throws IOException {
    try (TruedySandbox truedy = TruedySandbox.start()) {
      StringBuilder people = new StringBuilder("phone\n");
      for (int person = 0; person < 201; person++) {
        people.append("+9198100").append(10_000 + person).append('\n');
      }
      Path file = file("people.csv", people.toString());
      assertThat(
              Shell.with(truedy)
                  .run("plan", file, "--to", "truedy", "--journal", journal)
                  .exits(0)
                  .err())
          .contains("--import-csv");
    }
  }

  @Test
  void skippedRowsComeAsAFileThatNamesTheRowTheyRepeat() throws IOException {
    Shell.Ran planned = plan(file("people.csv", GOOD + GOOD.lines().skip(1).findFirst().get()));
    assertThat(planned.exits(0).err()).contains("contacts rejected " + journal + " skipped.csv");
    Path skipped = folder.resolve("skipped.csv");

    assertThat(shell.run("rejected", journal, skipped, "--skipped").exits(0).out())
        .contains("1 row of plan 1 in ");

    assertThat(Files.readString(skipped)).contains("repeats the number", "It is row ");
  }

  @Test
  void everyPlanIsShownAndVerified() throws IOException {
    plan(file("people.csv", BAD)).exits(2);
    shell.run("run", journal).exits(2);
    plan(file("more.csv", HEAD + "Meera,Kaur,9810000003,Ms,0\n")).exits(0);
    shell.run("run", journal).exits(0);

    Shell.Ran status = shell.run("status", journal).exits(0);
    assertThat(status.out().lines().toList())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("Plan 1 of ")
                    .contains("people.csv", "3 rows: 2 created, 1 refused"))
        .anySatisfy(line -> assertThat(line).startsWith("Plan 2 of ").contains("more.csv"));
    JsonNode plans = shell.run("status", journal, "-o", "json").exits(0).json().at("/plans");
    assertThat(plans.at("/0/states/REFUSED").asLong()).isEqualTo(1);
    assertThat(plans.at("/1/source").asString()).contains("more.csv");

    assertThat(shell.run("verify", journal).exits(0).out()).startsWith("2 plans: 3 as written");
    Path mend = folder.resolve("mend.csv");
    assertThat(shell.run("rejected", journal, mend, "--plan", 1).exits(0).out())
        .contains("1 row of plan 1 in ");
    assertThat(shell.run("rejected", journal, folder.resolve("none.csv")).exits(0).out())
        .contains("0 rows of plan 2 in ");
    assertThat(shell.run("verify", journal, "--plan", 3).exits(1).err())
        .contains("no plan 3: contacts status shows");
  }

  @Test
  void plansOfAnotherFolderAreVerifiedByTheirNumber() throws IOException {
    try (TruedySandbox truedy = TruedySandbox.start()) {
      Shell other = Shell.with(truedy);
      Path people = file("people.csv", "phone,firstName\n+919810000001,Asha\n");
      Object[] plan = {"plan", people, "--to", "truedy", "--journal", journal, "--folder", "id"};
      plan[7] = truedy.addFolder("Winter");
      other.run(plan).exits(0);
      for (String folderName : new String[] {"Spring", "Summer"}) {
        plan[7] = truedy.addFolder(folderName);
        other.run(plan).exits(0);
        other.run("run", journal).exits(0);
      }

      Shell.Ran newest = other.run("verify", journal).exits(0);

      assertThat(newest.out()).startsWith("1 as written");
      assertThat(newest.err())
          .contains("another account or folder", "--plan 2")
          .doesNotContain("--plan 1");
      assertThat(other.run("verify", journal, "--plan", 2, "-o", "json").exits(0).json().toString())
          .contains("\"plans\":[2]", "\"same\":1");
    }
  }

  @Test
  void nothingWrittenIsNothingToVerify() throws IOException {
    plan(file("people.csv", BAD.lines().limit(1).findFirst().get() + "\n"));
    assertThat(shell.run("run", journal).exits(0).err()).doesNotContain("contacts verify");
  }

  @Test
  void whatDriftedOrIsMissingIsSaid() throws IOException {
    Path people = file("people.csv", GOOD);
    plan(people).exits(0);
    kore.addContact(
        Map.of(
            "firstName",
            "Else",
            "cellPhone",
            Map.of("phoneNumber", "+919810000001", "countryCode", "+91", "extension", "0")));
    Shell.Ran ran = shell.run("run", journal);
    assertThat(ran.exitCode()).as(ran.toString()).isEqualTo(4);
    assertThat(ran.err()).contains("contacts run " + journal + " --replan");
    assertThat(shell.run("run", journal, "--replan").exits(0).out())
        .contains("1 created, 1 skipped");
    assertThat(kore.contactCount()).isEqualTo(2);
  }

  @Test
  void aContactThatIsGoneFailsTheVerification() throws IOException {
    plan(file("people.csv", GOOD)).exits(0);
    shell.run("run", journal).exits(0);
    kore.removeContact(String.valueOf(kore.contacts().get(0).get("id")));
    assertThat(shell.run("verify", journal).exits(4).out()).contains("1 missing");
  }

  @Test
  void aVendorThatRefusesTheCredentialExitsWith5() throws IOException {
    shell.set("KORE_CLIENT_SECRET", "another-secret-that-is-long-enough-for-HS256");
    plan(file("people.csv", GOOD)).exits(5);
    shell.run("doctor", "kore").exits(5);
  }

  @Test
  void credentialsComeFromAFileThatOnlyItsOwnerReads() throws IOException {
    Path people = file("people.csv", GOOD);
    Path env = file("kore.env", "# mine\n\n" + EnvFile.text(shell.environment()) + "\n");
    Shell empty = new Shell();
    Object[] args = {
      "plan", people, "--to", "kore", "--region", "IN", "--journal", journal, "--env-file", env
    };
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(empty.run(args).exits(1).err()).contains("chmod 600 " + env);
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
    empty.run(args).exits(0);
    Files.writeString(env, "KORE_CLIENT_SECRET: hush\n");
    assertThat(empty.run(args).exits(1).err()).contains("line 1").doesNotContain("hush");
  }

  @Test
  void theFileReplacesTheEnvironment() throws IOException {
    Path env = file("half.env", "KORE_BASE_URL=" + kore.baseUrl() + "\n");
    Files.setPosixFilePermissions(env, PosixFilePermissions.fromString("rw-------"));
    assertThat(plan(file("people.csv", GOOD), "--env-file", env).exits(1).err())
        .contains("KORE_STREAM_ID");
  }

  @Test
  void anInterruptedRunExitsWith130AndGoesOn() throws Exception {
    plan(file("people.csv", GOOD)).exits(0);
    Thread ctrlC = new Thread(shell.interrupts()::interrupt);
    kore.beforeRequest(
        request -> {
          if (ctrlC.getState() == Thread.State.NEW) {
            ctrlC.start();
            while (!shell.interrupts().isInterrupted()) {
              Thread.onSpinWait();
            }
          }
        });
    shell.run("run", journal).exits(130);
    assertThat(Thread.interrupted()).isTrue();
    shell.interrupts().ended();
    ctrlC.join();
    Shell.with(kore).run("run", journal).exits(0);
    assertThat(kore.contactCount()).isEqualTo(2);
  }
}
