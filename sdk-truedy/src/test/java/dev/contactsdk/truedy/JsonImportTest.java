package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.truedy.contacts.ImportError;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyJsonImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonImportTest {
  private static final String CSV = "mobile,name\r\n+14155550101,Mira\r\n";
  private static final String BASE64 = "bW9iaWxlLG5hbWUNCisxNDE1NTU1MDEwMSxNaXJhDQo=";

  @TempDir private Path folder;
  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private static TruedyJsonImport.Builder csv() {
    return TruedyJsonImport.builder("folder_q7")
        .csv(CSV.getBytes(StandardCharsets.UTF_8), "leads.csv");
  }

  private ImportResult run(TruedyJsonImport given) {
    return vendor.client.contacts().importJson(given).execute();
  }

  private Object body() {
    RecordedRequest request = vendor.request();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/api/public/v1/contacts/import");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("X-Idempotency-Key")).isNull();
    return Json.read(Vendor.text(request).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aRefusalMayBeOneOfSomeUnlessThereIsOneContact() {
    NewTruedyContact one = NewTruedyContact.builder("+14155550101").build();
    NewTruedyContact two = NewTruedyContact.builder("+14155550102").build();
    TruedyJsonImport.Builder empty = TruedyJsonImport.builder("folder_q7");
    assertThat(refused(empty.contacts(List.of(one)).build())).isEqualTo(Outcome.REJECTED);
    assertThat(refused(empty.contacts(List.of(one, two)).build())).isEqualTo(Outcome.UNKNOWN);
    assertThat(refused(csv().build())).isEqualTo(Outcome.UNKNOWN);
    assertThat(refused(TruedyJsonImport.builder("f").fileKey("k").build()))
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void anUnreadableSuccessMayReportFailedRowsUnlessThereIsOneContact() {
    NewTruedyContact one = NewTruedyContact.builder("+14155550101").build();
    NewTruedyContact two = NewTruedyContact.builder("+14155550102").build();
    TruedyJsonImport.Builder empty = TruedyJsonImport.builder("folder_q7");
    assertThat(unreadable(empty.contacts(List.of(one)).build()))
        .hasMessageNotContaining("list and compare")
        .returns(Outcome.APPLIED, SdkException::outcome);
    for (TruedyJsonImport several :
        List.of(empty.contacts(List.of(one, two)).build(), csv().build())) {
      assertThat(unreadable(several))
          .hasMessageContaining("list and compare before sending them again")
          .returns(Outcome.UNKNOWN, SdkException::outcome);
    }
  }

  private ResponseFormatException unreadable(TruedyJsonImport given) {
    vendor.answers(200, "<html>");
    return catchThrowableOfType(ResponseFormatException.class, () -> run(given));
  }

  private Outcome refused(TruedyJsonImport given) {
    vendor.answersFile(422, "errors/validation");
    return catchThrowableOfType(ApiException.BadRequest.class, () -> run(given)).outcome();
  }

  @Test
  void sendsAFileInBase64() throws IOException {
    vendor.answersFile(200, "import.error-list");
    Path file = Files.writeString(folder.resolve("leads.csv"), CSV);
    ImportResult result =
        run(
            TruedyJsonImport.builder("folder_q7")
                .csv(file)
                .mapColumn("mobile", "phone_number")
                .mapColumn("name", "first_name")
                .build());
    assertThat(body())
        .isEqualTo(
            Map.of(
                "folder_id",
                "folder_q7",
                "base64_file",
                BASE64,
                "filename",
                "leads.csv",
                "mapping_config",
                Map.of("mobile", "phone_number", "name", "first_name")));
    assertThat(result.imported()).isEqualTo(3);
    assertThat(result.errorCount()).isEqualTo(2);
    assertThat(result.errors())
        .containsExactly(new ImportError(2, null, "Invalid phone number", Map.of()));
  }

  @Test
  void sendsContactsWithTheFolder() {
    vendor.answersFile(200, "import.no-errors");
    ImportResult result =
        run(
            TruedyJsonImport.builder("folder_q7")
                .contacts(
                    List.of(
                        NewTruedyContact.builder("+14155550101").metadata("tier", 1).build(),
                        NewTruedyContact.builder("+14155550102").folder("folder_q8").build()))
                .build());
    assertThat(Json.write(body()))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            "{\"folder_id\":\"folder_q7\",\"contacts\":["
                + "{\"phone_number\":\"+14155550101\",\"metadata\":{\"tier\":1},"
                + "\"folder_id\":\"folder_q7\"},"
                + "{\"phone_number\":\"+14155550102\",\"folder_id\":\"folder_q8\"}]}");
    assertThat(result.imported()).isEqualTo(3);
    assertThat(result.errors()).isEmpty();
  }

  @Test
  void sendsAFileKey() {
    vendor.answersFile(200, "import.counts");
    assertThat(run(TruedyJsonImport.builder("f").fileKey("up/1").build()).skipped()).isEqualTo(1);
    assertThat(body()).isEqualTo(Map.of("folder_id", "f", "file_key", "up/1"));
  }

  @Test
  void anImportThatBreaksOffIsNotSentAgain() {
    vendor.cutsTheAnswer().answersFile(200, "import.counts");
    assertThatThrownBy(() -> run(csv().build()))
        .isInstanceOf(ConnectionException.class)
        .satisfies(e -> assertThat(((SdkException) e).outcome()).isEqualTo(Outcome.UNKNOWN));
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void anImportIsSentAgainAfterALimit() {
    vendor.answersFile(429, "errors/rate-limit").answersFile(200, "import.counts");
    assertThat(run(csv().build()).imported()).isEqualTo(10);
    assertThat(Vendor.text(vendor.request())).isEqualTo(Vendor.text(vendor.request()));
  }

  /** The page's own example of an answer. */
  @Test
  void aContactInPlaceOfCountsIsAFormatError() {
    vendor.answersFile(200, "create-contact.older-reference");
    assertThatThrownBy(() -> run(csv().build()))
        .isInstanceOf(ResponseFormatException.class)
        .hasMessageContaining("no count of imported contacts");
  }

  @Test
  void leavesOutAByteOrderMarkAndRefusesWhatIsNoUtf8() {
    TruedyJsonImport.Builder given = TruedyJsonImport.builder("f");
    byte[] marked = ("\ufeff" + CSV).getBytes(StandardCharsets.UTF_8);
    assertThat(given.csv(marked, "a.csv").build().properties())
        .containsEntry("base64_file", BASE64);
    refused(() -> given.csv(new byte[0], "a.csv"), "the CSV file is empty");
    byte[] utf16 = CSV.getBytes(StandardCharsets.UTF_16LE);
    refused(() -> given.csv(utf16, "a.csv"), "the CSV file is in UTF-16");
  }

  @Test
  void contactsHaveNoColumnsToMap() {
    TruedyJsonImport.Builder contacts =
        TruedyJsonImport.builder("f")
            .contacts(List.of(NewTruedyContact.builder("+14155550101").build()))
            .mapColumn("mobile", "phone_number");
    refused(contacts::build, "mapColumn maps the columns of a file");
    assertThat(TruedyJsonImport.builder("f").fileKey("k").mapColumn("a", "b").build()).isNotNull();
  }

  @Test
  void noKeywordsAreNotSentAndMetadataNeedsAName() {
    NewTruedyContact.Builder contact = NewTruedyContact.builder("+14155550101");
    assertThat(contact.keywords(List.of("a")).keywords(List.of()).build().properties())
        .doesNotContainKey("keywords");
    refused(() -> contact.metadata(" ", 1), "a key of metadata is missing or blank");
  }

  @Test
  void needsExactlyOneSource() {
    TruedyJsonImport.Builder none = TruedyJsonImport.builder("f");
    refused(none::build, "exactly one of base64_file, file_key and contacts");
    refused(csv().fileKey("k")::build, "exactly one of");
    refused(() -> none.contacts(List.of()), "contacts is empty");
    refused(() -> TruedyJsonImport.builder(" "), "folder_id is missing or blank");
    refused(() -> none.csv(Path.of("no-such.csv")), "no readable file at no-such.csv");
    refused(() -> none.mapColumn("", "email"), "the column's header is missing");
    assertThat(csv().build()).hasToString("TruedyJsonImport[folder_id, base64_file, filename]");
  }

  @Test
  void aKeywordHasNoComma() {
    NewTruedyContact.Builder contact = NewTruedyContact.builder("+14155550101");
    refused(() -> contact.keywords(List.of("a,b")), "a keyword contains a comma");
    refused(() -> contact.keywords(List.of("a", " ")), "a keyword is missing or blank");
    assertThat(contact.keywords(List.of("a")).keywords(List.of("b")).build().properties())
        .containsEntry("keywords", "b");
  }

  private static void refused(Runnable wrong, String message) {
    assertThatThrownBy(wrong::run)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(message);
  }
}
