package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Creates TLS sockets with another factory, and remembers the socket below each one. */
final class TlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory factory;
  private final Map<Socket, WatchedSocket> below = Collections.synchronizedMap(new WeakHashMap<>());

  TlsSockets(SSLSocketFactory factory) {
    this.factory = factory;
  }

  /** The watched socket below a TLS socket; null when there is none. */
  @Nullable WatchedSocket watched(Socket socket) {
    return below.get(socket);
  }

  @Override
  public Socket createSocket(Socket raw, String host, int port, boolean autoClose)
      throws IOException {
    Socket tls = factory.createSocket(raw, host, port, autoClose);
    if (raw instanceof WatchedSocket watched) {
      below.put(tls, watched);
    }
    return tls;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket() throws IOException {
    return factory.createSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return factory.createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return factory.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return factory.createSocket(host, port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return factory.createSocket(host, port, localHost, localPort);
  }
}
