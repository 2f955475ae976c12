package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreArrayPolicy;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Target;
import dev.contactsdk.transfer.target.TruedyTarget;
import dev.contactsdk.truedy.TruedyClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random files, faults and people who work in the account at the same time: what the journal says
 * of each row is true. {@code -Dtransfer.seeds=500} runs 500 of each vendor.
 */
class ClaimsTest {
  private static final int SEEDS = Integer.getInteger("transfer.seeds", 8);
  private static final String BUSY = "Somebody";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"kore", "truedy", "truedy import"})
  void whatTheJournalSaysIsTrue(String vendor) throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      Path place = Files.createDirectory(directory.resolve(vendor.replace(" ", "") + seed));
      if (vendor.equals("kore")) {
        kore(seed, place);
      } else {
        truedy(seed, place, vendor.endsWith("import"));
      }
    }
  }

  private static void kore(int seed, Path place) {
    VirtualClock clock = new VirtualClock();
    List<KoreArrayPolicy> policies = List.of(KoreArrayPolicy.values());
    KoreArrayPolicy policy = policies.get(seed % policies.size());
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).arrayPolicy(policy).start();
        KoreClient kore =
            sandbox.clientBuilder().timeSource(clock).rateLimiter(RateLimiter.unlimited()).build();
        Journal journal = Journal.open(place.resolve("claims.contacts"), clock)) {
      Run run = new Run(seed, sandbox, KoreTarget.of(kore), journal, clock);
      run.adds =
          person ->
              sandbox.addContact(
                  Map.of(
                      "firstName",
                      BUSY,
                      "lastName",
                      "Else",
                      "salutation",
                      "Mr",
                      "cellPhone",
                      Map.of(
                          "phoneNumber", "+91" + People.phone(person),
                          "countryCode", "+91",
                          "extension", "+91")));
      run.contacts =
          () ->
              sandbox.contacts().stream()
                  .map(
                      contact ->
                          new Held(
                              contact.get("id").toString(),
                              ((Map<?, ?>) contact.get("cellPhone")).get("phoneNumber").toString(),
                              contact.get("firstName").toString()))
                  .toList();
      run.check(place);
    }
  }

  private static void truedy(int seed, Path place, boolean importing) {
    VirtualClock clock = new VirtualClock();
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(clock).start();
        TruedyClient truedy =
            sandbox.clientBuilder().timeSource(clock).rateLimiter(RateLimiter.unlimited()).build();
        Journal journal = Journal.open(place.resolve("claims.contacts"), clock)) {
      TruedyTarget target = TruedyTarget.of(truedy);
      Run run = new Run(seed, sandbox, importing ? target.importingCsv() : target, journal, clock);
      run.adds =
          person ->
              sandbox.addContact(
                  Map.of("phone_number", "+91" + People.phone(person), "first_name", BUSY));
      run.contacts =
          () ->
              sandbox.contacts().stream()
                  .map(
                      contact ->
                          new Held(
                              contact.get("id").toString(),
                              contact.get("phone_number").toString(),
                              String.valueOf(contact.get("first_name"))))
                  .toList();
      run.check(place);
    }
  }

  private record Held(String id, String phone, String firstName) {}

  private static final class Run {
    private final int seed;
    private final Random random;
    private final Sandbox sandbox;
    private final Target target;
    private final Journal journal;
    private final VirtualClock clock;
    private Consumer<Integer> adds = person -> {};
    private Supplier<List<Held>> contacts = List::of;

    private Run(int seed, Sandbox sandbox, Target target, Journal journal, VirtualClock clock) {
      this.seed = seed;
      this.random = new Random(seed);
      this.sandbox = sandbox;
      this.target = new SmallRequests(target);
      this.journal = journal;
      this.clock = clock;
    }

    private void check(Path place) {
      int people = 20 + random.nextInt(60);
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < people; i++) {
        boolean damaged = random.nextInt(10) == 0;
        lines.append(damaged ? "Mr,No,Phone,9.1E+11,+91\n" : People.line(i));
      }
      for (int i = 0; i < 5; i++) {
        adds.accept(random.nextInt(people));
      }
      Path file = People.file(place, lines.toString());
      Transfer.from(CsvSource.of(file).region("IN")).to(target).rate(1_000_000).plan(journal);
      adds.accept(random.nextInt(people));
      troubles();
      int[] busy = {random.nextInt(6), random.nextInt(people)};
      sandbox.beforeRequest(
          request -> {
            if (request.method().equals("POST") && busy[0]-- == 0) {
              adds.accept(busy[1]);
            }
          });
      for (int i = 0; i < 20 && !isEnded(i); i++) {
        clock.advance(Duration.ofSeconds(random.nextInt(1200)));
      }
      assertTruth(file);
    }

    private void troubles() {
      fault(Fault.cutAfterStore());
      fault(Fault.cutBeforeStore());
      fault(Fault.storeThenStatus(500));
      fault(Fault.status(503, "down").withoutStoring());
      fault(Fault.halfBody());
      fault(Fault.rateLimited(LimitAnswer.RETRY_AFTER_SECONDS, Duration.ofSeconds(3)));
      fault(Fault.garbage());
    }

    private void fault(Fault fault) {
      sandbox.fail().share(random.nextDouble() * 0.12, random.nextLong()).of("POST").with(fault);
    }

    private boolean isEnded(int round) {
      if (round == 10) {
        sandbox.heal();
      }
      try {
        RunOptions options = RunOptions.DEFAULT.rate(1_000_000).inFlight(1 + random.nextInt(4));
        return journal.run(target, options, progress -> {}).isEnded();
      } catch (TransferException e) {
        assertThat(e.kind()).as("seed " + seed + ": " + e).isIn(Kind.TARGET, Kind.GUARD);
        return false;
      }
    }

    private void assertTruth(Path file) {
      Map<String, List<Held>> byPhone = new HashMap<>();
      contacts
          .get()
          .forEach(
              held -> byPhone.computeIfAbsent(held.phone(), phone -> new ArrayList<>()).add(held));
      List<Row> rows = new ArrayList<>();
      journal.rows(Set.of(), rows::add);
      List<String> source = linesOf(file);
      for (Row row : rows) {
        String phone = "+91" + source.get((int) row.number() - 1).split(",", -1)[3];
        List<Held> there = byPhone.getOrDefault(phone, List.of());
        List<Held> ours = there.stream().filter(held -> !held.firstName().equals(BUSY)).toList();
        String what = "seed " + seed + ", " + row + ", there " + there;
        assertThat(ours.size()).as(what).isLessThanOrEqualTo(1);
        switch (row.state()) {
          case CREATED ->
              assertThat(ours).as(what).extracting(Held::id).containsExactly(row.targetId());
          case PRESENT, DRIFTED, SKIPPED -> assertThat(there).as(what).isNotEmpty();
          case REFUSED, REJECTED -> assertThat(ours).as(what).isEmpty();
          default -> throw new AssertionError("not settled: " + what);
        }
      }
    }

    private static List<String> linesOf(Path file) {
      try {
        return Files.readAllLines(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
