package dev.contactsdk.tests.e2e;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.KoreStatusHistoryQuery;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.lists.KoreContactListChanges;
import dev.contactsdk.kore.lists.KoreContactLists;
import dev.contactsdk.kore.lists.NewKoreContactList;
import dev.contactsdk.kore.lists.NewKoreListContact;
import dev.contactsdk.kore.lookups.NewKoreAgentGroup;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.TruedyImportForm;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.contacts.TruedyJsonImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A vendor's sandbox with something in it, a client, and one call of every kind. */
final class Bench implements AutoCloseable {

  /**
   * One call.
   *
   * @param effect what it does to the vendor, from the point of view of a retry
   * @param call the call, not yet run
   */
  record Subject(Effect effect, ApiCall<?> call) {}

  static final List<String> KORE =
      List.of(
          "contacts.create",
          "contacts.createMany",
          "contacts.import",
          "contacts.list",
          "contacts.update",
          "contacts.updateAll",
          "contacts.delete",
          "contacts.deleteAll",
          "agents.create",
          "agents.get",
          "agents.list",
          "agents.update",
          "agents.delete",
          "agents.findByCustomId",
          "agents.availability",
          "agents.wfm",
          "agents.statusHistory",
          "agentGroups.list",
          "agentGroups.create",
          "queues.agents",
          "queues.ofAgents",
          "contactLists.create",
          "contactLists.list",
          "contactLists.get",
          "contactLists.update",
          "contactLists.delete",
          "contactLists.contacts",
          "contactLists.addContacts",
          "contactLists.dialingStatus",
          "contactLists.v1.create",
          "contactLists.v1.list",
          "contactLists.v1.update",
          "contactLists.v1.delete",
          "roles.list");
  static final List<String> TRUEDY =
      List.of(
          "contacts.create",
          "contacts.import",
          "contacts.importJson",
          "contacts.list",
          "contacts.update",
          "folders.create",
          "folders.list",
          "folders.delete",
          "agents.create",
          "agents.get",
          "agents.list");

  final Sandbox sandbox;
  private final Runnable closeClient;
  final Map<String, Subject> subjects = new LinkedHashMap<>();

  private Bench(Sandbox sandbox, Runnable closeClient) {
    this.sandbox = sandbox;
    this.closeClient = closeClient;
  }

  static Bench of(String vendor, Path csvFolder) {
    return vendor.equals("kore") ? kore(csvFolder) : truedy(csvFolder);
  }

  private static Bench kore(Path csvFolder) {
    KoreSandbox sandbox = KoreSandbox.builder().clock(new VirtualClock()).start();
    KoreClient kore = sandbox.client();
    Bench bench = new Bench(sandbox, kore::close);
    String one = sandbox.addContact(koreContact("A", "+12025550191"));
    String two = sandbox.addContact(koreContact("B", "+12025550192"));
    String three = sandbox.addContact(koreContact("C", "+12025550193"));
    String agent =
        sandbox.addAgent(
            Map.of(
                "emailId",
                "old@example.com",
                "firstName",
                "Old",
                "lastName",
                "Agent",
                "customId",
                "EXT-1",
                "roleId",
                sandbox.agentRoleId(),
                "agentGroupId",
                sandbox.defaultAgentGroupId()));
    KoreContactChanges king = KoreContactChanges.builder().lastName("King").build();
    Path csv =
        csv(
            csvFolder,
            """
            firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension
            Ada,Byron,Mrs,2025550101,+1,+
            """);
    bench.add("contacts.create", Effect.WRITE, kore.contacts().create(Support.ada()));
    bench.add(
        "contacts.createMany",
        Effect.WRITE,
        kore.contacts().createAll(List.of(Support.ada(), Support.grace())));
    bench.add("contacts.import", Effect.WRITE, kore.contacts().importCsv(csv));
    bench.add("contacts.list", Effect.READ, kore.contacts().list());
    bench.add("contacts.update", Effect.REPEATABLE_WRITE, kore.contacts().update(one, king));
    bench.add(
        "contacts.updateAll",
        Effect.REPEATABLE_WRITE,
        kore.contacts().updateAll(List.of(new KoreContactChange(one, king))));
    bench.add("contacts.delete", Effect.DELETE, kore.contacts().delete(one));
    bench.add(
        "contacts.deleteAll",
        Effect.REPEATABLE_WRITE,
        kore.contacts().deleteAll(List.of(two, three)));
    bench.add(
        "agents.create",
        Effect.WRITE,
        kore.agents().create(Support.agent(sandbox, "new@example.com")));
    bench.add("agents.get", Effect.READ, kore.agents().get(agent));
    bench.add("agents.list", Effect.READ, kore.agents().list(sandbox.orgId()));
    bench.add(
        "agents.update",
        Effect.REPEATABLE_WRITE,
        kore.agents()
            .update(
                agent,
                KoreAgentChanges.builder()
                    .emailId("old@example.com")
                    .firstName("Old")
                    .lastName("Changed")
                    .role(sandbox.agentRoleId())
                    .agentGroup(sandbox.defaultAgentGroupId())
                    .additionalProperty("userId", "u-1")
                    .additionalProperty("orgId", sandbox.orgId())
                    .build()));
    bench.add("agents.delete", Effect.DELETE, kore.agents().delete(agent));
    bench.add("agents.findByCustomId", Effect.READ, kore.agents().findByCustomId("EXT-1"));
    bench.add(
        "agents.availability",
        Effect.READ,
        kore.agents().availability(KoreAvailabilityQuery.builder().build()));
    bench.add("agentGroups.list", Effect.READ, kore.agentGroups().list());
    bench.add("roles.list", Effect.READ, kore.roles().list());
    bench.addReports(kore, agent);
    bench.addContactLists(sandbox, kore);
    return bench;
  }

