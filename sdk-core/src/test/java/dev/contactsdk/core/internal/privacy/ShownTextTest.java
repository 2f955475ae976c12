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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a vendor's text is shown, and where hiding begins and ends. */
class ShownTextTest {
  private static Masking masking(Headers headers, Map<String, ?> json) {
    Duration minute = Duration.ofMinutes(1);
    Deadline deadline = Deadline.in(TimeSource.system(), minute);
    CallContext call = new CallContext("t.create", "/things", Effect.WRITE, deadline, minute, null);
    RequestBody body = RequestBody.of("application/json", Json.write(json));
    HttpRequest request = new HttpRequest("POST", "https://v.test/things", headers, body, call);
    return new Masking(request, null);
  }

  private static String shown(String sent, String said) {
    return masking(Headers.empty(), Map.of("x", sent)).text(said);
  }

  private static String shown(String said) {
    return shown("nothing of it", said);
  }

  @Test
  void twoThousandCharactersAreShownAndACutIsMarked() {
    String longest = "x".repeat(2000);
    assertThat(shown(longest)).isEqualTo(longest);
    assertThat(shown(longest + "y")).isEqualTo(longest + "…");
    assertThat(shown("z".repeat(100_000))).isEqualTo("z".repeat(2000) + "…");
  }

  @Test
  void twoHundredCharactersOfAnIdAreShown() {
    String id = "i".repeat(200);
    assertThat(OneLine.id(id)).isEqualTo(id);
    assertThat(OneLine.id(id + "j")).isEqualTo(id + "…");
    assertThat(OneLine.id(null)).isNull();
    assertThat(masking(Headers.empty(), Map.of()).header(id + "j")).isEqualTo(id + "…");
    assertThat(masking(Headers.empty(), Map.of()).header(null)).isNull();
    assertThat(masking(Headers.empty(), Map.of()).text(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ab, ab is odd, ab is odd",
    "Ann, Ann is odd, *** is odd",
    "Ann, Anna and cannot, Anna and cannot",
    "Ann, ann, ***",
    "Anne, Annette and Anne, Annette and ***",
    "Annet, Annette, ***te",
    "明, 明 is odd, 明 is odd",
    "李明, x李明y, x***y",
    "x, a@b is odd, *** is odd",
    "x, 'to <a@b.test>, a@c.test', 'to <***>, ***'",
    "x, 123456 or 1234567, 123456 or ***",
    "x, (+1 234 567-89), (***)",
  })
  void aShortValueIsHiddenAsAWordALongOneAnywhere(String sent, String said, String shown) {
    assertThat(shown(sent, said)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "&#82;eeves, ***",
        "&#x52;eeves, ***",
        "&#X52;eeves, ***",
        "R&#101;eves, ***",
        "R\\u0065eves, ***",
        "Re%65ves, ***",
        "&#9999999;Reeves, &#9999999;***",
        "&nope;Reeves, &nope;***",
        "\\nReeves, \\n***",
        "\\Reeves, \\***",
      })
  void anEscapeInAValueDoesNotHelpIt(String said, String shown) {
    assertThat(shown("Reeves", said)).isEqualTo(shown);
  }

  @Test
  void elevenCharactersOfACredentialAreNoPartOfItTwelveAre() {
    Headers headers = Headers.empty().with("Authorization", "Bearer abcdefghijklmnopqrstuvwxyz");
    Masking masking = masking(headers, Map.of());
    assertThat(masking.text("key abcdefghijk is odd")).isEqualTo("key abcdefghijk is odd");
    assertThat(masking.text("key abcdefghijkl is odd")).isEqualTo("key *** is odd");
    assertThat(masking.text("key xopqrstuvwxyzx is odd")).isEqualTo("key x***x is odd");
  }

  @Test
  void aNameOfSixtyCharactersIsHiddenByItsWordsALongerTextIsNot() {
    String name = "Zaphodina " + "x".repeat(50);
    assertThat(shown(name, "Zaphodina is odd")).isEqualTo("*** is odd");
    assertThat(shown(name + "x", "Zaphodina is odd")).isEqualTo("Zaphodina is odd");
  }
}
