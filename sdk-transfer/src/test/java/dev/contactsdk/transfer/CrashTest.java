package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreArrayPolicy;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TruedyTarget;
import dev.contactsdk.truedy.TruedyClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills the process of a run, again and again, and lets it go on: nothing is lost or doubled, and
 * the journal tells the truth about every row. {@code -Dcrashes=30} kills each kind 30 times.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CrashTest {
  private static final int CRASHES = Integer.getInteger("crashes", 2);

  @TempDir Path directory;

  /** Enough that a run has not ended before it is killed. */
  private int people = 60 * CRASHES;

  /** How much larger the numbers are that updates give. */
  private int newNumbers;

  /** The first names that updates give; empty for creates. */
  private String newName = "";

  /** What is run, and against which server. */
  enum Kind {
    KORE_ATOMIC,
    KORE_NOT_ATOMIC,
    KORE_NUMBERS,
    TRUEDY,
    TRUEDY_IMPORT,
    TRUEDY_NAMES
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLostOrDoubledAndTheJournalTellsTheTruth(Kind kind) throws Exception {
    switch (kind) {
      case KORE_ATOMIC -> kore(KoreArrayPolicy.ALL_OR_NOTHING);
      case KORE_NOT_ATOMIC -> kore(KoreArrayPolicy.STOP_AT_FIRST);
      case KORE_NUMBERS -> {
        newNumbers = 1_000_000;
        newName = "Second";
        kore(KoreArrayPolicy.ALL_OR_NOTHING);
      }
      case TRUEDY -> truedy(false);
      case TRUEDY_IMPORT -> truedy(true);
      case TRUEDY_NAMES -> {
        newName = "Second";
        truedy(false);
      }
    }
  }

  private void kore(KoreArrayPolicy policy) throws Exception {
    people *= 4; // several in one request
    try (KoreSandbox sandbox = KoreSandbox.builder().arrayPolicy(policy).start();
        KoreClient kore = sandbox.clientBuilder().rateLimiter(RateLimiter.unlimited()).build()) {
      Map<String, String> environment =
          Map.of(
              "KORE_BASE_URL", sandbox.baseUrl(),
              "KORE_STREAM_ID", sandbox.streamId(),
              "KORE_ACCOUNT_ID", sandbox.accountId(),
              "KORE_CLIENT_ID", sandbox.clientId(),
              "KORE_CLIENT_SECRET", sandbox.clientSecret());
      crash(sandbox, KoreTarget.of(kore), environment, "arrays");
      assertTruth(
          sandbox.contacts(),
          contact -> ((Map<?, ?>) contact.get("cellPhone")).get("phoneNumber").toString(),
          contact -> contact.get("firstName").toString());
    }
  }

  private void truedy(boolean importing) throws Exception {
    people *= importing ? 4 : 1;
    try (TruedySandbox sandbox = TruedySandbox.start();
        TruedyClient truedy =
            sandbox.clientBuilder().rateLimiter(RateLimiter.unlimited()).build()) {
      Map<String, String> environment =
          Map.of("TRUEDY_BASE_URL", sandbox.baseUrl(), "TRUEDY_API_KEY", sandbox.apiKey());
      TruedyTarget target = TruedyTarget.of(truedy);
      crash(
          sandbox,
          importing ? target.importingCsv() : target,
          environment,
          importing ? "importing" : "single");
      assertTruth(
          sandbox.contacts(),
          contact -> contact.get("phone_number").toString(),
          contact -> contact.get("first_name").toString());
    }
  }

  private Path journal() {
    return directory.resolve("crash.contacts");
  }

  private void crash(Sandbox sandbox, Target target, Map<String, String> environment, String way)
      throws Exception {
    try (Journal journal = Journal.open(journal())) {
      plan(target, journal, 0, "First");
      if (!newName.isEmpty()) {
        RunOptions fast = RunOptions.DEFAULT.rate(1_000_000);
        assertThat(journal.run(target, fast, progress -> {}).isEnded()).isTrue();
        plan(target, journal, newNumbers, newName);
      }
    }
    for (String method : List.of("POST", "PUT", "PATCH")) {
      sandbox.fail().share(0.02, 5).of(method).with(Fault.cutAfterStore());
      sandbox.fail().share(0.02, 6).of(method).with(Fault.cutBeforeStore());
    }
    Random random = new Random(4);
    int killed = 0;
    for (int i = 0; i < CRASHES; i++) {
      Process process = process(environment, way);
      if (i % 2 == 0) {
        killAtRequest(sandbox, process, 1 + random.nextInt(4));
      } else {
        killAfter(process, 800 + random.nextInt(2500));
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      sandbox.beforeRequest(request -> {});
      killed += process.exitValue() == 0 ? 0 : 1;
    }
    System.out.printf("%s: killed %d of %d times%n", target, killed, CRASHES);
    assertThat(killed).isPositive();
    sandbox.heal();
    Process last = process(environment, way);
    assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(last.exitValue()).isZero();
  }

  private void plan(Target target, Journal journal, int moreThanPerson, String name)
      throws IOException {
    StringBuilder lines = new StringBuilder("Customer,Salutation,First name,Last name,Phone\n");
    for (int i = 0; i < people; i++) {
      lines.append(
          String.format("C%d,Ms,%s%d,Rao,%s%n", i, name, i, People.phone(i + moreThanPerson)));
    }
    Path file = Files.writeString(directory.resolve(name + ".csv"), lines);
    Plan unused =
        Transfer.from(CsvSource.of(file).region("IN"))
            .to(target)
            .onExisting(OnExisting.UPDATE)
            .key("Customer")
            .rate(1_000_000)
            .plan(journal);
  }

  private Process process(Map<String, String> environment, String way) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            CrashingRun.class.getName(),
            journal().toString(),
            way);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(new File(directory.toFile(), "out.txt"));
    return builder.start();
  }

  /** Before the server carries a request out, whose rows the journal must have. */
  private static void killAtRequest(Sandbox sandbox, Process process, int number) {
    AtomicInteger count = new AtomicInteger();
    sandbox.beforeRequest(
        request -> {
          if (!request.method().equals("GET") && count.incrementAndGet() == number) {
            process.destroyForcibly();
          }
        });
  }

  private static void killAfter(Process process, long millis) throws InterruptedException {
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
  }

  private void assertTruth(
      List<Map<String, Object>> contacts,
      Function<Map<String, Object>, String> phone,
      Function<Map<String, Object>, String> name) {
    Map<String, List<String>> ids = new HashMap<>();
    contacts.forEach(
        contact ->
            ids.merge(
                phone.apply(contact),
                List.of(contact.get("id").toString()),
                (one, other) ->
                    Stream.concat(one.stream(), other.stream()).collect(Collectors.toList())));
    assertThat(ids).hasSize(people).allSatisfy((number, some) -> assertThat(some).hasSize(1));
    assertThat(contacts)
        .allSatisfy(
            contact -> {
              String person = name.apply(contact).replaceAll("[^0-9]", "");
              String number = People.phone(newNumbers + Integer.parseInt(person));
              assertThat(phone.apply(contact)).isEqualTo("+91" + number);
              assertThat(name.apply(contact)).startsWith(newName);
            });
    Set<String> all =
        ids.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    try (Journal journal = Journal.open(journal())) {
      RowState state = newName.isEmpty() ? RowState.CREATED : RowState.UPDATED;
      assertThat(journal.result().states()).isEqualTo(Map.of(state, (long) people));
      journal.rows(Set.of(), row -> assertThat(all).contains(row.targetId()));
    }
  }
}
