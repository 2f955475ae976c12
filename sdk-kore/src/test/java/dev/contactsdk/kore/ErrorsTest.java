package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.ErrorKind;
import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.error.FieldError;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.spi.error.Refusal;
import dev.contactsdk.kore.internal.KoreErrors;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private static Refusal read(int status, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new KoreErrors()
        .read(HttpResponse.of(status, Headers.received(List.of(headers)), bytes), NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "401 | {'errors':[{'msg':'Invalid JWT token','code':4002}]} | UNAUTHORIZED | 4002 | Invalid"
            + " JWT token",
        "401 | {'errors':[{'msg':'Invalid SDK credentials','code':4002}]} | UNAUTHORIZED | 4002 |"
            + " Invalid SDK credentials",
        "401 | {'errors':[{'msg':'Permission denied. Scope is incorrect!','code':4002}]} |"
            + " PERMISSION_DENIED | 4002 | Permission denied. Scope is incorrect!",
        "401 | {'errors':[{'message':'Permission denied. Scope is incorrect!','code':4002}]} |"
            + " PERMISSION_DENIED | 4002 | Scope is incorrect",
        "401 | {'errors':[{'msg':'error verifying the jwt: possibly a replay','code':401}]} |"
            + " UNAUTHORIZED | 401 | possibly a replay",
        "400 | {'errors':[{'msg':'Invalid StreamId','code':400}]} | BAD_REQUEST | 400 | Invalid"
            + " StreamId",
        "400 | {'errors':[{'msg':'x','code':'4002'}]} | UNAUTHORIZED | 4002 | x",
        "412 | {'errors':[{'msg':'Validation errors/ Invalid arguments','code':412}]} | BAD_REQUEST"
            + " | 412 | Invalid arguments",
        "405 | {'errors':[{'msg':'Method Not Allowed','code':405}]} | UNEXPECTED_STATUS | 405 |"
            + " Method Not Allowed",
        "400 | {'errors':[{'msg':'Contact with this phone number already exists','code':400}]} |"
            + " CONFLICT | 400 | already exists",
        "409 | {} | CONFLICT | - | -",
        "400 | {'message':'E11000 Duplicate key'} | CONFLICT | - | Duplicate key",
        "400 | {'errors':[{'msg':'Number is already associated with a contact'}]} | CONFLICT | - |"
            + " associated",
        "412 | {'errors':[{'msg':'emailId must be unique','code':412}]} | CONFLICT | 412 | unique",
        "400 | {'errors':[{'msg':'No such role for Duplicate Ltd'}]} | BAD_REQUEST | - | Duplicate",
        "404 | {'errors':[{'msg':'Contact does not exist','code':404}]} | NOT_FOUND | 404 | does"
            + " not exist",
        "429 | slow down | RATE_LIMITED | - | slow down",
        "403 | {'message':'You have exceeded the per-minute rate limit.'} | RATE_LIMITED | - | rate"
            + " limit",
        "403 | {'errors':[{'msg':'a'},{'msg':'You\u2019ve exceeded the hourly rate limit.'}]} |"
            + " RATE_LIMITED | - | a; You",
        "400 | {'errors':[{'msg':'Rate Limit Ltd is not valid'}]} | BAD_REQUEST | - | Rate Limit",
        "400 | {'success':false,'error':{'code':'E1','message':'no'}} | BAD_REQUEST | E1 | no",
        "400 | {'error':'plain'} | BAD_REQUEST | - | plain",
        "400 | {'status':'failed','reason':'time_in_past'} | BAD_REQUEST | - | time_in_past",
        "400 | {'status':'error','message':'m','code':7} | BAD_REQUEST | 7 | m",
        "400 | {'errors':['one','two']} | BAD_REQUEST | - | one; two",
        "400 | {'errors':'only text'} | BAD_REQUEST | - | only text",
        "400 | {'errors':{'msg':'single','code':1}} | BAD_REQUEST | 1 | single",
        "400 | [{'msg':'bare array','code':3}] | BAD_REQUEST | 3 | bare array",
        "400 | 'json text' | BAD_REQUEST | - | json text",
        "500 | {'errors':[]} | SERVER_ERROR | - | -",
        "500 | {'errors':null,'error':null,'message':null} | SERVER_ERROR | - | -",
        "502 | <html><body>Bad gateway</body></html> | SERVER_ERROR | - | -",
        "400 | not json | BAD_REQUEST | - | not json",
        "302 | - | UNEXPECTED_STATUS | - | -"
      })
  void readsEveryKnownShape(int status, String body, ErrorKind kind, String code, String message) {
    Refusal details = read(status, body == null ? "" : body.replace('\'', '"'));
    assertThat(details.kind()).isEqualTo(kind);
    assertThat(details.code()).isEqualTo(code);
    if (message == null) {
      assertThat(details.message()).isNull();
    } else {
      assertThat(details.message()).contains(message);
    }
  }

  @Test
  void aHintStandsBesideTheVendorsText() {
    Refusal scope = read(401, "{\"errors\":[{\"msg\":\"Scope is incorrect!\",\"code\":4002}]}");
    assertThat(scope.message()).isEqualTo("Scope is incorrect!");
    assertThat(scope.hint()).startsWith("Contacts and queues need the API scope Configuration");
    Refusal app = read(401, "{\"errors\":[{\"msg\":\"Invalid SDK credentials\"}]}");
    assertThat(app.hint()).contains("belong to the same app");
    assertThat(read(400, "{\"errors\":[{\"msg\":\"odd\"}]}").hint()).isNull();
  }

  @Test
  void namesFieldsWhereTheBodyDoes() {
    assertThat(
            read(
                    412,
                    """
                    {"errors":[
                      {"msg":"is required","code":412,"field":"firstName"},
                      {"message":"bad","path":["cellPhone","countryCode"],"type":"pattern"}]}\
                    """)
                .fieldErrors())
        .containsExactly(
            new FieldError("firstName", "is required", "412"),
            new FieldError("cellPhone.countryCode", "bad", "pattern"));
    assertThat(read(400, "{\"errors\":{\"lastName\":[\"too long\"]}}").fieldErrors())
        .containsExactly(new FieldError("lastName", "too long", null));
    assertThat(
            read(400, "{\"message\":\"m\",\"details\":[{\"message\":\"no\",\"path\":\"a.b\"}]}")
                .fieldErrors())
        .containsExactly(new FieldError("a.b", "no", null));
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 7, PT7S",
    "retry-after-ms, 250, PT0.25S",
    "Retry-After, 'Fri, 20 Nov 2026 10:00:30 GMT', PT30S",
    "Retry-After, 'Fri, 20 Nov 2026 09:00:00 GMT', PT0S",
    "Retry-After, soon, "
  })
  void readsTheWait(String header, String value, Duration wait) {
    assertThat(read(429, "", header, value).retryAfter()).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "{'errors':[{'msg':'no','code':404}]} | VENDOR",
        "{'errors':[{'message':'no'}]} | VENDOR",
        "{'errors':{'lastName':['too long']}} | OTHER_JSON",
        "{'success':false,'error':{'code':'E1','message':'no'}} | VENDOR",
        "{'errors':[{}]} | OTHER_JSON",
        "{'errors':[]} | OTHER_JSON",
        "{'message':'no Route matched'} | OTHER_JSON",
        "{'status':404,'error':'Not Found','path':'/x'} | OTHER_JSON",
        "{} | OTHER_JSON",
        "[] | OTHER_JSON",
        "- | NONE",
        "` \r\n\t` | NONE",
        "'json text' | FOREIGN",
        "null | FOREIGN",
        "default backend - 404 | FOREIGN",
        "<html>404</html> | FOREIGN",
        "{'errors':[{'msg':'cu | FOREIGN"
      })
  void tellsWhoWroteTheBody(String body, ErrorOrigin origin) {
    assertThat(read(404, body == null ? "" : body.replace('\'', '"')).origin()).isEqualTo(origin);
  }

  @Test
  void knowsTheDocumentedSentenceOfTheLimitAsPlainTextToo() {
    String sentence =
        "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";
    assertThat(read(400, sentence).kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(read(400, "Contact of " + sentence).kind()).isEqualTo(ErrorKind.BAD_REQUEST);
  }

  @Test
  void takesJsonThatBrokeOffForJson() {
    InputStream half = new ByteArrayInputStream("{\"errors\":[{".getBytes(StandardCharsets.UTF_8));
    HttpResponse cut =
        new HttpResponse(
            400, Headers.empty(), half, 1000, new EOFException("the connection was cut"));
    assertThat(new KoreErrors().read(cut, NOW).origin()).isEqualTo(ErrorOrigin.OTHER_JSON);
    Headers gzip = Headers.received(List.of("Content-Encoding", "gzip"));
    HttpResponse damaged = HttpResponse.of(400, gzip, new byte[] {'{', '}'});
    assertThat(new KoreErrors().read(damaged, NOW).origin()).isEqualTo(ErrorOrigin.FOREIGN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'errors':[{'msg':'taken already exists','code':400}]} | VENDOR | CONFLICT",
        "{'errors':[{'msg':'no','code':400}]} | VENDOR | BAD_REQUEST",
        "{'errors':[{'msg':'no','code':4002}]} | VENDOR | UNAUTHORIZED",
        "{'errors':[{'msg':'no','code':404}]} | VENDOR | NOT_FOUND",
        "{'errors':[{'msg':'no','code':500}]} | VENDOR | SERVER_ERROR",
        "{'errors':['no']} | VENDOR | UNEXPECTED_STATUS",
        "{'error':'no'} | VENDOR | UNEXPECTED_STATUS",
        "{'success':false} | VENDOR | UNEXPECTED_STATUS",
        "{'status':'FAILED','reason':'time_in_past'} | VENDOR | UNEXPECTED_STATUS",
        "{'message':'no','statusCode':409} | VENDOR | CONFLICT",
        "{'status':'success','message':'m','data':{}} | OTHER_JSON | UNEXPECTED_STATUS",
        "{'status':'ACTIVE','code':7} | OTHER_JSON | UNEXPECTED_STATUS",
        "{'errors':[],'error':null,'failedRecords':[1]} | OTHER_JSON | UNEXPECTED_STATUS",
        "{'message':'Adding contacts is in progress'} | OTHER_JSON | UNEXPECTED_STATUS"
      })
  void tellsAnErrorInsideASuccess(String body, ErrorOrigin origin, ErrorKind kind) {
    Refusal details = read(200, body.replace('\'', '"'));
    assertThat(details.origin()).isEqualTo(origin);
    assertThat(details.kind()).isEqualTo(kind);
  }

  @Test
  void keepsWhatElseTheErrorHolds() {
    String body =
        "{\"errors\":[{\"msg\":\"m\",\"code\":1,\"field\":\"f\",\"contactId\":\"c-1\",\"x\":{\"y\":2}},"
            + "{\"msg\":\"n\",\"contactId\":\"c-2\"}]}";
    assertThat(read(400, body).details())
        .isEqualTo(Map.of("contactId", "c-1", "x", Map.of("y", 2)));
    assertThat(read(400, "{\"message\":\"m\",\"path\":\"/x\",\"limit\":null}").details())
        .hasSize(1)
        .containsEntry("limit", null);
    assertThat(read(400, "no").details()).isEmpty();
  }

  @Test
  void givesNoAdviceOnAFailureOfTheServer() {
    assertThat(read(500, "{\"message\":\"scope is incorrect\"}").message())
        .isEqualTo("scope is incorrect");
  }

  /** A part of a value would not be known for one, and so not be masked. */
  @Test
  void leavesTextsWhole() {
    String text = "a\tb " + "x".repeat(5000);
    assertThat(read(400, text).message()).isEqualTo(text);
    assertThat(read(400, "{\"message\":\"" + text.replace("\t", "\\t") + "\"}").message())
        .isEqualTo(text);
  }

  @Test
  void survivesAnyBytes() {
    Random random = new Random(7);
    String alphabet = "{}[]\",:\\enulltrue0123456789.msgcodeerrors \u0000<";
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      for (int j = 0; i % 2 == 0 && j < bytes.length; j++) {
        bytes[j] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      Headers gzip = Headers.received(List.of("Content-Encoding", i % 5 == 0 ? "gzip" : "x"));
      assertThat(new KoreErrors().read(HttpResponse.of(400, gzip, bytes), NOW).kind()).isNotNull();
    }
    assertThat(read(400, "[".repeat(100_000)).kind()).isEqualTo(ErrorKind.BAD_REQUEST);
    assertThat(read(400, "{\"errors\":[" + "{},".repeat(10_000) + "{}]}").message()).isNull();
  }
}
