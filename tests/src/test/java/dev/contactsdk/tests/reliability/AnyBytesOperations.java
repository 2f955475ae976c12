package dev.contactsdk.tests.reliability;

import static dev.contactsdk.tests.reliability.AnyBytesMutator.utf8;

import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.agents.KoreAgents;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.KoreStatusHistoryQuery;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.KoreContacts;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.kore.lists.KoreContactListChanges;
import dev.contactsdk.kore.lists.KoreContactLists;
import dev.contactsdk.kore.lists.NewKoreContactList;
import dev.contactsdk.kore.lists.NewKoreListContact;
import dev.contactsdk.kore.lookups.NewKoreAgentGroup;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.contacts.TruedyJsonImport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Every operation of both vendors, by family. */
final class AnyBytesOperations {
  /** The families of which each gets its share of bodies. */
  enum Family {
    KORE_CONTACTS,
    KORE_AGENTS,
    KORE_LOOKUPS,
    KORE_LISTS,
    TRUEDY_CONTACTS,
    TRUEDY_FOLDERS,
    TRUEDY_IMPORT,
    TRUEDY_AGENTS
  }

  /** Both clients on one transport. */
  record Clients(KoreClient kore, TruedyClient truedy) {}

  /** One operation. */
  record Operation(Family family, String name, Function<Clients, Object> run) {
    @Override
    public String toString() {
      return family + " " + name;
    }
  }

  private static final int MOST_PAGES = 3;
  private static final String SECRET = "0123456789012345678901234567890123456789";
  private static final List<String> AGENT_FIELDS =
      List.of("userId", "orgId", "emailId", "firstName", "lastName", "roleId", "agentGroupId");

  private final List<Operation> all = new ArrayList<>();

  private AnyBytesOperations() {}

  static List<Operation> all() {
    AnyBytesOperations operations = new AnyBytesOperations();
    operations.koreContacts();
    operations.koreAgents();
    operations.koreLookUps();
    operations.koreLists();
    operations.truedyContacts();
    operations.truedyFolders();
    operations.truedyAgents();
    return operations.all;
  }

  private void koreContacts() {
    NewKoreContact asha =
        NewKoreContact.builder()
            .firstName("Asha")
            .lastName("Rao")
            .salutation("Ms")
            .cellPhone(CellPhone.of("+1", "2025550101"))
            .build();
    KoreContactChanges changes = KoreContactChanges.builder().firstName("Usha").build();
    List<KoreContactChange> many = List.of(new KoreContactChange("c-1", changes));
    contacts("create", api -> api.create(asha).execute());
    contacts("create many", api -> api.createAll(List.of(asha)).execute());
    contacts("list", api -> pages(api.list()));
    contacts("update", api -> api.update("c-1", changes).execute());
    contacts("delete", api -> api.delete("c-1").execute());
    contacts("update many", api -> api.updateAll(many).execute());
    contacts("delete many", api -> api.deleteAll(List.of("c-1")).execute());
    contacts("import", api -> api.importCsv(csv(), "c.csv").execute());
  }

  private void contacts(String name, Function<KoreContacts, Object> run) {
    add(Family.KORE_CONTACTS, name, clients -> run.apply(clients.kore.contacts()));
  }

  private void koreAgents() {
    NewKoreAgent agent =
        NewKoreAgent.builder()
            .emailId("agent.one@example.com")
            .firstName("Asha")
            .lastName("Rao")
            .role("role-1")
            .build();
    KoreAvailabilityQuery query = KoreAvailabilityQuery.builder().agent("a-1").build();
    KoreAgentChanges.Builder changes = KoreAgentChanges.builder();
    AGENT_FIELDS.forEach(name -> changes.additionalProperty(name, "x"));
    agents("create", api -> api.create(agent).execute());
    agents("list", api -> pages(api.list("o-1")));
    agents("get", api -> api.get("a-1").execute());
    agents("update", api -> api.update("a-1", changes.build()).execute());
    agents("delete", api -> api.delete("a-1").execute());
    agents("find", api -> api.findByCustomId("x-1").execute());
    agents("availability", api -> api.availability(query).execute());
    KoreStatusHistoryQuery day =
        KoreStatusHistoryQuery.builder().date(LocalDate.of(2026, 2, 1)).build();
    agents("wfm", api -> pages(api.wfm()));
    agents("status history", api -> pages(api.statusHistory(day)));
  }

  private void agents(String name, Function<KoreAgents, Object> run) {
    add(Family.KORE_AGENTS, name, clients -> run.apply(clients.kore.agents()));
  }

