package dev.contactsdk.kore;

import static dev.contactsdk.kore.Samples.ADA_ID;
import static dev.contactsdk.kore.Samples.GRACE_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactCreateTest {
  private static final String EMPTY =
      "{\"results\":[],\"skip\":0,\"limit\":100,\"hasMore\":false,\"totalResults\":0}";

  @RegisterExtension final Vendor vendor = new Vendor();

  private KoreContacts contacts() {
    return vendor.client().contacts();
  }

  private KoreContactCreateCall<List<KoreContact>> both() {
    return contacts().create(List.of(Samples.ada(), Samples.grace()));
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
  void placesAContactWhoseNumberComesBackInAFormOfItsOwn() {
    vendor.answer(200, "[{\"id\":\"odd\"}," + contact("ada", "+12025550101", "ACTIVE") + "]");
    assertThat(both().execute()).extracting(KoreContact::id).containsExactly("ada", "odd");
  }

  @Test
  void failsWithWhatCameWhenAContactIsMissing() {
    vendor.answer(
        200, "[{\"status\":\"failed\"}," + contact(ADA_ID, "+12025550101", "ACTIVE") + "]");
    UnconfirmedWriteException lost =
        catchThrowableOfType(UnconfirmedWriteException.class, () -> both().execute());
    assertThat(lost.outcome()).isEqualTo(Outcome.APPLIED);
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
    assertThat(Vendor.line(vendor.request())).endsWith("/contacts?page=1&limit=100");
    assertThat(Vendor.line(vendor.request())).endsWith("/contacts?page=2&skip=1&limit=100");
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
  void sendsNothingAgainWhereARowThatCannotBeReadMayBeTheContact() {
    vendor.cut().answer(200, page(false, 0, "[\"+12025550101\"]"));
    assertThatThrownBy(
            () ->
                contacts().create(Samples.ada()).onUnknown(OnUnknown.lookUpThenResend()).execute())
        .isInstanceOfSatisfying(
            ConnectionException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    assertThat(vendor.requests()).isEqualTo(2);
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
}
