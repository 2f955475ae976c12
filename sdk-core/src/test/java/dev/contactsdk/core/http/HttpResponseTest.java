package dev.contactsdk.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HttpResponseTest {
  private static final Headers GZIP = Headers.received(List.of("content-encoding", "GZIP"));

  private static byte[] gzipped(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static HttpResponse limited(byte[] body, long max) {
    return new HttpResponse(200, GZIP, new ByteArrayInputStream(body), max, null);
  }

  @Test
  void bytesCanBeReadAnyNumberOfTimesAndAsAStreamAfterwards() throws Exception {
    HttpResponse response =
        HttpResponse.of(200, GZIP, gzipped("abc".getBytes(StandardCharsets.UTF_8)));
    assertThat(response.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
    assertThat(response.bytes()).hasSize(3);
    assertThat(response.stream().readAllBytes()).hasSize(3);
    assertThat(response.stream().readAllBytes()).hasSize(3);
  }

  @Test
  void theStreamIsHandedOutOnce() throws Exception {
    HttpResponse response = HttpResponse.of(200, Headers.empty(), new byte[] {1});
    assertThat(response.stream().read()).isOne();
    assertThatThrownBy(response::stream).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void decompressingStopsAtTheLimitByteByByteAndInBlocks() throws Exception {
    byte[] bomb = gzipped(new byte[1_000_000]);
    assertThatThrownBy(() -> limited(bomb, 1000).bytes())
        .isInstanceOf(ResponseTooLargeException.class)
        .hasMessageContaining("1000 bytes");
    var stream = limited(bomb, 10).stream();
    for (int i = 0; i < 10; i++) {
      assertThat(stream.read()).isZero();
    }
    assertThatThrownBy(stream::read).isInstanceOf(ResponseTooLargeException.class);
    assertThat(limited(gzipped(new byte[1000]), 1000).bytes()).hasSize(1000);
  }

  @Test
  void anEmptyBodyIsEmptyWhateverItsHeadersSay() throws Exception {
    assertThat(HttpResponse.of(204, GZIP, new byte[0]).bytes()).isEmpty();
  }

  @Test
  void theSuccessesAreThe2xx() {
    assertThat(HttpResponse.of(199, Headers.empty(), new byte[0]).isSuccess()).isFalse();
    assertThat(HttpResponse.of(200, Headers.empty(), new byte[0]).isSuccess()).isTrue();
    assertThat(HttpResponse.of(299, Headers.empty(), new byte[0]).isSuccess()).isTrue();
    assertThat(HttpResponse.of(300, Headers.empty(), new byte[0]).isSuccess()).isFalse();
  }
}