  private void koreLookUps() {
    Family family = Family.KORE_LOOKUPS;
    add(family, "agent groups", c -> pages(c.kore.agentGroups().list()));
    add(family, "agent group", c -> c.kore.agentGroups().get("g-1").execute());
    NewKoreAgentGroup west = NewKoreAgentGroup.builder().name("West").description("d").build();
    add(family, "create group", c -> c.kore.agentGroups().create(west).execute());
    add(family, "queues", c -> pages(c.kore.queues().list()));
    add(family, "agents of queues", c -> c.kore.queues().agents(List.of("q-1")).execute());
    add(family, "queues of agents", c -> c.kore.queues().ofAgents(List.of("a-1")).execute());
    add(family, "skill groups", c -> pages(c.kore.skillGroups().list()));
    add(family, "skills", c -> pages(c.kore.skillGroups().skills("s-1")));
    add(family, "roles", c -> pages(c.kore.roles().list()));
  }

  private void koreLists() {
    NewKoreContactList spring = NewKoreContactList.builder().name("S").description("d").build();
    KoreContactListChanges changes = KoreContactListChanges.builder().name("A").build();
    List<NewKoreListContact> rows = List.of(NewKoreListContact.of("14155550101"));
    lists("create", api -> api.create(spring).execute());
    lists("list", api -> api.list().execute());
    lists("get", api -> api.get("l-1").execute());
    lists("update", api -> api.update("l-1", changes).execute());
    lists("delete", api -> api.delete("l-1").execute());
    lists("contacts", api -> pages(api.contacts("l-1")));
    lists("add contacts", api -> api.addContacts("S", rows).execute());
    lists("dialing status", api -> pages(api.dialingStatus("c-1")));
  }

  private void lists(String name, Function<KoreContactLists, Object> run) {
    add(Family.KORE_LISTS, name, clients -> run.apply(clients.kore.contactLists()));
  }

  private void truedyContacts() {
    NewTruedyContact mira = NewTruedyContact.builder("+14155550101").firstName("Mira").build();
    TruedyContactChanges changes = TruedyContactChanges.builder().firstName("Vira").build();
    Family family = Family.TRUEDY_CONTACTS;
    add(family, "create", c -> c.truedy.contacts().create(mira).execute());
    add(family, "list", c -> pages(c.truedy.contacts().list()));
    add(family, "update", c -> c.truedy.contacts().update("c-1", changes).execute());
    add(
        Family.TRUEDY_IMPORT,
        "import",
        c -> c.truedy.contacts().importCsv(csv(), "c.csv").execute());
    TruedyJsonImport json = TruedyJsonImport.builder("f-1").contacts(List.of(mira)).build();
    add(Family.TRUEDY_IMPORT, "import JSON", c -> c.truedy.contacts().importJson(json).execute());
  }

  private void truedyFolders() {
    Family family = Family.TRUEDY_FOLDERS;
    add(family, "create", c -> c.truedy.folders().create("VIP").execute());
    add(family, "list", c -> pages(c.truedy.folders().list()));
    add(family, "delete", c -> c.truedy.folders().deleteWithContacts("f-1").execute());
  }

  private void truedyAgents() {
    NewTruedyAgent agent =
        NewTruedyAgent.builder().name("Helper").voice("v-1").systemPrompt("Be kind.").build();
    Family family = Family.TRUEDY_AGENTS;
    add(family, "create", c -> c.truedy.agents().create(agent).execute());
    add(family, "list", c -> pages(c.truedy.agents().list()));
    add(family, "get", c -> c.truedy.agents().get("a-1").execute());
  }

  private void add(Family family, String name, Function<Clients, Object> run) {
    all.add(new Operation(family, name, run));
  }

  private static InputStream csv() {
    return new ByteArrayInputStream(utf8("firstName,phone\nAsha,1\n"));
  }

  private static <T> Object pages(ListCall<T, ?> list) {
    List<Object> pages = new ArrayList<>();
    Iterator<?> iterator = list.pages().iterator();
    while (iterator.hasNext() && pages.size() < MOST_PAGES) {
      pages.add(iterator.next());
    }
    return pages;
  }

  /** Clients whose every answer is the transport's. */
  static Clients on(Transport transport) {
    return new Clients(
        kore("https://kore.example.com").transport(transport).build(),
        truedy("https://truedy.example.com").transport(transport).build());
  }

  /** Clients of a server. */
  static Clients at(String url) {
    return new Clients(kore(url).build(), truedy(url).build());
  }

  private static KoreClient.Builder kore(String url) {
    KoreClient.Builder builder =
        KoreClient.builder()
            .streamId("st-1")
            .accountId("acc-1")
            .credentials("cs-1", SECRET)
            .adminCredentials("cs-2", SECRET)
            .adminRateLimiter(RateLimiter.unlimited());
    return plain(builder, url);
  }

  private static TruedyClient.Builder truedy(String url) {
    return plain(TruedyClient.builder().apiKey("key-0123456789"), url);
  }

  private static <B extends ClientBuilder<B>> B plain(B builder, String url) {
    return builder.baseUrl(url).rateLimiter(RateLimiter.unlimited()).retry(RetryPolicy.none());
  }
}
