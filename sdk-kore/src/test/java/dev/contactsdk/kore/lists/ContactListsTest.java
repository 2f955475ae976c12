package dev.contactsdk.kore.lists;

import static dev.contactsdk.kore.Vendor.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.kore.Vendor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactListsTest {
  private static final String ID = "cl-1a2b3c4-1111-4222-8333-444455556666";
  private static final String V1 = Vendor.BASE + "/campaign";
  private static final String V2 = "/campaign/api/v2/public/" + Vendor.STREAM + "/campaign";
  private static final String ACCOUNT = "accountId=" + Vendor.ACCOUNT;
  private static final NewKoreContactList SPRING =
      NewKoreContactList.builder()
          .name("Renewals spring")
          .description("Who renews in spring")
          .allowDuplicates(true)
          .build();
  private static final KoreContactListChanges AUTUMN =
      KoreContactListChanges.builder().name("Renewals autumn").build();

  @RegisterExtension final Vendor vendor = new Vendor();

  private KoreContactLists lists() {
    return vendor.client().contactLists();
  }

  private RecordedRequest sent(String line) {
    RecordedRequest request = vendor.request();
    assertThat(Vendor.line(request)).isEqualTo(line);
    assertThat(request.getHeaders().get("iid")).isEqualTo(Vendor.STREAM);
    assertThat(request.getHeaders().get("accountId")).isEqualTo(Vendor.ACCOUNT);
    return request;
  }

  @Test
  void createsAndReadsEveryField() {
    vendor.answer("lists-create");
    KoreContactList list = lists().create(SPRING).execute();
    RecordedRequest request = sent("POST " + V2 + "/contactList/createContactList?" + ACCOUNT);
    assertThat(Vendor.json(request))
        .isEqualTo(
            Vendor.json(
                """
                {"name":"Renewals spring","description":"Who renews in spring",
                 "source":"passiveApi","allowDuplicates":true}\
                """));
    assertThat(list)
        .isEqualTo(
            new KoreContactList(
                ID,
                "Renewals spring",
                null,
                "Who renews in spring",
                true,
                0L,
                KoreContactListStatus.READY,
                Vendor.USER,
                Vendor.USER,
                Map.of(
                    "firstName",
                    "firstName",
                    "lastName",
                    "lastName",
                    "phoneNumber",
                    "phoneNumber",
                    "timeZone",
                    "timezone",
                    "uniqueId",
                    "",
                    "contactPriority",
                    "contactPriority"),
                false,
                KoreContactListType.CALL,
                false,
                false,
                List.of(),
                KoreContactListSource.PASSIVE_API,
                new KoreContactListApi("allowDuplicates", Map.of()),
                List.of(),
                List.of(),
                true,
                null,
                null,
                null,
                Instant.parse("2026-01-05T09:22:51.001Z"),
                Instant.parse("2026-01-05T09:22:51.001Z"),
                Map.of()));
    assertThat(list).hasToString("KoreContactList[id=" + ID + ", status=Ready]");
  }

  @Test
  void sendsDescriptionAndDuplicatesAlways() {
    assertThat(NewKoreContactList.builder().name("a").description("b").build().properties())
        .containsEntry("allowDuplicates", false)
        .containsEntry("source", "passiveApi");
  }

  @Test
  void versionOneHasOtherPathsAndNoAccountInTheQuery() {
    vendor
        .answer("lists-create")
        .answer("lists-list")
        .answer("lists-get-v1")
        .answer("lists-update")
        .answer("lists-delete")
        .answer("lists-contacts")
        .answer("lists-dialing-status");
    KoreContactLists v1 = lists().v1();
    run(v1.create(SPRING));
    sent("POST " + V1 + "/contactList/createContactList");
    run(v1.list());
    sent("POST " + V1 + "/contactList/getAllListDetails?type=call");
    run(v1.get(ID));
    sent("GET " + V1 + "/contactList/" + ID);
    run(v1.update(ID, KoreContactListChanges.builder().allowDuplicates(false).build()));
    assertThat(Vendor.json(sent("PUT " + V1 + "/contactList/" + ID)))
        .isEqualTo(Map.of("allowDuplicates", false));
    run(v1.delete(ID));
    sent("DELETE " + V1 + "/contactList/" + ID);
    run(v1.contacts(ID));
    sent("GET " + V1 + "/contactList/" + ID + "/getAllContacts?" + ACCOUNT);
    run(v1.dialingStatus("cd-1"));
    sent("POST " + V1 + "/cd-1/status?view=contacts");
  }

  @Test
  void onlyFamiliesThatAskForTheStreamInAHeaderGetIt() {
    vendor.answer("contacts-list").answer("agents-get");
    run(vendor.client().contacts().list());
    assertThat(vendor.request().getHeaders().get("iid")).isNull();
    run(vendor.client().agents().get(Vendor.AGENT));
    assertThat(vendor.request().getHeaders().get("iid")).isNull();
  }

  @Test
  void readsAListOfVersionOne() {
    vendor.answer("lists-get-v1");
    KoreContactList list = lists().v1().get(ID).execute();
    assertThat(list.lname()).isEqualTo("renewals spring");
    assertThat(list.source()).isEqualTo(KoreContactListSource.PASSIVE_API_INTEGRATION);
    assertThat(list.campaignInUse())
        .containsExactly(
            new KoreCampaignRef("cd-1", null, Map.of()),
            new KoreCampaignRef("cd-2", null, Map.of()));
    assertThat(list.orgId()).isEqualTo(Vendor.ORG);
    assertThat(list.accountId()).isEqualTo(Vendor.ACCOUNT);
    assertThat(list.iId()).isEqualTo(Vendor.STREAM);
    assertThat(list.totalRecordCount()).isEqualTo(3);
    assertThat(list.isListInUse()).isTrue();
    assertThat(list.allowDuplicates()).isNull();
    assertThat(list.additionalProperties()).isEmpty();
  }

  @Test
  void listsByPostWithAnEmptyObject() {
    vendor.cut().answer("lists-list").answer("lists-list");
    List<KoreContactList> all = lists().list().execute();
    vendor.request();
    RecordedRequest request =
        sent("POST " + V2 + "/contactList/getAllListDetails?" + ACCOUNT + "&type=call");
    assertThat(Vendor.json(request)).isEqualTo(Map.of());
    assertThat(all).extracting(KoreContactList::id).containsExactly(ID, "cl-2");
    KoreContactList file = all.get(1);
    assertThat(file.source()).isEqualTo(KoreContactListSource.LOCAL_DRIVE);
    assertThat(file.status()).isEqualTo(KoreContactListStatus.VALIDATED);
    assertThat(file.campaignInUse())
        .containsExactly(
            new KoreCampaignRef("cd-1", "Reminder", Map.of()),
            new KoreCampaignRef("cd-2", "Billing", Map.of()));
    assertThat(file.columns()).containsExactly("firstName", "phoneNumber", " Priority");
    assertThat(file.files())
        .containsExactly(
            new KoreContactListFile("69aa00000000000000000001", "people.csv", Map.of()));
    assertThat(file.createdAt()).isNull();
    assertThat(all).allSatisfy(list -> assertThat(list.additionalProperties()).isEmpty());
    run(lists().list(KoreContactListType.SMS));
    sent("POST " + V2 + "/contactList/getAllListDetails?" + ACCOUNT + "&type=sms");
  }

  @Test
  void getsUpdatesAndDeletes() {
    vendor.answer("lists-create").answer("lists-update").answer("lists-delete");
    assertThat(lists().get(ID).execute().name()).isEqualTo("Renewals spring");
    sent("GET " + V2 + "/contactList/" + ID + "?" + ACCOUNT);
    KoreContactListUpdate update = lists().update(ID, AUTUMN).execute();
    RecordedRequest request = sent("PUT " + V2 + "/contactList/" + ID + "?" + ACCOUNT);
    assertThat(Vendor.json(request)).isEqualTo(Map.of("name", "Renewals autumn"));
    assertThat(update)
        .isEqualTo(
            new KoreContactListUpdate(
                ID,
                new KoreContactListEcho(
                    "Renewals autumn",
                    "Who renews in autumn",
                    null,
                    List.of("call"),
                    Vendor.ORG,
                    Vendor.STREAM,
                    KoreContactListType.CALL,
                    Vendor.ACCOUNT,
                    Vendor.USER,
                    Map.of()),
                Map.of()));
    Deleted<KoreContactList> deleted = lists().delete(ID).execute();
    sent("DELETE " + V2 + "/contactList/" + ID + "?" + ACCOUNT);
    assertThat(deleted.alreadyGone()).isFalse();
    assertThat(deleted.last().id()).isEqualTo(ID);
  }

  @Test
  void aDeleteThatWasCutIsSentAgainAndA404ThenMeansThatItIsGone() {
    vendor.cut().answer(404, "{\"errors\":[{\"msg\":\"not found\",\"code\":404}]}");
    assertThat(lists().delete(ID).execute().alreadyGone()).isTrue();
  }

  @Test
  void readsTheContactsOfAList() {
    vendor.answer("lists-contacts").answer("lists-contacts");
    List<KoreListContact> contacts = lists().contacts(ID).stream().toList();
    sent("GET " + V2 + "/contactList/" + ID + "/getAllContacts?" + ACCOUNT);
    assertThat(contacts)
        .containsExactly(
            new KoreListContact(
                "cc-1",
                "12025550103",
                Instant.parse("2026-01-09T04:28:44.832Z"),
                Instant.parse("2026-01-09T04:28:44.833Z"),
                Map.of()),
            new KoreListContact(
                "cc-2",
                "12025550104",
                Instant.parse("2026-01-09T04:28:44.832Z"),
                Instant.parse("2026-01-09T04:28:44.833Z"),
                Map.of("firstName", "Ada")));
    assertThat(contacts.get(0)).hasToString("KoreListContact[id=cc-1]");
    run(lists().contacts(ID).pageSize(20));
    sent("GET " + V2 + "/contactList/" + ID + "/getAllContacts?" + ACCOUNT + "&limit=20");
  }

  @Test
  void asksForFurtherContactsInBothWaysAndFailsWhenBothAreIgnored() {
    String page =
        Vendor.text("lists-contacts")
            .replace("\"hasMore\": false", "\"hasMore\": true")
            .replace("\"totalResults\": 2", "\"totalResults\": 4");
    vendor.answer(200, page).answer(200, page).answer(200, page).answer(200, page);
    assertThatThrownBy(() -> lists().contacts(ID).stream().toList())
        .isInstanceOf(IncompleteListException.class);
    sent("GET " + V2 + "/contactList/" + ID + "/getAllContacts?" + ACCOUNT);
    assertThat(Vendor.line(vendor.request())).contains("page=2").contains("skip=");
  }

  @Test
  void addsContactsByTheListsName() {
    vendor.answer("lists-add-contacts");
    KoreContactsQueued queued =
        lists()
            .addContacts(
                "Renewals spring",
                List.of(
                    NewKoreListContact.of("12025550103"),
                    NewKoreListContact.builder()
                        .phoneNumber("12025550104")
                        .column("firstName", "Ada")
                        .build()))
            .execute();
    RecordedRequest request =
        sent("POST /api/1.1/public/" + Vendor.STREAM + "/campaign/contactList/addContacts");
    assertThat(Vendor.json(request))
        .isEqualTo(
            Vendor.json(
                """
                {"contact_list_name":"Renewals spring","data":[{"phoneNumber":"12025550103"},
                 {"phoneNumber":"12025550104","firstName":"Ada"}]}\
                """));
    assertThat(queued.message()).isEqualTo("Adding contacts to public list is in progress");
  }

  @Test
  void whatCreatesIsNeverSentTwice() {
    List<NewKoreListContact> one = List.of(NewKoreListContact.of("12025550103"));
    for (ThrowingCallable create :
        List.<ThrowingCallable>of(
            () -> lists().create(SPRING).execute(),
            () -> lists().addContacts("Renewals spring", one).execute())) {
      int before = vendor.requests();
      vendor.cut();
      SdkException lost = catchThrowableOfType(SdkException.class, create);
      assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(vendor.requests() - before).isEqualTo(1);
    }
  }

  @Test
  void asksForTheDialingStatusWithThePageInTheBody() {
    vendor.answer("lists-dialing-status").answer("lists-dialing-status");
    List<KoreDialingStatus> statuses = lists().dialingStatus("cd-1").stream().toList();
    RecordedRequest request = sent("POST " + V2 + "/cd-1/status?view=contacts");
    assertThat(Vendor.json(request)).isEqualTo(Vendor.json("{\"page\":1,\"limit\":100}"));
    assertThat(statuses.get(1))
        .isEqualTo(
            new KoreDialingStatus(
                "12025550104",
                "EXT-1",
                "completed",
                1,
                "68aa00000000000000000002",
                List.of("System Generated"),
                "agentHangUp",
                "agent_hangup",
                Map.of()));
    assertThat(statuses.get(1))
        .hasToString("KoreDialingStatus[dialerOutcome=completed, numberOfAttemptsSoFar=1]");
    run(lists().dialingStatus("cd-1").pageSize(1));
    assertThat(Vendor.json(vendor.request())).isEqualTo(Vendor.json("{\"page\":1,\"limit\":1}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void aStatusPageHasBetweenOneAndAHundredRows(int rows) {
    assertThatThrownBy(() -> lists().dialingStatus("cd-1").pageSize(rows))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("between 1 and 100, but was " + rows);
  }

  @Test
  void refusesBadInputBeforeAnythingIsSent() {
    NewKoreListContact one = NewKoreListContact.of("12025550103");
    for (Map.Entry<ThrowingCallable, String> wrong :
        Map.<ThrowingCallable, String>ofEntries(
                Map.entry(() -> lists().create(null), "the contact list is null"),
                Map.entry(() -> lists().list(null), "the type is null"),
                Map.entry(() -> lists().get(" ").execute(), "contactListId is missing or blank"),
                Map.entry(() -> lists().get("a/b").execute(), "path separator"),
                Map.entry(
                    () -> lists().get("getAllListDetails").execute(), "name of another operation"),
                Map.entry(
                    () -> lists().delete("createcontactlist").execute(),
                    "name of another operation"),
                Map.entry(() -> lists().contacts("").execute(), "contactListId is missing"),
                Map.entry(() -> lists().contacts(ID).pageSize(0), "pageSize must be between"),
                Map.entry(() -> lists().update(ID, null), "what to change is null"),
                Map.entry(
                    () -> lists().update(ID, KoreContactListChanges.builder().build()),
                    "nothing to change"),
                Map.entry(
                    () ->
                        lists()
                            .update(
                                ID, KoreContactListChanges.builder().allowDuplicates(true).build()),
                    "use contactLists().v1()"),
                Map.entry(
                    () -> lists().update("addContacts", AUTUMN).execute(),
                    "name of another operation"),
                Map.entry(() -> lists().addContacts(" ", List.of(one)), "name of the contact list"),
                Map.entry(() -> lists().addContacts(null, List.of(one)), "name of the contact"),
                Map.entry(() -> lists().addContacts("a", null), "list of contacts is null"),
                Map.entry(() -> lists().addContacts("a", List.of()), "list of contacts is empty"),
                Map.entry(
                    () -> lists().addContacts("a", Arrays.asList(one, null)),
                    "element 1 of the list of contacts is null"),
                Map.entry(() -> lists().dialingStatus("").execute(), "campaignId is missing"),
                Map.entry(
                    () -> NewKoreContactList.builder().name(" ").build(), "name, description"),
                Map.entry(
                    () ->
                        NewKoreContactList.builder().name("x".repeat(49)).description("d").build(),
                    "name must have at most 48 characters, but has 49"),
                Map.entry(
                    () -> KoreContactListChanges.builder().description("x".repeat(257)).build(),
                    "description must have at most 256 characters, but has 257"),
                Map.entry(() -> KoreContactListChanges.builder().name(" "), "name is missing"),
                Map.entry(() -> NewKoreListContact.of(" "), "phoneNumber"),
                Map.entry(
                    () -> NewKoreListContact.builder().column("", "x"), "the name of a column"))
            .entrySet()) {
      assertThatThrownBy(wrong.getKey())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining(wrong.getValue());
    }
    assertThat(vendor.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\":\"success\",\"message\":\"\"}",
        "{\"status\":\"success\",\"data\":{\"name\":\"Renewals spring\"}}",
        "{\"status\":\"success\",\"data\":[]}",
        "7"
      })
  void anAnswerWithoutAListIsUnreadable(String body) {
    vendor.answer(200, body);
    ResponseFormatException e =
        catchThrowableOfType(ResponseFormatException.class, () -> lists().create(SPRING).execute());
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aFailureInsideASuccessIsARefusal() {
    vendor
        .answer(200, "{\"status\":\"failed\",\"message\":\"Contact list already exists\"}")
        .answer(200, "{\"message\":\"Scope is incorrect!\",\"errors\":[{\"code\":4002}]}");
    assertThatThrownBy(() -> lists().create(SPRING).execute())
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("already exists");
    assertThatThrownBy(
            () -> lists().addContacts("a", List.of(NewKoreListContact.of("12025550103"))).execute())
        .isInstanceOf(ApiException.class);
  }

  @Test
  void aLoneListIsNoAnswerToTheListOfAll() {
    vendor.answer("lists-create");
    assertThatThrownBy(() -> lists().list().execute()).isInstanceOf(ResponseFormatException.class);
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    vendor.answer(
        200,
        """
        {"status":"success","data":{"_id":"cl-1","source":"sftp","status":"Paused","listType":"fax",
         "campaignInUse":[7,{"id":"cd-1","weight":1}],"mapping":{"a":1,"b":[2]},"color":"red",
         "totalRecordCount":"many"}}\
        """);
    KoreContactList list = lists().get("cl-1").execute();
    assertThat(list.source()).isEqualTo(KoreContactListSource.of("sftp"));
    assertThat(list.source().isKnown()).isFalse();
    assertThat(list.status()).isEqualTo(KoreContactListStatus.of("Paused"));
    assertThat(list.listType()).isEqualTo(KoreContactListType.of("fax"));
    assertThat(list.campaignInUse())
        .containsExactly(
            new KoreCampaignRef("7", null, Map.of()),
            new KoreCampaignRef("cd-1", null, Map.of("weight", 1)));
    assertThat(list.additionalProperties())
        .containsKeys("mapping")
        .containsEntry("color", "red")
        .containsEntry("totalRecordCount", "many");
  }

  @Test
  void whatAnApplicationPutsIntoARowIsMasked() {
    vendor.answer(
        400, "{\"errors\":[{\"msg\":\"12025550177 of Zaphodina in Atlantis is wrong\"}]}");
    NewKoreListContact contact =
        NewKoreListContact.builder()
            .phoneNumber("12025550177")
            .column("firstName", "Zaphodina")
            .column("favouritePlace", "Atlantis")
            .build();
    assertThat(contact).hasToString("NewKoreListContact[phoneNumber, firstName, favouritePlace]");
    ApiException e =
        catchThrowableOfType(
            ApiException.class, () -> lists().addContacts("a", List.of(contact)).execute());
    assertThat(e.reason()).isEqualTo("*** of *** in *** is wrong");
  }
}
