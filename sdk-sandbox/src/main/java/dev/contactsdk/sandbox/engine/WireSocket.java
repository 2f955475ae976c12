package dev.contactsdk.sandbox.engine;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A connection that can be cut or paused after a given number of bytes of the next answer. */
final class WireSocket extends Socket {

  private volatile long allowed = Long.MAX_VALUE;
  private volatile boolean reset;
  private volatile Duration pause = Duration.ZERO;
  private volatile Runnable onClose = () -> {};
  private final CountDownLatch closed = new CountDownLatch(1);

  void whenClosed(Runnable action) {
    onClose = action;
  }

  /**
   * Closes the connection after this many more bytes: with a FIN, or with an RST if {@code
   * withReset}.
   */
  void cutAfter(long bytes, boolean withReset) {
    reset = withReset;
    pause = Duration.ZERO;
    allowed = bytes;
  }

  /** Pauses after this many more bytes, then sends the rest. */
  void pauseAfter(long bytes, Duration time) {
    pause = time;
    allowed = bytes;
  }

  /** Resets the connection with an RST. */
  void abandon() {
    reset = true;
    end();
  }

  private void end() {
    try {
      if (reset) {
        setSoLinger(true, 0);
      }
      close();
    } catch (IOException e) {
      closed.countDown();
    }
  }

  // Nothing here needs the lock that the overridden method takes.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  @Override
  public void close() throws IOException {
    closed.countDown();
    onClose.run();
    super.close();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new ClosingInput(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new CountedOutput(super.getOutputStream());
  }

  /** Closes the socket after the client reset the connection; the server would leave it open. */
  private final class ClosingInput extends FilterInputStream {

    ClosingInput(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        WireSocket.this.close();
        throw e;
      }
    }
  }

  private final class CountedOutput extends FilterOutputStream {

    CountedOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      long now = Math.min(allowed, length);
      if (now > 0) {
        send(bytes, offset, (int) now);
      }
      if (allowed == Long.MAX_VALUE) {
        return;
      }
      long left = allowed - now;
      allowed = left;
      if (left == 0) {
        stop();
        out.write(bytes, offset + (int) now, length - (int) now);
      }
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        WireSocket.this.close();
        throw e;
      }
    }

    private void stop() throws IOException {
      out.flush();
      if (pause.isZero()) {
        end();
        throw new IOException("cut on command");
      }
      allowed = Long.MAX_VALUE;
      try {
        if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
          throw new IOException("closed while held");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while held", e);
      }
    }
  }
}
