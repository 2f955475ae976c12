package dev.contactsdk.tests.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactsdk.core.drift.DriftRecorder;
import dev.contactsdk.core.drift.DriftReport;
import dev.contactsdk.core.drift.DriftReport.Difference;
import dev.contactsdk.core.drift.DriftReport.Kind;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.TruedyDrift;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the recorder keeps, and that a call does not notice it. */
class DriftRecorderTest {
  private static final String VALUES =
      "\"id\":\"zqmark-1\",\"phone_number\":\"+12025550191\",\"email\":\"zqmark@mail.example\","
          + "\"first_name\":\"Zqmark\",\"created_at\":\"2026-05-02T10:00:00.zqmark\","
          + "\"call_count\":12025550191,\"custom_fields\":{\"zqmark\":\"zqmark\","
          + "\"deep\":{\"zqmark\":[{\"zqmark\":12025550191}]}},\"metadata\":{\"zqmark\":0}";
  private static final String KEYS =
      "\"zqmark@mail.example\":1,\"Zqmark Lovelace\":1,\"ZQMARK\":{},\"Zqmark\":[],"
          + "\"+12025550191\":1,\"p12025550191\":1,\"\":1,\"zqmarkzqmarkzqmarkzqmarkzqmark\":1,"
          + "\"zqmark.data[].id\":1,\"fresh\":{\"zqmark\":1,\"more\":{\"zqmark\":1}},"
          + "\"rows\":[{\"zqmark\":1},[\"zqmark\"]]";

  private static String contact() {
    return "{" + VALUES + "," + KEYS + "}";
  }

  static List<String> bodies() {
    StringBuilder people = new StringBuilder();
    for (char c = 'a'; c <= 'z'; c++) {
      people.append("\"zqmark_").append(c).append("\":1,");
    }
    String many = "{" + people + "\"id\":\"x\"}";
    List<String> bodies = new ArrayList<>();
    for (String data :
        List.of(
            contact(),
            "[" + contact() + "," + contact() + "]",
            many,
            "[" + many + "]",
            "\"zqmark\"",
            "[\"zqmark\",[\"zqmark\"]]",
            "{\"id\":{\"zqmark\":1},\"phone_number\":[{\"zqmark\":\"zqmark\"}]}",
            "[".repeat(150) + "\"zqmark\"" + "]".repeat(150))) {
      bodies.add("{\"data\":" + data + ",\"meta\":{\"request_id\":\"zqmark\"}," + KEYS + "}");
      bodies.add("{\"error\":" + data + ",\"detail\":" + data + "," + KEYS + "}");
      bodies.add(data);
      bodies.add("{\"data\":" + data);
    }
    bodies.addAll(
        List.of(
            "",
            "zqmark",
            "<html>zqmark</html>",
            "{\"zqmark",
            "[".repeat(5000),
            "{\"data\":\"\\ud800zqmark\"}",
            "{\"error\":{\"code\":\"zqmark\",\"message\":\"zqmark +12025550191\",\"details\":"
                + "{\"field\":\"zqmark\",\"Zqmark\":1,\"reset_at\":\"zqmark\"},\"ts\":\"zqmark\"}}",
            "{\"detail\":[{\"loc\":[\"body\",\"zqmark\"],\"msg\":\"zqmark\",\"Zqmark\":1}]}"));
    return bodies;
  }

  private record Answer(int status, String body, List<String> headers) {
    /** A new one each time: a body can be read as a stream once. */
    HttpResponse http() {
      Headers sent = Headers.empty();
      for (int i = 0; i < headers.size(); i += 2) {
        sent = sent.with(headers.get(i), headers.get(i + 1));
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return new HttpResponse(
          status, sent, new ByteArrayInputStream(bytes), HttpResponse.DEFAULT_MAX_BYTES, null);
    }
  }

  private static TruedyClient client(Answer answer, @Nullable DriftRecorder recorder) {
    TruedyClient.Builder builder =
        TruedyClient.builder()
            .baseUrl("https://truedy.example.com")
            .apiKey("truedy_zqmark")
            .rateLimiter(RateLimiter.unlimited())
            .retry(RetryPolicy.none())
            .transport(request -> answer.http());
    return (recorder == null ? builder : builder.interceptor(recorder)).build();
  }

