package dev.contactsdk.tests.reliability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A hop between a client and a server that hands on exactly so many bytes of a request or of an
 * answer, and then ends both connections. For one exchange at a time.
 */
final class OutcomeProxy implements AutoCloseable {
  /** Where an exchange ends. */
  enum Side {
    ACCEPT,
    REQUEST,
    ANSWER
  }

  /**
   * A cut.
   *
   * @param side whose bytes are counted
   * @param bytes how many are still handed on
   * @param reset with an RST, not a FIN
   * @param times how many exchanges in a row
   */
  record Cut(Side side, long bytes, boolean reset, int times) {}

  private static final Cut NONE = new Cut(Side.ACCEPT, 0, false, 0);

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger made = new AtomicInteger();
  private volatile Cut cut = NONE;
  private volatile Recording recording = new Recording();

  /** What went through. */
  private static final class Recording {
    final ByteArrayOutputStream request = new ByteArrayOutputStream();
    final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  }

  OutcomeProxy(String origin) {
    LifecycleWatch.quietServer();
    target = URI.create(origin).getPort();
    try {
      server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::acceptAll, "proxy-accept");
  }

  int port() {
    return server.getLocalPort();
  }

  /** Cuts connections that are opened from now on. */
  void arm(Cut next) {
    recording = new Recording();
    cut = next;
    made.set(0);
    left.set(next.times());
  }

  /** Cuts nothing, and keeps what goes through connections that are opened from now on. */
  void record() {
    arm(NONE);
  }

  /** How many connections were cut since {@link #arm}. */
  int made() {
    return made.get();
  }

  byte[] request() {
    return recording.request.toByteArray();
  }

  byte[] answer() {
    return recording.answer.toByteArray();
  }

  private static void start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        client.setTcpNoDelay(true);
        boolean cuts = left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        if (cuts && cut.side() == Side.ACCEPT) {
          made.incrementAndGet();
          end(client, cut.reset());
        } else {
          connect(client, cuts ? cut : NONE);
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket client, Cut mine) throws IOException {
    Socket upstream = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), target);
    upstream.setTcpNoDelay(true);
    open.add(client);
    open.add(upstream);
    Recording kept = recording;
    start(() -> pump(client, upstream, Side.REQUEST, mine, kept.request), "proxy-up");
    start(() -> pump(upstream, client, Side.ANSWER, mine, kept.answer), "proxy-down");
  }

  private void pump(Socket from, Socket to, Side side, Cut mine, ByteArrayOutputStream kept) {
    byte[] buffer = new byte[64 * 1024];
    long passed = 0;
    boolean cuts = mine.side() == side && mine.times() > 0;
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read;
      while ((read = in.read(buffer)) >= 0) {
        int now = cuts ? (int) Math.min(read, mine.bytes() - passed) : read;
        kept.write(buffer, 0, now);
        out.write(buffer, 0, now);
        passed += now;
        if (cuts && passed == mine.bytes()) {
          made.incrementAndGet();
          end(side == Side.REQUEST ? to : from, false);
          end(side == Side.REQUEST ? from : to, mine.reset());
          return;
        }
      }
      end(to, false);
    } catch (IOException e) {
      end(to, true);
    }
  }

  /** A FIN goes out alone only when nothing unread is left behind; else the system sends an RST. */
  private void end(Socket socket, boolean reset) {
    open.remove(socket);
    try {
      if (reset) {
        socket.setSoLinger(true, 0);
      } else if (!socket.isClosed()) {
        socket.shutdownOutput();
        socket.setSoTimeout(500);
        start(() -> drain(socket), "proxy-drain");
        return;
      }
      socket.close();
    } catch (IOException e) {
      drain(socket);
    }
  }

  private static void drain(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      while (in.read(buffer) >= 0) {
        // what still comes is of no interest
      }
    } catch (IOException e) {
      // ended anyway
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
