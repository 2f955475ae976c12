package dev.contactsdk.core.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.internal.pipeline.CallContext;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.TimeSource;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is personal and what is secret is masked; what else a diagnosis says stays. */
class MaskTest {
  private static final Set<String> PERSONAL =
      Set.of("firstName", "fullName", "Phone", "notes", "custom", "customId", "search");
  private static final Masking MASKING =
      Masking.of(PERSONAL, Headers.empty().with("accountId", "65aa0001"));

  private static Mask mask(
      String template, String url, Headers headers, @Nullable RequestBody body) {
    Duration minute = Duration.ofMinutes(1);
    Deadline deadline = Deadline.in(TimeSource.system(), minute);
    CallContext call = new CallContext("t.create", template, Effect.WRITE, deadline, minute, null);
    return MASKING.of(new HttpRequest("POST", "https://v.test" + url, headers, body, call), null);
  }

  private static RequestBody json(Object value) {
    return RequestBody.of("application/json", Json.write(value));
  }

  private static String shown(Object sent, String said) {
    return mask("/things", "/things", Headers.empty(), json(sent)).text(said) + "";
  }

  private static String shown(String said) {
    return shown(Map.of(), said);
  }

  private static String shownTo(Headers headers, String said) {
    return mask("/things", "/things", headers, null).text(said) + "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit must be at most 100, and is 100",
        "state ACTIVE cannot become most",
        "number 42 of 100 failed",
        "1234567 rows, 999999999 at most",
        "since 2026-03-01T10:15:30.123456789Z",
        "from 2026-03-01 10:15:30 to 2026-03-31 23:59:59",
        "between 2026-03-01 and 2026-03-31, or 100 2026-03-01",
        "on 01.03.2026 10:15, not 1/3/2026 20",
        "id 00000000-1111-4222-8333-000000000001 not found",
        "id 12345678-1234-4abc-8333-000000000001 not found",
        "id 65aa00000000000000000001 not found",
        "id ctc_14155550101 or req-14155550101-x",
        "id 660000000000000000000001 not found",
        "from 192.168.100.200 is not allowed",
        "score 0.1234567890123 is odd",
        "took 15:30:12.1234567890",
        "folder_id is required, phone_number too",
        "@ is missing, and a@ or @b",
      })
  void whatIsNotPersonalStays(String said) {
    Map<String, Object> sent =
        Map.of("limit", 100, "state", "most", "custom", Map.of("score", 100, "word", "most"));
    assertThat(shown(sent, said)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "+14155550101 exists, *** exists",
        "(+1 415 555-0101), (***)",
        "(415) 555-0101 exists, *** exists",
        "4155550101., ***.",
        "tel:4155550101/4155550102, tel:***/***",
        "4155550101 and 12abc, *** and 12abc",
        "4155550101 12abc, *** 12abc",
        "4155550101 4155550102, *** ***",
        "id-1234 4155550101, id-1234 ***",
        "+１４１５５５５０１０１ exists, *** exists",
        "+1\u00a0415\u2013555\u20110101 exists, *** exists",
        "x@canary.test is taken, *** is taken",
        "email=x.y+z@canary.test. It, email=***. It",
        "to <a@b.test> and 'o'b@c.test', to <***> and '***'",
        "x@a.test'y@b.test''z@c.test, ***'***''***",
        "x%40canary.test or y&#64;canary.test, *** or ***",
      })
  void addressesAndNumbersAreMaskedByTheirLooks(String said, String shown) {
    assertThat(shown(said)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "ZAPHODINA O'BEEBLEBRÖX exists, *** exists",
        "Zaphodina O'Beeblebro\u0308x exists, *** exists",
        "Zaphodina%20O%27Beeblebr%C3%B6x exists, *** exists",
        "Zaphodina O\\u0027Beeblebr\\u00f6x exists, *** exists",
        "Zaphodina&nbsp;O&apos;Beeblebr&#xF6;x exists, *** exists",
        "Zaphodina O''Beeblebrox exists, *** exists",
        "Zaphodina%2520O%2527Beeblebrox exists, *** exists",
        "ZaphodinaOBeeblebrox exists, *** exists",
        "last name 'beeblebrox' of 'Zaphodina', last name '***' of '***'",
        "Ｚａｐｈｏｄｉｎａ or Zapho\u200bdina, *** or ***",
        "Zaphodinas exist, Zaphodinas exist",
        "taken_Zaphodina, taken_***",
        "Zaphodina_x is odd, Zaphodina_x is odd",
      })
  void aNameIsMaskedAsAWholeAndByItsWords(String said, String shown) {
    Map<String, Object> sent = Map.of("fullName", "Zaphodina O'Beeblebröx", "Zaphodina_x", 1);
    assertThat(shown(sent, said)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "Bo, Bo is odd, Bo is odd",
    "Ann, Anna and ann, Anna and ***",
    "Email, email is odd, email is odd",
    "李明, 李明已存在, ***已存在",
    "明, 明 is odd, 明 is odd",
    "홍길동, 홍길동은 있다, ***은 있다",
  })
  void aShortNameIsMaskedFromThreeLettersOnOrTwoOutsideAscii(
      String name, String said, String shown) {
    assertThat(shown(Map.of("firstName", name), said)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "not an address of Arthur, *** is odd, not an address of Arthur is odd",
    "not an address of Arthur, no ADDRESS, no ADDRESS",
    "not an address of Arthur, of Arthur, of Arthur",
    "gold, *** or golden, GOLD or golden",
    "12345, *** or 1234, 12345 or 1234",
    "1234, 1234, 1234",
    "50%20 C:\\new, ***, 50%20 C:\\new",
  })
  void aFreeTextIsMaskedAsAWholeOnly(String sent, String shown, String said) {
    assertThat(shown(Map.of("custom", Map.of("k", List.of(sent))), said)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "415/555/0101 exists, *** exists",
    "4 1 5 5 5 5 0 1 0 1 exists, *** exists",
    "415_555.0101 exists, *** exists",
    "x4155550101y, x***y",
    "55550101 exists, *** exists",
    "5550101 exists, 5550101 exists",
    "41 55 and 55 and 01 and 01, 41 55 and 55 and 01 and 01",
  })
  void aNumberThatWasSentIsMaskedWhateverItsFormAndWithoutItsCountryCode(
      String said, String shown) {
    assertThat(shown(Map.of("phone", "+1 (415) 555-0101"), said)).isEqualTo(shown);
    assertThat(shown(Map.of("phone", 14155550101L), said)).isEqualTo(shown);
  }

  @Test
  void valuesOfPersonalParametersAreMaskedOthersStay() {
    Mask mask =
        mask(
            "/things/{id}/{customId}",
            "/base/things/t-1/zo%C3%AB%2F7?limit=100&search=Zoe+Canary&odd",
            Headers.empty(),
            null);
    assertThat(mask.text("no odd thing t-1 (zoe/7) for canary, limit 100"))
        .isEqualTo("no odd thing t-1 (***) for ***, limit 100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer abcdefghijklmnopqrstuvwxyz",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "xopqrstuvwxyzx",
        "abcdefghijkl"
      })
  void aCredentialIsMaskedAndEachPartOfTwelveCharacters(String part) {
    Headers headers = Headers.empty().with("X-Any", "Bearer abcdefghijklmnopqrstuvwxyz");
    assertThat(shownTo(headers, "key " + part + " is odd"))
        .matches("key (Bearer )?x?\\*\\*\\*x? is odd");
    assertThat(shownTo(headers, "key abcdefghijk is odd")).isEqualTo("key abcdefghijk is odd");
  }

  @Test
  void aShortCredentialIsMaskedAsAWhole() {
    Headers headers = Headers.empty().with("auth", "Basic s3cret%21");
    assertThat(shownTo(headers, "s3cret! or s3cret%21 or s3cre")).isEqualTo("*** or *** or s3cre");
  }

  @Test
  void headersThatHoldNoSecretMaskNothing() {
    Headers headers =
        Headers.empty()
            .with("accountId", "65aa0001")
            .with("X-Request-ID", "trace-1")
            .with("A", "1");
    assertThat(shownTo(headers, "account 65aa0001, trace-1, 1"))
        .isEqualTo("account 65aa0001, trace-1, 1");
  }

  @Test
  void aTextIsOneLineOfTwoThousandCharacters() {
    assertThat(shown("a\r\n\u2028b\u001b[31m\u009bc\u202ed")).isEqualTo("a b [31m c d");
    String longest = "x".repeat(2000);
    assertThat(shown(longest)).isEqualTo(longest);
    assertThat(shown(longest + "y")).isEqualTo(longest + "…");
    assertThat(shown("z".repeat(100_000))).isEqualTo("z".repeat(2000) + "…");
  }

  @Test
  void aValueThatGoesOnBehindWhatIsShownOrReadIsMasked() {
    String note = "canary words ".repeat(4000);
    assertThat(shown(Map.of("notes", note), "too long: " + note)).isEqualTo("too long: ***…");
    assertThat(shown(Map.of("fullName", "Zap Bee"), "x".repeat(1998) + " Zap Bee"))
        .endsWith("x ***");
  }

  @ParameterizedTest
  @CsvSource({
    "Weiß, WEISS",
    "Jørgen, Jorgen",
    "Ðorđe, dorde",
    "Łukasz, LUKASZ",
    "Æsa, Aesa",
    "Yıldız, Yildiz"
  })
  void aNameIsMaskedAlsoInPlainLetters(String name, String shown) {
    assertThat(shown(Map.of("firstName", name), shown + " exists")).isEqualTo("*** exists");
  }

  @Test
  void aTextInWhichNothingIsMaskedKeepsItsForm() {
    assertThat(shown("Ungültige Länge: Ａ–Ｂ")).isEqualTo("Ungültige Länge: Ａ–Ｂ");
    assertThat(shown("неверный ٤١٥٥٥٥٥٠١٠١ номер")).doesNotContain("٤", "4").endsWith("*** номер");
  }

  @Test
  void anIdKeepsNumbersThatWereNotSent() {
    Mask mask =
        mask(
            "/t", "/t", Headers.empty(), json(Map.of("phone", "+14155550101", "firstName", "Zoë")));
    assertThat(mask.id("r-4155550101-ZOE-4155550202-" + "i".repeat(300)))
        .startsWith("r-***-***-4155550202-i")
        .hasSizeLessThan(210)
        .endsWith("…");
    assertThat(mask.id(null)).isNull();
    assertThat(mask.text(null)).isNull();
    assertThat(mask.field(null)).isNull();
    assertThat(mask.field("phone")).isEqualTo("phone");
    assertThat(mask.field("zoe.phone")).isEqualTo("***.phone");
  }

  @Test
  void aBodyThatCanBeWrittenOnceIsNotTouched() {
    RequestBody once =
        new RequestBody() {
          @Override
          public String contentType() {
            return "application/json";
          }

          @Override
          public long contentLength() {
            return -1;
          }

          @Override
          public boolean repeatable() {
            return false;
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThat(mask("/t", "/t", Headers.empty(), once).text("odd")).isEqualTo("odd");
    RequestBody broken = RequestBody.of("application/json", new byte[] {'{'});
    assertThat(mask("/t", "/t", Headers.empty(), broken).text("odd")).isEqualTo("odd");
  }
}
