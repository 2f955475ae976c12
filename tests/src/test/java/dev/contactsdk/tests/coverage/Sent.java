package dev.contactsdk.tests.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgentBuilder;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.agents.KoreAgentGroupRole;
import dev.contactsdk.kore.agents.KoreAgentStatus;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.KoreStatusHistoryQuery;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.agents.Preferred;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.kore.lists.KoreContactListChanges;
import dev.contactsdk.kore.lists.NewKoreContactList;
import dev.contactsdk.kore.lists.NewKoreListContact;
import dev.contactsdk.kore.lookups.KoreProficiency;
import dev.contactsdk.kore.lookups.NewKoreAgentGroup;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.agents.TruedyAgentStatus;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyCallOutcome;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.contacts.TruedyJsonImport;
import dev.contactsdk.truedy.folders.SortOrder;
import dev.contactsdk.truedy.folders.TruedyFolderSort;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the calls send when every setter of the public API is used, by object. */
final class Sent {
  static final String SECRET = "0123456789012345678901234567890123456789";
  private static final CellPhone NUMBER = CellPhone.of("+1", "2025550101").extension("12");

  private final Wire wire = new Wire();
  private final Map<String, Set<String>> objects = new LinkedHashMap<>();

  private Sent() {}

  static Map<String, Set<String>> by(String vendor) throws IOException {
    Sent sent = new Sent();
    if (vendor.equals("kore")) {
      try (KoreClient kore = kore(sent.wire)) {
        sent.koreContacts(kore);
        sent.koreAgents(kore);
        sent.koreLookUps(kore);
        sent.koreLists(kore);
      }
    } else {
      try (TruedyClient truedy = truedy(sent.wire)) {
        sent.truedyContacts(truedy);
        sent.truedyOthers(truedy);
      }
    }
    return sent.objects;
  }

  static KoreClient kore(Wire wire) {
    return KoreClient.builder()
        .baseUrl("https://kore.example.com")
        .streamId("st-1")
        .accountId("acc-1")
        .credentials("cs-1", SECRET)
        .adminCredentials("cs-2", SECRET)
        .adminRateLimiter(RateLimiter.unlimited())
        .rateLimiter(RateLimiter.unlimited())
        .retry(RetryPolicy.none())
        .transport(wire)
        .build();
  }

  static TruedyClient truedy(Wire wire) {
    return TruedyClient.builder()
        .baseUrl("https://truedy.example.com")
        .apiKey("key-0123456789")
        .rateLimiter(RateLimiter.unlimited())
        .retry(RetryPolicy.none())
        .transport(wire)
        .build();
  }

  private void object(String name, ApiCall<?>... calls) {
    objects.put(name, wire.sentBy(List.of(calls)));
  }

  static InputStream csv() {
    return new ByteArrayInputStream("firstName,phone\nAsha,1\n".getBytes(UTF_8));
  }

  private void koreContacts(KoreClient kore) {
    NewKoreContact asha =
        NewKoreContact.builder()
            .firstName("Asha")
            .lastName("Rao")
            .salutation("Ms")
            .cellPhone(NUMBER)
            .build();
    KoreContactChanges changes =
        KoreContactChanges.builder()
            .firstName("Asha")
            .lastName("Rao")
            .fullName("Asha Rao")
            .salutation("Ms")
            .cellPhone(NUMBER)
            .build();
    object("contact input", kore.contacts().create(asha));
    object("contact file", kore.contacts().importCsv(csv(), "c.csv"));
    object("contact changes", kore.contacts().update("c-1", changes));
    object(
        "contact in a bulk update",
        kore.contacts().updateAll(List.of(new KoreContactChange("c-1", changes))));
    object("contact ids", kore.contacts().deleteAll(List.of("c-1")));
  }

  private void koreAgents(KoreClient kore) throws IOException {
    object("agent input", kore.agents().create(shared(agent()).build()));
    object("agent changes", kore.agents().update("a-1", everyChange().build()));
    wire.answer(Files.readAllBytes(Received.KORE.resolve("agents-get.json")));
    var read = kore.agents().get("a-1").execute();
    object("agent sent back", kore.agents().update(read.id(), read.toChanges().build()));
    object("agent list query", kore.agents().list("o-1").includeQueues(true).pageSize(5));
    object(
        "availability query",
        kore.agents()
            .availability(
                KoreAvailabilityQuery.builder().skill("s-1").queue("q-1").agent("a-1").build()));
    object("WFM query", kore.agents().wfm());
    LocalDate day = LocalDate.of(2026, 2, 1);
    KoreStatusHistoryQuery.Builder history =
        KoreStatusHistoryQuery.builder().agent("a-1").zone(ZoneOffset.UTC);
    object(
        "status history query",
        kore.agents().statusHistory(history.date(day).build()),
        kore.agents().statusHistory(history.dates(day, day.plusDays(1)).build()));
  }

  static NewKoreAgent.Builder agent() {
    return NewKoreAgent.builder()
        .emailId("agent.one@example.com")
        .firstName("Asha")
        .lastName("Rao")
        .role("role-1")
        .createDefaultLayoutAndAssign(true);
  }

  /** The setters of new and changed agents. */
  private static <B extends KoreAgentBuilder<B>> B shared(B agent) {
    return agent
        .nickName("Asha")
        .phoneNumber("12025550101")
        .agentGroup("ag-1")
        .canSupportChat(true)
        .maxChatSupport(5)
        .canSupportVoice(true)
        .customId("x-1")
        .chatLanguage("en", KoreProficiency.EXPERT, false)
        .voiceLanguage("en", KoreProficiency.EXPERT, false)
        .skill("s-1", KoreProficiency.EXPERT)
        .desktopLayout("ly-1", true)
        .queue("qu-1", Preferred.YES);
  }

