package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/**
 * A socket on a channel. Unlike a plain socket, it ends a blocked connect or read when its thread
 * is interrupted. It can check in microseconds whether anything has arrived.
 */
final class WatchedSocket extends Socket {
  /** What has arrived on an idle socket. */
  enum Arrival {
    NOTHING,
    DATA,
    /** The peer has closed or reset the connection. */
    END
  }

  private final ChannelSocketImpl impl;
  private boolean used;
  private boolean closing;

  private WatchedSocket(ChannelSocketImpl impl) throws IOException {
    super(impl);
    this.impl = impl;
  }

  static WatchedSocket open() throws IOException {
    return new WatchedSocket(new ChannelSocketImpl(SocketChannel.open()));
  }

  /** The peer has announced that it closes the connection, so its next use must not happen. */
  void willClose() {
    closing = true;
  }

  /**
   * Checks a connection before its next use. Skips the first use, because TLS 1.3 servers send
   * session tickets right after the handshake.
   */
  Arrival arrivalSinceLastUse() {
    if (closing) {
      return Arrival.END;
    }
    if (!used) {
      used = true;
      return Arrival.NOTHING;
    }
    try {
      return impl.input().arrival();
    } catch (IOException e) {
      return Arrival.END;
    }
  }
}
