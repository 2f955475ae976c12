package dev.contactsdk.truedy;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.VirtualClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server that answers what it is told, and a client of it in time that does not pass. */
public final class Vendor implements AutoCloseable {
  public static final String KEY = "truedy_k3yForTestsOnly";

  public final VirtualClock time = new VirtualClock(Instant.parse("2026-05-02T12:00:00Z"));
  public final MockWebServer server = new MockWebServer();
  public final TruedyClient client;

  public Vendor() {
    try {
      server.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    client = builder().build();
  }

  public TruedyClient.Builder builder() {
    return TruedyClient.builder()
        .apiKey(KEY)
        .baseUrl("http://127.0.0.1:" + server.getPort())
        .rateLimiter(RateLimiter.unlimited())
        .timeSource(time);
  }

  public Vendor answers(int status, String body) {
    server.enqueue(json(status, body));
    return this;
  }

  public Vendor answersFile(int status, String name) {
    return answers(status, file(name));
  }

  public Vendor cutsTheAnswer() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    return this;
  }

  public Vendor answersBy(Function<RecordedRequest, String> answer) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return json(200, answer.apply(request));
          }
        });
    return this;
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  public static void run(ApiCall<?> call) {
    Object unused = call.execute();
  }

  public RecordedRequest request() {
    try {
      RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no request came");
      }
      return request;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public List<RecordedRequest> requests() {
    List<RecordedRequest> all = new ArrayList<>();
    int count = server.getRequestCount();
    while (all.size() < count) {
      all.add(request());
    }
    return all;
  }

  public List<String> targets() {
    return requests().stream().map(request -> path(request.getTarget())).toList();
  }

  public static String path(String target) {
    return target.replace("/api/public/v1", "");
  }

  public static String text(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  public static String file(String name) {
    try (InputStream in = Vendor.class.getResourceAsStream("/truedy/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
