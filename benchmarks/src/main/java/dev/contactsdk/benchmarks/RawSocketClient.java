package dev.contactsdk.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** The limit: bytes that are ready into a socket, and the bytes of the answer out of it. */
final class RawSocketClient implements Client {
  private static final String LENGTH = "Content-Length: ";

  /** Written out, so that a fresh JVM loads no Jackson for it. */
  private static final byte[] CONTACT =
      """
      {"phone_number":"+14155550123","first_name":"Asha","last_name":"Rao",\
      "email":"asha.rao@example.com","folder_id":"fld_2f6e1c","custom_fields":{"plan":"gold"}}\
      """
          .getBytes(ISO_8859_1);

  private final Target target;

  RawSocketClient(Target target) {
    this.target = target;
  }

  static byte[] body(Work work) {
    return work.isCreate() ? CONTACT : new byte[0];
  }

  @Override
  public Operation operation(Work work) {
    URI url = URI.create(work.url(target.server()));
    byte[] request = request(work, url);
    ThreadLocal<Connection> connections = ThreadLocal.withInitial(() -> new Connection(url));
    return () -> connections.get().send(request);
  }

  private static byte[] request(Work work, URI url) {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    byte[] body = body(work);
    String head =
        (work.isCreate() ? "POST " : "GET ")
            + url.getRawPath()
            + query
            + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer "
            + Canned.API_KEY
            + "\r\nContent-Type: application/json\r\n"
            + LENGTH
            + body.length
            + "\r\n\r\n";
    byte[] headBytes = head.getBytes(ISO_8859_1);
    byte[] request = Arrays.copyOf(headBytes, headBytes.length + body.length);
    System.arraycopy(body, 0, request, headBytes.length, body.length);
    return request;
  }

  private static final class Connection {
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[64 * 1024];

    Connection(URI url) {
      try {
        SocketFactory sockets =
            url.getScheme().equals("https")
                ? SSLSocketFactory.getDefault()
                : SocketFactory.getDefault();
        Socket socket = sockets.createSocket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    byte[] send(byte[] request) throws IOException {
      out.write(request);
      int count = 0;
      int end = Integer.MAX_VALUE;
      int body = 0;
      while (count < end) {
        count += read(count);
        if (body == 0) {
          body = endOfHead(count);
          end = body == 0 ? end : body + length(body);
        }
      }
      return Arrays.copyOfRange(buffer, body, end);
    }

    private int read(int count) throws IOException {
      if (count == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * count);
      }
      int read = in.read(buffer, count, buffer.length - count);
      if (read < 0) {
        throw new EOFException();
      }
      return read;
    }

    private int endOfHead(int count) {
      for (int i = 3; i < count; i++) {
        if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
          return i + 1;
        }
      }
      return 0;
    }

    private int length(int head) {
      String text = new String(buffer, 0, head, ISO_8859_1);
      int at = text.indexOf(LENGTH) + LENGTH.length();
      return Integer.parseInt(text.substring(at, text.indexOf('\r', at)));
    }
  }
}
