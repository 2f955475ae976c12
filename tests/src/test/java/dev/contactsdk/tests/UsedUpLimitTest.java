package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.SharedClock;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Journal;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.Limit;
import dev.contactsdk.tests.server.TruedyVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that starts again knows nothing of the requests that it sent before, and the vendor
 * refuses more without saying for how long.
 */
class UsedUpLimitTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** How the vendor counts, and what of its window is left. */
  enum Counting {
    FIXED_WINDOW_37_S_LEFT,
    FIXED_WINDOW_JUST_BEGUN,
    SLIDING_WINDOW_AFTER_A_BURST,
    SLIDING_WINDOW_AFTER_A_STEADY_MINUTE;

    Limit limit(int permits) {
      return switch (this) {
        case FIXED_WINDOW_37_S_LEFT -> Limit.fixedWindow(permits, 37 * SECOND);
        case FIXED_WINDOW_JUST_BEGUN -> Limit.fixedWindow(permits, 60 * SECOND - 1);
        case SLIDING_WINDOW_AFTER_A_BURST -> Limit.slidingWindow(permits, -SECOND, 0);
        case SLIDING_WINDOW_AFTER_A_STEADY_MINUTE ->
            Limit.slidingWindow(permits, -1, 59 * SECOND / permits);
      };
    }
  }

  record Case(Vendor vendor, Counting counting) {}

  static Stream<Case> cases() {
    return Stream.of(Vendor.values())
        .flatMap(vendor -> Stream.of(Counting.values()).map(how -> new Case(vendor, how)));
  }

  private final List<SdkException> failures = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger place = new AtomicInteger();
  private JudgeServer server;
  private SharedClock clock;
  private Client client;

  @AfterEach
  void close() throws Exception {
    client.close();
    server.close();
  }

  private void open(Vendor vendor, Limit limit) {
    server = JudgeServer.plain(vendor.backend());
    clock = new SharedClock(() -> server.journal().entries().size());
    server.clock(clock::nanoTime).limit(limit);
    client = vendor.client(server.url(), Settings.usual().time(clock));
  }

  private void open(Case given) {
    open(given.vendor, given.counting.limit(given.vendor == Vendor.KORE ? 60 : 100));
  }

  private void create() {
    try {
      client.create(Vendor.number(place.incrementAndGet()));
    } catch (SdkException e) {
      failures.add(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void oneCallSucceedsWithinTheUsualDeadline(Case given) {
    open(given);
    clock.start(1, this::create);
    clock.run();

    assertThat(failures).isEmpty();
    assertThat(server.backend().contacts().size()).isEqualTo(1);
    assertThat(Duration.ofNanos(clock.nanoTime())).isLessThanOrEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fiftyCallsSucceedWithinTheUsualDeadline(Case given) {
    open(given);
    clock.start(50, this::create);
    clock.run();

    assertThat(failures).isEmpty();
    assertThat(server.backend().contacts().size()).isEqualTo(50);
    assertThat(Duration.ofNanos(clock.nanoTime())).isLessThanOrEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noOtherCallIsSentInThePauseAndItEndsWithOneRequest(Case given) {
    open(given);
    clock.start(1, this::create);
    clock.settle();
    clock.start(10, this::create);
    clock.run();

    assertThat(failures).isEmpty();
    assertThat(server.journal().writes()).as("one refused, 11 carried out").isEqualTo(12);
    assertThat(kinds(2, 4))
        .as("the first request after the pause is alone")
        .containsExactly(Journal.Kind.ARRIVED, Journal.Kind.DONE);
    assertThat(mostAtOnce(4, 4 + 2 * 4)).as("at once right after the first").isLessThan(10);
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aPauseThatWasTooShortGoesOnAfterOneRequest(Vendor vendor) {
    // As where another process takes the next window too.
    open(vendor, Limit.fixedWindow(60, 80 * SECOND));
    clock.start(1, this::create);
    clock.settle();
    clock.start(10, this::create);
    clock.runUntil(80 * SECOND);

    assertThat(server.journal().writes()).as("requests before the limit's end").isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = "TRUEDY")
  void aTimeThatTheVendorNamesPausesAllCallers(Vendor vendor) {
    open(vendor, Limit.fixedWindow(100, 37 * SECOND));
    Instant end = clock.now().plusSeconds(37);
    ((TruedyVendor) server.backend()).limitEndsAt(end::toString);
    clock.start(1, this::create);
    clock.settle();
    clock.start(10, this::create);
    clock.run();

    assertThat(failures).isEmpty();
    assertThat(server.journal().writes()).as("one refused, 11 carried out").isEqualTo(12);
    assertThat(Duration.ofNanos(server.journal().entries().get(2).nanos()))
        .isBetween(Duration.ofSeconds(37), Duration.ofSeconds(45));
  }

  private List<Journal.Kind> kinds(int from, int to) {
    return server.journal().entries().subList(from, to).stream().map(Journal.Entry::kind).toList();
  }

  private int mostAtOnce(int from, int to) {
    int most = 0;
    int now = 0;
    for (Journal.Kind kind : kinds(from, to)) {
      now += kind == Journal.Kind.ARRIVED ? 1 : -1;
      most = Math.max(most, now);
    }
    return most;
  }
}
