package dev.contactsdk.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Kore;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Truedy;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.Exchange;
import dev.contactsdk.tests.server.Json;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.KoreVendor;
import dev.contactsdk.tests.server.Request;
import dev.contactsdk.tests.server.TruedyVendor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that differ from others in one small thing. */
class FinePrintTest {
  private static final String NUMBER = Vendor.number(1);

  private final VirtualClock time = new VirtualClock();

  private JudgeServer server(Vendor vendor) {
    return JudgeServer.plain(vendor.backend());
  }

  private Client client(Vendor vendor, JudgeServer server) {
    return vendor.client(server.url(), Settings.unlimited().time(time));
  }

  private static SdkException failure(Client client, OnUnknown policy) {
    return catchThrowableOfType(SdkException.class, () -> client.create(NUMBER, "Zenobia", policy));
  }

  private static Answer refusal(Vendor vendor, int status, String text) {
    return vendor == Vendor.KORE
        ? Answer.json(status, Json.object("errors", List.of(Json.object("msg", text))))
        : TruedyVendor.refusal(status, "refused", text, Map.of());
  }

  /** The judge's certificate is for its name, and not for its address. */
  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aCertificateOfAnotherHostIsTriedOnceAndSentNothing(Vendor vendor) throws Exception {
    try (JudgeServer server = JudgeServer.tls(vendor.backend(), "TLSv1.3");
        Client client =
            vendor.client("https://127.0.0.1:" + server.port(), Settings.unlimited().time(time))) {
      SdkException failure = failure(client, OnUnknown.fail());

      assertThat(failure)
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("certificate is not accepted")
          .returns(Outcome.NOT_SENT, SdkException::outcome)
          .returns(1, SdkException::attempts);
      assertThat(server.journal().arrived()).isEmpty();
    }
  }

  @Test
  void aListWhoseParametersAreRefusedIsReadAsDocumented() throws Exception {
    KoreVendor vendor = new KoreVendor();
    for (int i = 0; i < 15; i++) {
      vendor.store("Ada" + i, Vendor.number(i));
    }
    try (JudgeServer server = JudgeServer.plain(vendor);
        Client client = client(Vendor.KORE, server)) {
      server.director(
          request ->
              request.target().contains("limit=")
                  ? Behaviour.answer(refusal(Vendor.KORE, 412, "Invalid arguments"))
                  : Behaviour.normal());
      List<String> ids = new ArrayList<>();
      client.list(100, 0).forEachRemaining(ids::add);

      assertThat(ids).hasSize(15).doesNotHaveDuplicates();
      assertThat(server.journal().arrived().get(1).target()).doesNotContain("?");
    }
  }

