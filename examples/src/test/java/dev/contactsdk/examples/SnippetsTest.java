package dev.contactsdk.examples;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.agents.Preferred;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.ImportResult;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The calls that the SDK promises, written as its users write them. */
@ExtendWith(SandboxExtension.class)
class SnippetsTest {
  private static NewKoreContact contact(String firstName, String number) {
    return NewKoreContact.builder()
        .firstName(firstName)
        .lastName("Roe")
        .salutation("Ms")
        .cellPhone(CellPhone.ofE164(number))
        .build();
  }

  @Test
  void koreContacts(KoreSandbox sandbox) {
    sandbox.seedContacts(100);
    NewKoreContact jane = contact("Jane", "+12025550152");
    NewKoreContact max = contact("Max", "+12025550153");
    try (KoreClient kore =
        KoreClient.builder()
            .baseUrl(sandbox.baseUrl() + "/agentassist/")
            .streamId(sandbox.streamId())
            .accountId(sandbox.accountId())
            .credentials(sandbox.clientId(), sandbox.clientSecret())
            .build()) {
      KoreContact john =
          kore.contacts()
              .create(
                  NewKoreContact.builder()
                      .firstName("John")
                      .lastName("Doe")
                      .salutation("Mr")
                      .cellPhone(CellPhone.of("+91", "9876543210"))
                      .build())
              .execute();
      assertThat(john.fullName()).isEqualTo("John Doe");
      List<KoreContact> both = kore.contacts().createAll(List.of(jane, max)).execute();
      assertThat(both).extracting(KoreContact::firstName).containsExactly("Jane", "Max");

      List<Integer> sizes = new ArrayList<>();
      for (Page<KoreContact> page : kore.contacts().list().pageSize(50).pages()) {
        sizes.add(page.items().size());
        assertThat(page.total()).isEqualTo(103);
      }
      assertThat(sizes).containsExactly(50, 50, 3);
      List<String> ids = new ArrayList<>();
      kore.contacts().list().items().forEach(c -> ids.add(c.id()));
      assertThat(ids).hasSize(103).doesNotHaveDuplicates();
      Page<KoreContact> second = kore.contacts().list().skip(50).pageSize(50).execute();
      assertThat(second.items()).extracting(KoreContact::id).isEqualTo(ids.subList(50, 100));
    }
  }

  @Test
  void koreAgents(KoreSandbox sandbox) {
    String roleId = sandbox.agentRoleId();
    String queueId = sandbox.defaultQueueId();
    try (KoreClient kore = sandbox.client()) {
      KoreAgent agent =
          kore.agents()
              .create(
                  NewKoreAgent.builder()
                      .emailId("nov5@example.com")
                      .firstName("Nov")
                      .lastName("Agent")
                      .role(roleId)
                      .canSupportVoice(true)
                      .voiceLanguage("en", "expert")
                      .queue(queueId, Preferred.NO)
                      .createDefaultLayoutAndAssign(true)
                      .build())
              .execute();
      assertThat(agent.emailId()).isEqualTo("nov5@example.com");
    }
    assertThat(sandbox.agents()).hasSize(1);
  }

  @Test
  void truedyContacts(TruedySandbox sandbox, @TempDir Path directory) throws Exception {
    Path path = Files.writeString(directory.resolve("people.csv"), "phone\n+12025550154\n");
    String folderId = sandbox.addFolder("Customers");
    try (TruedyClient truedy =
        TruedyClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      TruedyContact jane =
          truedy
              .contacts()
              .create(
                  NewTruedyContact.builder("+15551234567")
                      .firstName("Jane")
                      .customField("account_type", "premium")
                      .build())
              .execute();
      assertThat(jane.customFields()).containsEntry("account_type", "premium");
      ImportResult r = truedy.contacts().importCsv(path).folder(folderId).execute();
      assertThat(r.imported()).isEqualTo(1);
      List<String> numbers = new ArrayList<>();
      for (TruedyContact c : truedy.contacts().list().folder(folderId).items()) {
        numbers.add(c.phoneNumber());
      }
      assertThat(numbers).containsExactly("+12025550154");
    }
  }

  /** The build hides these variables from the tests. */
  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void clientsOfTheEnvironmentNameWhatIsMissing() {
    assertThatThrownBy(KoreClient::fromEnv)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("KORE_BASE_URL, KORE_STREAM_ID, KORE_ACCOUNT_ID");
    assertThatThrownBy(TruedyClient::fromEnv)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("TRUEDY_API_KEY");
  }

  @Test
  void oneCallEveryWayOfRunningIt(KoreSandbox sandbox) throws Exception {
    NewKoreContact contact = contact("Jane", "+12025550155");
    try (KoreClient kore = sandbox.client()) {
      ApiCall<KoreContact> call = kore.contacts().create(contact);
      assertThat(sandbox.requestCount()).isZero();
      KoreContact created = call.execute();
      assertThat(created.id()).isNotNull();

      ApiCall<Page<KoreContact>> list = kore.contacts().list();
      CompletableFuture<Page<KoreContact>> future = list.executeAsync();
      assertThat(future.get().items()).hasSize(1);
      ApiResponse<Page<KoreContact>> response = list.response();
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.attempts()).isEqualTo(1);
      assertThat(response.elapsed()).isPositive();
      sandbox.clearRequests();
      Page<KoreContact> page =
          list.timeout(ofSeconds(5)).header("X-Trace", "7").retry(RetryPolicy.none()).execute();
      assertThat(page.total()).isEqualTo(1);
      assertThat(sandbox.takeRequest().header("X-Trace")).isEqualTo("7");

      Object raw =
          kore.call(
                  Endpoint.get(
                      "kore.queues.raw",
                      "/agentassist/api/v1/public/{streamId}/queues",
                      Decoder.json(Object.class)))
              .execute();
      assertThat(raw.toString()).contains(sandbox.defaultQueueId());
    }
  }

  @Test
  void everyFailureSaysWhatBecameOfTheWrite(TruedySandbox sandbox) {
    NewTruedyContact good = NewTruedyContact.builder("+12025550156").build();
    NewTruedyContact bad = NewTruedyContact.builder("+12025550156").email("jane@nowhere").build();
    try (TruedyClient truedy = sandbox.client()) {
      sandbox.fail().with(Fault.rateLimited(LimitAnswer.DOCUMENTED, ofSeconds(90)));
      assertThat(whatFails(truedy, good)).startsWith("limited, PT1M");
      assertThat(whatFails(truedy, bad)).isEqualTo("bad, email");
      sandbox.fail().with(Fault.status(403, ""));
      assertThat(whatFails(truedy, good)).isEqualTo("truedy.contacts.create REJECTED null");
      sandbox.fail().with(Fault.cutBeforeStore());
      assertThat(whatFails(truedy, good)).isEqualTo("truedy.contacts.create UNKNOWN null");
      assertThat(whatFails(truedy, good)).isEqualTo("nothing");
    }
  }

  private static String whatFails(TruedyClient truedy, NewTruedyContact contact) {
    try {
      var unused = truedy.contacts().create(contact).execute();
      return "nothing";
    } catch (ApiException.RateLimited e) {
      return "limited, " + e.retryAfter();
    } catch (ApiException.BadRequest e) {
      return "bad, " + e.fieldErrors().get(0).field();
    } catch (SdkException e) {
      Outcome outcome = e.outcome();
      return e.operation() + " " + outcome + " " + e.requestId();
    }
  }

  @Test
  void withoutAnyAccount() {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.client()) {
      assertThat(kore.contacts().list().execute().items()).isEmpty();
    }
  }
}
