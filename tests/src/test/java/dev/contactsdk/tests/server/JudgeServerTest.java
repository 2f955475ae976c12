package dev.contactsdk.tests.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The judge does what it says, as seen by a bare socket. */
class JudgeServerTest {
  private static final String CREATE =
      "[{\"firstName\":\"Ada\",\"cellPhone\":"
          + "{\"countryCode\":\"+1\",\"phoneNumber\":\"4152000001\"}}]";

  private final KoreVendor vendor = new KoreVendor();

  private static Socket connect(JudgeServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(10));
    return socket;
  }

  private static void post(OutputStream out) throws IOException {
    String head = "POST /contacts HTTP/1.1\r\nContent-Length: " + CREATE.length() + "\r\n\r\n";
    out.write((head + CREATE).getBytes(UTF_8));
    out.flush();
  }

  private static String answer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    String length = head.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
    return head + new String(in.readNBytes(Integer.parseInt(length)), UTF_8);
  }

  @Test
  void storesAndAnswers() throws IOException {
    try (JudgeServer server = JudgeServer.plain(vendor);
        Socket socket = connect(server)) {
      post(socket.getOutputStream());

      assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 200").contains("Ada");
      assertThat(vendor.contacts().count("+14152000001")).isEqualTo(1);
      assertThat(server.journal().writes()).isEqualTo(1);
    }
  }

  @Test
  void refusesANumberTwice() throws IOException {
    try (JudgeServer server = JudgeServer.plain(vendor);
        Socket socket = connect(server)) {
      post(socket.getOutputStream());
      answer(socket.getInputStream());
      post(socket.getOutputStream());

      assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 400").contains("exists");
      assertThat(vendor.contacts().size()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Close.class,
      names = {"FIN", "RST", "REQUEST_TIMEOUT"})
  void endsIdleConnections(Close close) throws Exception {
    try (JudgeServer server = JudgeServer.plain(vendor);
        Socket socket = connect(server)) {
      post(socket.getOutputStream());
      answer(socket.getInputStream());
      server.journal().awaitDone(1);
      server.endConnections(close);

      InputStream in = socket.getInputStream();
      switch (close) {
        case FIN -> assertThat(in.read()).isNegative();
        case RST -> assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
        default -> assertThat(answer(in)).startsWith("HTTP/1.1 408");
      }
    }
  }

  @Test
  void countsWhatComesTooLate() throws Exception {
    try (JudgeServer server = JudgeServer.plain(vendor);
        Socket socket = connect(server)) {
      post(socket.getOutputStream());
      answer(socket.getInputStream());
      server.journal().awaitDone(1);
      server.endConnections(Close.FIN);
      post(socket.getOutputStream());
      socket.shutdownOutput();
      server.journal().awaitClosed(1);

      assertThat(server.journal().lateRequests()).isEqualTo(1);
      assertThat(vendor.contacts().size()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Close.class,
      names = {"FIN", "TLS_CLOSE_THEN_FIN", "TLS_CLOSE_ONLY"})
  void endsIdleConnectionsOfTls(Close close) throws Exception {
    try (JudgeServer server = JudgeServer.tls(vendor, "TLSv1.3");
        Socket plain = connect(server);
        SSLSocket tls = over(plain)) {
      post(tls.getOutputStream());
      answer(tls.getInputStream());
      server.journal().awaitDone(1);
      server.endConnections(close);

      // What TLS says, as bytes; then the end of the stream, where it is ended.
      InputStream in = plain.getInputStream();
      if (close != Close.FIN) {
        assertThat(in.read()).as("a record of TLS").isPositive();
        in.skipNBytes(in.available());
      }
      if (close != Close.TLS_CLOSE_ONLY) {
        assertThat(in.readAllBytes()).isNotNull();
      } else {
        assertThat(in.available()).isZero();
      }
    }
  }

  @Test
  void changesKeysOnAnIdleConnection() throws Exception {
    try (JudgeServer server = JudgeServer.tls(vendor, "TLSv1.3");
        Socket plain = connect(server);
        SSLSocket tls = over(plain)) {
      post(tls.getOutputStream());
      answer(tls.getInputStream());
      server.journal().awaitDone(1);
      server.changeKeys();

      while (plain.getInputStream().available() == 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
      post(tls.getOutputStream());
      assertThat(answer(tls.getInputStream())).startsWith("HTTP/1.1 400");
    }
  }

  private static SSLSocket over(Socket plain) throws IOException {
    return (SSLSocket)
        Tls.certificates().sslSocketFactory().createSocket(plain, "localhost", 1, true);
  }

  @Test
  void readsAndWritesJson() {
    String text = "{\"a\":[1,-2.5,true,false,null,\"x\\\"\\\\\\u0001\"],\"b\":{},\"c\":[]}";

    assertThat(Json.write(Json.read(text))).isEqualTo(text);
    assertThat(Json.read(" [ 1 , { \"a\" : \"\\u00e4\\n\" } ] "))
        .isEqualTo(List.of(BigDecimal.ONE, Json.object("a", "ä\n")));
  }

  @Test
  void countsInWindows() {
    Limit fixed = Limit.fixedWindow(2, 10);
    assertThat(List.of(fixed.admits(9), fixed.admits(10), fixed.admits(11), fixed.admits(12)))
        .containsExactly(false, true, true, false);
    assertThat(fixed.admits(10 + Limit.MINUTE)).isTrue();

    Limit sliding = Limit.slidingWindow(2, -1, 5);
    assertThat(sliding.admits(0)).isFalse();
    assertThat(sliding.admits(Limit.MINUTE - 6)).isTrue();
    assertThat(sliding.admits(Limit.MINUTE - 5)).isFalse();
    assertThat(sliding.admits(Limit.MINUTE - 1)).isTrue();
  }
}
