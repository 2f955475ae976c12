package dev.contactsdk.core.internal.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A server of sockets that answers each request with 201 and keeps its connections, until it is
 * told to end those that are idle, in one of the ways in which servers do.
 */
final class KeptConnections implements AutoCloseable {
  /** What an idle connection gets. */
  enum Ending {
    FIN,
    RST,
    /** An answer that nobody asked for, as some servers send when they lose patience. */
    UNASKED_408,
    /** The alert of TLS, with the connection left open. */
    TLS_ALERT,
    /** No end: a record of TLS that the client has to take in its stride. */
    TLS_KEY_UPDATE
  }

  private static final String ANSWER =
      " 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n";
  private static final String BODY = "\r\n{\"id\":\"1\"}";

  private final ServerSocket server;
  private final @Nullable SSLSocketFactory tls;
  private final Queue<Kept> connections = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile String version = "HTTP/1.1";
  private volatile String header = "";

  KeptConnections(@Nullable SSLSocketFactory tls) throws IOException {
    this.tls = tls;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "kept-connections");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return (tls == null ? "http" : "https") + "://localhost:" + server.getLocalPort();
  }

  /** Answers in a version of HTTP, with a header line; empty for none. */
  void answer(String protocol, String line) {
    version = protocol;
    header = line.isEmpty() ? "" : line + "\r\n";
  }

  int requests() {
    return requests.get();
  }

  int connections() {
    return accepted.get();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        accepted.incrementAndGet();
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket plain) {
    try {
      Kept kept = new Kept(tls == null ? plain : encrypted(plain, tls));
      connections.add(kept);
      while (kept.awaitRequest()) {
        readRequest(new BufferedReader(new InputStreamReader(kept.in, ISO_8859_1), 1));
        requests.incrementAndGet();
        String answer = version + ANSWER + header + BODY;
        kept.socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
      }
    } catch (IOException e) {
      // The client has ended the connection.
    }
  }

  /**
   * A connection, and how it is to be ended. Only its own thread does that: a socket that another
   * thread is reading is closed when that thread lets go of it, which may be later.
   */
  private static final class Kept {
    private static final int LOOK_EACH_MILLIS = 5;

    private final Socket socket;
    private final PushbackInputStream in;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Ending ending;

    Kept(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new PushbackInputStream(socket.getInputStream());
    }

    /** Returns false when the connection has ended. */
    boolean awaitRequest() throws IOException {
      socket.setSoTimeout(LOOK_EACH_MILLIS);
      while (true) {
        Ending wanted = ending;
        if (wanted != null) {
          ending = null;
          end(socket, wanted);
          ended.complete(null);
        }
        try {
          int first = socket.isClosed() ? -1 : in.read();
          if (first >= 0) {
            in.unread(first);
            socket.setSoTimeout(0);
          }
          return first >= 0;
        } catch (SocketTimeoutException e) {
          // No request yet.
        }
      }
    }
  }

  private static Socket encrypted(Socket plain, SSLSocketFactory tls) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private static void readRequest(BufferedReader in) throws IOException {
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
  }

  /** When this returns, the client's system has it: both are on one machine. */
  void endIdle(Ending ending) {
    for (Kept kept = connections.poll(); kept != null; kept = connections.poll()) {
      kept.ending = ending;
      kept.ended.join();
    }
  }

  private static void end(Socket socket, Ending ending) throws IOException {
    switch (ending) {
      case FIN -> socket.close();
      case RST -> {
        socket.setSoLinger(true, 0);
        socket.close();
      }
      case UNASKED_408 -> {
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
        socket.shutdownOutput();
      }
      case TLS_ALERT -> socket.shutdownOutput();
      case TLS_KEY_UPDATE -> ((SSLSocket) socket).startHandshake();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Kept kept : connections) {
      kept.socket.close();
    }
  }
}