  /** What calls return or throw. */
  private static String outcome(Answer answer, @Nullable DriftRecorder drift) {
    StringBuilder outcome = new StringBuilder();
    try (TruedyClient truedy = client(answer, drift)) {
      NewTruedyContact given = NewTruedyContact.builder("+12025550191").build();
      List<Supplier<Object>> calls =
          List.of(
              () -> truedy.contacts().list().execute(),
              () -> truedy.contacts().create(given).execute(),
              () -> truedy.folders().deleteWithContacts("f").execute());
      for (Supplier<Object> call : calls) {
        try {
          outcome.append(new String(Json.write(call.get()), StandardCharsets.UTF_8));
        } catch (SdkException e) {
          outcome.append(e);
        } catch (RuntimeException e) {
          outcome.append(e.getClass());
        }
      }
    }
    return outcome.toString().replaceAll("after \\d+ ms", "");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void noValueAndNoNameOfAPersonIsKept(String body) {
    for (int status : List.of(200, 201, 400, 409, 422, 429, 500)) {
      for (DriftRecorder recorder :
          List.of(TruedyDrift.recorder(), TruedyDrift.recorder().hidingNewNames())) {
        Answer answer =
            new Answer(
                status,
                body,
                List.of("X-Zqmark", "zqmark", "X-Request-ID", "zqmark", "Sunset", "zqmark"));
        assertThat(outcome(answer, recorder)).isEqualTo(outcome(answer, null));
        String all = (recorder.report().json() + recorder.report()).toLowerCase(Locale.ROOT);
        assertThat(all).contains("truedy.contacts.list").doesNotContain("zqmark", "2025550191");
      }
    }
  }

  @Test
  void aNewNameThatLooksLikeOneIsKeptUnlessHidden() {
    String body = "{\"data\":[{\"id\":\"c\",\"leadScore\":7,\"Ada Byron\":1}]}";
    DriftRecorder recorder = TruedyDrift.recorder();
    outcome(new Answer(200, body, List.of()), recorder);
    assertThat(recorder.report().text()).contains("data[].leadScore").doesNotContain("Ada");
    assertThat(recorder.report().text()).contains("data[].*");
    DriftRecorder hiding = TruedyDrift.recorder().hidingNewNames();
    outcome(new Answer(200, body, List.of()), hiding);
    assertThat(hiding.report().json()).doesNotContain("leadScore").contains("data[].*");
  }

  @Test
  void saysWhatIsNewMissingAndOfAnotherKind() {
    String body =
        "{\"data\":[{\"id\":7,\"created_at\":\"2026-05-02\",\"score\":1.5}],\"meta\":{\"ts\":null}}";
    DriftRecorder recorder = TruedyDrift.recorder();
    outcome(new Answer(200, body, List.of("Retry-After", "1")), recorder);
    DriftReport.Operation list =
        recorder.report().operations().stream()
            .filter(one -> one.operation().equals("truedy.contacts.list"))
            .findFirst()
            .orElseThrow();
    assertThat(list.differences())
        .extracting(Difference::kind, Difference::place)
        .contains(
            tuple(Kind.NEW, "data[].score"),
            tuple(Kind.OTHER_KIND, "data[].id"),
            tuple(Kind.OTHER_FORMAT, "data[].created_at"),
            tuple(Kind.OTHER_KIND, "meta.ts"),
            tuple(Kind.MISSING, "meta.request_id"));
    assertThat(list.facts())
        .containsEntry("header:Retry-After", 1L)
        .containsEntry("status:200", 1L);
    assertThat(list.places())
        .filteredOn(place -> place.place().equals("data[].score"))
        .singleElement()
        .satisfies(place -> assertThat(place.forms()).containsEntry("decimal", 1L));
  }

  @Test
  void aDamagedBodyFailsAsItDoesWithoutTheRecorder() {
    String body = "not gzip";
    Answer answer = new Answer(200, body, List.of("Content-Encoding", "gzip"));
    assertThat(outcome(answer, TruedyDrift.recorder()))
        .isEqualTo(outcome(answer, null))
        .contains("ResponseFormatException");
  }

  @Test
  void itsSizeDoesNotGrowWithTheAnswers() {
    DriftRecorder recorder = TruedyDrift.recorder();
    int[] places = new int[2];
    for (int i = 0; i < 2_000; i++) {
      String name = "\"x" + Integer.toString(i, 36).replaceAll("\\d", "q") + "\":1";
      String body = "{\"data\":[{" + name + "}]," + name + ",\"meta\":{" + name + "}}";
      outcome(new Answer(200, body, List.of()), recorder);
      if (i == 200 || i == 1_999) {
        places[i == 200 ? 0 : 1] = places(recorder.report());
      }
    }
    assertThat(places[1]).isEqualTo(places[0]).isBetween(1, 100);
  }

  private static int places(DriftReport report) {
    return report.operations().stream().mapToInt(one -> one.places().size()).sum();
  }

  @Test
  void severalThreadsCountEveryAnswer() {
    DriftRecorder recorder = TruedyDrift.recorder();
    String body = "{\"data\":[" + contact() + "]}";
    CompletableFuture<?>[] all =
        IntStream.range(0, 4)
            .mapToObj(
                thread ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int i = 0; i < 50; i++) {
                            outcome(new Answer(200, body, List.of()), recorder);
                          }
                        }))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).join();
    DriftReport report = recorder.report();
    assertThat(report.operations()).allSatisfy(one -> assertThat(one.answers()).isEqualTo(200));
    assertThat(report.json())
        .contains("{\"place\":\"data[]\",\"documented\":true,\"forms\":{\"object\":200}}");
  }
}
