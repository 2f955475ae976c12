package dev.contactsdk.jsonmatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.http.MultipartBody;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.http.UploadSource;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.MalformedJsonException;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.KoreDecoder;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.TruedyDecoder;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application's own types, through clients with and without a codec. */
class OwnTypesTest {
  enum Tier {
    GOLD
  }

  /** The core reads none of this: an annotation, a date, an enum. */
  record Crm(
      String id,
      @JsonFormat(pattern = "dd.MM.yyyy") LocalDate since,
      Tier tier,
      BigDecimal score,
      @JsonIgnore @Nullable String secret) {}

  private static final Crm CRM =
      new Crm(
          "1", LocalDate.of(2026, 2, 1), Tier.GOLD, new BigDecimal("0.1234567890123456789"), null);
  private static final String CRM_JSON =
      "{\"id\":\"1\",\"since\":\"01.02.2026\",\"tier\":\"GOLD\",\"score\":0.1234567890123456789}";
  private static final Endpoint<Crm> POST =
      Endpoint.post("own.create", "/own", Decoder.json(Crm.class));
  private static final Endpoint<Object> ANY =
      Endpoint.post("own.any", "/own", Decoder.json(Object.class));

  private final List<String> requests = new ArrayList<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private HttpServer server;

  static Stream<JsonCodec> codecs() {
    return Stream.of(new Jackson2Mappers().get(), new Jackson3Mappers().get())
        .map(mappers -> mappers.get(1).codec());
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    byte[] body = exchange.getRequestBody().readAllBytes();
    requests.add(query == null ? new String(body, StandardCharsets.UTF_8) : query);
    byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private TruedyClient truedy(@Nullable JsonCodec codec) {
    TruedyClient.Builder builder =
        TruedyClient.builder()
            .apiKey("k")
            .baseUrl("http://127.0.0.1:" + server.getAddress().getPort());
    return (codec == null ? builder : builder.json(codec)).build();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void anEndpointTakesAndAnswersThem(JsonCodec codec) {
    answers.add(CRM_JSON);
    try (TruedyClient client = truedy(codec)) {
      assertThat(client.call(POST).json(CRM).execute()).isEqualTo(CRM);
    }
    assertThat(requests).containsExactly(CRM_JSON);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void aCustomFieldTakesThemAtAnyDepthAndConvertsBack(JsonCodec codec) {
    answers.add("{\"data\":{\"id\":\"c-1\",\"custom_fields\":{\"crm\":" + CRM_JSON + "}}}");
    NewTruedyContact contact =
        NewTruedyContact.builder("+15551234567")
            .customField("crm", CRM)
            .customField("all", Map.of("list", List.of(1, CRM, Tier.GOLD)))
            .build();
    try (TruedyClient client = truedy(codec)) {
      TruedyContact created = client.contacts().create(contact).execute();
      assertThat(codec.convert(created.customFields().get("crm"), Crm.class)).isEqualTo(CRM);
    }
    assertThat(requests)
        .containsExactly(
            "{\"phone_number\":\"+15551234567\",\"custom_fields\":{\"crm\":"
                + CRM_JSON
                + ",\"all\":{\"list\":[1,"
                + CRM_JSON
                + ",\"GOLD\"]}}}");
  }

  @Test
  void withoutACodecTheyAreRefusedBeforeAnythingIsSent() {
    NewTruedyContact contact =
        NewTruedyContact.builder("+15551234567").customField("crm", CRM).build();
    try (TruedyClient client = truedy(null)) {
      assertThatThrownBy(() -> client.contacts().create(contact).execute())
          .isInstanceOfSatisfying(
              InvalidRequestException.class,
              e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
          .hasMessageStartingWith("truedy.contacts.create: custom_fields.crm is a ")
          .hasMessageContaining("dev.contactsdk:contact-sdk-jackson3")
          .hasMessageNotContaining("GOLD");
      assertThatThrownBy(() -> client.call(ANY).json(CRM).execute())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("own.any: the value is a ");
      assertThatThrownBy(() -> client.call(POST).json(Map.of()).execute())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("own.create: " + Crm.class.getName());
    }
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void anAnswerThatDoesNotFitIsAFailureThatQuotesNothing(JsonCodec codec) {
    answers.add("{\"since\":\"canary\"}");
    try (TruedyClient client = truedy(codec)) {
      assertThatThrownBy(() -> client.call(POST).json(CRM).execute())
          .isInstanceOfSatisfying(
              ResponseFormatException.class,
              e -> assertThat(e.outcome()).isEqualTo(Outcome.APPLIED))
          .hasMessageContaining(Crm.class.getName())
          .hasMessageNotContaining("canary");
    }
    assertThatThrownBy(() -> codec.convert(Map.of("since", "canary"), Crm.class))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> codec.convert(null, Crm.class))
        .isInstanceOf(MalformedJsonException.class);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void aTreeOfTheOtherLineOfJacksonIsRefused(JsonCodec codec) {
    Object tree2 = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    Object tree3 = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    boolean is2 = codec.getClass().getSimpleName().contains("2");
    answers.add("1");
    try (TruedyClient client = truedy(codec)) {
      assertThat(client.call(ANY).json(is2 ? tree2 : tree3).execute()).isEqualTo(1);
      assertThatThrownBy(() -> client.call(ANY).json(is2 ? tree3 : tree2).execute())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("it is Jackson " + (is2 ? "3" : "2") + "'s");
    }
    assertThat(requests).containsExactly("{}");
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void truedysEnvelopeIsUnwrapped(JsonCodec codec) {
    answers.add("{\"data\":" + CRM_JSON + ",\"meta\":{\"request_id\":\"r-1\"}}");
    Endpoint<Crm> get = Endpoint.get("own.get", "/own", TruedyDecoder.data(Crm.class));
    try (TruedyClient client = truedy(codec)) {
      var response = client.call(get).query("a", 1).response();
      assertThat(response.body()).isEqualTo(CRM);
      assertThat(response.requestId()).isEqualTo("r-1");
    }
  }

  private static Endpoint<PageAnswer<Crm>> list(Decoder<PageAnswer<Crm>> page) {
    return Endpoint.get("own.list", "/own", page);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void aListIsReadByTruedysPages(JsonCodec codec) {
    String second = CRM_JSON.replace("\"1\"", "\"2\"");
    for (String rows : List.of(CRM_JSON, CRM_JSON + "," + second, "")) {
      answers.add(
          "{\"data\":[" + rows + "],\"pagination\":{\"total\":2,\"offset\":0,\"has_more\":false}}");
    }
    answers.removeFirst();
    answers.removeLast();
    try (TruedyClient client = truedy(codec)) {
      var call = client.list(list(TruedyDecoder.page(Crm.class)), Crm::id).query("sort", "id");
      assertThat(call.stream().map(Crm::id)).containsExactly("1", "2");
    }
    assertThat(requests).containsExactly("sort=id&limit=100&offset=0");
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void aListIsReadByKoresPages(JsonCodec codec) {
    answers.add("{\"results\":[" + CRM_JSON + "],\"page\":1,\"hasMore\":true,\"totalResults\":2}");
    answers.add(
        "{\"results\":["
            + CRM_JSON.replace("\"1\"", "\"2\"")
            + "],\"page\":2,\"hasMore\":false,\"totalResults\":2}");
    try (KoreClient client =
        KoreClient.builder()
            .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .streamId("st-1")
            .accountId("a-1")
            .credentials("cs-1", "a-secret-that-is-long-enough-for-HS256-0123456789")
            .json(codec)
            .build()) {
      var call = client.list(list(KoreDecoder.page(Crm.class)), Crm::id).pageSize(1);
      assertThat(call.stream().map(Crm::id)).containsExactly("1", "2");
    }
    assertThat(requests).containsExactly("page=1&limit=1", "page=2&skip=1&limit=1");
  }

  @Test
  void anEndpointTakesABodyOfAnyKind() {
    answers.add("1");
    answers.add("2");
    try (TruedyClient client = truedy(null)) {
      byte[] text = "a;b".getBytes(StandardCharsets.UTF_8);
      client.call(ANY).body(RequestBody.of("text/csv", text)).execute();
      MultipartBody parts =
          MultipartBody.builder()
              .field("name", "x")
              .file("file", "text/csv", UploadSource.of(new ByteArrayInputStream(text), "a.csv"));
      client.call(ANY).body(parts).execute();
    }
    assertThat(requests.get(0)).isEqualTo("a;b");
    assertThat(requests.get(1)).contains("name=\"name\"", "a.csv", "a;b");
  }

  @Test
  void aCustomValueComesBackAsItWent() throws IOException {
    String fields =
        "{\"n\":0.1234567890123456789,\"big\":123456789012345678901234567890,\"x\":[null,1.50,{}]}";
    TruedyContact contact =
        JsonType.of(TruedyContact.class)
            .read(
                new ByteArrayInputStream(
                    ("{\"id\":\"c\",\"custom_fields\":" + fields + "}")
                        .getBytes(StandardCharsets.UTF_8)));
    answers.add("{\"data\":{\"id\":\"c-1\"}}");
    try (TruedyClient client = truedy(null)) {
      client
          .contacts()
          .create(
              NewTruedyContact.builder("+15551234567").customFields(contact.customFields()).build())
          .execute();
    }
    assertThat(requests.get(0)).endsWith(fields.replace("1.50", "1.5") + "}");
  }
}
