package dev.contactsdk.core.internal.okhttp;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/**
 * A socket on a channel. Unlike a plain socket it gives up a blocked connect or read when its
 * thread is interrupted, and it can be asked in microseconds whether anything has arrived.
 */
final class WatchedSocket extends Socket {
  /** What has arrived on a socket that nobody is reading. */
  enum Arrival {
    NOTHING,
    DATA,
    /** The peer has closed or reset the connection. */
    END
  }

  private final ChannelSocketImpl impl;
  private boolean used;

  private WatchedSocket(ChannelSocketImpl impl) throws IOException {
    super(impl);
    this.impl = impl;
  }

  static WatchedSocket open() throws IOException {
    return new WatchedSocket(new ChannelSocketImpl(SocketChannel.open()));
  }

  /**
   * Looks at a connection that is about to be used again. The first use of a new connection is not
   * looked at: TLS 1.3 servers send session tickets right after the handshake.
   */
  Arrival arrivalSinceLastUse() {
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
