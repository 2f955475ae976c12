package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Policies;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.KoreVendor;
import dev.contactsdk.tests.server.TruedyVendor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A deadline is that of the whole call, with all that it does to recover. */
class DeadlineTest {
  private static final Duration FIRST_REQUEST = Duration.ofMillis(900);
  private static final Duration REQUEST = Duration.ofMillis(100);
  private static final int OTHERS = 2000;

  record Case(Vendor vendor, OnUnknown policy, Duration deadline) {}

  static Stream<Case> lostCreates() {
    List<Case> cases = new ArrayList<>();
    for (Vendor vendor : Vendor.values()) {
      for (OnUnknown policy : Policies.of(vendor)) {
        for (int seconds : new int[] {1, 30, 61}) {
          cases.add(new Case(vendor, policy, Duration.ofSeconds(seconds)));
        }
      }
    }
    return cases.stream();
  }

  /** Thousands of others make the look-up long; every list of the vendor's is as bad as it gets. */
  @ParameterizedTest
  @MethodSource("lostCreates")
  void aLostCreateIsOverByItsDeadline(Case given) throws IOException {
    VirtualClock clock = new VirtualClock();
    try (JudgeServer server = JudgeServer.plain(given.vendor.backend());
        Client client = client(given.vendor, server, clock, given.deadline)) {
      storeOthers(server);
      server.director(
          request ->
              exchange -> {
                boolean first = server.journal().arrived().size() == 1;
                clock.advance(first ? FIRST_REQUEST : REQUEST);
                if (request.isWrite()) {
                  exchange.connection().end(Close.FIN);
                } else {
                  exchange.reply(exchange.carryOut());
                }
              });

      SdkException failure =
          catchThrowableOfType(
              SdkException.class, () -> client.create(Vendor.number(1), "Ada", given.policy));

      assertThat(failure).isNotNull();
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(clock.elapsed())
          .as("one request may be under way when the time is up")
          .isLessThanOrEqualTo(given.deadline.plus(REQUEST));
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aListThatIsAnswered503IsOverByItsDeadline(Vendor vendor) throws IOException {
    VirtualClock clock = new VirtualClock();
    try (JudgeServer server = JudgeServer.plain(vendor.backend());
        Client client = client(vendor, server, clock, Duration.ofSeconds(1))) {
      server.director(
          request ->
              exchange -> {
                clock.advance(REQUEST);
                exchange.reply(Answer.page(503).header("Retry-After", "1"));
              });

      assertThat(catchThrowableOfType(SdkException.class, () -> client.list(10, 0).next()))
          .isNotNull();
      assertThat(clock.elapsed()).isLessThanOrEqualTo(Duration.ofMillis(1100));
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aPauseOfTheAccountThatIsTooLongFailsAtOnce(Vendor vendor) throws IOException {
    VirtualClock clock = new VirtualClock();
    try (JudgeServer server = JudgeServer.plain(vendor.backend());
        Client client = client(vendor, server, clock, Duration.ofSeconds(1))) {
      server.director(request -> Behaviour.answer(server.backend().limitAnswer()));

      SdkException failure =
          catchThrowableOfType(SdkException.class, () -> client.create(Vendor.number(1)));

      assertThat(failure).isNotNull();
      assertThat(failure.outcome()).isIn(Outcome.REJECTED, Outcome.NOT_SENT);
      assertThat(clock.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  private static Client client(
      Vendor vendor, JudgeServer server, VirtualClock clock, Duration deadline) {
    server.clock(() -> clock.elapsed().toNanos());
    return vendor.client(server.url(), Settings.unlimited().time(clock).deadline(deadline));
  }

  private static void storeOthers(JudgeServer server) {
    for (int i = 0; i < OTHERS; i++) {
      String number = Vendor.number(1000 + i);
      if (server.backend() instanceof KoreVendor kore) {
        kore.store("Grace", number);
      } else {
        ((TruedyVendor) server.backend()).store("Grace", number);
      }
    }
  }
}
