package dev.contactsdk.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Whose OkHttp client sends. */
enum Sender {
  /** The SDK's own. */
  SDK,
  /** One of the application's, with a pool of its own. */
  APPLICATION,
  /** One whose sockets the application makes itself. */
  OWN_SOCKETS,
  /** One whose pool other clients of the application use too. */
  SHARED_POOL;

  private static final ConnectionPool POOL = new ConnectionPool(5, 5, TimeUnit.MINUTES);

  /** Null for the SDK's own. */
  OkHttpClient okHttp() {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    return switch (this) {
      case SDK -> null;
      case APPLICATION -> builder.build();
      case OWN_SOCKETS -> builder.socketFactory(new ApplicationSockets()).build();
      case SHARED_POOL -> builder.connectionPool(POOL).build();
    };
  }

  private static final class ApplicationSockets extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
      Socket socket = new Socket();
      socket.setKeepAlive(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return new Socket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return new Socket(host, port, local, localPort);
    }
  }
}