  @Test
  void aCustomIdWithASlashStaysOneSegment() throws Exception {
    try (JudgeServer server = server(Vendor.KORE);
        Kore kore = Kore.at(server.url(), Settings.unlimited().time(time))) {
      Map<String, Object> agent = Json.object("id", "a-1", "userId", "u-1", "customId", "EXT/1");
      server.director(
          request ->
              request.path().endsWith("/customId/EXT%2F1")
                  ? Behaviour.answer(Answer.json(200, List.of(agent)))
                  : Behaviour.answer(Answer.page(404)));

      assertThat(kore.sdk().agents().findByCustomId("EXT/1").execute())
          .extracting(found -> found.id())
          .containsExactly("a-1");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {402, 404})
  void theDetailsOfARefusalCanBeReached(int status) throws Exception {
    Map<String, Object> details = Json.object("reason", "no_minutes", "id", "ctc_9");
    try (JudgeServer server = server(Vendor.TRUEDY);
        Truedy truedy = Truedy.at(server.url(), Settings.unlimited().time(time))) {
      server.script().reads(Behaviour.answer(TruedyVendor.refusal(status, "no", "No", details)));
      ApiException refusal =
          catchThrowableOfType(ApiException.class, () -> truedy.sdk().contacts().list().execute());

      assertThat(refusal.status()).isEqualTo(status);
      assertThat(refusal.details()).containsExactlyInAnyOrderEntriesOf(details);
    }
  }

  static Stream<Arguments> encodings() {
    return Stream.of(Vendor.values())
        .flatMap(
            vendor ->
                Stream.of("gzip", "x-gzip", "X-GZIP")
                    .flatMap(
                        name ->
                            Stream.of(1, 2, 5).map(count -> Arguments.of(vendor, name, count))));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void aCompressedAnswerIsReadUnderBothNamesAndInAllItsMembers(
      Vendor vendor, String encoding, int members) throws Exception {
    try (JudgeServer server = server(vendor);
        Client client = client(vendor, server)) {
      server.script().writes(exchange -> compressed(exchange, encoding, members));

      assertThat(client.create(NUMBER)).isNotBlank();
    }
  }

  private static void compressed(Exchange exchange, String encoding, int members)
      throws IOException {
    Answer answer = exchange.carryOut();
    byte[] plain = answer.body().getBytes(UTF_8);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < members; i++) {
      int from = plain.length * i / members;
      try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
        gzip.write(plain, from, plain.length * (i + 1) / members - from);
      }
    }
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: "
            + encoding
            + "\r\nContent-Length: "
            + body.size()
            + "\r\n\r\n";
    exchange.connection().write(head.getBytes(UTF_8), 0, head.length());
    exchange.connection().write(body.toByteArray(), 0, body.size());
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aRefusedLookUpThatQuotesTheNameDoesNotShowIt(Vendor vendor) throws Exception {
    try (JudgeServer server = server(vendor);
        Client client = client(vendor, server)) {
      server.director(request -> lostThenQuoted(vendor, request));
      SdkException failure = failure(client, OnUnknown.lookUp());

      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure.getSuppressed())
          .singleElement()
          .extracting(Throwable::getMessage)
          .asString()
          .contains("not for")
          .doesNotContainIgnoringCase("zenobia");
      assertThat(failure.getMessage()).doesNotContainIgnoringCase("zenobia");
    }
  }

  private static Behaviour lostThenQuoted(Vendor vendor, Request request) {
    return request.isWrite()
        ? Behaviour.doneThenCut(Close.FIN)
        : Behaviour.answer(refusal(vendor, 403, "not for Zenobia"));
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aRefusedCredentialSaysThatTheClockIsWrong(Vendor vendor) throws Exception {
    String later =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            time.now().plus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC));
    try (JudgeServer server = server(vendor);
        Client client = client(vendor, server)) {
      server.script().writes(Behaviour.answer(refusal(vendor, 401, "No").header("Date", later)));
      SdkException failure = failure(client, OnUnknown.fail());

      assertThat(failure)
          .hasMessageContaining("clock")
          .isInstanceOf(ApiException.Unauthorized.class);
      assertThat(((ApiException.Unauthorized) failure).clockSkew())
          .isBetween(Duration.ofMinutes(-121), Duration.ofMinutes(-119));
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aCreatedContactWithABlankIdIsAFailure(Vendor vendor) throws Exception {
    try (JudgeServer server = server(vendor);
        Client client = client(vendor, server)) {
      server.script().writes(FinePrintTest::withBlankIds);

      assertThat(failure(client, OnUnknown.fail()).outcome()).isEqualTo(Outcome.APPLIED);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aListedContactWithABlankIdIsNotTakenForTheCreatedOne(Vendor vendor) throws Exception {
    try (JudgeServer server = server(vendor);
        Client client = client(vendor, server)) {
      server.director(
          request ->
              request.isWrite() ? Behaviour.doneThenCut(Close.FIN) : FinePrintTest::withBlankIds);

      assertThat(failure(client, OnUnknown.lookUpThenResend()).outcome())
          .isEqualTo(Outcome.UNKNOWN);
      assertThat(server.journal().writes()).isEqualTo(1);
    }
  }

  private static void withBlankIds(Exchange exchange) throws IOException {
    Answer answer = exchange.carryOut();
    String body = answer.body().replaceAll("\"id\":\"[^\"]*\"", "\"id\":\" \"");
    exchange.reply(new Answer(answer.status(), answer.headers(), body));
  }
}
