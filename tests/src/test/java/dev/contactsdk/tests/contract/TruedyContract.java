package dev.contactsdk.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.TruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.folders.TruedyFolder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this SDK expects of a server of Truedy. */
abstract class TruedyContract {
  /** Folders whose name starts so are the tests' own, and are deleted. */
  static final String MARK = "contact-sdk contract test ";

  /** Reserved for fiction. */
  private static final String NUMBER = "+12025550143";

  private static final int ENOUGH_PAGES = 3;

  /** A client of the server; the test closes it. */
  abstract TruedyClient.Builder client();

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
    try (TruedyClient truedy = client().build()) {
      reads(truedy.contacts().list());
      List<TruedyContact> first = truedy.contacts().list().execute().items();
      assertThat(first)
          .allSatisfy(contact -> assertThat(contact.id()).isNotBlank())
          .as("each has phone_number or phone")
          .allSatisfy(contact -> assertThat(contact.phoneNumber()).isNotBlank());
    }
  }

  @Test
  void listsFolders() {
    try (TruedyClient truedy = client().build()) {
      reads(truedy.folders().list());
    }
  }

  @Test
  void listsAgentsAndGetsOne() {
    try (TruedyClient truedy = client().build()) {
      reads(truedy.agents().list());
      truedy.agents().list().execute().items().stream()
          .map(TruedyAgent::id)
          .filter(id -> id != null)
          .findFirst()
          .ifPresent(id -> assertThat(truedy.agents().get(id).execute().id()).isEqualTo(id));
    }
  }

  @Test
  void doesNotFindAnAgentThatIsNotThere() {
    try (TruedyClient truedy = client().build()) {
      assertThat(
              catchThrowableOfType(
                  ApiException.NotFound.class,
                  () -> truedy.agents().get(UUID.randomUUID().toString()).execute()))
          .isNotNull();
    }
  }

  @Test
  void refusesAnotherKey() {
    try (TruedyClient truedy = client().apiKey("truedy_" + "0".repeat(32)).build()) {
      assertThat(
              catchThrowableOfType(
                  ApiException.Unauthorized.class, () -> truedy.contacts().list().execute()))
          .isNotNull();
    }
  }

  /** Truedy documents no delete of a contact, so the contact goes with its folder. */
  @Test
  void createsChangesAndDeletesOneContact() {
    Account.writeOrSkip(mayWrite());
    try (TruedyClient truedy = client().build()) {
      deleteOwnFolders(truedy);
      try {
        String folder = truedy.folders().create(MARK + UUID.randomUUID()).execute().id();
        createsAndChanges(truedy, folder);
      } finally {
        deleteOwnFolders(truedy);
      }
      assertThat(ownFolders(truedy)).isEmpty();
    }
  }

  private static void createsAndChanges(TruedyClient truedy, String folder) {
    NewTruedyContact given =
        NewTruedyContact.builder(NUMBER)
            .firstName("Contract")
            .lastName("Test")
            .customField("contract", "test")
            .folder(folder)
            .build();
    TruedyContact created = truedy.contacts().create(given).execute();
    refuseOutsideOf(folder, truedy, created);
    assertThat(created.phoneNumber()).isEqualTo(NUMBER);
    assertThat(created.displayName()).startsWith("Contract");
    TruedyContact changed =
        truedy
            .contacts()
            .update(created.id(), TruedyContactChanges.builder().firstName("Changed").build())
            .execute();
    assertThat(changed.id()).isEqualTo(created.id());
    assertThat(changed.displayName()).startsWith("Changed");
  }

  /** Says it first of all, because deleting the folder does not delete such a contact. */
  private static void refuseOutsideOf(String folder, TruedyClient truedy, TruedyContact created) {
    boolean inside =
        truedy.contacts().list().folder(folder).stream()
            .anyMatch(one -> one.id().equals(created.id()));
    if (!inside) {
      fail(
          "the server ignored the folder: the contact %s is outside of it, and stays. Delete it in"
              + " Truedy's dashboard.",
          created.id());
    }
  }

  private static List<TruedyFolder> ownFolders(TruedyClient truedy) {
    return truedy.folders().list().stream()
        .filter(folder -> folder.name() != null && folder.name().startsWith(MARK))
        .toList();
  }

  private static void deleteOwnFolders(TruedyClient truedy) throws SdkException {
    for (TruedyFolder folder : ownFolders(truedy)) {
      assertThat(truedy.folders().deleteWithContacts(folder.id()).execute()).isNotNull();
    }
  }
}
