package dev.contactsdk.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.kore.lookups.KoreAgentGroup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What this SDK expects of a server of Kore.ai. */
abstract class KoreContract {
  /** A contact with this last name is the tests' own, and is deleted. */
  static final String MARK = "contact-sdk contract test";

  /** Reserved for fiction. */
  private static final CellPhone NUMBER = CellPhone.of("+1", "2025550143");

  private static final int ENOUGH_PAGES = 3;
  private static final int LARGEST_LIST = 2000;

  /** A client of the server; the test closes it. */
  abstract KoreClient.Builder client();

  abstract boolean mayWrite();

  private static <T> void reads(ListCall<T, ?> list) {
    int pages = 0;
    for (Page<T> page : list.pages()) {
      assertThat(page.items()).doesNotContainNull();
      if (++pages == ENOUGH_PAGES) {
        return;
      }
    }
    assertThat(pages).isPositive();
  }

  @Test
  void listsContacts() {
    try (KoreClient kore = client().build()) {
      reads(kore.contacts().list());
      List<KoreContact> first = kore.contacts().list().execute().items();
      assertThat(first).allSatisfy(contact -> assertThat(contact.id()).isNotBlank());
    }
  }

  @Test
  void listsWhatIsNeededToCreateAnAgent() {
    try (KoreClient kore = client().build()) {
      reads(kore.agentGroups().list());
      reads(kore.queues().list());
      reads(kore.skillGroups().list());
    }
  }

  @Test
  void listsAgentsAndGetsOne() {
    try (KoreClient kore = client().build()) {
      Optional<String> organisation =
          kore.agentGroups().list().execute().items().stream()
              .map(KoreAgentGroup::orgId)
              .filter(id -> id != null)
              .findFirst();
      if (organisation.isEmpty()) {
        return;
      }
      reads(kore.agents().list(organisation.get()));
      kore.agents().list(organisation.get()).execute().items().stream()
          .map(KoreAgent::id)
          .filter(id -> id != null)
          .findFirst()
          .ifPresent(id -> assertThat(kore.agents().get(id).execute().id()).isEqualTo(id));
    }
  }

  @Test
  void refusesAnotherSecret() {
    try (KoreClient kore = client().credentials("cs-contract-test", "0".repeat(44)).build()) {
      assertThat(
              catchThrowableOfType(
                  ApiException.Unauthorized.class, () -> kore.contacts().list().execute()))
          .isNotNull();
    }
  }

  @Test
  void createsChangesAndDeletesOneContact() {
    Account.writeOrSkip(mayWrite());
    try (KoreClient kore = client().build()) {
      String id = create(kore).id();
      try {
        KoreContact changed =
            kore.contacts()
                .update(id, KoreContactChanges.builder().firstName("Changed").build())
                .execute();
        assertThat(changed.id()).isEqualTo(id);
        assertThat(changed.firstName()).isEqualTo("Changed");
        assertThat(changed.lastName()).isEqualTo(MARK);
        assertThat(isSmall(kore) && !isActive(kore, id)).as("it is missing in the list").isFalse();
      } finally {
        assertThat(kore.contacts().delete(id).execute()).isNotNull();
      }
      assertThat(isSmall(kore) && isActive(kore, id)).as("it is still listed").isFalse();
    }
  }

  /** The list of a large account takes too long. */
  private static boolean isSmall(KoreClient kore) {
    Long total = kore.contacts().list().execute().total();
    return total != null && total <= LARGEST_LIST;
  }

  private static boolean isActive(KoreClient kore, String id) {
    return kore.contacts().list().stream()
        .anyMatch(one -> id.equals(one.id()) && !"INACTIVE".equals(String.valueOf(one.status())));
  }

  /** A number that is taken is that of an earlier run, or of somebody else's contact. */
  private static KoreContact create(KoreClient kore) {
    NewKoreContact given =
        NewKoreContact.builder()
            .firstName("Contract")
            .lastName(MARK)
            .salutation("Mr")
            .cellPhone(NUMBER)
            .build();
    try {
      return kore.contacts().create(given).execute();
    } catch (ApiException.Conflict e) {
      deleteOwn(kore);
      return kore.contacts().create(given).execute();
    } catch (SdkException e) {
      if (e.outcome() == Outcome.UNKNOWN) {
        own(kore).forEach(contact -> delete(kore, contact));
      }
      throw e;
    }
  }

  private static void deleteOwn(KoreClient kore) {
    List<KoreContact> own = own(kore);
    if (own.isEmpty()) {
      fail("the number reserved for this test, +1 202 555 0143, belongs to another contact");
    }
    own.forEach(contact -> delete(kore, contact));
  }

  private static List<KoreContact> own(KoreClient kore) {
    return kore.contacts().list().stream().filter(one -> MARK.equals(one.lastName())).toList();
  }

  private static void delete(KoreClient kore, KoreContact contact) {
    assertThat(kore.contacts().delete(contact.id()).execute()).isNotNull();
  }
}
