package dev.contactsdk.kore.contacts;

import static dev.contactsdk.kore.Samples.ADA_ID;
import static dev.contactsdk.kore.Samples.GRACE_ID;
import static dev.contactsdk.kore.Vendor.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.kore.Samples;
import dev.contactsdk.kore.Vendor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactRequestsTest {
  private static final String ADA =
      """
      {"firstName":"Ada","lastName":"Byron","salutation":"Mrs",
       "cellPhone":{"phoneNumber":"2025550101","countryCode":"+1","extension":"+"}}\
      """;
  private static final String CSV =
      """
      firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension
      Ada,Byron,Mrs,2025550101,+1,+
      """;

  @RegisterExtension final Vendor vendor = new Vendor();

  private KoreContacts contacts() {
    return vendor.client().contacts();
  }

  private RecordedRequest sent(String line) {
    RecordedRequest request = vendor.request();
    assertThat(Vendor.line(request)).isEqualTo(line);
    assertThat(request.getHeaders().get("accountId")).isEqualTo(Vendor.ACCOUNT);
    assertThat(request.getHeaders().get("auth")).matches("[^.]+\\.[^.]+\\.[^.]+");
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    return request;
  }

  private static void isJson(RecordedRequest request, String json) {
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(Vendor.json(request)).isEqualTo(Vendor.json(json));
  }

  @Test
  void createsOneInAnArray() {
    vendor.answer("contacts-create");
    run(contacts().create(Samples.ada()));
    isJson(sent("POST " + Vendor.BASE + "/contacts"), "[" + ADA + "]");
  }

  @Test
  void createsManyInOneRequest() {
    vendor.answer("contacts-create-many");
    run(contacts().createAll(List.of(Samples.ada(), Samples.grace())));
    isJson(
        sent("POST " + Vendor.BASE + "/contacts"),
        "["
            + ADA
            + """
            ,{"firstName":"Grace","lastName":"Brewster","salutation":"mr",
              "cellPhone":{"phoneNumber":"9876500000","countryCode":"+91","extension":"+"}}]\
            """);
  }

  @Test
  void sendsPropertiesThatTheSdkDoesNotKnow() {
    vendor.answer("contacts-create");
    NewKoreContact contact =
        NewKoreContact.builder()
            .firstName("Ada")
            .lastName("Byron")
            .salutation("Mrs")
            .cellPhone(CellPhone.ofE164("+12025550101").extension("+1"))
            .additionalProperty("tier", "gold")
            .build();
    run(contacts().create(contact));
    isJson(
        sent("POST " + Vendor.BASE + "/contacts"),
        """
        [{"firstName":"Ada","lastName":"Byron","salutation":"Mrs","tier":"gold",
          "cellPhone":{"phoneNumber":"2025550101","countryCode":"+1","extension":"+1"}}]\
        """);
  }

  @Test
  void namesAllThatANewContactLacks() {
    assertThatThrownBy(() -> NewKoreContact.builder().build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("firstName, lastName, salutation, cellPhone");
  }

  @Test
  void sendsEmptyNames() {
    vendor.answer("contacts-create");
    CellPhone phone = CellPhone.of("+1", "2025550101");
    run(
        contacts()
            .create(
                NewKoreContact.builder()
                    .firstName("")
                    .lastName("")
                    .salutation(" ")
                    .cellPhone(phone)
                    .build()));
    isJson(
        sent("POST " + Vendor.BASE + "/contacts"),
        """
        [{"firstName":"","lastName":"","salutation":" ",
          "cellPhone":{"phoneNumber":"2025550101","countryCode":"+1","extension":"+"}}]\
        """);
  }

  @Test
  void refusesTheSameNumberTwiceBeforeSending() {
    List<NewKoreContact> twice = List.of(Samples.grace(), Samples.ada(), Samples.grace());
    assertThatThrownBy(() -> contacts().createAll(twice))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("elements 0 and 2")
        .message()
        .doesNotContain("9876500000");
    assertThatThrownBy(() -> contacts().createAll(List.of())).hasMessageContaining("empty");
    assertThat(vendor.requests()).isZero();
  }

  @Test
  void importsAFileAsMultipart(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("people.csv"), CSV);
    vendor.answer("contacts-import");
    run(contacts().importCsv(file));
    isUpload(sent("POST " + Vendor.BASE + "/contacts/import-contacts"), "people.csv");
  }

  @Test
  void leavesOutAByteOrderMarkAndRefusesWhatIsNoUtf8(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("people.csv"), "\ufeff" + CSV);
    vendor.answer("contacts-import");
    run(contacts().importCsv(file));
    isUpload(sent("POST " + Vendor.BASE + "/contacts/import-contacts"), "people.csv");
    for (byte[] wrong : new byte[][] {{}, CSV.getBytes(StandardCharsets.UTF_16)}) {
      Files.write(file, wrong);
      assertThatThrownBy(() -> contacts().importCsv(file))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("the CSV file is");
    }
  }

  @Test
  void importsAStreamAsMultipart() {
    vendor.answer("contacts-import");
    byte[] bytes = CSV.getBytes(StandardCharsets.UTF_8);
    run(contacts().importCsv(new ByteArrayInputStream(bytes), "more.csv"));
    isUpload(sent("POST " + Vendor.BASE + "/contacts/import-contacts"), "more.csv");
  }

  private static void isUpload(RecordedRequest request, String fileName) {
    String type = request.getHeaders().get("Content-Type");
    assertThat(type).startsWith("multipart/form-data; boundary=");
    String boundary = type.substring(type.indexOf('=') + 1);
    assertThat(request.getBody().utf8())
        .isEqualTo(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"result_file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n"
                + CSV
                + "\r\n--"
                + boundary
                + "--\r\n");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> contacts().importCsv(Path.of("no-such.csv")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no readable file");
  }

  @Test
  void listsByPageWithALargerLimit() {
    vendor.answer("contacts-list");
    run(contacts().list());
    sent("GET " + Vendor.BASE + "/contacts?page=1&limit=100");
  }

  @Test
  void listsFromARowOnInBothWays() {
    String page =
        "{\"results\":[{\"id\":\"1\"}],\"skip\":%d,\"limit\":50,\"hasMore\":false,"
            + "\"totalResults\":%d}";
    vendor.answer(200, page.formatted(50, 51)).answer(200, page.formatted(7, 8));
    run(contacts().list().skip(50).pageSize(50));
    sent("GET " + Vendor.BASE + "/contacts?page=2&skip=50&limit=50");
    run(contacts().list().skip(7).pageSize(50));
    sent("GET " + Vendor.BASE + "/contacts?skip=7&limit=50");
  }

  @Test
  void refusesALimitOutOfRange() {
    assertThatThrownBy(() -> contacts().list().pageSize(1001))
        .hasMessageContaining("pageSize must be between 1 and 1000, but was 1001.");
  }

  @Test
  void updatesOnlyWhatWasSet() {
    vendor.answer("contacts-update");
    KoreContactChanges changes =
        KoreContactChanges.builder().lastName("King").salutation(null).build();
    run(contacts().update(ADA_ID, changes));
    isJson(
        sent("PUT " + Vendor.BASE + "/contacts/" + ADA_ID),
        "{\"lastName\":\"King\",\"salutation\":null}");
  }

  @Test
  void writesAReadContactBackWithoutDoublingItsPrefix() {
    vendor.answer("contacts-list").answer("contacts-update");
    KoreContact ada = contacts().list().execute().items().get(0);
    vendor.request();
    run(contacts().update(ada.id(), ada.toChanges().lastName("King").build()));
    isJson(sent("PUT " + Vendor.BASE + "/contacts/" + ADA_ID), ADA.replace("Byron", "King"));
  }

  @Test
  void updatesManyInOneRequest() {
    vendor.answer("contacts-bulk-update");
    run(
        contacts()
            .updateAll(
                List.of(
                    new KoreContactChange(
                        ADA_ID, KoreContactChanges.builder().lastName("King").build()),
                    new KoreContactChange(
                        GRACE_ID,
                        KoreContactChanges.builder()
                            .firstName("Grace")
                            .cellPhone(CellPhone.of("+91", "9876500001"))
                            .build()))));
    isJson(
        sent("PUT " + Vendor.BASE + "/contacts/bulk-update"),
        """
        [{"id":"66bb00000000000000000001","lastName":"King"},
         {"id":"66bb00000000000000000002","firstName":"Grace",
          "cellPhone":{"phoneNumber":"9876500001","countryCode":"+91","extension":"+"}}]\
        """);
  }

  @Test
  void deletesOneWithoutABody() {
    vendor.answer("contacts-delete");
    run(contacts().delete(ADA_ID));
    RecordedRequest request = sent("DELETE " + Vendor.BASE + "/contacts/" + ADA_ID);
    assertThat(request.getBodySize()).isZero();
  }

  @Test
  void deletesManyByABodyOfIds() {
    vendor.answer("contacts-bulk-delete");
    run(contacts().deleteAll(List.of(ADA_ID, GRACE_ID)));
    isJson(
        sent("DELETE " + Vendor.BASE + "/contacts/bulk-delete"),
        "{\"ids\":[\"66bb00000000000000000001\",\"66bb00000000000000000002\"]}");
  }

  @Test
  void refusesListsThatCannotBeMeant() {
    KoreContactChanges none = KoreContactChanges.builder().build();
    assertThatThrownBy(() -> contacts().deleteAll(List.of())).hasMessageContaining("empty");
    assertThatThrownBy(() -> contacts().deleteAll(List.of("a", "b", "a")))
        .hasMessageContaining("a comes twice");
    assertThatThrownBy(() -> contacts().deleteAll(List.of(" "))).hasMessageContaining("blank");
    assertThatThrownBy(() -> contacts().updateAll(List.of(new KoreContactChange("a", none))))
        .hasMessageContaining("nothing to change");
    assertThatThrownBy(() -> contacts().update("a", none))
        .hasMessageContaining("nothing to change");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bulk-update",
        "bulk-delete",
        "import-contacts",
        "../agents",
        "a/b",
        "..",
        " ",
        ""
      })
  void refusesIdsThatAreOtherPaths(String id) {
    KoreContactChanges changes = KoreContactChanges.builder().lastName("King").build();
    for (ApiCall<?> call : List.of(contacts().delete(id), contacts().update(id, changes))) {
      assertThatThrownBy(call::execute).isInstanceOf(InvalidRequestException.class);
    }
    assertThat(vendor.requests()).isZero();
  }

  @Test
  void callsAnOperationThatIsNotModelled() {
    vendor.answer(200, "{\"status\":\"success\"}");
    Endpoint<Map<String, Object>> lists =
        Endpoint.post(
            "kore.contactLists.list",
            "/campaign/api/v2/public/{streamId}/campaign/contactList/getAllListDetails",
            Decoder.json(new dev.contactsdk.core.json.JsonType<>() {}));
    Map<String, Object> answer =
        vendor
            .client()
            .call(lists)
            .query("accountId", Vendor.ACCOUNT)
            .json(Map.of())
            .header("iid", Vendor.STREAM)
            .execute();
    assertThat(answer).containsEntry("status", "success");
    RecordedRequest request =
        sent(
            "POST /campaign/api/v2/public/"
                + Vendor.STREAM
                + "/campaign/contactList/getAllListDetails?accountId="
                + Vendor.ACCOUNT);
    assertThat(request.getHeaders().get("iid")).isEqualTo(Vendor.STREAM);
  }
}
