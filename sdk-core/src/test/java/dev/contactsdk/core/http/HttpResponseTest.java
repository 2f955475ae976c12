package dev.contactsdk.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theOlderNameOfGzipIsUnderstood() throws Exception {
    Headers older = Headers.received(List.of("Content-Encoding", "x-GZIP"));
    assertThat(HttpResponse.of(200, older, gzipped(utf8("abc"))).bytes()).isEqualTo(utf8("abc"));
  }

  @Test
  void severalMembersAreReadOneAfterTheOther() throws Exception {
    byte[] body = joined(gzipped(utf8("ab")), gzipped(new byte[0]), gzipped(utf8("c")));
    assertThat(limited(body, 3).bytes()).isEqualTo(utf8("abc"));
    assertThatThrownBy(() -> limited(body, 2).bytes())
        .isInstanceOf(ResponseTooLargeException.class);
    assertThat(
            new String(
                limited(joined(gzipped(new byte[3000]), body), 4000).bytes(),
                StandardCharsets.UTF_8))
        .hasSize(3003)
        .endsWith("abc");
  }

  @Test
  void anyNumberOfEmptyMembersIsEmpty() throws Exception {
    byte[] empty = gzipped(new byte[0]);
    byte[] body = new byte[empty.length * 100_000];
    for (int at = 0; at < body.length; at += empty.length) {
      System.arraycopy(empty, 0, body, at, empty.length);
    }
    assertThat(limited(body, 1).bytes()).isEmpty();
  }

  @Test
  void aHeaderMayHoldAnExtraFieldANameACommentAndAChecksum() throws Exception {
    byte[] plain = gzipped(utf8("abc"));
    byte[] header = plain.clone();
    header[3] = 2 | 4 | 8 | 16;
    byte[] body =
        joined(
            Arrays.copyOf(header, 10),
            new byte[] {3, 0, 1, 2, 3},
            utf8("name\0comment\0"),
            new byte[] {9, 9},
            Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(limited(joined(body, body), 6).bytes()).isEqualTo(utf8("abcabc"));
  }

  @Test
  void bytesOfAnySizeComeBackAsTheyWere() throws Exception {
    Random random = new Random(11);
    for (int size : new int[] {1, 2047, 2048, 2049, 10_000, 100_000}) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      assertThat(limited(joined(gzipped(bytes), gzipped(bytes)), 2L * size).bytes())
          .isEqualTo(joined(bytes, bytes));
    }
  }

  @Test
  void damagedOrShortenedBytesAreAFailureAndNeverAnotherText() throws Exception {
    byte[] good = joined(gzipped(utf8("abc")), gzipped(utf8("de")));
    for (int length = 1; length < good.length; length++) {
      byte[] shortened = Arrays.copyOf(good, length);
      if (length != gzipped(utf8("abc")).length) {
        assertThatThrownBy(() -> limited(shortened, 100).bytes()).isInstanceOf(IOException.class);
      }
    }
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      byte[] bytes = good.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(limited(bytes, 100).bytes()).isEqualTo(utf8("abcde"));
      } catch (IOException e) {
        assertThat(e).hasMessageMatching(".*(gzip|larger than 100 bytes).*");
      }
    }
    assertThatThrownBy(() -> limited(joined(good, utf8("x")), 100).bytes())
        .isInstanceOf(IOException.class);
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

  /** Knows whether it was closed. */
  private static final class Closing extends ByteArrayInputStream {
    private boolean closed;

    Closing(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void aCompressedBodyIsClosedAtItsEndAndWhenItIsLeftEarly() throws Exception {
    Closing atEnd = new Closing(gzipped(utf8("abc")));
    assertThat(new HttpResponse(200, GZIP, atEnd, 3, null).bytes()).isEqualTo(utf8("abc"));
    assertThat(atEnd.closed).isTrue();
    Closing early = new Closing(gzipped(utf8("abc")));
    try (InputStream stream = new HttpResponse(200, GZIP, early, 3, null).stream()) {
      assertThat(stream.read()).isEqualTo('a');
      assertThat(early.closed).isFalse();
    }
    assertThat(early.closed).isTrue();
  }

  @Test
  void aCompressedBodyCanBeReadByteByByte() throws Exception {
    InputStream stream = limited(gzipped(new byte[] {'a', -1}), 10).stream();
    assertThat(new int[] {stream.read(), stream.read(), stream.read()})
        .containsExactly('a', 255, -1);
  }

  @Test
  void anExtraFieldOfAHeaderMayBeLong() throws Exception {
    byte[] plain = gzipped(utf8("abc"));
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = 4;
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    byte[] body = joined(header, new byte[] {2, 1}, new byte[258], rest);
    assertThat(limited(body, 3).bytes()).isEqualTo(utf8("abc"));
  }
}
