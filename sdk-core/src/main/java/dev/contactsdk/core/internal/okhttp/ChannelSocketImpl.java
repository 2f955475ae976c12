package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.nio.channels.SocketChannel;

/** A client socket on a channel. Its input can be checked without waiting. */
final class ChannelSocketImpl extends SocketImpl {
  private final Socket socket;
  private final ChannelInput input;

  ChannelSocketImpl(SocketChannel channel) {
    this.socket = channel.socket();
    this.input = new ChannelInput(channel);
  }

  ChannelInput input() {
    return input;
  }

  @Override
  protected void create(boolean stream) {}

  @Override
  protected void connect(String host, int port) throws IOException {
    connect(new InetSocketAddress(host, port), 0);
  }

  @Override
  protected void connect(InetAddress address, int port) throws IOException {
    connect(new InetSocketAddress(address, port), 0);
  }

  @Override
  protected void connect(SocketAddress remote, int timeoutMillis) throws IOException {
    socket.connect(remote, timeoutMillis);
    address = socket.getInetAddress();
    port = socket.getPort();
    localport = socket.getLocalPort();
  }

  @Override
  protected void bind(InetAddress host, int port) throws IOException {
    socket.bind(new InetSocketAddress(host, port));
    localport = socket.getLocalPort();
  }

  @Override
  protected InputStream getInputStream() {
    return input;
  }

  @Override
  protected OutputStream getOutputStream() throws IOException {
    return socket.getOutputStream();
  }

  @Override
  protected int available() throws IOException {
    return input.available();
  }

  @Override
  protected void close() throws IOException {
    socket.close();
  }

  @Override
  protected void shutdownInput() throws IOException {
    socket.shutdownInput();
  }

  @Override
  protected void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void setOption(int option, Object value) throws SocketException {
    switch (option) {
      case SocketOptions.SO_TIMEOUT -> socket.setSoTimeout((Integer) value);
      case SocketOptions.TCP_NODELAY -> socket.setTcpNoDelay((Boolean) value);
      case SocketOptions.SO_KEEPALIVE -> socket.setKeepAlive((Boolean) value);
      case SocketOptions.SO_REUSEADDR -> socket.setReuseAddress((Boolean) value);
      case SocketOptions.SO_SNDBUF -> socket.setSendBufferSize((Integer) value);
      case SocketOptions.SO_RCVBUF -> socket.setReceiveBufferSize((Integer) value);
      case SocketOptions.SO_LINGER -> setLinger(value);
      default -> throw new SocketException("socket option " + option + " is not supported");
    }
  }

  /** False means no lingering. */
  private void setLinger(Object value) throws SocketException {
    boolean on = value instanceof Integer;
    socket.setSoLinger(on, on ? (Integer) value : 0);
  }

  @Override
  public Object getOption(int option) throws SocketException {
    return switch (option) {
      case SocketOptions.SO_TIMEOUT -> socket.getSoTimeout();
      case SocketOptions.TCP_NODELAY -> socket.getTcpNoDelay();
      case SocketOptions.SO_KEEPALIVE -> socket.getKeepAlive();
      case SocketOptions.SO_REUSEADDR -> socket.getReuseAddress();
      case SocketOptions.SO_SNDBUF -> socket.getSendBufferSize();
      case SocketOptions.SO_RCVBUF -> socket.getReceiveBufferSize();
      case SocketOptions.SO_LINGER -> socket.getSoLinger();
      case SocketOptions.SO_BINDADDR -> socket.getLocalAddress();
      default -> throw new SocketException("socket option " + option + " is not supported");
    };
  }

  @Override
  protected void listen(int backlog) throws IOException {
    throw new SocketException("a client socket cannot listen");
  }

  @Override
  protected void accept(SocketImpl accepted) throws IOException {
    throw new SocketException("a client socket cannot accept");
  }

  @Override
  protected void sendUrgentData(int data) throws IOException {
    throw new SocketException("urgent data is not supported");
  }
}
