package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.error.Refusal;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.internal.TruedyErrors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
  private static final Instant NOW = Instant.parse("2026-05-02T10:00:50Z");

  private static Refusal read(int status, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Headers received = Headers.received(List.of(headers));
    return new TruedyErrors().read(HttpResponse.of(status, received, bytes), NOW);
  }

  private static Refusal readFile(int status, String name) {
    return read(status, Vendor.file("errors/" + name));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          401, unauthorized,             UNAUTHORIZED,      unauthorized,        Invalid or missing API key, 1
          422, validation,               BAD_REQUEST,       validation_error,    Invalid request,            2
          404, not-found,                NOT_FOUND,         not_found,           agent not found,            -
          429, rate-limit,               RATE_LIMITED,      rate_limit_exceeded, Rate limit exceeded,        3
          429, rate-limit.in-detail,     RATE_LIMITED,      rate_limit_exceeded, Rate limit exceeded,        4
          500, rate-limit,               RATE_LIMITED,      rate_limit_exceeded, Rate limit exceeded,        3
          422, field-list,               BAD_REQUEST,       validation_error,    -,                          -
          404, detail-text,              NOT_FOUND,         -,                   contact_folder not found,   -
          403, id-inside,                PERMISSION_DENIED, forbidden,           Admin role needed,          5
          500, internal,                 SERVER_ERROR,      internal_error,      An internal error occurred, 6
          500, gateway,                  SERVER_ERROR,      server_error,        Service unavailable,        -
          413, payload-too-large,        PAYLOAD_TOO_LARGE, payload_too_large,   Body exceeds the limit,     -
          402, payment-required,         PAYMENT_REQUIRED,  payment_required,    Insufficient credits,       7
          502, provider,                 SERVER_ERROR,      provider_error,      Voice provider failed,      8
          409, detail-text,              CONFLICT,          -,                   contact_folder not found,   -
          307, detail-text,              UNEXPECTED_STATUS, -,                   contact_folder not found,   -
          """)
  void everyShapeIsRead(
      int status, String file, ErrorKind kind, String code, String message, String id) {
    Refusal details = readFile(status, file);
    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.code()).isEqualTo(code);
    assertThat(details.message()).isEqualTo(message);
    assertThat(details.requestId())
        .isEqualTo(id == null ? null : "7f000000-1111-4222-8333-00000000000" + id);
  }

  @Test
  void theFieldOfTheDetailsIsAFieldError() {
    assertThat(readFile(422, "validation").fieldErrors())
        .containsExactly(new FieldError("phone_number", "Must be in E.164 format", null));
  }

  @Test
  void aListOfFieldsBecomesFieldErrors() {
    assertThat(readFile(422, "field-list").fieldErrors())
        .containsExactly(
            new FieldError("phone_number", "Field required", "missing"),
            new FieldError(
                "query.limit", "Input should be less than or equal to 100", "less_than_equal"),
            new FieldError(
                "contacts.0.email", "value is not a valid email address", "value_error"));
  }

  @Test
  void fieldErrorsWithoutAPlaceAreInTheMessage() {
    Refusal details =
        read(422, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"bad\"},{},\"no\",null,7]}");
    assertThat(details.message()).isEqualTo("bad; is not accepted; no; is not accepted; 7");
    assertThat(details.fieldErrors()).hasSize(5);
  }

  @Test
  void theWaitIsCountedByTheServersClock() {
    assertThat(readFile(429, "rate-limit").retryAfter()).isEqualTo(Duration.ofSeconds(48));
    assertThat(readFile(429, "rate-limit.in-detail").retryAfter())
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void withoutTheServersTimeTheWaitIsCountedByOurs() {
    assertThat(readFile(429, "rate-limit.without-time").retryAfter())
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void withoutATimeInTheBodyTheWaitIsCountedByTheDateHeader() {
    String body =
        "{\"error\":{\"code\":\"rate_limit_exceeded\","
            + "\"details\":{\"reset_at\":\"2031-05-05T05:05:45Z\"}}}";
    assertThat(read(429, body, "Date", "Mon, 05 May 2031 05:05:05 GMT").retryAfter())
        .isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void aWaitInThePastIsNoWait() {
    String past =
        "{\"error\":{\"code\":\"rate_limit_exceeded\","
            + "\"details\":{\"reset_at\":\"2020-01-01T00:00:00\"}}}";
    assertThat(read(429, past).retryAfter()).isZero();
  }

  @Test
  void theDetailsComeBeforeTheHeaders() {
    String body = Vendor.file("errors/rate-limit");
    assertThat(read(429, body, "Retry-After", "7").retryAfter()).isEqualTo(Duration.ofSeconds(48));
    assertThat(readFile(502, "provider").retryAfter()).isEqualTo(Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Retry-After    | 7                             | PT7S
          Retry-After    | 1.5                           | PT1.5S
          Retry-After    | -5                            | PT0S
          Retry-After    | Sat, 02 May 2026 10:01:20 GMT | PT30S
          Retry-After    | Sat, 02 May 2026 09:00:00 GMT | PT0S
          Retry-After    | soon                          | -
          Retry-After    | 999999999999999999            | PT8760H
          Retry-After    | 99999999999999999999999       | -
          retry-after-ms | 250                           | PT0.25S
          """)
  void headersAreReadWhenTheBodySaysNothing(String name, String value, Duration wait) {
    assertThat(read(429, "{}", name, value).retryAfter()).isEqualTo(wait);
  }

  @Test
  void theRequestIdOfMetaComesBeforeThatOfTheError() {
    String body = "{\"error\":{\"request_id\":\"e1\"},\"meta\":{\"request_id\":\"m1\"}}";
    assertThat(read(500, body, "X-Request-ID", "h1").requestId()).isEqualTo("m1");
    assertThat(read(500, "{\"error\":{\"request_id\":\"e1\"}}").requestId()).isEqualTo("e1");
    assertThat(read(500, "{}").requestId()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "404 | {'error':{'code':'not_found'}} | VENDOR",
        "404 | {'detail':{'error':{'message':'no'}}} | VENDOR",
        "404 | {'detail':'contact_folder not found: f'} | VENDOR",
        "404 | {'detail':'Not Found'} | OTHER_JSON",
        "404 | {'error':{}} | OTHER_JSON",
        "404 | {'error':'no'} | OTHER_JSON",
        "404 | {'message':'no Route matched'} | OTHER_JSON",
        "404 | {} | OTHER_JSON",
        "404 | [] | OTHER_JSON",
        "404 | - | NONE",
        "404 | default backend - 404 | FOREIGN",
        "404 | <html>404</html> | FOREIGN",
        "404 | 'Not Found' | FOREIGN",
        "422 | {'error':{'code':'validation_error','message':'Failed to create'}} | VENDOR_FAULT",
        "422 | {'error':{'code':'v','message':'m','details':{'field':'email'}}} | VENDOR",
        "422 | {'detail':'Failed to create contact: x'} | VENDOR_FAULT",
        "422 | {'detail':{'error':{'message':'Failed to create'}}} | VENDOR_FAULT",
        "422 | {'detail':[{'loc':['body'],'msg':'bad'}]} | VENDOR_FAULT",
        "422 | {'detail':[{'loc':['query'],'msg':'bad'}]} | VENDOR_FAULT",
        "422 | {'detail':[{'loc':['path'],'msg':'bad'}]} | VENDOR_FAULT",
        "422 | {'detail':[{'loc':['body','path'],'msg':'bad'}]} | VENDOR",
        "422 | {'detail':[]} | VENDOR_FAULT",
        "422 | {'error':{}} | VENDOR_FAULT",
        "422 | {'error':{'code':'validation_error'}} | VENDOR_FAULT",
        "422 | [] | VENDOR_FAULT",
        "422 | <html>422</html> | FOREIGN",
        "422 | {'message':'Failed to create'} | VENDOR_FAULT",
        "422 | {} | VENDOR_FAULT",
        "422 | - | VENDOR_FAULT",
        "400 | {'error':{'code':'validation_error','message':'m'}} | VENDOR",
        "500 | {'error':{'code':'internal_error','message':'m'}} | VENDOR"
      })
  void whoWroteTheBody(int status, String body, ErrorOrigin origin) {
    assertThat(read(status, body == null ? "" : body.replace('\'', '"')).origin())
        .isEqualTo(origin);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "{'data':{},'error':{'code':'conflict','message':'m'}} | VENDOR | CONFLICT | m",
        "{'data':{'error':{'code':'not_found','message':'m'}}} | VENDOR | NOT_FOUND | m",
        "{'error':{'code':'rate_limit_exceeded','message':'m'}} | VENDOR | RATE_LIMITED | m",
        "{'error':{'code':'forbidden'}} | VENDOR | PERMISSION_DENIED | -",
        "{'error':{'code':'unauthorized'}} | VENDOR | UNAUTHORIZED | -",
        "{'error':{'code':'payment_required'}} | VENDOR | PAYMENT_REQUIRED | -",
        "{'error':{'code':'payload_too_large'}} | VENDOR | PAYLOAD_TOO_LARGE | -",
        "{'error':{'code':'internal_error','message':'m'}} | VENDOR | SERVER_ERROR | m",
        "{'error':{'code':'odd','message':'m'}} | VENDOR | UNEXPECTED_STATUS | m",
        "{'error':{'code':'validation_error','message':'m'}} | VENDOR_FAULT | BAD_REQUEST | m",
        "{'detail':[{'loc':['body','email'],'msg':'bad'}]} | VENDOR | BAD_REQUEST | -",
        "{'detail':'m'} | VENDOR | UNEXPECTED_STATUS | m",
        "{'data':{'error':'m'}} | VENDOR | UNEXPECTED_STATUS | m",
        "{'data':{'success':false,'message':'m'}} | VENDOR | UNEXPECTED_STATUS | m",
        "{'success':'false'} | VENDOR | UNEXPECTED_STATUS | -",
        "{'data':{'contact_id':'c','deleted':false}} | VENDOR | UNEXPECTED_STATUS | -",
        "{'data':{'contact_id':'c','deleted':true}} | OTHER_JSON | UNEXPECTED_STATUS | -",
        "{'error':true,'message':'m'} | VENDOR | UNEXPECTED_STATUS | true",
        "{'error':null,'data':{'success':true}} | OTHER_JSON | UNEXPECTED_STATUS | -",
        "{'error':{},'detail':'','data':{}} | OTHER_JSON | UNEXPECTED_STATUS | -",
        "{'data':{'imported':1,'errors':1}} | OTHER_JSON | UNEXPECTED_STATUS | -"
      })
  void anErrorInsideASuccess(String body, ErrorOrigin origin, ErrorKind kind, String message) {
    Refusal details = read(200, body.replace('\'', '"'));
    assertThat(details.origin()).isEqualTo(origin);
    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.message()).isEqualTo(message);
  }

  @Test
  void theDetailsAreKept() {
    assertThat(readFile(404, "not-found").details())
        .isEqualTo(Map.of("resource", "agent", "id", "agt_k9"));
    assertThat(readFile(402, "payment-required").details()).containsKey("reason");
    assertThat(readFile(401, "unauthorized").details()).isEmpty();
    assertThat(readFile(422, "field-list").details()).isEmpty();
  }

  @Test
  void shortTextIsTheMessageAndPagesOfProxiesAreNot() {
    assertThat(read(503, " upstream is down\n").message()).isEqualTo("upstream is down");
    assertThat(read(502, "<html><body>Bad Gateway</body></html>").message()).isNull();
    assertThat(read(502, "x".repeat(300)).message()).isNull();
    assertThat(read(502, "two\nlines").message()).isNull();
    assertThat(read(502, "{\"detail\":\"cut").message()).isNull();
    assertThat(read(502, "").message()).isNull();
    assertThat(read(400, "{\"message\":\"no such route\"}").message()).isEqualTo("no such route");
    assertThat(read(400, "{\"error\":\"no\"}").message()).isEqualTo("no");
  }

  @Test
  void anyBodyIsSurvived() {
    List<String> shapes =
        List.of(
            "null",
            "[]",
            "7",
            "\"text\"",
            "{\"error\":null}",
            "{\"error\":[]}",
            "{\"error\":{}}",
            "{\"detail\":null}",
            "{\"detail\":{}}",
            "{\"detail\":[[],{\"loc\":7,\"msg\":{}}]}",
            "{\"detail\":{\"error\":7}}",
            "{\"error\":{\"code\":{},\"message\":[],\"details\":7}}",
            "{\"error\":{\"details\":{\"reset_at\":7,\"retry_after\":1e400,\"field\":[]}}}",
            "{\"error\":{\"details\":{\"retry_after\":999999999999999}},\"meta\":[]}",
            "{\"error\":{\"details\":{\"reset_at\":\"9999-12-31T23:59:59Z\"}}}",
            "[".repeat(5000));
    for (String body : shapes) {
      for (int status : new int[] {300, 400, 422, 429, 500, 999}) {
        Refusal details = read(status, body);
        assertThat(details.kind()).as(body).isNotNull();
        assertThat(NOW.plus(details.retryAfter() == null ? Duration.ZERO : details.retryAfter()))
            .isNotNull();
      }
    }
  }

  @Test
  void anyBytesAreSurvived() {
    Random random = new Random(42);
    byte[] seed = Vendor.file("errors/rate-limit").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(64)] : seed.clone();
      if (i % 2 == 0) {
        random.nextBytes(bytes);
      } else {
        for (int j = 0; j < 4; j++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      Headers headers =
          Headers.received(i % 3 == 0 ? List.of("Content-Encoding", "gzip") : List.of());
      assertThat(new TruedyErrors().read(HttpResponse.of(429, headers, bytes), NOW).kind())
          .isEqualTo(ErrorKind.RATE_LIMITED);
    }
  }

  @Test
  void aRefusalIsAnExceptionOfItsKind() {
    try (Vendor vendor = new Vendor()) {
      vendor.answersFile(422, "errors/field-list");
      NewTruedyContact contact = NewTruedyContact.builder("+15551234567").build();
      assertThatThrownBy(() -> vendor.client.contacts().create(contact).execute())
          .isInstanceOfSatisfying(
              ApiException.BadRequest.class,
              e -> {
                assertThat(e.operation()).isEqualTo("truedy.contacts.create");
                assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
                assertThat(e.code()).isEqualTo("validation_error");
                assertThat(e.getMessage()).contains("phone_number: Field required");
              });
    }
  }

  @Test
  void aLimitIsWaitedForAsLongAsTheServerSays() {
    try (Vendor vendor = new Vendor()) {
      vendor.answersFile(429, "errors/rate-limit").answersFile(201, "create-contact.schema");
      NewTruedyContact contact = NewTruedyContact.builder("+14155550101").build();
      vendor.client.contacts().create(contact).execute();
      assertThat(vendor.time.sleeps()).containsExactly(Duration.ofSeconds(48));
      assertThat(vendor.server.getRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void aLimitThatLooksLikeAServerErrorIsRepeatedForReadsOnly() {
    try (Vendor vendor = new Vendor()) {
      vendor.answersFile(500, "errors/internal").answersFile(200, "list-contacts.unpaged");
      assertThat(vendor.client.contacts().list().execute().items()).isEmpty();
      vendor.answersFile(500, "errors/internal");
      NewTruedyContact contact = NewTruedyContact.builder("+15551234567").build();
      assertThatThrownBy(() -> vendor.client.contacts().create(contact).execute())
          .isInstanceOfSatisfying(
              ApiException.ServerError.class,
              e -> {
                assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(e.requestId()).endsWith("6");
              });
      assertThat(vendor.server.getRequestCount()).isEqualTo(3);
    }
  }

  @Test
  void aRateLimitThatIsNotWaitedForSaysWhen() {
    try (Vendor vendor = new Vendor()) {
      vendor.answersFile(429, "errors/rate-limit");
      assertThatThrownBy(
              () -> vendor.client.agents().get("agt_1").retry(RetryPolicy.none()).execute())
          .isInstanceOfSatisfying(
              ApiException.RateLimited.class,
              e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(48)));
    }
  }

  /** This machine's clock is years behind: the wait must not be. */
  @Test
  void aWrongClockHereDoesNotChangeTheWait() {
    try (Vendor vendor = new Vendor()) {
      vendor.server.enqueue(
          new MockResponse.Builder()
              .code(429)
              .addHeader("Date", "Mon, 05 May 2031 05:05:05 GMT")
              .body(
                  "{\"error\":{\"code\":\"rate_limit_exceeded\","
                      + "\"details\":{\"reset_at\":\"2031-05-05T05:05:45Z\"}}}")
              .build());
      vendor.answersFile(201, "create-contact.schema");
      NewTruedyContact contact = NewTruedyContact.builder("+14155550101").build();
      assertThat(vendor.client.contacts().create(contact).response().waited())
          .isEqualTo(Duration.ofSeconds(40));
    }
  }
}
