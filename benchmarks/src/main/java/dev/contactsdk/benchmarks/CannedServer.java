package dev.contactsdk.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Answers what it has in stock, in a process of its own, as fast as sockets go. Ends with its
 * standard input.
 */
final class CannedServer {
  private static final Pattern LIST = Pattern.compile("/t/(\\d+)/contacts.*");
  private static final Pattern PAGES = Pattern.compile("/p/(\\d+)/(\\d+)/contacts\\?(.*)");
  private static final Pattern NUMBERS = Pattern.compile("(limit|offset)=(\\d+)");

  private final Canned.Pages pages = new Canned.Pages();
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

  private CannedServer() {}

  /** Prints its ports: without TLS, and with it when {@code javax.net.ssl.keyStore} is set. */
  public static void main(String[] arguments) throws IOException {
    CannedServer server = new CannedServer();
    ServerSocket plain = listen(0);
    boolean tls = System.getProperty("javax.net.ssl.keyStore") != null;
    ServerSocket secure = tls ? SSLServerSocketFactory.getDefault().createServerSocket() : null;
    if (secure != null) {
      secure.bind(plain(0));
      start(() -> server.accept(secure));
    }
    start(() -> server.accept(plain));
    System.out.println(plain.getLocalPort() + " " + (secure == null ? 0 : secure.getLocalPort()));
    while (System.in.read() >= 0) {
      // Whoever started this server is still there.
    }
    System.exit(0);
  }

  private static InetSocketAddress plain(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(plain(port), 1024);
    return socket;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        Socket socket = listening.accept();
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      Requests requests = new Requests(in);
      for (String line = requests.next(); line != null; line = requests.next()) {
        out.write(answer(line));
      }
    } catch (IOException | InterruptedException e) {
      // The client has gone.
    }
  }

  private byte[] answer(String line) throws InterruptedException {
    byte[] known = answers.get(line);
    if (known != null) {
      return known;
    }
    String path = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    Matcher page = PAGES.matcher(path);
    if (page.matches()) {
      Thread.sleep(Long.parseLong(page.group(1)));
      return http(200, page(page.group(3), Long.parseLong(page.group(2))));
    }
    byte[] answer = canned(line.startsWith("POST"), path);
    answers.put(line, answer);
    return answer;
  }

  private byte[] page(String query, long total) {
    long limit = 100;
    long offset = 0;
    Matcher numbers = NUMBERS.matcher(query);
    while (numbers.find()) {
      long value = Long.parseLong(numbers.group(2));
      if (numbers.group(1).equals("limit")) {
        limit = value;
      } else {
        offset = value;
      }
    }
    return pages.page(offset, (int) limit, total);
  }

  private static byte[] canned(boolean post, String path) {
    if (path.equals(Work.KORE_PATH)) {
      return http(201, Canned.CREATED_KORE);
    }
    Matcher list = LIST.matcher(path);
    if (!list.matches()) {
      return http(404, new byte[0]);
    }
    return post
        ? http(201, Canned.CREATED_TRUEDY)
        : http(200, Canned.list(Integer.parseInt(list.group(1))));
  }

  private static byte[] http(int status, byte[] body) {
    byte[] head =
        ("HTTP/1.1 "
                + status
                + " Done\r\nDate: Fri, 01 May 2026 08:00:00 GMT\r\nServer: canned\r\n"
                + "Content-Type: application/json\r\nX-Request-ID: 0b6f2c1e-1111-4222-8333\r\n"
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    byte[] answer = new byte[head.length + body.length];
    System.arraycopy(head, 0, answer, 0, head.length);
    System.arraycopy(body, 0, answer, head.length, body.length);
    return answer;
  }

  /** Reads requests one after the other; their bodies are left aside. */
  private static final class Requests {
    private static final String LENGTH = "content-length:";

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int count;

    Requests(InputStream in) {
      this.in = in;
    }

    /** The request line; null when the client has closed. */
    @Nullable String next() throws IOException {
      int head = endOfHead();
      while (head < 0) {
        if (!more()) {
          return null;
        }
        head = endOfHead();
      }
      int end = head + bodyLength(head);
      while (count < end) {
        if (!more()) {
          return null;
        }
      }
      String line = new String(buffer, 0, lineEnd(0), ISO_8859_1);
      System.arraycopy(buffer, end, buffer, 0, count - end);
      count -= end;
      return line;
    }

    private boolean more() throws IOException {
      int read = in.read(buffer, count, buffer.length - count);
      count += Math.max(0, read);
      return read > 0;
    }

    private int endOfHead() {
      for (int i = 3; i < count; i++) {
        if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
          return i + 1;
        }
      }
      return -1;
    }

    private int lineEnd(int from) {
      int at = from;
      while (buffer[at] != '\r') {
        at++;
      }
      return at;
    }

    private int bodyLength(int head) {
      for (int at = 0; at < head; at = lineEnd(at) + 2) {
        if (isLength(at)) {
          int start = at + LENGTH.length();
          return Integer.parseInt(
              new String(buffer, start, lineEnd(start) - start, ISO_8859_1).strip());
        }
      }
      return 0;
    }

    private boolean isLength(int at) {
      for (int i = 0; i < LENGTH.length(); i++) {
        if ((buffer[at + i] | 0x20) != (LENGTH.charAt(i) | 0x20)) {
          return false;
        }
      }
      return true;
    }
  }
}
