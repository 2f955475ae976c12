package dev.contactsdk.tests.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A server that takes each connection to one phase and leaves it there. */
final class LifecycleServer implements AutoCloseable {
  /** Where a call hangs. */
  enum Phase {
    /** The system takes the connection, but nobody answers a TLS greeting. */
    TLS,
    /** Nothing is read, so that a large body fills the buffers. */
    WRITING,
    /** The request is read, nothing is answered. */
    HEADERS,
    /** Headers and half of the body are answered. */
    BODY
  }

  private final ServerSocket server;
  private final Phase phase;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch reached = new CountDownLatch(1);

  LifecycleServer(Phase phase) {
    this.phase = phase;
    try {
      server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
      server.setReceiveBufferSize(8192);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "hanging-server");
    thread.setDaemon(true);
    thread.start();
  }

  String origin() {
    return (phase == Phase.TLS ? "https" : "http") + "://127.0.0.1:" + server.getLocalPort();
  }

  /** Until the server has done its part of the phase. */
  void awaitPhase() throws InterruptedException {
    reached.await();
  }

  private void serve() {
    while (true) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        bring(socket);
        reached.countDown();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void bring(Socket socket) throws IOException {
    if (phase == Phase.HEADERS || phase == Phase.BODY) {
      readHead(socket.getInputStream());
    }
    if (phase == Phase.BODY) {
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                  .getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int ends = 0;
    while (ends < 2) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
