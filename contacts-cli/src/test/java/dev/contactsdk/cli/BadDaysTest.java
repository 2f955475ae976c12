package dev.contactsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.TruedySandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are interrupted or in each other's way, and what a shell is told then. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BadDaysTest {
  private static final int PEOPLE = 40;

  @TempDir private Path folder;
  private TruedySandbox truedy;
  private Shell shell;
  private Path journal;

  @BeforeEach
  void start() throws IOException {
    truedy = TruedySandbox.start();
    shell = Shell.with(truedy);
    journal = folder.resolve("spring.contacts");
    StringBuilder lines = new StringBuilder("phone,first name\n");
    for (int i = 0; i < PEOPLE; i++) {
      lines.append(String.format("+9198%08d,Asha%n", i));
    }
    Path people = Files.writeString(folder.resolve("people.csv"), lines.toString());
    shell.run("plan", people, "--to", "truedy", "--journal", journal).exits(0);
    truedy.clearRequests();
  }

  @AfterEach
  void stop() {
    truedy.close();
  }

  /** The command as a shell starts it. */
  private Process process(String... arguments) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(shell.environment());
    return builder.redirectOutput(folder.resolve("out.txt").toFile()).start();
  }

  private Process run() throws IOException {
    return process("run", journal.toString(), "--rate", "100000/min");
  }

  /** Does something while the server has a create in its hands, once. */
  private void duringCreate(int number, Runnable action) {
    AtomicInteger creates = new AtomicInteger();
    truedy.beforeRequest(
        request -> {
          if (request.method().equals("POST") && creates.incrementAndGet() == number) {
            action.run();
          }
        });
  }

  @Test
  void ctrlCEndsTheRequestsUnderWayWritesTheStateAndTheNextRunGoesOn() throws Exception {
    CompletableFuture<Process> running = new CompletableFuture<>();
    duringCreate(5, () -> interrupt(running.join()));
    Process process = run();
    running.complete(process);

    assertThat(process.waitFor()).as(Files.readString(folder.resolve("out.txt"))).isEqualTo(130);

    assertThat(Files.readString(folder.resolve("out.txt")))
        .contains("interrupted; what is done is written down. The same command goes on.");
    assertThat(truedy.contactCount()).isBetween(5, PEOPLE - 1);
    String states =
        shell.run("status", journal, "-o", "json").exits(0).json().at("/result").toString();
    assertThat(states)
        .contains("\"CREATED\":" + truedy.contactCount())
        .doesNotContain("SENT", "UNKNOWN");
    truedy.beforeRequest(request -> {});
    assertThat(run().waitFor()).isZero();
    assertThat(truedy.contacts())
        .hasSize(PEOPLE)
        .extracting(each -> each.get("phone_number"))
        .doesNotHaveDuplicates();
  }

  private static void interrupt(Process process) {
    try {
      String[] kill = {"kill", "-INT", Long.toString(process.pid())};
      assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aJournalInUseNamesTheProcess() throws Exception {
    CompletableFuture<Shell.Ran> second = new CompletableFuture<>();
    duringCreate(1, () -> second.complete(shell.run("run", journal)));

    Process first = run();

    assertThat(second.get(2, TimeUnit.MINUTES).exits(1).err())
        .contains("in use by process " + first.pid() + " on ", "wait until it ends, or end it");
    assertThat(first.waitFor()).isZero();
    assertThat(truedy.contactCount()).isEqualTo(PEOPLE);
  }

  @Test
  void rowsThatFailForOneReasonStopTheRunWith4() {
    truedy
        .fail()
        .always()
        .of("POST")
        .with(Fault.status(400, "{\"error\":\"the account may not do that\"}"));

    Shell.Ran ran = shell.run("run", journal, "--rate", "100000/min").exits(4);

    assertThat(ran.err()).contains("rows in a row were refused for one reason", "Mend it");
    truedy.heal();
    shell.run("run", journal, "--rate", "100000/min").exits(0);
    assertThat(truedy.contactCount()).isEqualTo(PEOPLE);
  }

  @Test
  void theInputOfAPipeIsRefusedWithWhatToDo() {
    for (String file : List.of("/dev/stdin", "-")) {
      assertThat(shell.run("plan", file, "--to", "truedy", "--journal", "j").exits(1).err())
          .contains("cannot be read twice: save the data to a file first");
    }
    assertThat(shell.run("plan", folder, "--to", "truedy", "--journal", "j").exits(1).err())
        .contains("is a directory: give one of its files");
  }

  @Test
  void aFileThatIsGoneStopsTheRun() throws IOException {
    Files.delete(folder.resolve("people.csv"));
    assertThat(shell.run("run", journal).exits(1).err())
        .contains("is gone since the plan was made");
    assertThat(truedy.requestCount()).isZero();
  }
}