  private static KoreAgentChanges.Builder everyChange() {
    return shared(KoreAgentChanges.builder())
        .agentGroup("ag-1", KoreAgentGroupRole.MANAGER)
        .userId("u-1")
        .orgId("o-1")
        .emailId("asha@example.com")
        .firstName("Asha")
        .lastName("Rao")
        .fullName("Asha Rao")
        .localizedFullName("asha rao")
        .role("role-1")
        .isAccountOwner(false)
        .canSupportCase(true)
        .canSupportVoiceMail(true)
        .caseLanguage("en", KoreProficiency.EXPERT, false)
        .attachmentsEnabled(true)
        .emojisEnabled(true)
        .internalChatPermission(true)
        .markedAutoAway(false)
        .maxCaseSupport(1)
        .maxTaskSupport(1)
        .maxVoiceMailSupport(1)
        .maxDigitalConvoLimit(1)
        .maxDigitalChatSupport(1)
        .maxEmailChatSupport(1)
        .maxMessagingChatSupport(1)
        .voiceSupport("softphone", true)
        .status(KoreAgentStatus.ACTIVE);
  }

  private void koreLookUps(KoreClient kore) {
    object("skill list query", kore.skillGroups().skills("s-1").pageSize(5));
    object("role list query", kore.roles().list().pageSize(5));
    object(
        "agent group input",
        kore.agentGroups()
            .create(NewKoreAgentGroup.builder().name("West").description("d").build()));
    object(
        "queues or agents",
        kore.queues().agents(List.of("q-1")),
        kore.queues().ofAgents(List.of("a-1")));
  }

  private void koreLists(KoreClient kore) {
    KoreContactListChanges changes =
        KoreContactListChanges.builder().name("S").description("d").build();
    KoreContactListChanges changesByV1 =
        KoreContactListChanges.builder().name("S").description("d").allowDuplicates(true).build();
    object(
        "list contacts",
        kore.contactLists().addContacts("S", List.of(NewKoreListContact.of("14155550101"))));
    object(
        "contact list input",
        kore.contactLists()
            .create(
                NewKoreContactList.builder()
                    .name("S")
                    .description("d")
                    .allowDuplicates(true)
                    .build()));
    object("list query", kore.contactLists().list());
    object("contact list changes", kore.contactLists().update("cl-1", changes));
    object("contact list changes by v1", kore.contactLists().v1().update("cl-1", changesByV1));
    object("dialing status query", kore.contactLists().dialingStatus("c-1").pageSize(5));
  }

  private void truedyContacts(TruedyClient truedy) {
    NewTruedyContact.Builder mira =
        NewTruedyContact.builder("+14155550101")
            .firstName("Mira")
            .lastName("Ito")
            .email("mira@example.com")
            .companyName("Ito Ltd")
            .industry("trade")
            .location("Kobe")
            .pinCode("650")
            .keywords(List.of("vip"))
            .metadata("note", "x");
    object(
        "older import",
        truedy
            .contacts()
            .importJson(olderImport().contacts(List.of(mira.folder("f-1").build())).build()),
        truedy.contacts().importJson(olderImport().fileKey("k-1").build()),
        truedy
            .contacts()
            .importJson(
                olderImport()
                    .csv(new byte[] {'a', '\n', 'b'}, "c.csv")
                    .mapColumn("a", "phone")
                    .build()));
    object(
        "contact input", truedy.contacts().create(mira.folder("f-1").customField("a", 1).build()));
    object("contact changes", truedy.contacts().update("c-1", truedyChanges()));
    object(
        "contact file",
        truedy.contacts().importCsv(csv(), "c.csv").folder("f-1").overwriteExisting(true));
  }

  static TruedyContactChanges truedyChanges() {
    return TruedyContactChanges.builder()
        .firstName("Mira")
        .lastName("Ito")
        .email("mira@example.com")
        .customField("a", 1)
        .build();
  }

  private static TruedyJsonImport.Builder olderImport() {
    return TruedyJsonImport.builder("f-1");
  }

  private void truedyOthers(TruedyClient truedy) {
    object(
        "contact list query",
        truedy
            .contacts()
            .list()
            .folder("f-1")
            .search("a")
            .lastCallOutcome(TruedyCallOutcome.CONTACTED)
            .skip(100));
    object(
        "folder list query",
        truedy.folders().list().sortBy(TruedyFolderSort.NAME).order(SortOrder.ASC));
    object("folder input", truedy.folders().create("VIP", "the best"));
    object(
        "agent list query",
        truedy.agents().list().status(TruedyAgentStatus.ACTIVE).name("a").pageSize(5));
    object(
        "agent input",
        truedy
            .agents()
            .create(
                NewTruedyAgent.builder()
                    .name("Desk")
                    .voice("v-1")
                    .systemPrompt("Be brief.")
                    .description("d")
                    .greeting("Hello")
                    .greetingSetting("a", 1)
                    .inactivityMessage("Still there?")
                    .temperature(0.5)
                    .languageHint("en")
                    .recordingEnabled(true)
                    .maxDuration(Duration.ofMinutes(5))
                    .joinTimeout(Duration.ofSeconds(30))
                    .model("m")
                    .tool("t")
                    .knowledgeBase("kb")
                    .build())
            .idempotencyKey("key-1"));
  }
}