  private void addReports(KoreClient kore, String agent) {
    add("agents.wfm", Effect.READ, kore.agents().wfm());
    add(
        "agents.statusHistory",
        Effect.READ,
        kore.agents()
            .statusHistory(
                KoreStatusHistoryQuery.builder().date(LocalDate.of(2026, 2, 1)).build()));
    add(
        "agentGroups.create",
        Effect.WRITE,
        kore.agentGroups()
            .create(NewKoreAgentGroup.builder().name("New").description("of this test").build()));
    add("queues.agents", Effect.READ, kore.queues().agents(List.of("qu-1")));
    add("queues.ofAgents", Effect.READ, kore.queues().ofAgents(List.of(agent)));
  }

  private void addContactLists(KoreSandbox sandbox, KoreClient kore) {
    String used = sandbox.addContactList("Used", false);
    String free = sandbox.addContactList("Free", false);
    String campaign = sandbox.addCampaign("Spring", used);
    sandbox.addToContactList(used, List.of(Map.of("phoneNumber", "12025550103")));
    KoreContactLists lists = kore.contactLists();
    addBoth("contactLists.", lists, free);
    addBoth("contactLists.v1.", lists.v1(), free);
    add("contactLists.get", Effect.READ, lists.get(used));
    add("contactLists.contacts", Effect.READ, lists.contacts(used));
    add(
        "contactLists.addContacts",
        Effect.WRITE,
        lists.addContacts("Free", List.of(NewKoreListContact.of("+12025550101"))));
    add("contactLists.dialingStatus", Effect.READ, lists.dialingStatus(campaign));
  }

  private void addBoth(String name, KoreContactLists lists, String free) {
    add(
        name + "create",
        Effect.WRITE,
        lists.create(NewKoreContactList.builder().name("New").description("of a test").build()));
    add(name + "list", Effect.READ, lists.list());
    add(
        name + "update",
        Effect.REPEATABLE_WRITE,
        lists.update(free, KoreContactListChanges.builder().name("Changed").build()));
    add(name + "delete", Effect.DELETE, lists.delete(free));
  }

  private static Bench truedy(Path csvFolder) {
    TruedySandbox sandbox =
        TruedySandbox.builder().importForm(TruedyImportForm.BOTH).clock(new VirtualClock()).start();
    TruedyClient truedy = sandbox.client();
    Bench bench = new Bench(sandbox, truedy::close);
    String folder = sandbox.addFolder("Leads");
    String contact = sandbox.addContact(Map.of("phone_number", "+12025550191"));
    sandbox.seedContacts(3, folder);
    String agent = sandbox.addAgent(Map.of("name", "Old"));
    Path csv = csv(csvFolder, "phone,name\n+12025550101,Ada\n");
    bench.add(
        "contacts.create",
        Effect.WRITE,
        truedy.contacts().create(NewTruedyContact.builder(Support.ADA_E164).build()));
    bench.add("contacts.import", Effect.WRITE, truedy.contacts().importCsv(csv));
    bench.add(
        "contacts.importJson",
        Effect.WRITE,
        truedy.contacts().importJson(TruedyJsonImport.builder(folder).csv(csv).build()));
    bench.add("contacts.list", Effect.READ, truedy.contacts().list());
    bench.add(
        "contacts.update",
        Effect.REPEATABLE_WRITE,
        truedy
            .contacts()
            .update(contact, TruedyContactChanges.builder().firstName("King").build()));
    bench.add("folders.create", Effect.WRITE, truedy.folders().create("New"));
    bench.add("folders.list", Effect.READ, truedy.folders().list());
    bench.add("folders.delete", Effect.DELETE, truedy.folders().deleteWithContacts(folder));
    bench.add(
        "agents.create",
        Effect.REPEATABLE_WRITE,
        truedy
            .agents()
            .create(NewTruedyAgent.builder().name("New").voice("v").systemPrompt("p").build()));
    bench.add("agents.get", Effect.READ, truedy.agents().get(agent));
    bench.add("agents.list", Effect.READ, truedy.agents().list());
    return bench;
  }

  private static Map<String, Object> koreContact(String name, String number) {
    return Map.of(
        "firstName",
        name,
        "lastName",
        name,
        "salutation",
        "Mr",
        "cellPhone",
        Map.of("phoneNumber", number, "countryCode", "+1", "extension", "+"));
  }

  private static Path csv(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("contacts.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String name, Effect effect, ApiCall<?> call) {
    subjects.put(name, new Subject(effect, call));
  }

  /** Everything that the vendor has stored, times of change left out. */
  String state() {
    String state =
        sandbox instanceof KoreSandbox kore
            ? koreState(kore)
            : truedyState((TruedySandbox) sandbox);
    return state.replaceAll("updated(At|_at)=[^,}]*", "");
  }

  private static String koreState(KoreSandbox kore) {
    List<List<Map<String, Object>>> inLists =
        kore.contactLists().stream()
            .map(list -> kore.contactsOfList(String.valueOf(list.get("id"))))
            .toList();
    return kore.contacts()
        + "\n"
        + kore.agents()
        + kore.agentGroups()
        + kore.contactLists()
        + inLists;
  }

  private static String truedyState(TruedySandbox truedy) {
    return truedy.contacts() + "\n" + truedy.folders() + "\n" + truedy.agents();
  }

  @Override
  public void close() {
    closeClient.run();
    sandbox.close();
  }
}
