package dev.contactsdk.sandbox.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** Creates the server's sockets and keeps the open ones by connection index. */
final class Wire extends ServerSocketFactory {

  private final Map<Integer, WireSocket> open = new ConcurrentHashMap<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger toDrop = new AtomicInteger();

  @Nullable WireSocket socket(int connection) {
    return open.get(connection);
  }

  /** How many connections were accepted, without dropped ones. */
  int accepted() {
    return accepted.get();
  }

  void dropNext(int connections) {
    toDrop.set(connections);
  }

  void closeAll() {
    open.values().forEach(WireSocket::abandon);
  }

  private Socket accept(Acceptor server) throws IOException {
    while (true) {
      WireSocket socket = new WireSocket();
      server.acceptInto(socket);
      if (toDrop.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        socket.abandon();
      } else {
        // Head and body are separate writes: Nagle's algorithm would delay each answer by 40 ms.
        socket.setTcpNoDelay(true);
        int connection = accepted.getAndIncrement();
        open.put(connection, socket);
        socket.whenClosed(() -> open.remove(connection, socket));
        return socket;
      }
    }
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new Acceptor();
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException();
  }

  private final class Acceptor extends ServerSocket {

    Acceptor() throws IOException {
      super();
    }

    @Override
    public Socket accept() throws IOException {
      return Wire.this.accept(this);
    }

    void acceptInto(Socket socket) throws IOException {
      implAccept(socket);
    }
  }
}
