package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.JudgeServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that ends an idle connection has said so before the next request: a write must not be
 * sent into it, because then nobody could say what became of it.
 */
class StaleConnectionsTest {
  /** How long the end of the connection is under way at most: the pause is what is tried. */
  private static final long UNDER_WAY = TimeUnit.MILLISECONDS.toNanos(60);

  record Case(Vendor vendor, String protocol, Close close, Sender sender) {}

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Close close : Close.values()) {
      for (String protocol : close.needsTls() ? List.of("TLSv1.3") : List.of("", "TLSv1.3")) {
        for (Sender sender : Sender.values()) {
          cases.add(new Case(Vendor.KORE, protocol, close, sender));
        }
        cases.add(new Case(Vendor.TRUEDY, protocol, close, Sender.SDK));
      }
      cases.add(new Case(Vendor.TRUEDY, "TLSv1.2", close, Sender.SDK));
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCreateAfterTheEndOfAnIdleConnectionGoesOutOnANewOne(Case given) throws Exception {
    try (JudgeServer server = server(given.vendor, given.protocol);
        Client client = client(given.vendor, server, given.sender.okHttp())) {
      client.create(Vendor.number(1));
      server.journal().awaitDone(1);
      server.endConnections(given.close);
      LockSupport.parkNanos(UNDER_WAY);

      client.create(Vendor.number(2));

      assertThat(server.backend().contacts().count(Vendor.number(2))).isEqualTo(1);
      assertThat(server.journal().connections()).isEqualTo(2);
      assertThat(server.journal().lateRequests()).as("requests on the dead connection").isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aConnectionThatTheApplicationOpenedIsLookedAtToo(Vendor vendor) throws Exception {
    OkHttpClient application = new OkHttpClient.Builder().connectionPool(pool()).build();
    try (JudgeServer server = server(vendor, "");
        Client client = client(vendor, server, application)) {
      client.create(Vendor.number(1));
      get(application, server);
      server.journal().awaitDone(2);
      server.endConnections(Close.FIN);
      LockSupport.parkNanos(UNDER_WAY);

      client.create(Vendor.number(2));

      assertThat(server.backend().contacts().count(Vendor.number(2))).isEqualTo(1);
      assertThat(server.journal().lateRequests()).as("requests on the dead connection").isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void anIdleConnectionThatStandsIsUsedAgain(Vendor vendor) throws Exception {
    try (JudgeServer server = server(vendor, "TLSv1.3");
        Client client = client(vendor, server, null)) {
      client.create(Vendor.number(1));
      LockSupport.parkNanos(UNDER_WAY);
      client.create(Vendor.number(2));

      assertThat(server.journal().connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void recordsOfTlsOnAnIdleConnectionCostNoNewOne(Vendor vendor) throws Exception {
    try (JudgeServer server = server(vendor, "TLSv1.3");
        Client client = client(vendor, server, null)) {
      client.create(Vendor.number(1));
      server.journal().awaitDone(1);
      server.changeKeys();
      LockSupport.parkNanos(UNDER_WAY);
      client.create(Vendor.number(2));
      client.create(Vendor.number(3));

      assertThat(server.backend().contacts().size()).isEqualTo(3);
      assertThat(server.journal().connections()).isEqualTo(1);
    }
  }

  private static JudgeServer server(Vendor vendor, String protocol) {
    return protocol.isEmpty()
        ? JudgeServer.plain(vendor.backend())
        : JudgeServer.tls(vendor.backend(), protocol);
  }

  private static Client client(Vendor vendor, JudgeServer server, OkHttpClient okHttp) {
    Settings settings = Settings.unlimited();
    return vendor.client(server.url(), okHttp == null ? settings : settings.okHttp(okHttp));
  }

  private static ConnectionPool pool() {
    return new ConnectionPool(5, 5, TimeUnit.MINUTES);
  }

  private static void get(OkHttpClient application, JudgeServer server) throws IOException {
    Request request = new Request.Builder().url(server.url() + "/contacts").build();
    try (Response response = application.newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(200);
      assertThat(response.body().string()).isNotEmpty();
    }
  }
}
