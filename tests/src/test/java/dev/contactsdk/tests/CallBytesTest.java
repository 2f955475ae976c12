package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a create or a page that succeeds allocates on its thread, with the making of its request.
 * The figures are those of interpreted code, which are always the same; compiled code allocates
 * less. When a limit is exceeded, look for work that only a failure or an odd answer needs.
 */
class CallBytesTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UPS = 30;
  private static final int CALLS = 31;

  private static final String TRUEDY_ANSWER =
      """
      {"data":{"id":"con_000000000007","phone_number":"+14155550123","first_name":"Asha",\
      "last_name":"Rao","email":"asha.rao@example.com","custom_fields":{"plan":"gold"},\
      "folder_id":"fld_2f6e1c","call_count":7,"last_called_at":"2026-04-01T17:42:11.250Z",\
      "keywords":["vip"],"created_at":"2026-03-01T10:15:30.123456Z",\
      "updated_at":"2026-04-02T08:00:05Z","source":"import","language":"en"},\
      "meta":{"request_id":"req_1a2b3c4d"}}\
      """;
  private static final String KORE_ANSWER =
      """
      [{"id":"66bb00000000000000000001","status":"ACTIVE","firstName":"Ada","lastName":"Byron",\
      "salutation":"Mrs","fullName":"Ada Byron","accountId":"65aa00000000000000000001",\
      "cellPhone":{"phoneNumber":"+12025550101","countryCode":"+1","extension":"+"},\
      "createdAt":"2026-02-01T10:00:00.000Z","updatedAt":"2026-02-01T10:00:00.000Z"}]\
      """;

  @Test
  void aCreateOfTruedyInMemory() {
    try (TruedyClient client = truedy("https://truedy.example", inMemory(TRUEDY_ANSWER))) {
      assertThat(medianBytes(() -> create(client))).isLessThan(aQuarterMoreThan(6_624));
    }
  }

  @Test
  void aCreateOfKoreInMemory() {
    try (KoreClient client = kore("https://kore.example", inMemory(KORE_ANSWER))) {
      assertThat(medianBytes(() -> create(client))).isLessThan(aQuarterMoreThan(7_432));
    }
  }

  @Test
  void aCreateOnAPooledConnection() throws Exception {
    try (MockWebServer server = server(TRUEDY_ANSWER);
        TruedyClient client = truedy(server.url("").toString(), null)) {
      assertThat(medianBytes(() -> create(client))).isLessThan(aQuarterMoreThan(14_976));
    }
  }

  @Test
  void aPageOfTruedyInMemory() {
    try (TruedyClient client = truedy("https://truedy.example", inMemory(page(100)))) {
      long bytes = medianBytes(() -> client.contacts().list().execute());
      assertThat(bytes).isLessThan(103_936 + 103_936 / 10);
    }
  }

  private static String page(int rows) {
    StringBuilder page = new StringBuilder("{\"data\":[");
    for (int i = 0; i < rows; i++) {
      page.append(i == 0 ? "" : ",").append(row(i));
    }
    return page.append("],\"meta\":{\"request_id\":\"req_1a2b3c4d\"},\"pagination\":{\"offset\":0,")
        .append("\"limit\":100,\"total\":" + rows + ",\"has_more\":false}}")
        .toString();
  }

  private static String row(int number) {
    String id = String.format("con_%012d", number);
    return TRUEDY_ANSWER
        .substring("{\"data\":".length(), TRUEDY_ANSWER.indexOf(",\"meta\""))
        .replace("con_000000000007", id);
  }

  private static long aQuarterMoreThan(long bytes) {
    return bytes + bytes / 4;
  }

  /** A call during which a class is loaded does not move the median. */
  private static long medianBytes(Runnable create) {
    LongStream.range(0, WARM_UPS).forEach(i -> create.run());
    long thread = Thread.currentThread().getId();
    long[] bytes = new long[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long before = THREADS.getThreadAllocatedBytes(thread);
      create.run();
      bytes[i] = THREADS.getThreadAllocatedBytes(thread) - before;
    }
    return LongStream.of(bytes).sorted().toArray()[CALLS / 2];
  }

  private static void create(TruedyClient client) {
    client
        .contacts()
        .create(
            NewTruedyContact.builder("+14155550123")
                .firstName("Asha")
                .lastName("Rao")
                .email("asha.rao@example.com")
                .folder("fld_2f6e1c")
                .customField("plan", "gold")
                .build())
        .execute();
  }

  private static void create(KoreClient client) {
    client
        .contacts()
        .create(
            NewKoreContact.builder()
                .firstName("Ada")
                .lastName("Byron")
                .salutation("Mrs")
                .cellPhone(CellPhone.ofDigits("+1", "2025550101"))
                .build())
        .execute();
  }

  private static TruedyClient truedy(String url, @Nullable Transport transport) {
    String key = "truedy_0123456789abcdefghijABCDEFGHIJ01";
    return prepared(TruedyClient.builder().baseUrl(url).apiKey(key), transport).build();
  }

  private static KoreClient kore(String url, Transport transport) {
    KoreClient.Builder builder =
        KoreClient.builder()
            .baseUrl(url)
            .streamId("st-0a1b2c3d-1111-5222-8333-444455556666")
            .accountId("65aa00000000000000000001")
            .auth(request -> request.withHeader("auth", "a.fixed.token"));
    return prepared(builder, transport).build();
  }

  /** A limit that is kept and never reached. */
  private static <B extends ClientBuilder<B>> B prepared(B builder, @Nullable Transport transport) {
    B limited = builder.rateLimiter(RateLimiter.of(new Window(10_000, Duration.ofMillis(1))));
    return transport == null ? limited : limited.transport(transport);
  }

  private static Transport inMemory(String answer) {
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    return request -> HttpResponse.of(201, Headers.empty(), body);
  }

  private static MockWebServer server(String answer) throws Exception {
    MockWebServer server = new MockWebServer();
    MockResponse created = new MockResponse.Builder().code(201).body(answer).build();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return created;
          }
        });
    server.start();
    return server;
  }
}
