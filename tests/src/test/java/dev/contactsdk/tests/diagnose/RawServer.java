package dev.contactsdk.tests.diagnose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that answers every connection with the same bytes. */
final class RawServer implements AutoCloseable {
  static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final ServerSocket server;
  private final Thread thread;

  RawServer(String answer) throws IOException {
    server = new ServerSocket(0, 50, LOOPBACK);
    thread = new Thread(() -> serve(answer.getBytes(StandardCharsets.US_ASCII)));
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve(byte[] answer) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        readHead(socket.getInputStream());
        socket.getOutputStream().write(answer);
      } catch (IOException e) {
        // The test has closed the server, or the client the connection.
      }
    }
  }

  /** Up to the empty line; from a TLS client only its first message. */
  private static void readHead(InputStream in) throws IOException {
    byte[] buffer = new byte[4096];
    StringBuilder head = new StringBuilder();
    boolean more = true;
    while (more) {
      int count = in.read(buffer);
      head.append(new String(buffer, 0, Math.max(0, count), StandardCharsets.ISO_8859_1));
      boolean isText = head.length() > 0 && Character.isLetter(head.charAt(0));
      more = count > 0 && isText && head.indexOf("\r\n\r\n") < 0;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
