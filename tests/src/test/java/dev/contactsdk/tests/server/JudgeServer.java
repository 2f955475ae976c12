package dev.contactsdk.tests.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A server of HTTP/1.1 that misbehaves as it is told. It has its own parser, its own JSON and its
 * own records, so that no mistake of the client's can be on both sides.
 */
public final class JudgeServer implements AutoCloseable {
  private record Pending(long atNanos, Exchange exchange) {}

  private final ServerSocket listener;
  private final String protocol;
  private final Backend backend;
  private final Journal journal = new Journal();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Set<Connection> all = ConcurrentHashMap.newKeySet();
  private final List<Pending> pending = new ArrayList<>();
  private volatile Director director = request -> Behaviour.normal();
  private volatile Limit limit = Limit.none();
  private volatile LongSupplier clock = System::nanoTime;
  private volatile Close idleClose = Close.FIN;
  private volatile long idleNanos;

  private JudgeServer(Backend backend, String protocol) {
    this.backend = backend;
    this.protocol = protocol;
    Tls.trust();
    try {
      this.listener = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    inBackground("judge-accept", this::accept);
  }

  public static JudgeServer plain(Backend backend) {
    return new JudgeServer(backend, "");
  }

  /** With TLS, of one version only. */
  public static JudgeServer tls(Backend backend, String protocol) {
    return new JudgeServer(backend, protocol);
  }

  public String url() {
    return (protocol.isEmpty() ? "http" : "https") + "://localhost:" + port();
  }

  public int port() {
    return listener.getLocalPort();
  }

  public Backend backend() {
    return backend;
  }

  public Journal journal() {
    return journal;
  }

  public JudgeServer director(Director decides) {
    director = decides;
    return this;
  }

  /** A script that decides from now on. */
  public Script script() {
    Script script = new Script();
    director = script;
    return script;
  }

  public JudgeServer limit(Limit vendors) {
    limit = vendors;
    return this;
  }

  public JudgeServer clock(LongSupplier nanos) {
    clock = nanos;
    return this;
  }

  public long now() {
    return clock.getAsLong();
  }

  /** What was asked for is done, but only when so much time has passed. */
  public void doLater(Exchange exchange, long nanos) {
    synchronized (pending) {
      pending.add(new Pending(now() + nanos, exchange));
    }
  }

  /** Does what is due by now. */
  public void catchUp() {
    synchronized (pending) {
      List<Pending> due = pending.stream().filter(late -> late.atNanos <= now()).toList();
      pending.removeAll(due);
      due.forEach(late -> late.exchange.carryOut());
    }
  }

  /** Does all that is still to be done, whenever it was due. */
  public void finish() {
    synchronized (pending) {
      pending.forEach(late -> late.exchange.carryOut());
      pending.clear();
    }
  }

  /** Ends all connections that stand. */
  public void endConnections(Close how) throws IOException {
    for (Connection connection : List.copyOf(open)) {
      try {
        if (!connection.isEnded()) {
          connection.end(how);
        }
      } catch (SocketException e) {
        // The client has closed it meanwhile.
        open.remove(connection);
      }
    }
  }

  /** Ends connections that have been idle for so long. */
  public void endsIdle(Close how, long nanos) {
    idleClose = how;
    idleNanos = nanos;
  }

  /** Whether a connection ended for idleness at or after a moment of the machine's clock. */
  public boolean endedIdleSince(long nanoTime) {
    return all.stream().anyMatch(connection -> connection.endedIdleSince(nanoTime));
  }

  public void changeKeys() throws IOException {
    for (Connection connection : open) {
      connection.changeKeys();
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket plain = listener.accept();
      plain.setTcpNoDelay(true);
      int number = journal.newConnection();
      inBackground("judge-" + number, () -> talk(number, plain));
    }
  }

  private void talk(int number, Socket plain) throws IOException {
    Socket spoken = protocol.isEmpty() ? plain : Tls.over(plain, protocol);
    Connection connection = new Connection(number, plain, spoken);
    open.add(connection);
    all.add(connection);
    try {
      for (Request next = connection.read(); next != null; next = next(connection)) {
        serve(next, connection);
      }
    } finally {
      open.remove(connection);
      connection.close();
      journal.closed();
    }
  }

  /** A connection is idle between two requests, not before its first. */
  private Request next(Connection connection) throws IOException {
    if (idleNanos == 0 || connection.isEnded()) {
      return connection.read();
    }
    return connection.readWithin(idleNanos, idleClose);
  }

  private void serve(Request request, Connection connection) throws IOException {
    if (connection.isEnded()) {
      journal.late();
      return;
    }
    journal.add(now(), Journal.Kind.ARRIVED, request);
    try {
      catchUp();
      Exchange exchange = new Exchange(request, connection, backend);
      if (limit.admits(now())) {
        director.direct(request).play(exchange);
      } else {
        exchange.reply(backend.limitAnswer());
      }
    } finally {
      journal.add(now(), Journal.Kind.DONE, request);
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  /** A connection that breaks is what the tests are about, and no failure of the server. */
  private static void inBackground(String name, Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                Thread.currentThread().setName(name + " over");
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    open.forEach(Connection::close);
  }
}
