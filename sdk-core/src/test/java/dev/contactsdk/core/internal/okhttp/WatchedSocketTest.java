package dev.contactsdk.core.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.internal.okhttp.WatchedSocket.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A watched socket is a socket like any other, and nothing that it looks at is lost. */
@Timeout(30)
class WatchedSocketTest {
  private ServerSocket server;
  private WatchedSocket socket;
  private Socket peer;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    socket = WatchedSocket.open();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    int bound = socket.getLocalPort();
    socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 5_000);
    socket.setSoTimeout(5_000);
    peer = server.accept();
    assertThat(peer.getPort()).isEqualTo(bound).isEqualTo(socket.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    peer.close();
    socket.close();
    server.close();
  }

  private void send(String text) throws IOException {
    peer.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void awaitArrival(Arrival wanted) {
    while (socket.arrivalSinceLastUse() != wanted) {
      Thread.onSpinWait();
    }
  }

  @Test
  void knowsItsPeer() {
    assertThat(socket.isConnected()).isTrue();
    assertThat(socket.getPort()).isEqualTo(server.getLocalPort());
    assertThat(socket.getInetAddress()).isEqualTo(server.getInetAddress());
  }

  @Test
  void keepsEachOption() throws IOException {
    for (boolean on : new boolean[] {true, false}) {
      socket.setTcpNoDelay(on);
      socket.setKeepAlive(on);
      socket.setReuseAddress(on);
      assertThat(socket.getTcpNoDelay()).isEqualTo(on);
      assertThat(socket.getKeepAlive()).isEqualTo(on);
      assertThat(socket.getReuseAddress()).isEqualTo(on);
    }
    socket.setSoTimeout(1234);
    assertThat(socket.getSoTimeout()).isEqualTo(1234);
    socket.setSoLinger(true, 7);
    assertThat(socket.getSoLinger()).isEqualTo(7);
    socket.setSoLinger(false, 7);
    assertThat(socket.getSoLinger()).isEqualTo(-1);
    int send = socket.getSendBufferSize();
    socket.setSendBufferSize(send / 4);
    assertThat(socket.getSendBufferSize()).isLessThan(send);
    int receive = socket.getReceiveBufferSize();
    socket.setReceiveBufferSize(receive / 8);
    assertThat(socket.getReceiveBufferSize()).isLessThan(receive);
    assertThatThrownBy(() -> socket.sendUrgentData(1)).isInstanceOf(SocketException.class);
    assertThatThrownBy(() -> socket.setOOBInline(true)).isInstanceOf(SocketException.class);
  }

  @Test
  void theByteThatItLookedAtIsReadFirst() throws IOException {
    assertThat(socket.arrivalSinceLastUse()).as("first use").isEqualTo(Arrival.NOTHING);
    assertThat(socket.arrivalSinceLastUse()).isEqualTo(Arrival.NOTHING);
    send("abcd");
    awaitArrival(Arrival.DATA);
    assertThat(socket.arrivalSinceLastUse()).isEqualTo(Arrival.DATA);
    InputStream in = socket.getInputStream();
    byte[] buffer = {'-', '-', '-'};

    assertThat(in.available()).isEqualTo(4);
    assertThat(in.read(buffer, 1, 0)).isZero();
    assertThat(in.read(buffer, 1, 2)).isEqualTo(1);
    assertThat(buffer).asString(StandardCharsets.US_ASCII).isEqualTo("-a-");
    assertThat(in.read(buffer, 0, 2)).isEqualTo(2);
    assertThat(buffer).asString(StandardCharsets.US_ASCII).isEqualTo("bc-");
    assertThat(socket.arrivalSinceLastUse()).isEqualTo(Arrival.DATA);
    assertThat(in.read()).isEqualTo('d');
    assertThat(socket.arrivalSinceLastUse()).isEqualTo(Arrival.NOTHING);
  }

  @Test
  void aByteIsReadWithoutItsSign() throws IOException {
    peer.getOutputStream().write(200);
    assertThat(socket.arrivalSinceLastUse()).isEqualTo(Arrival.NOTHING);
    awaitArrival(Arrival.DATA);
    assertThat(socket.getInputStream().read()).isEqualTo(200);
  }

  @Test
  void eachHalfCanBeShutDown() throws IOException {
    socket.shutdownOutput();
    assertThat(peer.getInputStream().read()).isEqualTo(-1);
    send("x");
    assertThat(socket.getInputStream().read()).isEqualTo('x');
    InputStream in = socket.getInputStream();
    socket.shutdownInput();
    assertThat(in.available()).isZero();
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void theEndOfTheOtherSideIsSeen() throws IOException {
    assertThat(socket.arrivalSinceLastUse()).isEqualTo(Arrival.NOTHING);
    peer.close();
    awaitArrival(Arrival.END);
    assertThat(socket.getInputStream().read()).isEqualTo(-1);
  }
}
