package dev.contactsdk.truedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.contacts.TruedyContactCreateCall;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes whose answer is lost. */
class UnknownFateTest {
  private static final String NONE =
      "{\"data\":[],\"pagination\":{\"total\":0,\"limit\":100,\"offset\":0,\"has_more\":false}}";

  private final Vendor vendor = new Vendor();

  @AfterEach
  void close() {
    vendor.close();
  }

  private TruedyContactCreateCall create(OnUnknown policy) {
    NewTruedyContact contact = NewTruedyContact.builder("+14155550102").build();
    return vendor.client.contacts().create(contact).onUnknown(policy);
  }

  @Test
  void aCreateIsNotSentAgainByItself() {
    vendor.cutsTheAnswer().answersFile(201, "create-contact.schema");
    assertThatThrownBy(() -> create(OnUnknown.fail()).execute())
        .isInstanceOf(ConnectionException.class)
        .satisfies(e -> assertThat(((SdkException) e).outcome()).isEqualTo(Outcome.UNKNOWN));
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void theLookUpSearchesForTheNumberAndComparesIt() {
    vendor.cutsTheAnswer().answersFile(200, "list-contacts.by-offset");
    assertThat(create(OnUnknown.lookUp()).execute().id()).isEqualTo("cnt_2");
    assertThat(vendor.targets())
        .containsExactly("/contacts", "/contacts?search=%2B14155550102&limit=100&offset=0");
  }

  @Test
  void theLookUpGoesThroughAllPagesOfAServerThatIgnoresTheSearch() {
    vendor
        .cutsTheAnswer()
        .answers(
            200,
            "{\"data\":[{\"id\":\"a\",\"phone\":\"+14155550199\"},{\"id\":\"b\"}],"
                + "\"pagination\":{\"page\":1,\"limit\":100,\"total\":3,\"pages\":2}}")
        .answers(
            200,
            "{\"data\":[{\"id\":\"c\",\"phone_number\":\"1 (415) 555-0102\"}],"
                + "\"pagination\":{\"page\":2,\"limit\":100,\"total\":3,\"pages\":2}}");
    assertThat(create(OnUnknown.lookUp()).execute().id()).isEqualTo("c");
    assertThat(vendor.targets().get(2))
        .isEqualTo("/contacts?search=%2B14155550102&limit=100&page=2");
  }

  @Test
  void whatIsNotFoundStaysUnknown() {
    vendor.cutsTheAnswer().answers(200, NONE).answers(200, NONE);
    assertThatThrownBy(() -> create(OnUnknown.lookUp()).execute())
        .isInstanceOf(UnconfirmedWriteException.class)
        .hasCauseInstanceOf(ConnectionException.class);
  }

  @Test
  void aFailedLookUpLeavesTheFirstFailure() {
    vendor.cutsTheAnswer().answersFile(401, "errors/unauthorized");
    assertThatThrownBy(() -> create(OnUnknown.lookUp()).execute())
        .isInstanceOf(ConnectionException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void aResendWaitsAMinuteAndLooksAgainFirst() {
    vendor
        .cutsTheAnswer()
        .answers(200, NONE)
        .answers(200, NONE)
        .answers(201, "{\"data\":{\"id\":\"ctc_1\",\"phone_number\":\"+14155550102\"}}");
    assertThat(create(OnUnknown.lookUpThenResend()).execute().id()).startsWith("ctc_");
    assertThat(vendor.time.sleeps()).containsExactly(Duration.ofSeconds(60));
    List<RecordedRequest> requests = vendor.requests();
    assertThat(Vendor.text(requests.get(0))).isEqualTo(Vendor.text(requests.get(3)));
  }

  @Test
  void aSearchThatFindsNothingProvesNothing() {
    vendor.cutsTheAnswer().answers(200, NONE).answersFile(200, "list-contacts.by-offset");
    assertThat(create(OnUnknown.lookUpThenResend()).execute().id()).isEqualTo("cnt_2");
    assertThat(vendor.targets().get(2)).isEqualTo("/contacts?limit=100&offset=0");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422})
  void aServerThatRefusesTheSearchIsReadWhole(int status) {
    String refused =
        "{\"detail\":[{\"loc\":[\"query\",\"search\"],\"msg\":\"Extra inputs are not"
            + " permitted\"}]}";
    vendor.cutsTheAnswer().answers(status, refused).answersFile(200, "list-contacts.by-offset");
    assertThat(create(OnUnknown.lookUp()).execute().id()).isEqualTo("cnt_2");
    assertThat(vendor.targets().get(2)).isEqualTo("/contacts?limit=100&offset=0");
  }

  @Test
  void aListShorterThanItsTotalProvesNothing() {
    String end = ",\"pagination\":{\"total\":500,\"limit\":100,\"has_more\":false}}";
    String other = "{\"data\":[{\"id\":\"a\",\"phone_number\":\"+14155550199\"}]" + end;
    String none = "{\"data\":[]" + end;
    vendor.cutsTheAnswer().answers(200, NONE).answers(200, other).answers(200, none);
    assertThatThrownBy(() -> create(OnUnknown.lookUpThenResend()).execute())
        .isInstanceOf(UnconfirmedWriteException.class)
        .satisfies(e -> assertThat(((SdkException) e).outcome()).isEqualTo(Outcome.UNKNOWN));
    assertThat(vendor.targets().stream().filter("/contacts"::equals)).hasSize(1);
  }

  @Test
  void aNumberWithoutItsCountryCodeMayBeTheOneSoNothingIsSentAgain() {
    vendor
        .cutsTheAnswer()
        .answers(200, NONE)
        .answers(
            200,
            "{\"data\":[{\"id\":\"a\",\"phone\":\"(415) 555-0102\"}],"
                + "\"pagination\":{\"total\":1,\"limit\":100,\"offset\":0,\"has_more\":false}}");
    assertThatThrownBy(() -> create(OnUnknown.lookUpThenResend()).execute())
        .isInstanceOfSatisfying(
            UnconfirmedWriteException.class, e -> assertThat(e.seen()).hasSize(1));
    assertThat(vendor.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void sendingFirstIsRefusedBecauseItMakesADuplicate() {
    assertThatThrownBy(() -> create(OnUnknown.resendThenLookUp()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("lookUpThenResend");
  }

  @Test
  void aRefusalOfTheLookUpDoesNotQuoteTheContactThatWasSent() {
    vendor
        .cutsTheAnswer()
        .answers(403, "{\"error\":{\"code\":\"forbidden\",\"message\":\"not for Zenobia\"}}");
    NewTruedyContact contact =
        NewTruedyContact.builder("+14155550102").firstName("Zenobia").build();
    assertThatThrownBy(
            () -> vendor.client.contacts().create(contact).onUnknown(OnUnknown.lookUp()).execute())
        .satisfies(
            e -> {
              assertThat(e.getSuppressed()).hasSize(1);
              assertThat(e.getSuppressed()[0])
                  .hasMessageContaining("not for ***")
                  .hasMessageNotContaining("Zenobia");
            });
  }

  @Test
  void aFirstRequestThatSettlesMeanwhileIsNotSentAgain() {
    vendor.cutsTheAnswer().answers(200, NONE).answersFile(200, "list-contacts.by-offset");
    OnUnknown policy = OnUnknown.lookUpThenResend(Duration.ofSeconds(5));
    assertThat(create(policy).execute().id()).isEqualTo("cnt_2");
    assertThat(vendor.time.sleeps()).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void aSuccessWithoutUsableDataIsAFormatErrorOfAnAppliedWrite() {
    for (String body :
        List.of(
            "",
            "{}",
            "null",
            "[]",
            "{\"data\":null}",
            "{\"data\":[]}",
            "{\"data\":{}}",
            "{\"data\":{\"id\":null,\"success\":true}}",
            "{\"data\":{\"phone\":\"+15551234567\"},\"error\":null}",
            "<html>",
            "{\"data\":{")) {
      vendor.answers(201, body);
      assertThatThrownBy(() -> create(OnUnknown.fail()).execute())
          .as(body)
          .isInstanceOf(ResponseFormatException.class)
          .satisfies(e -> assertThat(((SdkException) e).outcome()).isEqualTo(Outcome.APPLIED));
    }
  }

  @Test
  void aListWithoutUsableDataIsAFormatError() {
    for (String body :
        List.of(
            "{}",
            "{\"data\":null}",
            "{\"data\":\" \"}",
            "{\"data\":\"c-1\"}",
            "{\"data\":{}}",
            "{\"data\":{\"items\":[{\"id\":\"c-1\"}]}}",
            "{\"data\":{\"id\":\"c-1\"}}",
            "[]")) {
      vendor.answers(200, body);
      assertThatThrownBy(() -> vendor.client.contacts().list().execute())
          .as(body)
          .isInstanceOf(ResponseFormatException.class);
    }
  }

  @Test
  void aRowThatCannotBeReadIsHandedOnBesideTheOthers() {
    vendor.answers(
        200,
        "{\"data\":[{\"id\":\"cnt_1\"},null,[7.5],{\"id\":\"cnt_2\"}],"
            + "\"pagination\":{\"total\":4,\"limit\":100,\"offset\":0,\"has_more\":false}}");
    List<TruedyContact> rows = vendor.client.contacts().list().execute().items();
    assertThat(rows).extracting(TruedyContact::id).containsExactly("cnt_1", null, null, "cnt_2");
    assertThat(rows.get(1).additionalProperties())
        .isEqualTo(Collections.singletonMap(JsonType.UNREADABLE, null));
    assertThat(rows.get(2).additionalProperties())
        .isEqualTo(Map.of(JsonType.UNREADABLE, List.of(7.5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"+14155550102\"]",
        "{\"id\":\"cnt_1\",\"phone_number\":{\"e164\":\"+14155550102\"}}"
      })
  void aLookUpThatMeetsARowThatCannotBeReadSendsNothingAgain(String row) {
    String unreadable =
        "{\"data\":["
            + row
            + "],"
            + "\"pagination\":{\"total\":1,\"limit\":100,\"offset\":0,\"has_more\":false}}";
    vendor.cutsTheAnswer().answers(200, unreadable).answers(200, unreadable);
    assertThatThrownBy(() -> create(OnUnknown.lookUpThenResend()).execute())
        .isInstanceOfSatisfying(
            UnconfirmedWriteException.class,
            e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    assertThat(vendor.server.getRequestCount()).isEqualTo(3);
  }

  private static String listed(String... rows) {
    return "{\"data\":["
        + String.join(",", rows)
        + "],\"pagination\":{\"total\":"
        + rows.length
        + ",\"limit\":100,\"offset\":0,\"has_more\":false}}";
  }

  private static final String OTHER_ROW = "{\"id\":\"x\",\"phone\":\"+14155550199\"}";

  private void assertThatNothingIsSentAgain(String row) {
    String list = listed(OTHER_ROW, row);
    vendor.cutsTheAnswer().answers(200, list).answers(200, list);
    NewTruedyContact contact =
        NewTruedyContact.builder("+14155550102")
            .firstName("Mira")
            .lastName("Halloway")
            .email("mira@example.org")
            .build();
    assertThatThrownBy(
            () ->
                vendor
                    .client
                    .contacts()
                    .create(contact)
                    .onUnknown(OnUnknown.lookUpThenResend())
                    .execute())
        .isInstanceOfSatisfying(
            UnconfirmedWriteException.class,
            e -> {
              assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
              assertThat(e.rows())
                  .singleElement()
                  .satisfies(seen -> assertThat(seen.outcome()).isEqualTo(Outcome.UNKNOWN));
              assertThat(e.seen()).hasSize(1);
              assertThat(((TruedyContact) e.seen().get(0)).id()).isNotEqualTo("x");
            });
    assertThat(vendor.server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cnt_1 +14155550102\"",
        "{\"id\":\"cnt_1\"}",
        "{\"id\":\"cnt_1\",\"phone_number\":null}",
        "{\"id\":\"cnt_1\",\"phone_number\":\"\"}",
        "{\"id\":\"cnt_1\",\"attributes\":{\"phone_number\":\"+14155550102\"}}",
        "{\"id\":\"cnt_1\",\"telephone\":\"+14155550102\"}",
        "{\"id\":\"cnt_1\",\"phone_number\":[\"+14155550102\"]}",
        "{\"id\":\"cnt_1\",\"phone_number\":[],\"phone\":\"+14155550199\"}",
        "{\"id\":\"cnt_1\",\"phone_number\":\"+1415*****02\"}",
        "{\"id\":\"cnt_1\",\"phone_number\":\"+1 415-555-0102 x55\"}",
        "{\"id\":\"cnt_1\",\"phone_number\":\"tel:+14155550102;ext=5\"}",
        "{\"id\":\"cnt_1\",\"phone_number\":\"1.4155550102E10\"}",
        "{\"phone_number\":\"+14155550102\"}"
      })
  void aRowThatMayBeTheContactKeepsItFromBeingSentAgain(String row) {
    assertThatNothingIsSentAgain(row);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"created_at\":\"2026-05-02T11:49:00Z\"",
        "\"created_at\":\"2020-01-01T00:00:00Z\"",
        "\"first_name\":\"Grace\"",
        "\"last_name\":\"Hopper\"",
        "\"name\":\"Grace Hopper\"",
        "\"email\":\"grace@example.org\"",
        "\"created_at\":\"2025-11-01\"",
        "\"created_at\":\"some day\"",
        "\"created_at\":\"Sat, 01 Nov 2025 10:00:00 GMT\"",
        "\"created_at\":1762000000",
        "\"created_at\":1762000000000",
        "\"created_at\":1777722690000000",
        "\"created_at\":\"1762000000000\"",
        "\"createdAt\":{\"$date\":\"2025-11-01T10:00:00Z\"}",
        "\"status\":\"INACTIVE\"",
        "\"status\":\"deleted\"",
        "\"deleted\":true",
        "\"is_deleted\":1",
        "\"active\":false",
        "\"is_archived\":\"true\"",
        "\"state\":\"DELETED\"",
        "\"deleted_at\":\"2026-05-02T12:00:00Z\""
      })
  void anOlderContactOrAnothersWithTheNumberIsNotTakenForTheCreatedOne(String shown) {
    assertThatNothingIsSentAgain(
        "{\"id\":\"cnt_1\",\"phone_number\":\"+14155550102\"," + shown + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"phone_number\":\"001 415 555 0102\"",
        "\"phone_number\":\"011 1 (415) 555-0102\"",
        "\"phone_number\":\"tel:+1-415-555-0102\"",
        "\"phone\":\"+14155550102\",\"name\":\" odo  FINCH \"",
        "\"phone\":\"+14155550102\",\"created_at\":\"2026-05-02T11:51:00Z\"",
        "\"phone\":\"+14155550102\",\"created_at\":1777722690",
        "\"phone\":\"+14155550102\",\"created_at\":\"1777722690000\"",
        "\"phone\":\"+14155550102\",\"created_at\":\"\"",
        "\"phone\":\"+14155550102\",\"email\":\"ODO@example.org\""
      })
  void whatSurelyIsTheContactIsFoundBehindOneThatIsNot(String shown) {
    String old =
        "{\"id\":\"old\",\"phone\":\"+14155550102\",\"created_at\":\"2020-01-01T00:00:00Z\"}";
    vendor.cutsTheAnswer().answers(200, listed(old, "{\"id\":\"cnt_2\"," + shown + "}"));
    NewTruedyContact contact =
        NewTruedyContact.builder("+14155550102")
            .firstName("Odo")
            .lastName("Finch")
            .email("odo@example.org")
            .build();
    TruedyContact found =
        vendor.client.contacts().create(contact).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(found.id()).isEqualTo("cnt_2");
  }

  private static NewTruedyContact.Builder filled() {
    return NewTruedyContact.builder("+14155550102")
        .folder("folder_B")
        .companyName("Quill & Sons")
        .pinCode("01234")
        .keywords(List.of("new", "vip"))
        .customField("order", 2)
        .customField("steps", List.of("call", "write"))
        .metadata("tier", "gold")
        .additionalProperty("language", "en");
  }

  private UnconfirmedWriteException unconfirmed(NewTruedyContact contact, String row) {
    vendor.cutsTheAnswer().answers(200, listed(row)).answers(200, listed(row));
    return catchThrowableOfType(
        UnconfirmedWriteException.class,
        () -> vendor.client.contacts().create(contact).onUnknown(OnUnknown.lookUp()).execute());
  }

  private static String row(String shown) {
    return "{\"id\":\"cnt_2\",\"phone_number\":\"+14155550102\"," + shown + "}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"folder_id\":\"folder_A\"",
        "\"folder_id\":\"FOLDER_B\"",
        "\"company_name\":\"Quill\"",
        "\"pin_code\":\"1234\"",
        "\"keywords\":[\"new\"]",
        "\"keywords\":\"new,vip,old\"",
        "\"custom_fields\":{\"order\":1}",
        "\"custom_fields\":{\"order\":null,\"steps\":[\"call\"]}",
        "\"custom_fields\":{\"order\":{\"id\":2}}",
        "\"custom_fields\":{\"ticket\":2}",
        "\"custom_fields\":{\"order\":2},\"metadata\":{\"tier\":\"silver\"}",
        "\"custom_fields\":[\"order\"]",
        "\"language\":\"de\""
      })
  void aContactOfAnotherFolderOrWithOtherFieldsIsNotTakenForTheCreatedOne(String shown) {
    UnconfirmedWriteException lost = unconfirmed(filled().build(), row(shown));
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.seen())
        .singleElement()
        .isInstanceOfSatisfying(
            TruedyContact.class, seen -> assertThat(seen.id()).isEqualTo("cnt_2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"folder_id\":\"folder_B\"",
        "\"folder_id\":null,\"company_name\":\"\",\"keywords\":[],\"custom_fields\":{}",
        "\"company_name\":\" Quill & Sons\"",
        "\"keywords\":[\"vip\",\"new\"]",
        "\"keywords\":\"vip, new\"",
        "\"custom_fields\":{\"order\":\"2\",\"added\":true}",
        "\"custom_fields\":{\"order\":2.0,\"steps\":[\"write\",\"call\"]}",
        "\"metadata\":{\"order\":2,\"tier\":\"gold\"},\"deleted\":false,\"deleted_at\":null",
        "\"status\":\"active\",\"language\":\"en\",\"call_count\":0"
      })
  void whatTheRowDoesNotShowOrWritesInAnotherWayDoesNotMatter(String shown) {
    vendor.cutsTheAnswer().answers(200, listed(row(shown)));
    TruedyContact found =
        vendor.client.contacts().create(filled().build()).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(found.id()).isEqualTo("cnt_2");
  }

  @Test
  void theApplicationsOwnValuesAreComparedAsTheyWereSent() {
    record Order(int number) {}
    NewTruedyContact contact =
        NewTruedyContact.builder("+14155550102").customField("order", new Order(2)).build();
    UnconfirmedWriteException lost =
        unconfirmed(contact, row("\"custom_fields\":{\"order\":{\"number\":1}}"));
    assertThat(lost.seen()).hasSize(1);
  }

  @Test
  void anAnswerWithAnotherNumberIsNotTheCreatedContact() {
    vendor.answers(201, "{\"data\":{\"id\":\"cnt_1\",\"phone_number\":\"+14155550199\"}}");
    assertThatThrownBy(() -> create(OnUnknown.fail()).execute())
        .isInstanceOfSatisfying(
            UnconfirmedWriteException.class,
            e -> {
              assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
              assertThat(e.seen()).hasSize(1);
            })
        .hasMessageNotContaining("0199");
  }

  @Test
  void anAnswerWithAnotherNumberIsAReasonToLookUp() {
    vendor
        .answers(201, "{\"data\":{\"id\":\"cnt_1\",\"phone_number\":\"+14155550199\"}}")
        .answersFile(200, "list-contacts.by-offset");
    assertThat(create(OnUnknown.lookUp()).execute().id()).isEqualTo("cnt_2");
  }

  @Test
  void anAnswerWithAnotherNumberIsNoReasonToSendAgain() {
    vendor
        .answers(201, "{\"data\":{\"id\":\"cnt_1\",\"phone_number\":\"+14155550199\"}}")
        .answers(200, NONE)
        .answers(200, NONE);
    assertThatThrownBy(() -> create(OnUnknown.lookUpThenResend()).execute())
        .isInstanceOf(UnconfirmedWriteException.class);
    assertThat(vendor.targets().stream().filter("/contacts"::equals)).hasSize(1);
  }

  @Test
  void aLookUpAsksForThePresentState() {
    vendor.cutsTheAnswer().answersFile(200, "list-contacts.by-offset");
    create(OnUnknown.lookUp()).execute();
    assertThat(vendor.requests())
        .extracting(request -> request.getHeaders().get("Cache-Control"))
        .containsExactly(null, "no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(415) 555-0102", "1 415 555 0102", "+1 415*****02"})
  void anAnswerWhoseNumberIsSpeltInAnotherWayIsTheCreatedContact(String number) {
    vendor.answers(201, "{\"data\":{\"id\":\"c\",\"phone_number\":\"" + number + "\"}}");
    assertThat(create(OnUnknown.fail()).execute().id()).isEqualTo("c");
  }

  @Test
  void aDeleteIsRepeatedAndNotFoundThenCountsAsDone() {
    vendor.cutsTheAnswer().answersFile(404, "errors/not-found");
    assertThat(vendor.client.folders().deleteWithContacts("f").execute().alreadyGone()).isTrue();
  }

  @Test
  void aChangeIsRepeated() {
    vendor.cutsTheAnswer().answersFile(200, "update-contact");
    TruedyContactChanges changes = TruedyContactChanges.builder().lastName("Pell").build();
    assertThat(vendor.client.contacts().update("cnt_1", changes).execute().id()).isNotNull();
  }
}
