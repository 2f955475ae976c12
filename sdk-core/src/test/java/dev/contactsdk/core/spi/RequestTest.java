package dev.contactsdk.core.spi;

import static dev.contactsdk.core.ScriptedTransport.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.endpoint.EndpointCall;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.internal.pipeline.BaseUrl;
import dev.contactsdk.core.internal.pipeline.PathTemplate;
import dev.contactsdk.core.time.VirtualClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, paths and query parameters. */
class RequestTest {
  private final ScriptedTransport transport = ScriptedTransport.of(ok(), ok());
  private final ApiEngine engine = TestClient.of(transport, new VirtualClock()).open();

  @ParameterizedTest
  @CsvSource({
    "https://host, https://host",
    "https://host/, https://host",
    "https://host///, https://host",
    "'  https://host  ', https://host",
    "host, https://host",
    "host/path, https://host/path",
    "host:8443, https://host:8443",
    "HTTPS://Host/Path/, https://Host/Path",
    "https://host:8443/a/b/, https://host:8443/a/b",
    "https://10.0.0.1/v1, https://10.0.0.1/v1",
    "https://[2001:db8::1]:443, https://[2001:db8::1]:443",
    "http://localhost:8080, http://localhost:8080",
    "http://LOCALHOST, http://LOCALHOST",
    "http://127.0.0.1:8080/x, http://127.0.0.1:8080/x",
    "http://127.9.9.9, http://127.9.9.9",
    "http://[::1]:8080, http://[::1]:8080"
  })
  void takesABaseUrlAsPeopleWriteIt(String written, String used) {
    assertThat(BaseUrl.normalize(written, false)).isEqualTo(used);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "  ",
        "ftp://host",
        "javascript://host",
        "http://host",
        "http://127.0.0.1.evil.test",
        "http://localhost.evil.test",
        "http://localhost@evil.test",
        "http://10.0.0.1",
        "https://",
        "https:///path",
        "https://ho st",
        "https://host\r\nX: y",
        "https://host/?q=1",
        "https://host/#part",
        "https://user:password-canary@host",
        "https://host:0",
        "https://host:65536",
        "https://host:99999",
        "https:host",
        "https://{host}"
      })
  void refusesABaseUrlThatCannotBeMeant(String written) {
    assertThatThrownBy(() -> BaseUrl.normalize(written, false))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("baseUrl: ")
        .hasMessageNotContaining("canary");
  }

  @Test
  void plainHttpToAnotherHostHasToBeAskedForByName() {
    assertThat(BaseUrl.normalize("http://host", true)).isEqualTo("http://host");
    assertThatThrownBy(() -> BaseUrl.normalize("http://host", false))
        .hasMessageContaining("allowPlainHttp()");
  }

  @ParameterizedTest
  @CsvSource({
    "c-1, c-1",
    "a b, a%20b",
    "ü, %C3%BC",
    "a%2Fb, a%252Fb",
    "%2e%2e, %252e%252e",
    "a?b#c&d=e, a%3Fb%23c%26d%3De",
    "a;b:c@d, a%3Bb%3Ac%40d",
    "..., ...",
    "~._-, ~._-"
  })
  void anIdIsOneEncodedSegmentOfThePath(String id, String segment) {
    assertThat(EndpointCall.of(engine, TestClient.READ).path("id", id).execute()).isNotNull();
    assertThat(transport.onlySent().url()).isEqualTo("https://vendor.test/things/" + segment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "\t", ".", "..", "../x", "a/b", "/", "a\\b", "a\nb", "a\u0000", "\u0085x"
      })
  void anIdWithPathTricksIsRefusedBeforeAnythingIsSent(String id) {
    assertThatThrownBy(() -> EndpointCall.of(engine, TestClient.READ).path("id", id).execute())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("t.read")
        .hasMessageContaining("the id");
    assertThat(transport.sent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a%2Fb",
    "/a//b/, %2Fa%2F%2Fb%2F",
    "a\\b, a%5Cb",
    ".../..x, ...%2F..x",
    "%2e%2e/a, %252e%252e%2Fa"
  })
  void anIdThatMayHoldSlashesIsStillOneSegment(String id, String segment) {
    Endpoint<Object> endpoint = TestClient.READ.allowingSlash("id");
    assertThat(EndpointCall.of(engine, endpoint).path("id", id).execute()).isNotNull();
    assertThat(transport.onlySent().url()).isEqualTo("https://vendor.test/things/" + segment);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "../x", "a/..", "a/./b", "a\\..\\b", "/..", " ", "a/\n"})
  void anIdThatMayHoldSlashesHoldsNoOtherTricks(String id) {
    Endpoint<Object> endpoint = TestClient.READ.allowingSlash("id");
    assertThatThrownBy(() -> EndpointCall.of(engine, endpoint).path("id", id).execute())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("the id");
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void slashesAreForOnePlaceholderOnly() {
    Endpoint<Object> endpoint =
        Endpoint.get("t.x", "/{a}/things/{b}", Decoder.json(Object.class))
            .allowingSlash("b")
            .refusing("none");
    assertThatThrownBy(
            () -> EndpointCall.of(engine, endpoint).path("a", "1/2").path("b", "3").execute())
        .hasMessageContaining("the a holds a path separator");
    assertThat(EndpointCall.of(engine, endpoint).path("a", "1").path("b", "2/3").execute())
        .isNotNull();
    assertThat(transport.onlySent().url()).isEqualTo("https://vendor.test/1/things/2%2F3");
  }

  @Test
  void aMissingIdIsRefused() {
    assertThatThrownBy(() -> EndpointCall.of(engine, TestClient.READ).execute())
        .hasMessageContaining("the id is missing");
  }

  @Test
  void theNameOfAnotherOperationIsNoId() {
    Endpoint<Object> endpoint = TestClient.READ.refusing("bulk-delete", "import");
    assertThatThrownBy(() -> EndpointCall.of(engine, endpoint).path("id", "bulk-delete").execute())
        .hasMessageContaining("name of another operation");
    assertThat(EndpointCall.of(engine, endpoint).path("id", "bulk-deleted").execute()).isNotNull();
  }

  @Test
  void queryParametersAreEncodedInOrderAndNullIsLeftOut() {
    assertThat(
            EndpointCall.of(engine, TestClient.READ)
                .path("id", "1")
                .query("a&b", "1+1=2 ü")
                .query("none", null)
                .query("n", 5)
                .query("n", true)
                .query("empty", "")
                .execute())
        .isNotNull();
    assertThat(transport.onlySent().url())
        .endsWith("/things/1?a%26b=1%2B1%3D2%20%C3%BC&n=5&n=true&empty=");
  }

  @Test
  void aTextIsNotChangedByLoneSurrogatesIntoAnotherText() {
    StringBuilder url = new StringBuilder();
    PathTemplate.encode(url, "😀");
    assertThat(url).hasToString("%F0%9F%98%80");
  }

  @ParameterizedTest
  @ValueSource(strings = {"66bb\ud800", "\udc0066bb", "\ude00\ud83d"})
  void halfASurrogatePairInThePathOrTheQueryIsRefused(String text) {
    EndpointCall<Object> read = EndpointCall.of(engine, TestClient.READ);
    for (EndpointCall<Object> call :
        List.of(
            read.path("id", text),
            read.path("id", "1").query("q", text),
            read.path("id", "1").query(text, 1))) {
      assertThatThrownBy(call::execute)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("is not valid Unicode");
    }
    assertThat(transport.sent()).isEmpty();
  }

  @Test
  void halfASurrogatePairInABodyStaysWhatItIs() {
    EndpointCall.of(engine, TestClient.CREATE).json(Map.of("name", "a\ud800", "b", "😀")).execute();
    assertThat(transport.onlySent().body()).contains("a\\uD800").contains("😀");
  }

  @Test
  void aTemplateHasToBeginWithASlash() {
    assertThatThrownBy(() -> Endpoint.get("t.x", "things", Decoder.json(Object.class)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aCallCanBeKeptAndChangedWithoutChangingTheFirst() {
    EndpointCall<Object> first = EndpointCall.of(engine, TestClient.READ).path("id", "1");
    EndpointCall<Object> second = first.path("id", "2").query("q", "x");
    assertThat(first.execute()).isEqualTo(second.execute());
    assertThat(transport.sent())
        .extracting(ScriptedTransport.Sent::url)
        .containsExactly("https://vendor.test/things/1", "https://vendor.test/things/2?q=x");
  }

  @Test
  void theBodyIsWrittenWhenItIsSetSoLaterChangesDoNotReachIt() {
    Map<String, Object> input = new HashMap<>(Map.of("name", "before"));
    EndpointCall<Object> call = EndpointCall.of(engine, TestClient.CREATE).json(input);
    input.put("name", "after");
    assertThat(call.execute()).isNotNull();
    assertThat(transport.onlySent().body()).isEqualTo("{\"name\":\"before\"}");
  }

  @Test
  void placeholdersThatTheClientKnowsNeedNotBeFilled() {
    VendorProfile profile =
        new VendorProfile(
            "t", Map.of("account", "a 1"), Headers.empty(), Set.of(), TestClient::readError, null);
    Endpoint<Object> endpoint =
        Endpoint.get("t.x", "/{account}/things/{id}", Decoder.json(Object.class));
    StringBuilder url = new StringBuilder();
    endpoint.appendPath(url, Map.of("id", "1"), profile.pathParameters());
    assertThat(url).hasToString("/a%201/things/1");
    assertThat(profile.toString()).doesNotContain("a 1");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void aLimitOfTheAnswersSizeHasToBePositive(long bytes) {
    assertThatThrownBy(() -> TestClient.at("https://host").maxResponseBytes(bytes))
        .isInstanceOf(InvalidRequestException.class);
  }

  /** The characters at both ends of the ranges that stay as they are, and their neighbours. */
  @ParameterizedTest
  @CsvSource({
    "azAZ09-._~, azAZ09-._~",
    "`{, %60%7B",
    "@[, %40%5B",
    "/:, %2F%3A",
    "'', %7F%C2%80",
    "' ', %20"
  })
  void onlyLettersDigitsAndFourMarksOfAsciiAreNotEncoded(String text, String encoded) {
    StringBuilder url = new StringBuilder();
    PathTemplate.encode(url, text);
    assertThat(url).hasToString(encoded);
  }

  @ParameterizedTest
  @CsvSource({
    "'\\a', holds a path separator: give the bare id",
    "/a, holds a path separator: give the bare id",
    "., 'is or holds a dot segment, which many servers resolve to another path'",
    "a~b, holds a control character: give the bare id",
    "' ', is missing or blank"
  })
  void anIdIsRefusedWithTheReason(String id, String reason) {
    EndpointCall<Object> call =
        EndpointCall.of(engine, TestClient.READ).path("id", id.replace('~', '\b'));
    assertThatThrownBy(call::execute).hasMessageStartingWith("t.read: the id " + reason);
  }
}
