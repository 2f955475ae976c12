package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.tests.client.Kore;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Truedy;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor that answers 200 and says in the body that it failed. */
class ErrorsInSuccessTest {
  private static final String TEXT = "The index is being rebuilt";

  private static final List<String> KORE_ERRORS =
      List.of(
          "{'errors':[{'msg':'" + TEXT + "','code':400}]}",
          "{'errors':[{'message':'" + TEXT + "','code':4002}]}",
          "{'status':'error','errors':[{'msg':'" + TEXT + "','code':400}]}",
          "{'status':'failed','message':'" + TEXT + "'}");

  private static final List<String> TRUEDY_ERRORS =
      List.of(
          "{'data':{},'error':{'code':'internal_error','message':'" + TEXT + "','details':{}}}",
          "{'data':null,'error':{'code':'internal_error','message':'" + TEXT + "'}}",
          "{'error':{'code':'internal_error','message':'" + TEXT + "'}}",
          "{'status':'error','message':'" + TEXT + "'}",
          "{'success':false,'message':'" + TEXT + "'}");

  private static final Map<String, Consumer<KoreClient>> KORE_CALLS =
      Map.of(
          "create",
          kore -> kore.contacts().create(Kore.contact(Vendor.number(1), "Ada")).execute(),
          "update",
          kore -> kore.contacts().update("66bb1", changes()).execute(),
          "updateAll",
          kore ->
              kore.contacts()
                  .updateAll(List.of(new KoreContactChange("66bb1", changes())))
                  .execute(),
          "delete",
          kore -> kore.contacts().delete("66bb1").execute(),
          "deleteAll",
          kore -> kore.contacts().deleteAll(List.of("66bb1")).execute(),
          "list",
          kore -> kore.contacts().list().execute(),
          "findByCustomId",
          kore -> kore.agents().findByCustomId("EXT-1").execute(),
          "availability",
          kore -> kore.agents().availability(KoreAvailabilityQuery.builder().build()).execute(),
          "groups",
          kore -> kore.agentGroups().list().execute(),
          "group",
          kore -> kore.agentGroups().get("ag-1").execute());

  private static final Map<String, Consumer<TruedyClient>> TRUEDY_CALLS =
      Map.of(
          "create",
          truedy -> truedy.contacts().create(Truedy.contact(Vendor.number(1), "Ada")).execute(),
          "update",
          truedy ->
              truedy
                  .contacts()
                  .update("ctc_1", TruedyContactChanges.builder().firstName("Ada").build())
                  .execute(),
          "list",
          truedy -> truedy.contacts().list().execute(),
          "folder",
          truedy -> truedy.folders().create("Spring").execute(),
          "deleteFolder",
          truedy -> truedy.folders().deleteWithContacts("folder_1").execute(),
          "agent",
          truedy -> truedy.agents().get("agt_1").execute());

  private static KoreContactChanges changes() {
    return KoreContactChanges.builder().firstName("Ada").build();
  }

  static Stream<Arguments> koreErrors() {
    return KORE_CALLS.keySet().stream()
        .sorted()
        .flatMap(call -> KORE_ERRORS.stream().map(body -> Arguments.of(call, body)));
  }

  @ParameterizedTest
  @MethodSource("koreErrors")
  void anErrorOfKoresIsAFailureWithItsText(String call, String body) throws Exception {
    SdkException failure = kore(call, body);

    assertThat(failure).hasMessageContaining(TEXT);
    assertThat(failure.outcome()).as("nothing says that it was done").isNotEqualTo(Outcome.APPLIED);
  }

  static Stream<Arguments> truedyErrors() {
    return TRUEDY_CALLS.keySet().stream()
        .sorted()
        .flatMap(call -> TRUEDY_ERRORS.stream().map(body -> Arguments.of(call, body)));
  }

  @ParameterizedTest
  @MethodSource("truedyErrors")
  void anErrorOfTruedysIsAFailureWithItsText(String call, String body) throws Exception {
    SdkException failure = truedy(call, body);

    assertThat(failure).hasMessageContaining(TEXT);
    assertThat(failure.outcome()).as("nothing says that it was done").isNotEqualTo(Outcome.APPLIED);
  }

  static Stream<Arguments> truedyWithoutData() {
    return Stream.of("create", "update", "folder", "agent")
        .flatMap(
            call ->
                Stream.of("{'data':{}}", "{'data':{'success':false}}", "{'data':true}", "{}")
                    .map(body -> Arguments.of(call, body)));
  }

  @ParameterizedTest
  @MethodSource("truedyWithoutData")
  void aSuccessOfTruedysThatHoldsNothingIsAFailure(String call, String body) throws Exception {
    assertThat(truedy(call, body)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'data':{'success':false}}", "{'data':{'deleted':false}}", "{'ok':false}"})
  void aDeleteThatTruedySaysFailedIsAFailure(String body) throws Exception {
    assertThat(truedy("deleteFolder", body)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("emptyLists")
  void anAnswerWithoutAListIsNoEmptyList(String body) throws Exception {
    assertThat(kore("list", body)).isNotNull();
    assertThat(kore("groups", body)).isNotNull();
    assertThat(truedy("list", body)).isNotNull();
  }

  static Stream<String> emptyLists() {
    return Stream.of("{}", "null", "{'meta':{}}");
  }

  /** Decoding comes after the retries, so the call itself fails. */
  @Test
  void aLimitInsideASuccessPausesTheAccount() throws Exception {
    try (JudgeServer server = JudgeServer.plain(Vendor.TRUEDY.backend());
        Truedy truedy = Truedy.at(server.url(), Settings.usual().time(new VirtualClock()))) {
      answer(server, "{'error':{'code':'rate_limit_exceeded','message':'Too many requests'}}");
      ListCall<TruedyContact, ?> list = truedy.sdk().contacts().list();

      assertThatThrownBy(list::execute).isInstanceOf(ApiException.RateLimited.class);
      assertThatThrownBy(() -> list.deadline(Duration.ofSeconds(1)).execute())
          .isInstanceOf(RateLimitWaitException.class);
    }
  }

  private static SdkException kore(String call, String body) throws Exception {
    try (JudgeServer server = JudgeServer.plain(Vendor.KORE.backend());
        Kore kore = Kore.at(server.url(), Settings.unlimited().time(new VirtualClock()))) {
      answer(server, body);
      return catchThrowableOfType(
          SdkException.class, () -> KORE_CALLS.get(call).accept(kore.sdk()));
    }
  }

  private static SdkException truedy(String call, String body) throws Exception {
    try (JudgeServer server = JudgeServer.plain(Vendor.TRUEDY.backend());
        Truedy truedy = Truedy.at(server.url(), Settings.unlimited().time(new VirtualClock()))) {
      answer(server, body);
      return catchThrowableOfType(
          SdkException.class, () -> TRUEDY_CALLS.get(call).accept(truedy.sdk()));
    }
  }

  private static void answer(JudgeServer server, String body) {
    Answer answer = Answer.of(200, "application/json", body.replace('\'', '"'));
    server.director(request -> Behaviour.answer(answer));
  }
}
