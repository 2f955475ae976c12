package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.tests.client.Caller;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.JudgeServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Closing a client ends its calls, wherever they wait and on whatever thread. */
class CloseTest {
  @ParameterizedTest
  @EnumSource(Vendor.class)
  void wakesAllThatWaitForAPermit(Vendor vendor) throws Exception {
    try (JudgeServer server = JudgeServer.plain(vendor.backend());
        Client client =
            vendor.client(server.url(), Settings.unlimited().limiter(RateLimiter.perMinute(1)))) {
      client.create(Vendor.number(0));
      List<Caller> callers =
          IntStream.rangeClosed(1, 3)
              .mapToObj(i -> Caller.of(() -> client.create(Vendor.number(i))).awaitRest())
              .toList();

      close(client);

      for (Caller caller : callers) {
        assertThatItWasWoken(caller);
      }
      assertThat(server.journal().writes()).isEqualTo(1);
    }
  }

  @Test
  void leavesTheCallersOfAnotherClientOfTheSameLimit() throws Exception {
    RateLimiter shared = RateLimiter.perMinute(1);
    Settings settings = Settings.unlimited().limiter(shared);
    try (JudgeServer server = JudgeServer.plain(Vendor.KORE.backend());
        Client closed = Vendor.KORE.client(server.url(), settings);
        Client open = Vendor.KORE.client(server.url(), settings)) {
      closed.create(Vendor.number(0));
      Caller first = Caller.of(() -> closed.create(Vendor.number(1))).awaitRest();
      Caller other = Caller.of(() -> open.create(Vendor.number(2))).awaitRest();

      close(closed);

      assertThatItWasWoken(first);
      assertThat(other.awaitRest().isRunning()).isTrue();
      other.interrupt();
      assertThat(other.ends()).isTrue();
      assertThat(other.isInterrupted()).as("an interrupt of the application's stays").isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void wakesWhatWaitsForTheNextAttempt(Vendor vendor) throws Exception {
    try (JudgeServer server = JudgeServer.plain(vendor.backend());
        Client client = vendor.client(server.url(), Settings.unlimited())) {
      server.director(request -> Behaviour.answer(Answer.page(503).header("Retry-After", "40")));
      Caller caller = Caller.of(() -> client.list(10, 0).next());
      server.journal().awaitDone(1);
      caller.awaitRest();

      close(client);

      assertThatItWasWoken(caller);
      assertThat(server.journal().reads()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void wakesWhatWaitsForTheEndOfTheVendorsLimit(Vendor vendor) throws Exception {
    try (JudgeServer server = JudgeServer.plain(vendor.backend());
        Client client = vendor.client(server.url(), Settings.usual())) {
      server.director(
          request -> Behaviour.answer(server.backend().limitAnswer().header("Retry-After", "40")));
      Caller caller = Caller.of(() -> client.create(Vendor.number(1)));
      server.journal().awaitDone(1);
      Caller second = Caller.of(() -> client.create(Vendor.number(2)));
      caller.awaitRest();
      second.awaitRest();

      close(client);

      assertThatItWasWoken(caller);
      assertThatItWasWoken(second);
    }
  }

  @Test
  void wakesWhatWaitsForARequestToSettle() throws Exception {
    try (JudgeServer server = JudgeServer.plain(Vendor.TRUEDY.backend());
        Client client = Vendor.TRUEDY.client(server.url(), Settings.unlimited())) {
      server.script().writes(Behaviour.cut(Close.FIN));
      Caller caller =
          Caller.of(() -> client.create(Vendor.number(1), "Ada", OnUnknown.lookUpThenResend()));
      server.journal().awaitDone(2);
      caller.awaitRest();

      close(client);

      assertThatItWasWoken(caller);
      assertThat(server.journal().writes()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void endsAnExchange(Vendor vendor) throws Exception {
    try (JudgeServer server = JudgeServer.plain(vendor.backend());
        Client client = vendor.client(server.url(), Settings.unlimited())) {
      server.director(request -> Behaviour.silence());
      Caller caller = Caller.of(() -> client.create(Vendor.number(1)));
      server.journal().awaitArrived(1);

      close(client);

      assertThat(caller.ends()).isTrue();
      assertThat(caller.failure()).isNotNull();
      assertThat(caller.isInterrupted()).isFalse();
    }
  }

  private static void close(Client client) {
    client.close();
  }

  private static void assertThatItWasWoken(Caller caller) throws InterruptedException {
    assertThat(caller.ends()).as("the call has ended").isTrue();
    assertThat(caller.failure())
        .satisfiesAnyOf(
            failure -> assertThat(failure).isInstanceOf(CanceledException.class),
            failure -> assertThat(failure).hasMessageContaining("closed"));
    assertThat(caller.isInterrupted()).as("the interrupt flag").isFalse();
  }
}
