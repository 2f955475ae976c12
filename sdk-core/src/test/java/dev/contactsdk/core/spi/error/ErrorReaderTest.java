package dev.contactsdk.core.spi.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may have written a body that is no JSON object and no list. */
class ErrorReaderTest {
  private static HttpResponse response(String body, boolean isCut) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    EOFException failure = isCut ? new EOFException("the connection was cut") : null;
    return new HttpResponse(502, Headers.empty(), new ByteArrayInputStream(bytes), 1000, failure);
  }

  @ParameterizedTest
  @CsvSource({
    "'', false, NONE",
    "'', true, NONE",
    "' \t\r\n\u0000 ', false, NONE",
    "<html>, false, FOREIGN",
    "<html>, true, FOREIGN",
    "'  ü', false, FOREIGN",
    "'{\"a\":', true, OTHER_JSON",
    "'[1,', true, OTHER_JSON",
    "'\u0000\n {\"a\":', true, OTHER_JSON",
    "'ü{', true, FOREIGN",
    "'{\"a\":', false, FOREIGN",
    "'[1,', false, FOREIGN"
  })
  void onlyTextThatBeginsAsJsonAndIsCutMayBeTheVendors(
      String body, boolean isCut, ErrorOrigin origin) {
    assertThat(ErrorReader.originOfText(response(body, isCut))).isEqualTo(origin);
  }

  @Test
  void aBodyThatCannotBeDecompressedIsForeign() {
    Headers gzip = Headers.received(List.of("Content-Encoding", "gzip"));
    byte[] body = "{".getBytes(StandardCharsets.UTF_8);
    assertThat(ErrorReader.originOfText(HttpResponse.of(502, gzip, body)))
        .isEqualTo(ErrorOrigin.FOREIGN);
  }
}
