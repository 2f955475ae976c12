package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.failure;
import static dev.contactsdk.tests.e2e.Support.last;
import static dev.contactsdk.tests.e2e.Support.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.lists.KoreContactList;
import dev.contactsdk.kore.lists.KoreContactListChanges;
import dev.contactsdk.kore.lists.KoreContactListSource;
import dev.contactsdk.kore.lists.KoreContactLists;
import dev.contactsdk.kore.lists.KoreDialingStatus;
import dev.contactsdk.kore.lists.KoreListContact;
import dev.contactsdk.kore.lists.NewKoreContactList;
import dev.contactsdk.kore.lists.NewKoreListContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import dev.contactsdk.sandbox.KoreScope;
import dev.contactsdk.sandbox.Paging;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KoreContactListsE2eTest {
  private static final NewKoreContactList SPRING =
      NewKoreContactList.builder().name("Spring").description("Renewals in spring").build();

  private static KoreSandboxBuilder sandbox() {
    return KoreSandbox.builder().clock(new VirtualClock());
  }

  private static void with(KoreSandboxBuilder builder, BiConsumer<KoreSandbox, KoreClient> test) {
    try (KoreSandbox sandbox = builder.start();
        KoreClient client = sandbox.client()) {
      test.accept(sandbox, client);
    }
  }

  private static void with(BiConsumer<KoreSandbox, KoreClient> test) {
    with(sandbox(), test);
  }

  private static KoreContactLists of(KoreClient kore, boolean isFirst) {
    return isFirst ? kore.contactLists().v1() : kore.contactLists();
  }

  private static List<Map<String, String>> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Map.of("phoneNumber", String.format(Locale.ROOT, "1202555%04d", i)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aListIsCreatedChangedReadAndDeleted(boolean isFirst) {
    with(
        (sandbox, kore) -> {
          KoreContactLists lists = of(kore, isFirst);
          KoreContactList created = lists.create(SPRING).execute();
          assertThat(created.id()).startsWith("cl-");
          assertThat(created.allowDuplicates()).isFalse();
          assertThat(last(sandbox).header("iid")).isEqualTo(sandbox.streamId());
          assertThat(last(sandbox).header("accountId")).isEqualTo(sandbox.accountId());
          assertThat(last(sandbox).query().get("accountId"))
              .isEqualTo(isFirst ? null : sandbox.accountId());
          assertThat(
                  lists
                      .update(created.id(), KoreContactListChanges.builder().name("Autumn").build())
                      .execute()
                      .body()
                      .name())
              .isEqualTo("Autumn");
          assertThat(lists.list().execute())
              .extracting(KoreContactList::name, KoreContactList::description)
              .containsExactly(tuple("Autumn", SPRING.properties().get("description")));
          KoreContactList read = lists.get(created.id()).execute();
          assertThat(read.source())
              .isEqualTo(
                  isFirst
                      ? KoreContactListSource.PASSIVE_API_INTEGRATION
                      : KoreContactListSource.PASSIVE_API);
          assertThat(read.iId()).isEqualTo(isFirst ? sandbox.streamId() : null);
          assertThat(read.additionalProperties()).isEmpty();
          assertThat(lists.delete(created.id()).execute().last().name()).isEqualTo("Autumn");
          assertThat(sandbox.contactLists()).isEmpty();
          assertThat(failure(() -> lists.get(created.id()).execute()))
              .isInstanceOf(ApiException.NotFound.class);
        });
  }

  @Test
  void bothVersionsShowTheSameListsAndCampaignsInTwoForms() {
    with(
        (sandbox, kore) -> {
          String id = sandbox.addContactList("Spring", true);
          String campaign = sandbox.addCampaign("Call them", id);
          KoreContactList second = kore.contactLists().get(id).execute();
          assertThat(second.campaignInUse().get(0).id()).isEqualTo(campaign);
          assertThat(second.campaignInUse().get(0).name()).isEqualTo("Call them");
          assertThat(second.apiConfigurations().dataSyncMode()).isEqualTo("allowDuplicates");
          KoreContactList first = kore.contactLists().v1().get(id).execute();
          assertThat(first.campaignInUse().get(0).id()).isEqualTo(campaign);
          assertThat(first.campaignInUse().get(0).name()).isNull();
          assertThat(first.lname()).isEqualTo("spring");
          ApiException inUse =
              failure(ApiException.class, () -> kore.contactLists().delete(id).execute());
          assertThat(inUse.outcome()).isEqualTo(Outcome.REJECTED);
          assertThat(sandbox.contactLists()).hasSize(1);
        });
  }

  @Test
  void contactsAreAddedByTheListsNameAndReadPageByPage() {
    with(
        (sandbox, kore) -> {
          String id = kore.contactLists().create(SPRING).execute().id();
          NewKoreListContact ada =
              NewKoreListContact.builder()
                  .phoneNumber("12025550101")
                  .column("firstName", "Ada")
                  .build();
          assertThat(
                  kore.contactLists().addContacts("Spring", List.of(ada, ada)).execute().message())
              .isEqualTo("Adding contacts to public list is in progress");
          KoreListContact read = list(kore.contactLists().contacts(id).items()).get(0);
          assertThat(read.phoneNumber()).isEqualTo("12025550101");
          assertThat(read.additionalProperties()).isEqualTo(Map.of("firstName", "Ada"));
          assertThat(sandbox.contactsOfList(id)).hasSize(1);
          sandbox.addToContactList(id, people(120));
          assertThat(list(kore.contactLists().contacts(id).items())).hasSize(121);
          assertThat(list(kore.contactLists().v1().contacts(id).pageSize(7).items())).hasSize(121);
          assertThat(
                  failure(
                      () -> kore.contactLists().addContacts("Nobody's", List.of(ada)).execute()))
              .isInstanceOf(ApiException.class);
        });
  }

  @Test
  void contactsBeyondAPageThatTheServerCannotPageAreAFailure() {
    with(
        sandbox().paging(Paging.ignored()),
        (sandbox, kore) -> {
          String id = sandbox.addContactList("Spring", true);
          sandbox.addToContactList(id, people(120));
          assertThat(failure(() -> list(kore.contactLists().contacts(id).items())))
              .isInstanceOf(IncompleteListException.class);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theDialingStatusIsReadPageByPage(boolean isFirst) {
    with(
        (sandbox, kore) -> {
          String id = sandbox.addContactList("Spring", true);
          sandbox.addToContactList(id, people(250));
          String campaign = sandbox.addCampaign("Call them", id);
          KoreContactLists lists = of(kore, isFirst);
          List<KoreDialingStatus> before = list(lists.dialingStatus(campaign).items());
          assertThat(before).hasSize(250);
          assertThat(before).extracting(KoreDialingStatus::dialerOutcome).containsOnly("");
          sandbox.finishCampaign(campaign);
          List<KoreDialingStatus> after = list(lists.dialingStatus(campaign).pageSize(99).items());
          assertThat(after).hasSize(250).doesNotHaveDuplicates();
          assertThat(after).extracting(KoreDialingStatus::dialerOutcome).containsOnly("completed");
          assertThat(last(sandbox).body()).isEqualTo("{\"page\":3,\"limit\":99}");
          assertThat(failure(() -> lists.dialingStatus("cd-none").execute()))
              .isInstanceOf(ApiException.NotFound.class);
        });
  }

  @Test
  void anAppWithoutTheScopeIsToldWhichOneItNeeds() {
    with(
        sandbox().scopes(KoreScope.CONFIGURATION, KoreScope.SMARTASSIST_ANALYTICS),
        (sandbox, kore) -> {
          ApiException.PermissionDenied denied =
              failure(
                  ApiException.PermissionDenied.class,
                  () -> kore.contactLists().create(SPRING).execute());
          assertThat(denied.hint()).contains("contact lists Campaign Management");
          assertThat(sandbox.contactLists()).isEmpty();
        });
  }

  @Test
  void theSandboxWantsTheStreamInAHeaderAndTheAccountInTheQuery() {
    with(
        (sandbox, kore) -> {
          String id = sandbox.addContactList("Spring", true);
          Endpoint<Object> get =
              Endpoint.get(
                  "own.get",
                  "/campaign/api/v2/public/{streamId}/campaign/contactList/{id}",
                  Decoder.json(Object.class));
          assertThat(failure(() -> kore.call(get).path("id", id).execute()))
              .hasMessageContaining("Missing header iid");
          assertThat(
                  failure(
                      () ->
                          kore.call(get)
                              .path("id", id)
                              .header("iid", sandbox.streamId())
                              .execute()))
              .hasMessageContaining("Invalid accountId");
          assertThat(
                  kore.call(get)
                      .path("id", id)
                      .header("iid", sandbox.streamId())
                      .query("accountId", sandbox.accountId())
                      .execute())
              .isNotNull();
        });
  }
}
