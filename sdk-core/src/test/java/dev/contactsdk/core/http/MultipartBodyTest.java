package dev.contactsdk.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartBodyTest {
  private static UploadSource stream(String fileName) {
    return UploadSource.of(
        new ByteArrayInputStream("a,b".getBytes(StandardCharsets.UTF_8)), fileName);
  }

  private static String written(RequestBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String boundary(RequestBody body) {
    return body.contentType().replace("multipart/form-data; boundary=", "");
  }

  @Test
  void fieldsComeInOrderThenTheFile() throws IOException {
    MultipartBody body =
        MultipartBody.builder()
            .field("one", "ü")
            .field("two", "2")
            .file("file", "text/csv", stream("contacts.csv"));
    String expected =
        """
        --B
        Content-Disposition: form-data; name="one"

        ü
        --B
        Content-Disposition: form-data; name="two"

        2
        --B
        Content-Disposition: form-data; name="file"; filename="contacts.csv"
        Content-Type: text/csv

        a,b
        --B--
        """;
    assertThat(written(body))
        .isEqualTo(expected.replace("\n", "\r\n").replace("B", boundary(body)));
  }

  @Test
  void aNameCannotEndItsQuotesOrItsLine() throws IOException {
    MultipartBody body =
        MultipartBody.builder().field("a\"b", "1").file("f", "text/csv", stream("x\"\r\nEvil: 1"));
    assertThat(written(body))
        .contains("name=\"a%22b\"", "filename=\"x%22%0D%0AEvil: 1\"")
        .doesNotContain("\nEvil");
  }

  @Test
  void aFileOnDiskHasALengthAndMayBeSentAgain(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("c.csv"), "phone\n+1555\n");
    MultipartBody body = MultipartBody.builder().file("f", "text/csv", UploadSource.of(file));
    String first = written(body);
    assertThat(body.contentLength()).isEqualTo(first.length());
    assertThat(body.repeatable()).isTrue();
    assertThat(written(body)).isEqualTo(first).contains("phone\n+1555\n", "filename=\"c.csv\"");
  }

  @Test
  void anEmptyFileOnDiskHasALengthToo(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("empty.csv"));
    MultipartBody body = MultipartBody.builder().file("f", "text/csv", UploadSource.of(file));
    assertThat(body.contentLength()).isEqualTo(written(body).length());
  }

  @Test
  void theByteOrderMarkOfACsvFileIsLeftOut(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bom.csv"), "\ufeffphone\n+1555\n");
    MultipartBody body = MultipartBody.builder().file("f", "text/csv", UploadSource.csv(file));
    assertThat(written(body)).contains("\r\n\r\nphone\n+1555\n").doesNotContain("\ufeff");
    assertThat(body.contentLength()).isEqualTo(written(body).length());
    MultipartBody asItIs = MultipartBody.builder().file("f", "text/csv", UploadSource.of(file));
    assertThat(written(asItIs)).contains("\ufeffphone");
  }

  @Test
  void aCsvFileWithoutTextOrInUtf16IsRefused(@TempDir Path folder) throws IOException {
    refused(folder, new byte[0], "the CSV file is empty");
    refused(folder, "\ufeff".getBytes(StandardCharsets.UTF_8), "the CSV file is empty");
    refused(folder, "phone".getBytes(StandardCharsets.UTF_16), "in UTF-16: save it as UTF-8");
    refused(folder, "phone".getBytes(StandardCharsets.UTF_16LE), "in UTF-16");
    refused(folder, "phone".getBytes(StandardCharsets.UTF_16BE), "in UTF-16");
    refused(folder, "\ufeffphone".getBytes(StandardCharsets.UTF_16LE), "in UTF-16");
    for (String fine : new String[] {"p", "ü", "\ufeffp", "phone"}) {
      assertThat(UploadSource.csv(Files.writeString(folder.resolve("fine.csv"), fine))).isNotNull();
    }
  }

  private static void refused(Path folder, byte[] csv, String message) throws IOException {
    Path file = Files.write(folder.resolve("wrong.csv"), csv);
    assertThatThrownBy(() -> UploadSource.csv(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aStreamHasNoLengthAndIsSentOnce() throws IOException {
    MultipartBody body = MultipartBody.builder().file("f", "text/csv", stream("c.csv"));
    assertThat(body.contentLength()).isEqualTo(-1);
    assertThat(body.repeatable()).isTrue();
    assertThat(written(body)).contains("a,b");
    assertThat(body.repeatable()).isFalse();
    assertThatThrownBy(() -> written(body))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was read before");
    assertThatThrownBy(body::contentLength)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("was read before");
  }

  @Test
  void printsNothingOfWhatItHolds() {
    MultipartBody body =
        MultipartBody.builder().field("n", "canary").file("f", "text/csv", stream("canary"));
    assertThat(body).hasToString("multipart/form-data");
  }

  @Test
  void theRootOfTheDiskIsNoFile() {
    assertThatThrownBy(() -> UploadSource.of(Path.of("/")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no readable file");
  }
}
