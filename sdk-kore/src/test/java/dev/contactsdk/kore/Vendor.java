package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.time.VirtualClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on loopback that answers what the test says, and a client of it. */
public final class Vendor implements BeforeEachCallback, AfterEachCallback {
  public static final String STREAM = "st-0a1b2c3d-1111-5222-8333-444455556666";
  public static final Instant START = Instant.parse("2026-01-01T08:05:00.900Z");
  public static final String ACCOUNT = "65aa00000000000000000001";
  public static final String ORG = "o-0a1b2c3d-1111-5222-8333-444455556666";
  public static final String AGENT = "a-1a2b3c4-1111-4222-8333-444455556666";
  public static final String USER = "u-0a1b2c3d-1111-5222-8333-444455556666";
  public static final String BASE = "/agentassist/api/v1/public/" + STREAM;
  public static final String CLIENT_ID = "cs-11111111-2222-5333-8444-555555555555";
  public static final String SECRET = "c2VjcmV0LW9mLWEtSldULWFwcC1pbi10aGUtdGVzdHM=";

  public final VirtualClock time = new VirtualClock(START);
  private MockWebServer server;
  private KoreClient client;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    server = new MockWebServer();
    server.start();
    client = builder().build();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    client.close();
    server.close();
  }

  public KoreClient.Builder builder() {
    return KoreClient.builder()
        .baseUrl(url())
        .streamId(STREAM)
        .accountId(ACCOUNT)
        .credentials(CLIENT_ID, SECRET)
        .adminCredentials("cs-admin", SECRET)
        .timeSource(time);
  }

  public KoreClient client() {
    return client;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  public Vendor answer(String fixture) {
    return answer(200, text(fixture));
  }

  public Vendor answer(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "application/json; charset=utf-8")
            .body(body)
            .build());
    return this;
  }

  /** Takes the request and then cuts the connection. */
  public Vendor cut() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    return this;
  }

  public RecordedRequest request() {
    try {
      RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no request came");
      }
      return request;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public static void run(ApiCall<?> call) {
    assertThat(call.execute()).isNotNull();
  }

  public int requests() {
    return server.getRequestCount();
  }

  public static String line(RecordedRequest request) {
    return request.getMethod() + " " + request.getTarget();
  }

  public static Object json(RecordedRequest request) {
    return Json.read(request.getBody().toByteArray());
  }

  public static Object json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> jsonObject(String text) {
    return (Map<String, Object>) json(text);
  }

  public static String text(String fixture) {
    try (InputStream in = Vendor.class.getResourceAsStream(fixture + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
