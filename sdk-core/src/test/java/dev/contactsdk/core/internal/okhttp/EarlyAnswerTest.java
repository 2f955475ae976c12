package dev.contactsdk.core.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ApiEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that refuses a body before it has read it, and then neither reads nor closes. */
@Timeout(60)
class EarlyAnswerTest {
  private static final String REFUSAL =
      "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n";
  private static final int LARGER_THAN_ANY_BUFFER = 256 << 20;

  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final AtomicInteger heads = new AtomicInteger();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::answerAll, "early answers");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void answerAll() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        if (hasReadHead(socket.getInputStream())) {
          heads.incrementAndGet();
          socket.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.ISO_8859_1));
          socket.getOutputStream().flush();
        }
      }
    } catch (IOException e) {
      assertThat(server.isClosed()).isTrue();
    }
  }

  /** False if the client closed the connection before. */
  private static boolean hasReadHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      head.append((char) next);
    }
    return true;
  }

  /** Zeros without a copy of them in memory. */
  private record Zeros(long contentLength) implements RequestBody {
    @Override
    public String contentType() {
      return "text/csv";
    }

    @Override
    public boolean repeatable() {
      return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      byte[] chunk = new byte[64 << 10];
      for (long left = contentLength; left > 0; left -= chunk.length) {
        out.write(chunk, 0, (int) Math.min(left, chunk.length));
      }
    }
  }

  private SdkException failure(long bytes, Duration timeout) {
    String url = "http://127.0.0.1:" + server.getLocalPort();
    try (ApiEngine engine = TestClient.at(url).open()) {
      EndpointCall<Object> call = EndpointCall.of(engine, TestClient.CREATE).body(new Zeros(bytes));
      return catchThrowableOfType(
          SdkException.class, () -> call.timeout(timeout).retry(RetryPolicy.none()).execute());
    }
  }

  @Test
  void aBodyThatFitsTheBuffersIsRefused() {
    SdkException e = failure(1000, Duration.ofSeconds(30));
    assertThat(e).isInstanceOf(ApiException.PayloadTooLarge.class);
    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void aLargerBodyEndsAtTheTimeoutAndIsUnknown() {
    Duration timeout = Duration.ofMillis(300);
    SdkException e = failure(LARGER_THAN_ANY_BUFFER, timeout);
    while (heads.get() == 0) {
      // The call ended before it had a connection: on a busy machine it needs longer.
      timeout = timeout.multipliedBy(2);
      e = failure(LARGER_THAN_ANY_BUFFER, timeout);
    }
    assertThat(e).isInstanceOf(CallTimeoutException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
