package dev.contactsdk.core.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.contactsdk.core.drift.DriftReport.Difference;
import dev.contactsdk.core.drift.DriftReport.Kind;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftRecorderTest {
  private static final DocumentedShapes SHAPES =
      DocumentedShapes.parse(
          """
          *
           (answer) object
           msg text
          v.get
           (answer) object
           at time-z
           id prefixed-id
           note? text
           custom? map
           rows? array
           rows[] object
           rows[].n integer
          """);
  private static final List<Contradiction> OPEN =
      List.of(
          Contradiction.of("id", "its id")
              .variant("id", "v.* 2xx id")
              .variant("key", "v.* 2xx key"),
          Contradiction.of("status", "its status")
              .variant("200", "v.get 2xx status:200")
              .variant("201", "v.get 2xx status:201"),
          Contradiction.of("note", "its note")
              .variant("no", "v.get 2xx !note")
              .variant("number", "v.get 2xx note integer")
              .variant("string", "v.get 2xx note string"),
          Contradiction.of("body", "its body")
              .variant("none", "v.get 2xx empty")
              .variant("an array", "v.get 2xx (answer) array"),
          Contradiction.of("limit", "its limit")
              .variant("header", "* 429 header:Retry-After")
              .variant("conflict", "* error failure:Conflict"));

  private final DriftRecorder recorder = DriftRecorder.of(SHAPES, OPEN);

  private record Info(String operation) implements CallInfo {
    @Override
    public String pathTemplate() {
      return "/x";
    }

    @Override
    public Effect effect() {
      return Effect.READ;
    }

    @Override
    public Deadline deadline() {
      return Deadline.in(new VirtualClock(), Duration.ofSeconds(1));
    }

    @Override
    public long attemptNanos() {
      return 1;
    }

    @Override
    public int attempts() {
      return 0;
    }
  }

  private static HttpRequest request(String operation) {
    return new HttpRequest("GET", "https://host/x", Headers.empty(), null, new Info(operation));
  }

  private HttpResponse answered(int status, String body) {
    HttpResponse answer =
        HttpResponse.of(status, Headers.empty(), body.getBytes(StandardCharsets.UTF_8));
    assertThat(recorder.intercept(request("v.get"), passed -> answer)).isSameAs(answer);
    return answer;
  }

  private void refused(ApiException refusal) {
    assertThatThrownBy(
            () ->
                recorder.intercept(
                    request("v.get"),
                    passed -> {
                      throw refusal;
                    }))
        .isSameAs(refusal);
  }

  private static ApiException.Answer refusal(int status, String body, String header) {
    return new ApiException.Answer(
        status,
        ErrorOrigin.VENDOR,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        Map.of(),
        Map.of(header, List.of("secret")),
        body);
  }

  private static Failure failure() {
    return new Failure("v.get", false, Outcome.REJECTED, null, 1);
  }

  private DriftReport.Operation operation(String statusClass) {
    return recorder.report().operations().stream()
        .filter(one -> one.statusClass().equals(statusClass))
        .findFirst()
        .orElseThrow();
  }

  private String holds(String id) {
    return recorder.report().resolutions().stream()
        .filter(one -> one.id().equals(id))
        .map(one -> String.valueOf(one.holds()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findsNoDifferenceInADocumentedAnswer() throws IOException {
    String body =
        "{\"id\":\"c_1\",\"at\":\"2026-01-01T10:00:00Z\",\"note\":\"x\",\"custom\":{\"Ada\":1},"
            + "\"rows\":[{\"n\":1},{\"n\":2}]}";
    assertThat(answered(200, body).bytes()).asString(StandardCharsets.UTF_8).isEqualTo(body);
    assertThat(operation("2xx").differences()).isEmpty();
    assertThat(operation("2xx").places())
        .extracting(DriftReport.Place::place, place -> place.forms().toString())
        .containsExactly(
            tuple("(answer)", "{object=1}"),
            tuple("at", "{time-z=1}"),
            tuple("custom", "{object=1}"),
            tuple("id", "{prefixed-id=1}"),
            tuple("note", "{text=1}"),
            tuple("rows", "{array=1}"),
            tuple("rows[]", "{object=2}"),
            tuple("rows[].n", "{integer=2}"));
    assertThat(recorder.report().text()).contains("as documented").contains("=>");
  }

  @Test
  void namesDifferences() {
    answered(200, "{\"id\":5,\"at\":\"2026-01-01\",\"key\":{\"in\":1},\"rows\":[{\"n\":1.5}]}");
    answered(200, "{\"id\":\"c_1\",\"at\":\"2026-01-01T10:00:00Z\",\"rows\":[{}]}");
    assertThat(operation("2xx").differences())
        .extracting(Difference::kind, Difference::place, one -> one.counts().toString())
        .containsExactlyInAnyOrder(
            tuple(Kind.OTHER_FORMAT, "at", "{date=1}"),
            tuple(Kind.OTHER_KIND, "id", "{integer=1}"),
            tuple(Kind.MISSING, "custom", "{absent=2, present=0}"),
            tuple(Kind.MISSING, "note", "{absent=2, present=0}"),
            tuple(Kind.OTHER_KIND, "rows[].n", "{decimal=1}"),
            tuple(Kind.MISSING, "rows[].n", "{absent=1, present=1}"),
            tuple(Kind.NEW, "key", "{object=1}"));
    assertThat(recorder.report().text())
        .contains("new          key", "documented in some answers only: custom, note")
        .contains("other format at", "(documented: time-z)");
    assertThat(recorder.report().json()).contains("\"kind\":\"NEW\",\"place\":\"key\"");
  }

  @Test
  void namesWhatHolds() {
    assertThat(holds("id")).isEqualTo("null");
    answered(201, "{\"key\":1}");
    assertThat(holds("id")).isEqualTo("key");
    assertThat(holds("status")).isEqualTo("201");
    assertThat(holds("note")).isEqualTo("no");
    answered(200, "{\"id\":\"c_1\",\"note\":7}");
    assertThat(holds("id")).isEqualTo("null");
    answered(204, "");
    assertThat(holds("body")).isEqualTo("none");
  }

  /** That nobody called an operation says nothing about its answers. */
  @Test
  void tellsWhatWasNotTriedFromWhatIsNotThere() {
    assertThat(recorder.report().text())
        .contains("id: its id\n      not tried: no answer of v.* 2xx\n")
        .contains("limit: its limit\n      not tried: no answer of * 429, * error\n");
    answered(200, "{\"note\":\"x\"}");
    answered(200, "{\"note\":\"x\"}");
    assertThat(recorder.report().text())
        .contains("id: its id\n      not there: none of 2 answers shows one of the variants\n")
        .contains("absent from all, and documented in some answers only: custom")
        .doesNotContain("not seen");
    assertThat(recorder.report().json())
        .contains("\"shownBy\":[\"v.* 2xx\"],\"answers\":2}")
        .contains("\"shownBy\":[\"* 429\",\"* error\"],\"answers\":0}");
  }

  @Test
  void aFailureOfOneStatusIsNotThatOfAnother() {
    DriftRecorder own =
        DriftRecorder.of(
            SHAPES,
            List.of(
                Contradiction.of("invalid", "invalid input")
                    .variant("400", "v.* 4xx failure:BadRequest:400")
                    .variant("412", "v.* 4xx failure:BadRequest:412"),
                Contradiction.of("taken", "a duplicate")
                    .variant("by its text", "v.* 4xx says:duplicate")));
    ApiException.Answer taken =
        new ApiException.Answer(
            400,
            ErrorOrigin.VENDOR,
            null,
            "Number already exists",
            List.of(),
            null,
            null,
            null,
            Map.of(),
            Map.of(),
            "{}");
    for (ApiException one :
        List.of(
            new ApiException.Conflict(failure(), taken),
            new ApiException.BadRequest(failure(), refusal(412, "{}", "X")))) {
      assertThatThrownBy(
              () ->
                  own.intercept(
                      request("v.get"),
                      passed -> {
                        throw one;
                      }))
          .isSameAs(one);
    }
    assertThat(own.report().resolutions())
        .extracting(DriftReport.Resolution::holds)
        .containsExactly("412", "by its text");
  }

  @Test
  void recordsRefusals() {
    refused(new ApiException.Conflict(failure(), refusal(409, "{\"msg\":\"secret\"}", "X-Ada")));
    assertThat(holds("limit")).isEqualTo("conflict");
    refused(new ApiException.RateLimited(failure(), refusal(429, "secret", "Retry-After")));
    assertThat(operation("409").facts())
        .containsOnly(Map.entry("failure:Conflict", 1L), Map.entry("status:409", 1L));
    assertThat(operation("409").differences()).isEmpty();
    assertThat(operation("429").facts())
        .containsKeys("header:Retry-After", "not-json", "failure:RateLimited");
    refused(new ApiException.ServerError(failure(), refusal(503, "", "X-Ada")));
    assertThat(operation("5xx").facts()).containsKey("empty");
    assertThat(recorder.report().json()).doesNotContain("secret", "X-Ada");
  }

  @Test
  void manyNewNamesAreData() {
    for (char a = 'a'; a <= 'x'; a++) {
      answered(200, "{\"name" + a + "\":1}");
    }
    assertThat(recorder.report().json()).contains("\"namea\"", "\"namex\"");
    answered(200, "{\"namey\":1,\"namea\":1}");
    assertThat(recorder.report().json()).doesNotContain("name");
    assertThat(operation("2xx").places())
        .filteredOn(place -> place.place().equals("*"))
        .singleElement()
        .satisfies(place -> assertThat(place.forms()).containsEntry("integer", 26L));
  }

  @Test
  void otherOperationsAreOnlyCounted() {
    HttpResponse answer = HttpResponse.of(200, Headers.empty(), new byte[] {'1'});
    assertThat(recorder.intercept(request("ada@example.org"), passed -> answer)).isSameAs(answer);
    assertThat(recorder.report().otherAnswers()).isEqualTo(1);
    assertThat(recorder.report().operations()).isEmpty();
    assertThat(recorder).hasToString("DriftRecorder[operations=0]");
  }

  @Test
  void aBodyThatWasReadByAnotherIsLeftAlone() {
    HttpResponse answer = HttpResponse.of(200, Headers.empty(), new byte[] {'1'});
    assertThat(answer.stream()).isNotNull();
    assertThat(recorder.intercept(request("v.get"), passed -> answer)).isSameAs(answer);
    assertThat(recorder.report().otherAnswers()).isEqualTo(1);
  }

  @Test
  void aBodyThatCannotBeReadFailsWhereTheDecoderReadsIt() {
    HttpResponse answer =
        new HttpResponse(
            200,
            Headers.empty().with("Content-Encoding", "gzip"),
            new ByteArrayInputStream(new byte[] {1, 2, 3}),
            HttpResponse.DEFAULT_MAX_BYTES,
            null);
    HttpResponse passedOn = recorder.intercept(request("v.get"), passed -> answer);
    assertThat(passedOn.status()).isEqualTo(200);
    assertThatThrownBy(passedOn::bytes).isInstanceOf(IOException.class);
  }

  @Test
  void aSignMustBeAboutADocumentedObject() {
    refused("v.get 2xx other.id", "is about a place in an undocumented object");
    refused("w.get 2xx id", "is about a place in an undocumented object");
    refused("v.get 2xx", "a sign has an operation");
    refused("v.get 2xx id nothing", "no form is called nothing");
  }

  private static void refused(String sign, String message) {
    assertThatThrownBy(
            () -> DriftRecorder.of(SHAPES, List.of(Contradiction.of("x", "x").variant("a", sign))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anAnswerThatIsNoJsonIsNotAsDocumented() {
    answered(200, "<html>gateway</html>");
    assertThat(recorder.report().text())
        .contains("other kind")
        .contains("not-json x1 (documented: JSON)")
        .doesNotContain("as documented");
  }
}
