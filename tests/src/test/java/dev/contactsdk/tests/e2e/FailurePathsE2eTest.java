package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.LimitAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailurePathsE2eTest {

  /**
   * What goes wrong, what the server has done by then, and what the client can know of it.
   *
   * @param fault what goes wrong
   * @param stores whether the request was carried out
   * @param outcomes what a write may be said to be
   * @param passing whether the next attempt is worth it for what may be repeated
   */
  private record Mishap(Fault fault, boolean stores, Set<Outcome> outcomes, boolean passing) {}

  private static final Map<String, Mishap> MISHAPS = mishaps();

  /** What one create makes one of. */
  private static final Pattern NEW =
      Pattern.compile("\\+12025550101|emailId=new@example.com|name=New,");

  @TempDir private static Path folder;

  private static Map<String, Mishap> mishaps() {
    Map<String, Mishap> all = new LinkedHashMap<>();
    cut(all, "cutBeforeStore", Fault.cutBeforeStore(), false, Outcome.UNKNOWN);
    cut(all, "resetBeforeStore", Fault.cutBeforeStore().withReset(), false, Outcome.UNKNOWN);
    cut(all, "cutAfterStore", Fault.cutAfterStore(), true, Outcome.UNKNOWN);
    cut(all, "resetAfterStore", Fault.cutAfterStore().withReset(), true, Outcome.UNKNOWN);
    cut(all, "cutInStatusLine", Fault.cutInStatusLine(), true, Outcome.UNKNOWN);
    cut(all, "cutInHeaders", Fault.cutInHeaders(), true, Outcome.UNKNOWN);
    cut(all, "cutAtBody", Fault.cutInBody(0), true, Outcome.APPLIED);
    cut(all, "halfBody", Fault.halfBody(), true, Outcome.APPLIED);
    cut(all, "storeThen500", Fault.storeThenStatus(500), true, Outcome.UNKNOWN);
    cut(all, "502", Fault.status(502, "<html>"), false, Outcome.UNKNOWN);
    give(all, "501", Fault.status(501, ""), false, Outcome.UNKNOWN);
    give(all, "garbage", Fault.garbage(), true, Outcome.APPLIED);
    give(all, "empty", Fault.respondWith("", "application/json"), true, Outcome.APPLIED);
    give(all, "html", Fault.respondWith("<html>hi</html>", "text/html"), true, Outcome.APPLIED);
    give(all, "null", Fault.respondWith("null", "application/json"), true, Outcome.APPLIED);
    give(all, "number", Fault.respondWith("7", "application/json"), true, Outcome.APPLIED);
    give(all, "302", Fault.redirect(302, "https://192.0.2.1/x"), false, Outcome.UNKNOWN);
    give(all, "307", Fault.redirect(307, "https://192.0.2.1/x"), false, Outcome.REJECTED);
    give(all, "308", Fault.redirect(308, "/elsewhere"), false, Outcome.REJECTED);
    give(all, "400", Fault.status(400, "{}"), false, Outcome.REJECTED);
    give(all, "401", Fault.status(401, ""), false, Outcome.REJECTED);
    give(all, "409", Fault.status(409, "{}"), false, Outcome.REJECTED);
    for (LimitAnswer answer : LimitAnswer.values()) {
      if (answer != LimitAnswer.INTERNAL_ERROR) {
        Fault limited = Fault.rateLimited(answer, Duration.ofSeconds(3));
        cut(all, "429 " + answer, limited, false, Outcome.REJECTED);
      }
    }
    return all;
  }

  private static void cut(
      Map<String, Mishap> all, String name, Fault fault, boolean stores, Outcome outcome) {
    all.put(name, new Mishap(fault, stores, EnumSet.of(outcome), true));
  }

  private static void give(
      Map<String, Mishap> all, String name, Fault fault, boolean stores, Outcome outcome) {
    all.put(name, new Mishap(fault, stores, EnumSet.of(outcome), false));
  }

  static Stream<Arguments> subjects() {
    return Stream.concat(
        Bench.KORE.stream().map(name -> Arguments.of("kore", name)),
        Bench.TRUEDY.stream().map(name -> Arguments.of("truedy", name)));
  }

  /** The files count as several, whatever they hold. */
  private static final Set<String> SEVERAL =
      Set.of("contacts.createMany", "contacts.import", "contacts.importJson", "contacts.deleteAll");

  /** What is refused, or unreadable, of several contacts may have been written in part. */
  private static Set<Outcome> outcomes(String name, Map.Entry<String, Mishap> mishap) {
    Set<Outcome> ofOne = mishap.getValue().outcomes();
    boolean partly =
        Set.of("400", "409").contains(mishap.getKey()) || ofOne.contains(Outcome.APPLIED);
    return SEVERAL.contains(name) && partly ? EnumSet.of(Outcome.UNKNOWN) : ofOne;
  }

  private static boolean changes(Bench.Subject subject) {
    return subject.effect() != Effect.READ;
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void theOutcomeOfAFailedAttemptFitsWhatTheVendorStored(String vendor, String name) {
    for (Map.Entry<String, Mishap> entry : MISHAPS.entrySet()) {
      Mishap mishap = entry.getValue();
      try (Bench bench = Bench.of(vendor, folder)) {
        Bench.Subject subject = bench.subjects.get(name);
        String before = bench.state();
        bench.sandbox.fail().next().with(mishap.fault());
        String what = vendor + " " + name + " " + entry.getKey();

        SdkException failure = failure(() -> subject.call().retry(RetryPolicy.none()).execute());

        if (isFineFor(name, entry.getKey())) {
          assertThat(failure).as(what).isNull();
          continue;
        }
        assertThat(failure).as(what).isNotNull();
        assertThat(bench.sandbox.requestCount()).as(what).isEqualTo(1);
        assertThat(failure.attempts()).as(what).isEqualTo(1);
        assertThat(failure.operation()).as(what).startsWith(vendor + ".");
        if (changes(subject)) {
          assertThat(failure.outcome()).as(what).isIn(outcomes(name, entry));
          boolean stored = !bench.state().equals(before);
          assertThat(stored).as(what).isEqualTo(mishap.stores());
        }
      }
    }
  }

  static Stream<Arguments> ofSeveral() {
    return subjects().filter(subject -> SEVERAL.contains((String) subject.get()[1]));
  }

  @ParameterizedTest
  @MethodSource("ofSeveral")
  void whatWasStoredBeforeARefusalOfSeveralIsNotSaidToBeRefused(String vendor, String name) {
    for (int status : new int[] {400, 402, 404, 409, 422}) {
      try (Bench bench = Bench.of(vendor, folder)) {
        String before = bench.state();
        bench.sandbox.fail().next().with(Fault.storeThenStatus(status));
        SdkException failure = failure(() -> bench.subjects.get(name).call().execute());
        assertThat(failure.outcome()).as(name + status).isEqualTo(Outcome.UNKNOWN);
        assertThat(bench.state()).isNotEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void whatMayBeRepeatedIsRepeatedAndTheRestIsNot(String vendor, String name) {
    List<Integer> done = countsWhenAllGoesWell(vendor, name);
    for (Map.Entry<String, Mishap> entry : MISHAPS.entrySet()) {
      Mishap mishap = entry.getValue();
      try (Bench bench = Bench.of(vendor, folder)) {
        Bench.Subject subject = bench.subjects.get(name);
        bench.sandbox.fail().next().with(mishap.fault());
        String what = vendor + " " + name + " " + entry.getKey();
        boolean limited = mishap.outcomes().contains(Outcome.REJECTED);
        boolean repeated = mishap.passing() && (limited || subject.effect() != Effect.WRITE);

        if (repeated) {
          ApiResponse<?> response = subject.call().response();
          assertThat(response.attempts()).as(what).isEqualTo(2);
          assertThat(bench.sandbox.requestCount()).as(what).isEqualTo(2);
          boolean gone = response.body() instanceof Deleted<?> deleted && deleted.alreadyGone();
          assertThat(gone).as(what).isEqualTo(subject.effect() == Effect.DELETE && mishap.stores());
          assertThat(counts(bench)).as(what).isEqualTo(done);
        } else {
          SdkException failure = failure(() -> subject.call().execute());
          assertThat(failure == null).as(what).isEqualTo(isFineFor(name, entry.getKey()));
          assertThat(bench.sandbox.requestCount()).as(what).isEqualTo(1);
        }
      }
    }
  }

  /** A success whatever it holds is enough for a delete, and one id is a documented answer. */
  private static boolean isFineFor(String name, String mishap) {
    boolean deleted = name.endsWith(".delete") && mishap.equals("empty");
    boolean folderDeleted =
        name.equals("folders.delete") && Set.of("null", "number").contains(mishap);
    return deleted || folderDeleted || (name.endsWith("findByCustomId") && mishap.equals("number"));
  }

  private static List<Integer> countsWhenAllGoesWell(String vendor, String name) {
    try (Bench reference = Bench.of(vendor, folder)) {
      assertThat(reference.subjects.get(name).call().execute()).isNotNull();
      return counts(reference);
    }
  }

  /** How much there is; ids and times differ between two sandboxes. */
  private static List<Integer> counts(Bench bench) {
    List<Integer> counts = new ArrayList<>();
    for (String part : List.of("status=ACTIVE", "status=INACTIVE", "phone_number=", "name=")) {
      counts.add(bench.state().split(part, -1).length - 1);
    }
    return counts;
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aConnectionThatIsDroppedLeavesNoFalseClaim(String vendor, String name) {
    try (Bench bench = Bench.of(vendor, folder)) {
      Bench.Subject subject = bench.subjects.get(name);
      String before = bench.state();
      bench.sandbox.dropConnections(1);
      SdkException failure = failure(() -> subject.call().retry(RetryPolicy.none()).execute());
      assertThat(failure).isInstanceOf(ConnectionException.class);
      assertThat(failure.outcome()).isIn(Outcome.NOT_SENT, Outcome.UNKNOWN);
      assertThat(bench.state()).isEqualTo(before);
      assertThat(bench.sandbox.requestCount()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aServerThatIsGoneIsNotSentForEveryCall(String vendor, String name) {
    try (Bench bench = Bench.of(vendor, folder)) {
      Bench.Subject subject = bench.subjects.get(name);
      bench.sandbox.close();
      SdkException failure = failure(() -> subject.call().execute());
      assertThat(failure).isInstanceOf(ConnectionException.class);
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure.attempts()).isEqualTo(4);
    }
  }

  @Test
  void aReadGivesUpAfterTheLastAttemptAndKeepsTheEarlierFailures() {
    for (String vendor : List.of("kore", "truedy")) {
      try (Bench bench = Bench.of(vendor, folder)) {
        bench.sandbox.fail().always().with(Fault.status(503, "{}"));
        SdkException failure = failure(() -> bench.subjects.get("contacts.list").call().execute());
        assertThat(failure).isInstanceOf(ApiException.ServerError.class);
        assertThat(failure.attempts()).isEqualTo(4);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(bench.sandbox.requestCount()).isEqualTo(4);
      }
    }
  }

  @Test
  void aWaitLongerThanAllowedFailsAtOnceAndSaysUntilWhen() {
    for (String vendor : List.of("kore", "truedy")) {
      try (Bench bench = Bench.of(vendor, folder)) {
        bench
            .sandbox
            .fail()
            .next()
            .with(Fault.rateLimited(LimitAnswer.RETRY_AFTER_SECONDS, Duration.ofHours(2)));
        ApiException.RateLimited failure =
            failure(
                ApiException.RateLimited.class,
                () -> bench.subjects.get("contacts.create").call().execute());
        assertThat(failure.retryAfter())
            .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(failure.getMessage()).contains("May be repeated in PT");
        assertThat(bench.sandbox.requestCount()).isEqualTo(1);
      }
    }
  }

  @Test
  void anAnswerTooLargeIsATypedErrorWithItsOutcome() {
    for (String vendor : List.of("kore", "truedy")) {
      try (Bench bench = Bench.of(vendor, folder)) {
        bench
            .sandbox
            .fail()
            .next()
            .with(Fault.respondWith(new byte[17 * 1024 * 1024], "application/json"));
        SdkException failure =
            failure(() -> bench.subjects.get("contacts.create").call().execute());
        assertThat(failure).isInstanceOf(ResponseFormatException.class);
        assertThat(failure.outcome()).isEqualTo(Outcome.APPLIED);
      }
    }
  }

  @Test
  void randomFaultsNeverMakeAnOutcomeFalse() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Arguments> all = subjects().toList();
    List<Mishap> mishaps = List.copyOf(MISHAPS.values());
    for (int i = 0; i < 100; i++) {
      Object[] subjectName = all.get(random.nextInt(all.size())).get();
      String vendor = (String) subjectName[0];
      String name = (String) subjectName[1];
      try (Bench bench = Bench.of(vendor, folder)) {
        Bench.Subject subject = bench.subjects.get(name);
        String before = bench.state();
        int faults = 1 + random.nextInt(5);
        for (int n = 1; n <= faults; n++) {
          bench.sandbox.fail().call(n).with(mishaps.get(random.nextInt(mishaps.size())).fault());
        }
        SdkException failure = failure(() -> subject.call().execute());
        String what = "seed " + seed + " run " + i + " " + vendor + " " + name + " " + failure;
        boolean stored = !bench.state().equals(before);
        if (subject.effect() == Effect.READ) {
          assertThat(stored).as(what).isFalse();
        } else if (failure == null || failure.outcome() == Outcome.APPLIED) {
          assertThat(stored).as(what).isTrue();
        } else if (failure.outcome() != Outcome.UNKNOWN) {
          assertThat(stored).as(what).isFalse();
        }
        assertThat(NEW.matcher(bench.state()).results().count()).as(what).isLessThanOrEqualTo(1);
      }
    }
  }
}
