package dev.contactsdk.core.internal.okhttp;

import dev.contactsdk.core.internal.okhttp.WatchedSocket.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * The input of a channel's socket. {@link #arrival()} checks it without waiting. It keeps a byte
 * that it finds; the next read returns that byte first. Used by one thread at a time.
 */
final class ChannelInput extends InputStream {
  private final SocketChannel channel;
  private final ByteBuffer early = ByteBuffer.allocate(1).limit(0);

  ChannelInput(SocketChannel channel) {
    this.channel = channel;
  }

  Arrival arrival() throws IOException {
    if (early.hasRemaining()) {
      return Arrival.DATA;
    }
    int count = readNow();
    if (count == 0) {
      return Arrival.NOTHING;
    }
    return count < 0 ? Arrival.END : Arrival.DATA;
  }

  private int readNow() throws IOException {
    early.clear();
    channel.configureBlocking(false);
    try {
      return channel.read(early);
    } finally {
      early.flip();
      channel.configureBlocking(true);
    }
  }

  @Override
  public int read() throws IOException {
    return early.hasRemaining() ? early.get() & 0xff : rest().read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (!early.hasRemaining() || length == 0) {
      return rest().read(buffer, offset, length);
    }
    buffer[offset] = early.get();
    return 1;
  }

  @Override
  public int available() throws IOException {
    return early.remaining() + rest().available();
  }

  /**
   * Nothing once the input is shut down, as with a plain socket. TLS asks even then, and does not
   * close the socket if it gets an exception.
   */
  private InputStream rest() throws IOException {
    Socket socket = channel.socket();
    return socket.isInputShutdown() ? InputStream.nullInputStream() : socket.getInputStream();
  }
}
