package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.tests.client.Caller;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.Exchange;
import dev.contactsdk.tests.server.JudgeServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dead connections in numbers and in odd states, for a client that never tries a call again. */
class DeadConnectionsTest {
  private static final long UNDER_WAY = TimeUnit.MILLISECONDS.toNanos(60);
  private static final Settings ONCE = Settings.unlimited().retry(RetryPolicy.none());

  @Test
  void theCloseOfOneConnectionLeavesTheOthers() throws Exception {
    try (JudgeServer server = JudgeServer.plain(Vendor.KORE.backend());
        Client client = Vendor.KORE.client(server.url(), ONCE)) {
      for (int i = 1; i <= 5; i++) {
        client.create(Vendor.number(i));
        server.journal().awaitDone(i);
        server.endConnections(Close.FIN);
        LockSupport.parkNanos(UNDER_WAY);
      }

      assertThat(server.backend().contacts().size()).isEqualTo(5);
      assertThat(server.journal().connections()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource(Sender.class)
  void anyNumberOfDeadConnectionsCostsOneCallNothing(Sender sender) throws Exception {
    int many = 8;
    CyclicBarrier together = new CyclicBarrier(many);
    OkHttpClient okHttp = sender.okHttp();
    try (JudgeServer server = JudgeServer.tls(Vendor.TRUEDY.backend(), "TLSv1.3");
        Client client =
            Vendor.TRUEDY.client(server.url(), okHttp == null ? ONCE : ONCE.okHttp(okHttp))) {
      server.director(request -> exchange -> answerTogether(exchange, together));
      List<Caller> callers = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        String number = Vendor.number(i);
        callers.add(Caller.of(() -> client.create(number)));
      }
      for (Caller caller : callers) {
        assertThat(caller.ends()).isTrue();
      }
      server.script();
      server.journal().awaitDone(many);
      server.endConnections(Close.TLS_CLOSE_THEN_FIN);
      LockSupport.parkNanos(UNDER_WAY);

      client.create(Vendor.number(many));

      assertThat(server.backend().contacts().size()).isEqualTo(many + 1);
      assertThat(server.journal().lateRequests()).as("requests on the dead connection").isZero();
    }
  }

  private static void answerTogether(Exchange exchange, CyclicBarrier together) throws IOException {
    try {
      together.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IOException(e);
    }
    exchange.reply(exchange.carryOut());
  }

  @Test
  void aConnectionThatNothingWasSentOnYetIsLookedAtToo() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    OkHttpClient failsOnce =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  if (calls.getAndIncrement() == 0) {
                    throw new IOException("the application's interceptor fails once");
                  }
                  return chain.proceed(chain.request());
                })
            .build();
    try (JudgeServer server = JudgeServer.plain(Vendor.KORE.backend());
        Client client = Vendor.KORE.client(server.url(), ONCE.okHttp(failsOnce))) {
      assertThatThrownBy(() -> client.create(Vendor.number(1))).isInstanceOf(SdkException.class);
      server.endConnections(Close.FIN);
      LockSupport.parkNanos(UNDER_WAY);

      client.create(Vendor.number(2));

      assertThat(server.backend().contacts().size()).isEqualTo(1);
      assertThat(server.journal().lateRequests()).as("requests on the dead connection").isZero();
    }
  }

  @Test
  void aConnectionThatEndsAfterOtherRecordsIsDead() throws Exception {
    try (JudgeServer server = JudgeServer.tls(Vendor.KORE.backend(), "TLSv1.3");
        Client client = Vendor.KORE.client(server.url(), ONCE)) {
      client.create(Vendor.number(1));
      server.journal().awaitDone(1);
      server.changeKeys();
      server.endConnections(Close.TLS_CLOSE_THEN_FIN);
      LockSupport.parkNanos(UNDER_WAY);

      client.create(Vendor.number(2));

      assertThat(server.backend().contacts().size()).isEqualTo(2);
      assertThat(server.journal().connections()).isEqualTo(2);
    }
  }
}
