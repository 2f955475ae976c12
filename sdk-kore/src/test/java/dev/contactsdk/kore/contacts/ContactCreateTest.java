package dev.contactsdk.kore.contacts;

import static dev.contactsdk.kore.Samples.ADA_ID;
import static dev.contactsdk.kore.Samples.GRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.Samples;
import dev.contactsdk.kore.Vendor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactCreateTest {
  private static final String EMPTY =
      "{\"results\":[],\"skip\":0,\"limit\":100,\"hasMore\":false,\"totalResults\":0}";

  @RegisterExtension final Vendor vendor = new Vendor();

  private String path() {
    return "POST " + vendor.url() + "/agentassist/api/v1/public/{streamId}/contacts";
  }

  private KoreContacts contacts() {
    return vendor.client().contacts();
  }

  private KoreContactCreateCall<List<KoreContact>> both() {
    return contacts().createAll(List.of(Samples.ada(), Samples.grace()));
  }

  private static String contact(String id, String number, String status) {
    return "{\"id\":\"%s\",\"status\":\"%s\",\"cellPhone\":{\"phoneNumber\":\"%s\",\"countryCode\":\"+1\"}}"
        .formatted(id, status, number);
  }

  private static String page(boolean more, int skip, String... contacts) {
    return "{\"results\":[%s],\"skip\":%d,\"limit\":100,\"hasMore\":%b}"
        .formatted(String.join(",", contacts), skip, more);
  }

  @Test
  void answersInTheOrderOfWhatWasSent() {
    vendor.answer("contacts-create-many");
    assertThat(both().execute()).extracting(KoreContact::id).containsExactly(ADA_ID, GRACE_ID);
  }

  @Test
  void aRefusalOfAnInterceptorThatSendsNothingCreatesNone() {
    try (KoreClient kore =
        vendor
            .builder()
            .interceptor((request, next) -> HttpResponse.of(400, Headers.empty(), new byte[0]))
            .build()) {
      ApiException e =
          catchThrowableOfType(
              ApiException.class,
              () -> kore.contacts().createAll(List.of(Samples.ada(), Samples.grace())).execute());
      assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
    assertThat(vendor.requests()).isZero();
  }

  @Test
  void placesAContactWhoseNumberComesBackInAFormOfItsOwn() {
    vendor.answer(200, "[{\"id\":\"odd\"}," + contact("ada", "+12025550101", "ACTIVE") + "]");
    assertThat(both().execute()).extracting(KoreContact::id).containsExactly("ada", "odd");
  }

  private static String numbered(String id, String number) {
    return contact(id, number, "ACTIVE");
  }

  private static final String ADA_ROW = numbered("ada", "+12025550101");
  private static final String GRACE_ROW = numbered("grace", "+919876500000");

  private UnconfirmedWriteException unconfirmed(KoreContactCreateCall<?> call) {
    return catchThrowableOfType(UnconfirmedWriteException.class, call::execute);
  }

  @Test
  void aContactThatCameTwiceStandsForNoOther() {
    NewKoreContact third =
        NewKoreContact.builder()
            .firstName("Joan")
            .lastName("Clarke")
            .salutation("Ms")
            .cellPhone(CellPhone.of("+1", "2025550103"))
            .build();
    vendor.answer(200, "[" + ADA_ROW + "," + ADA_ROW + "," + GRACE_ROW + "]");
    UnconfirmedWriteException lost =
        unconfirmed(contacts().createAll(List.of(Samples.ada(), Samples.grace(), third)));
    assertThat(lost.rows())
        .extracting(Row::outcome)
        .containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.UNKNOWN);
    assertThat(lost.rows().get(2).record()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"x\",\"status\":\"ACTIVE\",\"cellPhone\":{\"phoneNumber\":\"+12025550199\"}}",
        "{\"id\":\"x\",\"status\":\"ACTIVE\",\"firstName\":\"Joan\",\"lastName\":\"Clarke\"}",
        "{\"id\":\"x\",\"status\":\"ACTIVE\",\"fullName\":\"Joan Clarke\"}"
      })
  void aContactThatWasNotSentStandsForNone(String other) {
    vendor.answer(200, "[" + ADA_ROW + "," + other + "]");
    assertThat(unconfirmed(both()).rows())
        .extracting(Row::outcome)
        .containsExactly(Outcome.APPLIED, Outcome.UNKNOWN);
    vendor.answer(200, "[" + other + "]");
    UnconfirmedWriteException lost = unconfirmed(contacts().create(Samples.grace()));
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aRowThatFailedLeavesItsContactUnknownUntilItIsLookedUp() {
    String failed =
        GRACE_ROW.replace("ACTIVE", "failure").replace("}}", "},\"reason\":{\"errors\":[]}}");
    vendor.answer(200, "[" + ADA_ROW + "," + failed + "]");
    UnconfirmedWriteException lost = unconfirmed(both());
    assertThat(lost.rows())
        .extracting(Row::outcome)
        .containsExactly(Outcome.APPLIED, Outcome.UNKNOWN);
    assertThat(lost.rows().get(1).record()).isNull();
    vendor
        .answer(200, "[" + ADA_ROW + "," + failed + "]")
        .answer(200, page(false, 0, named("g-1", "+919876500000", "Grace", "Brewster")));
    assertThat(both().onUnknown(OnUnknown.lookUp()).execute())
        .extracting(KoreContact::id)
        .containsExactly("ada", "g-1");
  }

  @Test
  void rowsThatAllFailedLeaveEachUnknown() {
    vendor.answer(
        200,
        "[{\"id\":\"a\",\"status\":\"failure\",\"reason\":{\"errors\":[{\"msg\":\"INVALID\","
            + "\"code\":400}]}},{\"id\":\"b\",\"firstName\":\"B\",\"success\":false}]");
    UnconfirmedWriteException lost = unconfirmed(both());
    assertThat(lost.rows()).extracting(Row::outcome).containsOnly(Outcome.UNKNOWN);
    assertThat(lost).hasRootCauseInstanceOf(ApiException.BadRequest.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 98765 00000", "+91 (0) 98765-00000", "00919876500000"})
  void aNumberInAnotherSpellingIsTheOneThatWasSent(String number) {
    vendor.answer(200, "[" + numbered("x", number).replace("+1", "+91") + "," + ADA_ROW + "]");
    assertThat(both().execute()).extracting(KoreContact::id).containsExactly("ada", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[null,null]",
        "[{}]",
        "{\"totalRequested\":2,\"successful\":1,\"failed\":1,\"successfulRecords\":[{\"id\":\"a\"}]}"
      })
  void aSuccessThatShowsNoneOfSeveralLeavesEachUnknown(String body) {
    for (OnUnknown policy : List.of(OnUnknown.fail(), OnUnknown.lookUp())) {
      vendor.answer(200, body);
      if (policy.looksUp()) {
        vendor.answer(200, EMPTY);
      }
      UnconfirmedWriteException lost = unconfirmed(both().onUnknown(policy));
      assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(lost.rows())
          .extracting(Row::outcome)
          .containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
    }
    vendor.answer(200, body).answer(200, EMPTY).answer("contacts-create-many");
    assertThat(both().onUnknown(OnUnknown.resendThenLookUp()).execute()).hasSize(2);
  }

  @Test
  void anErrorInASuccessForSeveralIsNoShortAnswer() {
    vendor.answer(200, "{\"errors\":[{\"msg\":\"the index is down\",\"code\":500}]}");
    assertThatThrownBy(() -> both().execute())
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
        .hasMessageContaining("the index is down");
  }

  @Test
  void anEmptyAnswerLeavesASingleContactUnknown() {
    vendor.answer(200, "[]");
    UnconfirmedWriteException lost = unconfirmed(contacts().create(Samples.ada()));
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.rows()).containsExactly(new Row(Outcome.UNKNOWN, null));
  }

  @Test
  void anAnswerThatCannotBeReadLeavesWhatIsNotFoundUnknown() {
    vendor.answer(200, "<html>").answer(200, EMPTY);
    UnconfirmedWriteException lost =
        unconfirmed(contacts().create(Samples.ada()).onUnknown(OnUnknown.resendThenLookUp()));
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.rows()).extracting(Row::outcome).containsOnly(Outcome.UNKNOWN);
    assertThat(vendor.requests()).as("nothing is sent again").isEqualTo(2);
  }

  @Test
  void aRefusalSaysNothingOfARequestThatMayStillBeUnderWay() {
    vendor
        .cut()
        .answer(400, "{\"errors\":[{\"msg\":\"busy\",\"code\":400}]}")
        .answer(200, EMPTY)
        .answer(400, "{\"errors\":[{\"msg\":\"busy\",\"code\":400}]}")
        .answer(200, EMPTY);
    UnconfirmedWriteException lost = unconfirmed(both().onUnknown(OnUnknown.resendThenLookUp()));
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.rows()).extracting(Row::outcome).containsOnly(Outcome.UNKNOWN);
  }

  @Test
  void allOfAnArrayThatWasRefusedAndIsNotThereIsRefused() {
    vendor.answer(400, "{\"errors\":[{\"msg\":\"wrong\",\"code\":400}]}").answer(200, EMPTY);
    UnconfirmedWriteException lost = unconfirmed(both().onUnknown(OnUnknown.lookUp()));
    assertThat(lost.rows()).extracting(Row::outcome).containsOnly(Outcome.REJECTED);
    assertThat(lost.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void aReplayProvesThatTheRequestCameBefore() {
    String replay =
        "{\"errors\":[{\"msg\":\"error verifying the jwt: possibly a replay\",\"code\":401}]}";
    vendor.answer(401, replay);
    assertThatThrownBy(() -> contacts().create(Samples.ada()).execute())
        .isInstanceOfSatisfying(
            ApiException.Unauthorized.class,
            e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
        .hasMessageContaining("a proxy");
    vendor.answer(401, replay).answer("contacts-list");
    KoreContact found = contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(found.id()).isEqualTo(ADA_ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"ACTIVE\",\"cellPhone\":{\"phoneNumber\":\"+12025550101\"}}",
        "{\"id\":\"o\",\"createdAt\":\"2025-12-31T00:00:00Z\",\"cellPhone\":{\"phoneNumber\":\"+12025550101\"}}",
        "{\"id\":\"o\",\"fullName\":\"Grace"
            + " Hopper\",\"cellPhone\":{\"phoneNumber\":\"+12025550101\"}}",
        "{\"id\":\"o\",\"lastName\":\"Hopper\",\"cellPhone\":{\"phoneNumber\":\"+12025550101\"}}",
        "{\"id\":\"o\",\"cellPhone\":{\"phoneNumber\":\"(202) 555-0101\"}}"
      })
  void aContactThatIsNotSurelyTheCreatedOneStandsInItsWay(String row) {
    vendor.cut().answer(200, page(false, 0, row));
    UnconfirmedWriteException lost =
        unconfirmed(contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.seen()).hasSize(1);
    assertThat(vendor.requests()).isEqualTo(2);
  }

  private static String showing(String shown) {
    return "{\"id\":\"o\",\"cellPhone\":{\"phoneNumber\":\"+12025550101\"}," + shown + "}";
  }

  private static NewKoreContact filled() {
    return NewKoreContact.builder()
        .firstName("Ada")
        .lastName("Byron")
        .salutation("Mrs")
        .cellPhone(CellPhone.of("+1", "2025550101").extension("55"))
        .additionalProperty("customId", "EXT-1")
        .additionalProperty("language", "en")
        .additionalProperty("customFields", Map.of("order", 2))
        .build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"accountId\":\"65aa00000000000000000099\"",
        "\"instanceBotId\":\"st-other\"",
        "\"customId\":\"EXT-2\"",
        "\"language\":\"de\"",
        "\"customFields\":{\"order\":1}",
        "\"salutation\":\"Mr\"",
        "\"cellPhone\":{\"phoneNumber\":\"+12025550101\",\"extension\":\"56\"}",
        "\"deleted\":true",
        "\"createdAt\":\"2025-11-01\"",
        "\"createdAt\":1762000000"
      })
  void aContactOfAnotherAppOrWithOtherPropertiesIsNotTakenForTheCreatedOne(String shown) {
    vendor.cut().answer(200, page(false, 0, showing(shown)));
    UnconfirmedWriteException lost =
        unconfirmed(contacts().create(filled()).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.seen()).hasSize(1);
    assertThat(vendor.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"accountId\":\"65aa00000000000000000001\",\"customFields\":{\"order\":\"2\"}",
        "\"instanceBotId\":\"st-0a1b2c3d-1111-5222-8333-444455556666\",\"customId\":\"EXT-1\"",
        "\"salutation\":\"MRS\",\"language\":\"\"",
        "\"cellPhone\":{\"phoneNumber\":\"+12025550101\",\"countryCode\":\"1\",\"extension\":\"55\"}",
        "\"createdAt\":1767254700900"
      })
  void aContactThatShowsWhatWasSentIsTheCreatedOne(String shown) {
    vendor.cut().answer(200, page(false, 0, showing(shown)));
    KoreContact found = contacts().create(filled()).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(found.id()).isEqualTo("o");
  }

  /** Kore.ai's own samples show it in these ways for numbers without an extension. */
  @ParameterizedTest
  @ValueSource(strings = {"+", "+1", "1", ""})
  void aDiallingPrefixIsNoExtension(String extension) {
    String number = "{\"phoneNumber\":\"+12025550101\",\"extension\":\"" + extension + "\"}";
    vendor.cut().answer(200, page(false, 0, showing("\"cellPhone\":" + number)));
    KoreContact found = contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(found.id()).isEqualTo("o");
  }

  @Test
  void theCreatedContactIsFoundBehindOneThatIsLikeIt() {
    vendor
        .cut()
        .answer(200, page(true, 0, named("other", "+12025550101", "Grace", "Hopper")))
        .answer(200, page(false, 1, named(ADA_ID, "+12025550101", "Ada", "Byron")));
    KoreContact found = contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(found.id()).isEqualTo(ADA_ID);
  }

  @Test
  void failsWithWhatCameWhenAContactIsMissing() {
    vendor.answer(
        200, "[{\"status\":\"failed\"}," + contact(ADA_ID, "+12025550101", "ACTIVE") + "]");
    UnconfirmedWriteException lost =
        catchThrowableOfType(UnconfirmedWriteException.class, () -> both().execute());
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.rows())
        .extracting(Row::outcome)
        .containsExactly(Outcome.APPLIED, Outcome.UNKNOWN);
    assertThat(lost.seen()).hasSize(1).first().hasFieldOrPropertyWithValue("id", ADA_ID);
    assertThat(lost.getCause()).hasMessageContaining("2 were sent, 1 came back");
  }

  @Test
  void isNeverSentAgainBlindly() {
    vendor.cut();
    assertThatThrownBy(() -> contacts().create(Samples.ada()).execute())
        .isInstanceOfSatisfying(
            ConnectionException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    assertThat(vendor.requests()).isEqualTo(1);
  }

  @Test
  void looksForTheNumberThroughAllPagesAndPassesOverDeletedOnes() {
    vendor
        .cut()
        .answer(
            200, page(true, 0, contact("1", "+12025550101", "INACTIVE"), contact("2", "+1", "")))
        .answer(200, page(true, 1, contact("2", "+1", ""), contact(ADA_ID, "2025550101", "NEW")));
    KoreContact found = contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(found.id()).isEqualTo(ADA_ID);
    vendor.request();
    assertThat(Vendor.line(vendor.request())).endsWith("/contacts?page=1&limit=1000");
    assertThat(Vendor.line(vendor.request())).endsWith("/contacts?page=2&skip=1&limit=1000");
    assertThat(vendor.requests()).as("stops when all are found").isEqualTo(3);
  }

  @Test
  void failsWithUnknownFateWhenItIsNotFound() {
    vendor.cut().answer(200, EMPTY);
    UnconfirmedWriteException lost =
        catchThrowableOfType(
            UnconfirmedWriteException.class,
            () -> contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUp()).execute());
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.seen()).isEmpty();
  }

  @Test
  void sendsAgainThoughARowThatCannotBeReadMayBeTheContactSinceKoreTakesANumberOnce() {
    vendor.cut().answer(200, page(false, 0, "[\"+12025550101\"]")).answer("contacts-create");
    KoreContact created =
        contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUpThenResend()).execute();
    assertThat(created.id()).isEqualTo(ADA_ID);
  }

  @Test
  void aRowThatCannotBeReadLeavesARefusedContactUnknown() {
    vendor
        .answer(400, "{\"errors\":[{\"msg\":\"one is wrong\",\"code\":400}]}")
        .answer(200, page(false, 0, "[\"+12025550101\"]"));
    UnconfirmedWriteException lost =
        catchThrowableOfType(
            UnconfirmedWriteException.class, () -> both().onUnknown(OnUnknown.lookUp()).execute());
    assertThat(lost.rows()).extracting(Row::outcome).containsOnly(Outcome.UNKNOWN);
  }

  @Test
  void resendsOnlyWhatIsNotFound() {
    vendor
        .cut()
        .answer(200, page(false, 0, contact(GRACE_ID, "+919876500000", "ACTIVE")))
        .answer("contacts-create");
    assertThat(both().onUnknown(OnUnknown.lookUpThenResend()).execute())
        .extracting(KoreContact::id)
        .containsExactly(ADA_ID, GRACE_ID);
    vendor.request();
    vendor.request();
    assertThat((List<?>) Vendor.json(vendor.request())).hasSize(1);
  }

  @Test
  void takesARefusalAfterAResendForAReasonToLookAgain() {
    vendor
        .cut()
        .answer(200, EMPTY)
        .answer(400, "{\"errors\":[{\"msg\":\"Phone number already exists\",\"code\":400}]}")
        .answer("contacts-list");
    assertThat(
            contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUpThenResend()).execute().id())
        .isEqualTo(ADA_ID);
  }

  @Test
  void looksUpAnAnswerThatCannotBeRead() {
    vendor.answer(200, "[]").answer("contacts-list");
    assertThat(contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUp()).execute().id())
        .isEqualTo(ADA_ID);
  }

  private static String named(String id, String number, String first, String last) {
    return "{\"id\":\"%s\",\"status\":\"ACTIVE\",\"firstName\":\"%s\",\"lastName\":\"%s\",\"cellPhone\":{\"phoneNumber\":\"%s\",\"countryCode\":\"+1\"}}"
        .formatted(id, first, last, number);
  }

  @Test
  void sendsFirstAndNeedsOneRequestWhenTheFirstWasNotCarriedOut() {
    vendor.cut().answer("contacts-create");
    KoreContact created =
        contacts().create(Samples.ada()).onUnknown(OnUnknown.resendThenLookUp()).execute();
    assertThat(created.id()).isEqualTo(ADA_ID);
    assertThat(vendor.requests()).isEqualTo(2);
  }

  @Test
  void looksForTheContactWhenTheSecondIsRefusedAsTaken() {
    vendor
        .cut()
        .answer(400, "{\"errors\":[{\"msg\":\"must be unique\",\"code\":400}]}")
        .answer(200, page(false, 0, named(ADA_ID, "+12025550101", " ada", "BYRON ")));
    KoreContact found =
        contacts().create(Samples.ada()).onUnknown(OnUnknown.resendThenLookUp()).execute();
    assertThat(found.id()).isEqualTo(ADA_ID);
    assertThat(vendor.requests()).isEqualTo(3);
  }

  @Test
  void doesNotTakeAContactOfAnotherNameForItsOwn() {
    vendor
        .cut()
        .answer(409, "{\"errors\":[{\"msg\":\"taken\",\"code\":409}]}")
        .answer(200, page(false, 0, named("other", "+12025550101", "Grace", "Hopper")));
    UnconfirmedWriteException lost =
        catchThrowableOfType(
            UnconfirmedWriteException.class,
            () ->
                contacts().create(Samples.ada()).onUnknown(OnUnknown.resendThenLookUp()).execute());
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.seen()).hasSize(1).first().hasFieldOrPropertyWithValue("id", "other");
    assertThat(vendor.requests()).isEqualTo(3);
  }

  @Test
  void aRefusalOfASingleContactStaysOne() {
    vendor.answer(400, "{\"errors\":[{\"msg\":\"wrong\",\"code\":400}]}");
    ApiException refused =
        catchThrowableOfType(
            ApiException.class,
            () -> contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUp()).execute());
    assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(vendor.requests()).isEqualTo(1);
  }

  @Test
  void aRefusalOfSeveralLeavesEachOfThemUnknown() {
    vendor.answer(400, "{\"errors\":[{\"msg\":\"one is wrong\",\"code\":400}]}");
    UnconfirmedWriteException lost =
        catchThrowableOfType(UnconfirmedWriteException.class, () -> both().execute());
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.rows())
        .containsExactly(new Row(Outcome.UNKNOWN, null), new Row(Outcome.UNKNOWN, null));
    assertThat(lost).hasCauseInstanceOf(ApiException.BadRequest.class);
    assertThat(lost.failure().request()).isEqualTo(path()).isEqualTo(request(lost));
  }

  private static String request(Throwable lost) {
    return ((SdkException) lost.getCause()).failure().request();
  }

  @Test
  void anAnswerWithFewerContactsNamesItsRequest() {
    vendor.answer(200, "[" + ADA_ROW + "]");
    UnconfirmedWriteException lost = unconfirmed(both());
    assertThat(lost).hasMessageContaining(path());
    assertThat(request(lost)).isEqualTo(path());
  }

  /** The gateway may have stopped waiting for a vendor that is still at it. */
  @Test
  void aPageOfAGatewayIsNoRefusalOfWhatTheLookUpDoesNotFind() {
    vendor
        .answer(400, "<html>400 Bad Request</html>")
        .answer(200, page(false, 0, contact(GRACE_ID, "+919876500000", "ACTIVE")));
    UnconfirmedWriteException lost =
        catchThrowableOfType(
            UnconfirmedWriteException.class, () -> both().onUnknown(OnUnknown.lookUp()).execute());
    assertThat(lost.rows())
        .extracting(Row::outcome)
        .containsExactly(Outcome.UNKNOWN, Outcome.APPLIED);
  }

  @Test
  void aRefusalOfSeveralBeforeAnyWasLookedAtStaysOne() {
    vendor.answer(401, "{\"errors\":[{\"msg\":\"Invalid JWT token\",\"code\":4002}]}");
    assertThatThrownBy(() -> both().execute())
        .isInstanceOfSatisfying(
            ApiException.Unauthorized.class,
            e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED));
  }

  @Test
  void saysAfterALookUpWhichOfSeveralWereCreatedInSpiteOfTheRefusal() {
    vendor
        .answer(400, "{\"errors\":[{\"msg\":\"one is wrong\",\"code\":400}]}")
        .answer(200, page(false, 0, contact(GRACE_ID, "+919876500000", "ACTIVE")));
    UnconfirmedWriteException lost =
        catchThrowableOfType(
            UnconfirmedWriteException.class, () -> both().onUnknown(OnUnknown.lookUp()).execute());
    assertThat(lost.rows())
        .extracting(Row::outcome)
        .containsExactly(Outcome.REJECTED, Outcome.APPLIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"+919876543210\"]",
        "{\"id\":\"c1\",\"cellPhone\":\"+919876543210\"}",
        "{\"id\":\"c1\",\"cellPhone\":{\"phoneNumber\":{\"digits\":\"919876543210\"}}}"
      })
  void aRowWhoseNumberCannotBeReadMayBeOneOfThoseThatAreMissing(String row) {
    vendor
        .answer(400, "{\"errors\":[{\"msg\":\"one is wrong\",\"code\":400}]}")
        .answer(200, page(false, 0, row));
    UnconfirmedWriteException lost =
        catchThrowableOfType(
            UnconfirmedWriteException.class, () -> both().onUnknown(OnUnknown.lookUp()).execute());
    assertThat(lost.rows())
        .extracting(Row::outcome)
        .containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN);
  }

  @Test
  void sendsWhatIsMissingAfterARefusalOfSeveral() {
    vendor
        .answer(400, "{\"errors\":[{\"msg\":\"busy\",\"code\":400}]}")
        .answer(200, page(false, 0, contact(GRACE_ID, "+919876500000", "ACTIVE")))
        .answer("contacts-create");
    assertThat(both().onUnknown(OnUnknown.resendThenLookUp()).execute())
        .extracting(KoreContact::id)
        .containsExactly(ADA_ID, GRACE_ID);
    vendor.request();
    vendor.request();
    assertThat((List<?>) Vendor.json(vendor.request())).hasSize(1);
  }

  @Test
  void sendsWhatIsMissingAfterAShortAnswer() {
    vendor
        .answer(200, "[" + contact(GRACE_ID, "+919876500000", "ACTIVE") + "]")
        .answer(200, page(false, 0, contact(GRACE_ID, "+919876500000", "ACTIVE")))
        .answer("contacts-create");
    assertThat(both().onUnknown(OnUnknown.lookUpThenResend()).execute().get(0).id())
        .isEqualTo(ADA_ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "nonsense", "[{\"id\":", "<html></html>"})
  void anUnreadableSuccessDoesNotSayThatAllOfSeveralWereWritten(String body) {
    List<NewKoreContact> two = List.of(Samples.ada(), Samples.grace());
    KoreContactChanges changes = KoreContactChanges.builder().firstName("Ada").build();
    KoreContacts contacts =
        vendor.answer(200, body).answer(200, body).answer(200, body).client().contacts();
    assertThat(outcome(contacts.createAll(two))).isEqualTo(Outcome.UNKNOWN);
    assertThat(
            outcome(
                contacts.updateAll(
                    List.of(
                        new KoreContactChange("c-1", changes),
                        new KoreContactChange("c-2", changes)))))
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(contacts.createAll(List.of(Samples.ada())))).isEqualTo(Outcome.APPLIED);
  }

  private static Outcome outcome(ApiCall<?> call) {
    return catchThrowableOfType(SdkException.class, call::execute).outcome();
  }
}
