package dev.contactsdk.tests.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/** An accepted connection: requests are read and answered one after the other. */
public final class Connection {
  private volatile Long endedIdleAt;
  private static final Answer TIMEOUT =
      Answer.page(408).header("Connection", "close").header("Content-Type", "text/html");

  private final int number;
  private final Socket plain;
  private final Socket spoken;
  private final InputStream in;
  private final Wire wire;
  private volatile boolean ended;

  /** TLS, where there is any, lies on top of the plain socket, so that each can be closed alone. */
  Connection(int number, Socket plain, Socket spoken) throws IOException {
    this.number = number;
    this.plain = plain;
    this.spoken = spoken;
    this.in = new BufferedInputStream(spoken.getInputStream());
    this.wire = new Wire(in);
  }

  int number() {
    return number;
  }

  Request read() throws IOException {
    return wire.read(number);
  }

  /** Whether this ended for idleness at or after a moment of the machine's clock. */
  boolean endedIdleSince(long nanoTime) {
    Long at = endedIdleAt;
    return at != null && at - nanoTime >= 0;
  }

  /** Ends the connection when no request begins within a time. */
  Request readWithin(long nanos, Close how) throws IOException {
    spoken.setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
    try {
      in.mark(1);
      if (in.read() < 0) {
        return null;
      }
      in.reset();
    } catch (SocketTimeoutException e) {
      endedIdleAt = System.nanoTime();
      end(how);
      endedIdleAt = System.nanoTime();
    } finally {
      spoken.setSoTimeout(0);
    }
    return wire.read(number);
  }

  public void write(byte[] bytes, int from, int to) throws IOException {
    spoken.getOutputStream().write(bytes, from, to - from);
    spoken.getOutputStream().flush();
  }

  public void write(Answer answer) throws IOException {
    byte[] bytes = answer.bytes();
    write(bytes, 0, bytes.length);
  }

  /** Waits until the client has ended the connection. */
  public void awaitClient() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  /** Whether the server has ended it: what arrives from now on goes to nobody. */
  boolean isEnded() {
    return ended;
  }

  /** Sends records that carry no data of HTTP: TLS 1.3 changes its keys. */
  public void changeKeys() throws IOException {
    ((SSLSocket) spoken).startHandshake();
  }

  /** Ends the server's half. The other is still read, to see what comes too late. */
  public void end(Close how) throws IOException {
    ended = true;
    switch (how) {
      case FIN -> plain.shutdownOutput();
      case RST -> reset();
      case REQUEST_TIMEOUT -> {
        write(TIMEOUT);
        plain.shutdownOutput();
      }
      case TLS_CLOSE_THEN_FIN -> {
        spoken.shutdownOutput();
        plain.shutdownOutput();
      }
      case TLS_CLOSE_ONLY -> spoken.shutdownOutput();
    }
  }

  private void reset() throws IOException {
    plain.setSoLinger(true, 0);
    plain.close();
  }

  void close() {
    ended = true;
    try {
      plain.close();
    } catch (IOException e) {
      // It is gone all the same.
      ended = true;
    }
  }
}
