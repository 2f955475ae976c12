package dev.contactsdk.transfer.target;

import static dev.contactsdk.transfer.target.RowAnswer.Verdict.REJECTED;
import static dev.contactsdk.transfer.target.RowAnswer.Verdict.TAKEN;
import static dev.contactsdk.transfer.target.RowAnswer.Verdict.UNKNOWN;
import static dev.contactsdk.transfer.target.RowAnswer.Verdict.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreArrayPolicy;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KoreTargetTest {
  private KoreSandbox sandbox;
  private KoreClient client;
  private KoreTarget target;

  @BeforeEach
  void start() {
    start(KoreSandbox.builder());
  }

  private void start(KoreSandboxBuilder builder) {
    stop();
    sandbox = builder.start();
    client = sandbox.clientBuilder().timeout(Duration.ofMillis(700)).build();
    target = KoreTarget.of(client);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      client.close();
      sandbox.close();
    }
  }

  private List<Stored> listed() {
    List<Stored> all = new ArrayList<>();
    target.list(100).forEachRemaining(page -> all.addAll(page.contacts()));
    return all;
  }

  private List<Write> changesOf(int contacts) {
    target.create(People.kore(0, contacts));
    List<Write> changes =
        listed().stream()
            .map(held -> Write.update(held.id(), Map.of(Fields.LAST_NAME, "Quetzal")))
            .toList();
    sandbox.clearRequests();
    return changes;
  }

  @Test
  void createsOneAndShowsWhatWasSent() {
    WriteAnswer answer = target.create(People.kore(0, 1));

    List<Stored> stored = listed();
    assertThat(stored).hasSize(1);
    Stored contact = stored.get(0);
    assertThat(Expected.rows(answer)).containsExactly(RowAnswer.written(contact.id()));
    Map<String, String> sent = People.kore(0).fields();
    assertThat(contact.fields()).isEqualTo(sent);
    assertThat(contact.phone()).isEqualTo(People.phone(0));
    assertThat(contact.createdAt()).isNotNull();
    assertThat(sent.keySet())
        .allSatisfy(
            field -> assertThat(target.compare(field, sent, contact)).isEqualTo(Comparison.SAME));
  }

  @Test
  void createsSeveralWithOneRequestInTheirOrder() {
    WriteAnswer answer = target.create(People.kore(0, 5));

    assertThat(sandbox.requestCount()).isEqualTo(1);
    List<String> ids = Expected.rows(answer).stream().map(RowAnswer::id).toList();
    Map<String, String> phones = new HashMap<>();
    listed().forEach(contact -> phones.put(contact.id(), contact.phone()));
    assertThat(ids.stream().map(phones::get))
        .containsExactly(
            People.phone(0), People.phone(1), People.phone(2), People.phone(3), People.phone(4));
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfACreate(Expected expected) {
    sandbox.fail().next().with(expected.fault.get());
    expected.check(target.create(People.kore(0, 1)));
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfACreateOfSeveral(Expected expected) {
    sandbox.fail().next().with(expected.fault.get());
    expected.checkSeveral(target.create(People.kore(0, 3)));
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfAnUpdate(Expected expected) {
    List<Write> changes = changesOf(1);
    sandbox.fail().next().with(expected.fault.get());
    expected.check(target.update(changes));
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfAnUpdateOfSeveral(Expected expected) {
    List<Write> changes = changesOf(3);
    sandbox.fail().next().with(expected.fault.get());
    expected.checkSeveral(target.update(changes));
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  @Test
  void aTakenNumberIsTaken() {
    target.create(People.kore(0, 1));
    assertThat(target.create(People.kore(0, 1)))
        .isInstanceOfSatisfying(
            WriteAnswer.Refused.class,
            refused -> {
              assertThat(refused.taken()).isTrue();
              assertThat(refused.reason()).contains("already exists");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = KoreArrayPolicy.class,
      names = {"ALL_OR_NOTHING", "STOP_AT_FIRST"})
  void aRefusedArrayTellsNothingAboutItsRows(KoreArrayPolicy policy) {
    start(KoreSandbox.builder().arrayPolicy(policy));
    target.create(People.kore(1, 2));

    assertThat(target.create(People.kore(0, 3)))
        .isInstanceOfSatisfying(
            WriteAnswer.Refused.class, refused -> assertThat(refused.taken()).isTrue());
  }

  @Test
  void aRowThatTheAnswerLeavesOutIsUnknown() {
    start(KoreSandbox.builder().arrayPolicy(KoreArrayPolicy.SKIP_DUPLICATES));
    target.create(People.kore(1, 2));

    assertThat(Expected.verdicts(target.create(People.kore(0, 3))))
        .containsExactly(WRITTEN, UNKNOWN, WRITTEN);
  }

  @Test
  void anErrorInASuccessIsARefusalOfTheArrayAndOfTheSingleRow() {
    Fault fault =
        Fault.respondWith(
            "{\"errors\":[{\"msg\":\"Contact of Zyanya0 already exists\",\"code\":409}]}",
            "application/json");
    sandbox.fail().next(2).with(fault);

    List.of(People.kore(0, 3), People.kore(0, 1))
        .forEach(
            rows -> {
              WriteAnswer answer = target.create(rows);
              Expected.noCanary(answer);
              assertThat(answer)
                  .isInstanceOfSatisfying(
                      WriteAnswer.Refused.class, refused -> assertThat(refused.taken()).isTrue());
            });
  }

  @Test
  void anAnswerWithoutIdsLeavesRowsUnknown() {
    sandbox.fail().next(2).with(Fault.respondWith("[]", "application/json"));
    assertThat(Expected.verdicts(target.create(People.kore(0, 2))))
        .containsExactly(UNKNOWN, UNKNOWN);
    assertThat(Expected.verdicts(target.create(People.kore(2, 3)))).containsExactly(UNKNOWN);
  }

  @Test
  void aRowThatTheSdkRefusesDoesNotKeepTheOthers() {
    Write wrong = Write.create(Map.of(Fields.PHONE, People.phone(7), Fields.LAST_NAME, "Quetzal"));
    Write email =
        Write.create(Map.of(Fields.PHONE, People.phone(8), Fields.EMAIL, "zyanya@example.org"));
    List<Write> rows = List.of(wrong, People.kore(0), email, People.kore(1));

    WriteAnswer answer = target.create(rows);

    assertThat(Expected.verdicts(answer)).containsExactly(REJECTED, WRITTEN, REJECTED, WRITTEN);
    assertThat(Expected.rows(answer).get(0).reason()).contains("firstName", "salutation");
    assertThat(Expected.rows(answer).get(2).reason()).contains("email");
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  @Test
  void aRefusedRowBesideOneThatWasSentKeepsBothVerdicts() {
    target.create(People.kore(0, 1));
    List<Write> rows = List.of(Write.create(Map.of()), People.kore(0));
    assertThat(Expected.verdicts(target.create(rows))).containsExactly(REJECTED, TAKEN);
  }

  @Test
  void rowsThatTheSdkRefusesSendNothing() {
    Write wrong = Write.create(Map.of(Fields.PHONE, "+1202555010"));
    assertThat(target.create(List.of(wrong)))
        .isInstanceOfSatisfying(
            WriteAnswer.Refused.class,
            refused -> assertThat(refused.reason()).doesNotContain("NOT_SENT", "202555"));
    assertThat(Expected.verdicts(target.create(List.of(wrong, wrong))))
        .containsExactly(REJECTED, REJECTED);
    assertThat(Expected.verdicts(target.update(List.of(wrong, wrong))))
        .containsExactly(REJECTED, REJECTED);
    assertThat(sandbox.requestCount()).isZero();
  }

  @Test
  void changesOneAndSeveral() {
    List<Write> changes = changesOf(3);
    List<String> ids = changes.stream().map(Write::id).toList();

    assertThat(Expected.rows(target.update(changes)))
        .extracting(RowAnswer::id)
        .containsExactlyElementsOf(ids);
    Write one = Write.update(ids.get(1), Map.of(Fields.LAST_NAME, "Other"));
    assertThat(Expected.rows(target.update(List.of(one))))
        .containsExactly(RowAnswer.written(ids.get(1)));

    assertThat(listed()).extracting(held -> held.fields().get(Fields.LAST_NAME)).contains("Other");
    assertThat(sandbox.requestCount("updateContact")).isEqualTo(1);
    assertThat(sandbox.requestCount("bulkUpdateContacts")).isEqualTo(1);
  }

  @Test
  void aBulkUpdateTellsFailedRowsAndMasksTheirReasons() {
    List<Write> changes = changesOf(3);
    Map<String, String> taken = Map.of(Fields.PHONE, People.phone(0), Fields.EXTENSION, "+");
    List<Write> rows =
        List.of(
            Write.update(String.valueOf(changes.get(1).id()), taken),
            Write.update("000000000000000000000000", Map.of(Fields.LAST_NAME, "Quetzal")),
            changes.get(2));
    List<RowAnswer> answers = Expected.rows(target.update(rows));
    String mine = changes.get(1).id();
    boolean holdsIt = listed().stream().anyMatch(c -> c.id().equals(mine) && phone0(c));
    assertThat(answers.get(0).verdict()).isEqualTo(holdsIt ? WRITTEN : TAKEN);
    assertThat(answers.get(1).verdict()).isEqualTo(REJECTED);
    assertThat(answers.get(1).reason()).isEqualTo("Contact not found");
    assertThat(answers.get(2).verdict()).isEqualTo(WRITTEN);
  }

  private static boolean phone0(Stored contact) {
    return People.phone(0).equals(contact.phone());
  }

  @Test
  void aFailedRecordThatQuotesTheRowIsMasked() {
    List<Write> changes = changesOf(2);
    String body =
        """
        {"failed":1,"successfulRecords":[{"contact":{"_id":"%s"}}],"failedRecords":[{"input":{"id":
        "%s"},"errors":[{"msg":"Quetzal with +1 202-555-0101 already exists"}]}]}\
        """
            .formatted(changes.get(0).id(), changes.get(1).id());
    sandbox.fail().next().with(Fault.respondWith(body, "application/json"));

    List<RowAnswer> answers = Expected.rows(target.update(changes));

    assertThat(answers).extracting(RowAnswer::verdict).containsExactly(WRITTEN, TAKEN);
    assertThat(answers.get(1).reason()).isEqualTo("*** with *** already exists");
  }

  @Test
  void rowsThatABulkAnswerLeavesOutOrContradictsAreUnknown() {
    List<Write> changes = changesOf(2);
    String body =
        """
        {"successful":2,"failed":0,"successfulRecords":[{"id":"%1$s"}],"failedRecords":[{"id":"%1$s"}]}\
        """
            .formatted(changes.get(0).id());
    sandbox.fail().next().with(Fault.respondWith(body, "application/json"));

    assertThat(Expected.verdicts(target.update(changes))).containsExactly(UNKNOWN, UNKNOWN);
  }

  @Test
  void anUpdateThatShowsAnotherContactIsUnknown() {
    List<Write> changes = changesOf(1);
    Fault another =
        Fault.respondWith("{\"id\":\"another\",\"status\":\"ACTIVE\"}", "application/json");
    sandbox.fail().next().with(another);
    assertThat(Expected.verdicts(target.update(changes))).containsExactly(UNKNOWN);
  }

  @Test
  void numberAndExtensionChangeTogether() {
    target.create(People.kore(0, 1));
    Stored held = listed().get(0);
    Map<String, String> extension = Map.of(Fields.EXTENSION, "+91");
    assertThat(target.update(List.of(Write.update(held.id(), extension))))
        .isInstanceOf(WriteAnswer.Refused.class);

    Map<String, String> complete = target.complete(extension, held);
    assertThat(complete).containsEntry(Fields.PHONE, People.phone(0)).hasSize(2);
    target.update(List.of(Write.update(held.id(), complete)));

    Stored changed = listed().get(0);
    assertThat(changed.fields()).containsEntry(Fields.EXTENSION, "+91");
    assertThat(changed.phone()).isEqualTo(People.phone(0));
    assertThat(target.complete(Map.of(Fields.LAST_NAME, "x"), held)).hasSize(1);
  }

  @Test
  void nothingListens() {
    int port = Integer.parseInt(sandbox.baseUrl().replaceAll(".*:", ""));
    sandbox.close();
    assertThat(port).isPositive();
    assertThat(target.create(People.kore(0, 2)))
        .isInstanceOfSatisfying(
            WriteAnswer.NotSent.class,
            notSent -> {
              assertThat(notSent.limited()).isFalse();
              assertThat(notSent.retryAfter()).isNull();
            });
  }

  @Test
  void theClientsLimiterAppliesAndSaysHowLong() {
    try (KoreClient limited =
        sandbox
            .clientBuilder()
            .rateLimiter(RateLimiter.perMinute(1))
            .deadline(Duration.ofSeconds(2))
            .build()) {
      KoreTarget slow = KoreTarget.of(limited);
      slow.create(People.kore(0, 1));
      assertThat(slow.create(People.kore(1, 2)))
          .isInstanceOfSatisfying(
              WriteAnswer.NotSent.class,
              notSent -> {
                assertThat(notSent.limited()).isFalse();
                assertThat(notSent.retryAfter()).isGreaterThan(Duration.ofSeconds(30));
              });
    }
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  @Test
  void aCredentialThatCannotBeMadeIsDenied() {
    Auth broken =
        request -> {
          throw new IllegalStateException("the vault is closed");
        };
    try (KoreClient other = sandbox.clientBuilder().auth(broken).build()) {
      assertThat(KoreTarget.of(other).create(People.kore(0, 1)))
          .isInstanceOf(WriteAnswer.Denied.class);
    }
  }

  @Test
  void noRowIsToBlameForAClosedClient() {
    client.close();
    assertThat(target.create(People.kore(0, 1))).isInstanceOf(WriteAnswer.Denied.class);
    assertThat(target.create(People.kore(0, 2))).isInstanceOf(WriteAnswer.Denied.class);
  }

  @Test
  void anInterruptBeforeTheRequestKeepsTheFlagAndSendsNothing() {
    Thread.currentThread().interrupt();
    WriteAnswer answer = target.create(People.kore(0, 1));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isInstanceOf(WriteAnswer.NotSent.class);
    assertThat(sandbox.contactCount()).isZero();
  }

  @Test
  void anInterruptAfterTheRequestKeepsTheFlagAndLosesTheAnswer() {
    Thread runner = Thread.currentThread();
    sandbox.beforeRequest(request -> runner.interrupt());
    sandbox.fail().next().with(Fault.delay(Duration.ofMillis(500)));
    WriteAnswer answer = target.create(People.kore(0, 1));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isInstanceOf(WriteAnswer.Lost.class);
  }

  @Test
  void aFailedPageCanBeAskedForAgain() {
    sandbox.seedContacts(5);
    Iterator<StoredPage> pages = target.list(2);
    List<Stored> all = new ArrayList<>(pages.next().contacts());
    sandbox.fail().next().with(Fault.status(503, ""));

    assertThatThrownBy(pages::next).isInstanceOf(SdkException.class);
    assertThat(sandbox.requestCount()).isEqualTo(2);
    pages.forEachRemaining(page -> all.addAll(page.contacts()));

    assertThat(all).extracting(Stored::id).hasSize(5).doesNotHaveDuplicates();
    assertThat(sandbox.requestCount()).isEqualTo(4);
  }

  @Test
  void deletedContactsAreLeftOut() {
    start(KoreSandbox.builder().listInactive());
    target.create(People.kore(0, 2));
    client.contacts().delete(listed().get(0).id()).execute();
    assertThat(listed()).hasSize(1);
  }

  @Test
  void unreadableRowsAndNumbersAreNotForgotten() {
    String body =
        """
        {"results":[null,5,{"firstName":"Zyanya"},
         {"id":"a","cellPhone":{"phoneNumber":"+1202555****","countryCode":"+1"}},
         {"id":"b","cellPhone":7,"fullName":"Zyanya Quetzal"},
         {"id":"c","cellPhone":{"phoneNumber":"2025550100","countryCode":"+1","extension":" "}},
         {"id":"d","cellPhone":{"phoneNumber":"+1 (202) 555-0101","countryCode":"+1"}}],
         "skip":0,"limit":100,"hasMore":false,"totalResults":7}\
        """;
    sandbox.fail().next().with(Fault.respondWith(body, "application/json"));

    StoredPage page = target.list(100).next();

    assertThat(page.unreadable()).isEqualTo(2);
    assertThat(page.total()).isEqualTo(7);
    assertThat(page.contacts())
        .extracting(Stored::phone)
        .containsExactly(null, null, null, "+12025550100", "+12025550101");
    assertThat(page.contacts().get(2).fields()).containsOnlyKeys(Fields.NAME);
    assertThat(page.contacts().get(3).fields()).containsOnlyKeys(Fields.PHONE);
  }

  @Test
  void withoutAnExtensionTheUsualOneIsSent() {
    Map<String, String> fields = new HashMap<>(People.kore(0, 1).get(0).fields());
    fields.remove(Fields.EXTENSION);
    target.create(List.of(Write.create(fields)));
    assertThat(listed().get(0).fields()).containsEntry(Fields.EXTENSION, "+");
  }

  @Test
  void saysWhatItIs() {
    assertThat(target.account())
        .contains(sandbox.accountId(), sandbox.streamId(), "127.0.0.1")
        .doesNotContain(sandbox.clientSecret(), "://");
    assertThat(target).hasToString("KoreTarget[" + target.account() + "]");
    assertThat(target.name()).isEqualTo("Kore.ai");
    assertThat(target.refusesTakenNumbers()).isTrue();
    assertThat(target.holdsCustomFields()).isFalse();
    assertThat(target.requestsPerMinute()).isEqualTo(60);
    assertThat(target.settleTime()).isZero();
    assertThat(target.fields()).noneMatch(TargetField::clearable);
    assertThat(target.fields()).filteredOn(field -> !field.required()).hasSize(1);
    Sizes sizes = target.sizes();
    assertThat(target.list(sizes.largestPage()).next().contacts()).isEmpty();
  }
}
