package dev.contactsdk.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedyFolderPolicy;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

/** The contract leaves nothing behind, and writes only when it may. */
@ExtendWith(SandboxExtension.class)
class ContractItselfTest {
  private static final Fault FORBIDDEN =
      Fault.status(403, "{\"error\":{\"code\":\"forbidden\",\"message\":\"no\"}}");

  private static TruedyContract on(TruedySandbox sandbox, boolean write) {
    return new TruedyContract() {
      @Override
      TruedyClient.Builder client() {
        return sandbox.clientBuilder();
      }

      @Override
      boolean mayWrite() {
        return write;
      }
    };
  }

  private static KoreContract on(KoreSandbox sandbox, boolean write) {
    return new KoreContract() {
      @Override
      KoreClient.Builder client() {
        return sandbox.clientBuilder();
      }

      @Override
      boolean mayWrite() {
        return write;
      }
    };
  }

  @Test
  void sendsNothingWhenItMayNotWrite(KoreSandbox kore, TruedySandbox truedy) {
    assertThatThrownBy(on(kore, false)::createsChangesAndDeletesOneContact)
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("set CONTRACT_WRITE=1");
    assertThatThrownBy(on(truedy, false)::createsChangesAndDeletesOneContact)
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("set CONTRACT_WRITE=1");
    assertThat(kore.requestCount() + truedy.requestCount()).isZero();
  }

  @Test
  void cleansUpAfterAFailureAndAfterARunThatWasKilled(TruedySandbox truedy) {
    truedy.seedContacts(1, truedy.addFolder(TruedyContract.MARK + "of a killed run"));
    truedy.fail().always().of("update_contact").with(FORBIDDEN);
    assertThatThrownBy(on(truedy, true)::createsChangesAndDeletesOneContact)
        .hasMessageContaining("403");
    assertThat(truedy.folders()).isEmpty();
    assertThat(truedy.contactCount()).isZero();
  }

  @Test
  void deletesTheContactOfARunThatWasKilled(KoreSandbox kore) {
    kore.addContact(koreContact(KoreContract.MARK));
    on(kore, true).createsChangesAndDeletesOneContact();
    kore.fail().always().of("updateContact").with(FORBIDDEN);
    assertThatThrownBy(on(kore, true)::createsChangesAndDeletesOneContact)
        .hasMessageContaining("403");
    assertThat(kore.contacts()).allSatisfy(one -> assertThat(one).containsValue("INACTIVE"));
  }

  @Test
  void deletesAContactWhoseAnswerWasLost(KoreSandbox kore) {
    kore.fail().next().of("createContacts").with(Fault.cutAfterStore());
    assertThatThrownBy(on(kore, true)::createsChangesAndDeletesOneContact)
        .isInstanceOf(SdkException.class);
    assertThat(kore.contacts())
        .singleElement()
        .satisfies(one -> assertThat(one).containsValue("INACTIVE"));
  }

  @Test
  void leavesSomebodyElsesContactAlone(KoreSandbox kore) {
    kore.addContact(koreContact("Lovelace"));
    assertThatThrownBy(on(kore, true)::createsChangesAndDeletesOneContact)
        .hasMessageContaining("belongs to another contact");
    assertThat(kore.contacts())
        .singleElement()
        .satisfies(one -> assertThat(one).containsValue("ACTIVE"));
  }

  private static Map<String, Object> koreContact(String lastName) {
    return Map.of(
        "firstName",
        "Ada",
        "lastName",
        lastName,
        "salutation",
        "Mrs",
        "cellPhone",
        Map.of("phoneNumber", "+12025550143", "countryCode", "+1", "extension", "+"));
  }

  @Test
  void namesTheContactThatStaysBecauseItsFolderWasIgnored() {
    try (TruedySandbox ignoring =
        TruedySandbox.builder().folderPolicy(TruedyFolderPolicy.IGNORED).start()) {
      assertThatThrownBy(on(ignoring, true)::createsChangesAndDeletesOneContact)
          .hasMessageContaining("ignored the folder")
          .hasMessageContaining(String.valueOf(ignoring.contacts().get(0).get("id")));
      assertThat(ignoring.folders()).isEmpty();
    }
  }

  @Test
  void getsOneAgentEvenWhereTheServerIgnoresThePageSize() {
    try (KoreSandbox kore = KoreSandbox.builder().paging(Paging.ignored()).start();
        TruedySandbox truedy = TruedySandbox.builder().paging(Paging.ignored()).start()) {
      for (int i = 0; i < 3; i++) {
        kore.addAgent(Map.of("emailId", i + "@example.com", "firstName", "A", "lastName", "B"));
        truedy.addAgent(Map.of("name", "A" + i, "voice_id", "v", "system_prompt", "Be brief."));
      }
      on(kore, false).listsAgentsAndGetsOne();
      on(truedy, false).listsAgentsAndGetsOne();
      assertThat(kore.requests()).filteredOn(it -> it.path().matches(".*/agents/a-.*")).hasSize(1);
      assertThat(truedy.requests())
          .filteredOn(it -> it.path().matches(".*/agents/agt_.*"))
          .hasSize(1);
    }
  }

  @Test
  void saysWhichVariablesNameAnAccount() {
    assertThat(new Account(Map.of()).missing(Account.KORE))
        .startsWith("no account to test: set KORE_BASE_URL, KORE_STREAM_ID");
    assertThat(new Account(Map.of("TRUEDY_API_KEY", "k")).missing(Account.TRUEDY)).isEmpty();
    assertThatThrownBy(() -> new Account(Map.of()).orSkip(List.of("A")))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("no account to test: set A");
    assertThat(new Account(Map.of(Account.WRITE, "1")).mayWrite()).isTrue();
    assertThat(new Account(Map.of(Account.WRITE, "yes")).mayWrite()).isFalse();
  }
}
