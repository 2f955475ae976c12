package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.truedy.contacts.ImportCall;
import dev.contactsdk.truedy.internal.ImportTimes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
  private static final String CSV = "phone,name\r\n+14155550101,Mira\r\n";

  @TempDir private Path folder;
  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private Path csv() throws IOException {
    return Files.writeString(folder.resolve("leads.csv"), CSV);
  }

  private static ByteArrayInputStream stream() {
    return new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8));
  }

  private static String parts(RecordedRequest request) {
    String type = request.getHeaders().get("Content-Type");
    assertThat(type).startsWith("multipart/form-data; boundary=");
    return Vendor.text(request).replace(type.substring(type.indexOf('=') + 1), "B");
  }

  private static String filePart() {
    return "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leads.csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\n"
        + CSV
        + "\r\n--B--\r\n";
  }

  @Test
  void sendsTheFileAlone() throws IOException {
    vendor.answersFile(200, "import.counts");
    vendor.client.contacts().importCsv(csv()).execute();
    RecordedRequest request = vendor.request();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/api/public/v1/contacts/import");
    assertThat(request.getHeaders().get("Content-Length")).isNotNull();
    assertThat(parts(request)).isEqualTo(filePart());
  }

  @Test
  void leavesOutAByteOrderMarkAndRefusesWhatIsNoUtf8() throws IOException {
    vendor.answersFile(200, "import.counts");
    Path file = Files.writeString(folder.resolve("leads.csv"), "\ufeff" + CSV);
    assertThat(vendor.client.contacts().importCsv(file).execute().imported()).isEqualTo(10);
    assertThat(parts(vendor.request())).isEqualTo(filePart());
    ImportCall call = vendor.client.contacts().importCsv(file);
    for (byte[] wrong : new byte[][] {{}, CSV.getBytes(StandardCharsets.UTF_16)}) {
      Files.write(file, wrong);
      assertThatThrownBy(() -> vendor.client.contacts().importCsv(file))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("the CSV file is");
      assertThatThrownBy(call::execute).isInstanceOf(InvalidRequestException.class);
    }
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void sendsFolderAndOverwrite() throws IOException {
    vendor.answersFile(200, "import.counts");
    vendor
        .client
        .contacts()
        .importCsv(stream(), "leads.csv")
        .folder("folder_q7")
        .overwriteExisting(true)
        .execute();
    assertThat(parts(vendor.request()))
        .isEqualTo(
            "--B\r\nContent-Disposition: form-data; name=\"folder_id\"\r\n\r\nfolder_q7\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"overwrite_existing\"\r\n\r\n"
                + "true\r\n"
                + filePart());
  }

  @Test
  void aPathCanBeImportedAgainAndAStreamCannot() throws IOException {
    vendor.answersFile(200, "import.counts").answersFile(200, "import.counts");
    ImportCall fromPath = vendor.client.contacts().importCsv(csv());
    assertThat(fromPath.execute()).isEqualTo(fromPath.execute());
    vendor.answersFile(200, "import.counts");
    ImportCall fromStream = vendor.client.contacts().importCsv(stream(), "leads.csv");
    fromStream.execute();
    assertThatThrownBy(fromStream::execute)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContainingAll("truedy.contacts.import", "open a new stream");
    assertThat(vendor.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aFileThatIsGoneByThenIsRefused() throws IOException {
    ImportCall call = vendor.client.contacts().importCsv(csv());
    Files.delete(folder.resolve("leads.csv"));
    assertThatThrownBy(call::execute)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no readable file");
    assertThat(vendor.server.getRequestCount()).isZero();
  }

  @Test
  void anImportThatBreaksOffIsNotSentAgain() throws IOException {
    vendor.cutsTheAnswer().answersFile(200, "import.counts");
    assertThatThrownBy(() -> vendor.client.contacts().importCsv(csv()).execute())
        .isInstanceOf(ConnectionException.class)
        .satisfies(e -> assertThat(((SdkException) e).outcome()).isEqualTo(Outcome.UNKNOWN));
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRefusedFileMayBeImportedInPart() throws IOException {
    vendor.answersFile(422, "errors/validation").answersFile(401, "errors/validation");
    ImportCall call = vendor.client.contacts().importCsv(csv());
    assertThatThrownBy(call::execute)
        .isInstanceOfSatisfying(
            ApiException.BadRequest.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
        .hasMessageContaining("list and compare");
    assertThatThrownBy(call::execute)
        .isInstanceOfSatisfying(
            ApiException.Unauthorized.class,
            e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED));
  }

  @Test
  void anImportFromAPathIsSentAgainAfterALimit() throws IOException {
    vendor.answersFile(429, "errors/rate-limit").answersFile(200, "import.counts");
    assertThat(vendor.client.contacts().importCsv(csv()).execute().imported()).isEqualTo(10);
    assertThat(Vendor.text(vendor.request())).isEqualTo(Vendor.text(vendor.request()));
  }

  @Test
  void aSuccessWithoutCountsIsAFormatError() throws IOException {
    vendor.answers(200, "{\"data\":{},\"meta\":{}}");
    assertThatThrownBy(() -> vendor.client.contacts().importCsv(csv()).execute())
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageContaining("no count of imported contacts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"data\":{\"imported\":", "{\"data\":{}}"})
  void anUnreadableSuccessMayReportFailedRows(String body) throws IOException {
    vendor.answers(200, body);
    assertThatThrownBy(() -> vendor.client.contacts().importCsv(csv()).execute())
        .isInstanceOfSatisfying(
            ResponseFormatException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
        .hasMessageContaining("list and compare before sending them again");
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void mayTakeLongerThanOtherCalls() {
    assertThat(ImportTimes.beside(null, null).timeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(ImportTimes.beside(null, null).deadline()).isEqualTo(Duration.ofMinutes(5));
    assertThat(ImportTimes.beside(Duration.ofSeconds(1), Duration.ofSeconds(2)).timeout()).isNull();
    assertThat(ImportTimes.beside(Duration.ofSeconds(1), Duration.ofSeconds(2)).deadline())
        .isNull();
  }
}
