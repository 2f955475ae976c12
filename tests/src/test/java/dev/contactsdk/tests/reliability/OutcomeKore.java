package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.http.Effect;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.KoreSandboxBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Kore.ai: every operation that writes, and two that read. */
final class OutcomeKore implements OutcomeVendor {
  private final KoreSandbox sandbox;
  private final KoreClient direct;
  private int last;

  OutcomeKore(KoreSandboxBuilder builder) {
    sandbox = builder.start();
    direct = sandbox.client();
  }

  @Override
  public KoreSandbox sandbox() {
    return sandbox;
  }

  @Override
  public Client client(Setup setup) {
    KoreClient.Builder builder =
        sandbox
            .clientBuilder()
            .baseUrl(setup.origin())
            .retry(setup.retry())
            .timeout(setup.timeout())
            .timeSource(new CreatesTime());
    KoreClient client =
        (setup.okHttp() == null ? builder : builder.okHttpClient(setup.okHttp())).build();
    return new Client() {
      @SuppressWarnings("unchecked")
      @Override
      public Trial trial(Operation<?> operation) {
        return ((Operation<KoreClient>) operation).trial().apply(client);
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }

  private static Operation<KoreClient> operation(
      String name, Effect effect, Function<KoreClient, Trial> trial) {
    return new Operation<>("kore " + name, effect, trial);
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        operation(
            "list contacts", Effect.READ, kore -> Trial.of(kore.contacts().list(), () -> true)),
        operation(
            "agent availability",
            Effect.READ,
            kore ->
                Trial.of(
                    kore.agents()
                        .availability(
                            KoreAvailabilityQuery.builder()
                                .queue(sandbox.defaultQueueId())
                                .build()),
                    () -> true)),
        operation("create contact", Effect.WRITE, this::create),
        operation("create 2 contacts", Effect.WRITE, this::createTwo),
        operation("import csv", Effect.WRITE, this::importCsv),
        operation("update contact", Effect.REPEATABLE_WRITE, this::update),
        operation("update contacts", Effect.REPEATABLE_WRITE, this::updateMany),
        operation("delete contact", Effect.DELETE, this::delete),
        operation("delete contacts", Effect.REPEATABLE_WRITE, this::deleteMany),
        operation("create agent", Effect.WRITE, this::createAgent),
        operation("update agent", Effect.REPEATABLE_WRITE, this::updateAgent),
        operation("delete agent", Effect.DELETE, this::deleteAgent));
  }

  private String digits() {
    return "202%07d".formatted(5_550_000 + ++last);
  }

  static NewKoreContact contact(String digits) {
    return NewKoreContact.builder()
        .firstName("Ada")
        .lastName("Byron")
        .salutation("Mrs")
        .cellPhone(CellPhone.of("+1", digits))
        .build();
  }

  private String seeded() {
    return sandbox.addContact(
        Map.of(
            "firstName",
            "Ada",
            "lastName",
            "Byron",
            "salutation",
            "Mrs",
            "cellPhone",
            Map.of("phoneNumber", "+1" + digits(), "countryCode", "+1", "extension", "+")));
  }

  private long contactsWith(String text) {
    return sandbox.contacts().stream().filter(row -> String.valueOf(row).contains(text)).count();
  }

  private boolean contactHas(String id, String text) {
    return sandbox.contacts().stream()
        .anyMatch(row -> id.equals(row.get("id")) && String.valueOf(row).contains(text));
  }

  private Trial create(KoreClient kore) {
    String digits = digits();
    return new Trial(
        kore.contacts().create(contact(digits)),
        () -> contactsWith(digits) == 1,
        () -> contactsWith(digits) == 0);
  }

  private Trial createTwo(KoreClient kore) {
    String one = digits();
    String two = digits();
    return new Trial(
        kore.contacts().createAll(List.of(contact(one), contact(two))),
        () -> contactsWith(one) == 1 && contactsWith(two) == 1,
        () -> contactsWith(one) + contactsWith(two) == 0);
  }

  private Trial importCsv(KoreClient kore) {
    String digits = digits();
    String csv =
        "firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension\n"
            + "Ada,Byron,Mrs,"
            + digits
            + ",+1,+\n";
    return new Trial(
        kore.contacts()
            .importCsv(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "contacts.csv"),
        () -> contactsWith(digits) == 1,
        () -> contactsWith(digits) == 0);
  }

  private Trial update(KoreClient kore) {
    String id = seeded();
    KoreContactChanges changes = KoreContactChanges.builder().lastName("King").build();
    return Trial.of(kore.contacts().update(id, changes), () -> contactHas(id, "King"));
  }

  private Trial updateMany(KoreClient kore) {
    String id = seeded();
    KoreContactChanges changes = KoreContactChanges.builder().lastName("King").build();
    return Trial.of(
        kore.contacts().updateAll(List.of(new KoreContactChange(id, changes))),
        () -> contactHas(id, "King"));
  }

  private Trial delete(KoreClient kore) {
    String id = seeded();
    return Trial.of(kore.contacts().delete(id), () -> contactHas(id, "INACTIVE"));
  }

  private Trial deleteMany(KoreClient kore) {
    String id = seeded();
    return Trial.of(kore.contacts().deleteAll(List.of(id)), () -> contactHas(id, "INACTIVE"));
  }

  private NewKoreAgent agent() {
    return NewKoreAgent.builder()
        .emailId("a" + ++last + "@example.com")
        .firstName("Ann")
        .lastName("Agent")
        .role(sandbox.agentRoleId())
        .customId("c" + last)
        .agentGroup(sandbox.defaultAgentGroupId())
        .build();
  }

  private long agentsWith(String text) {
    return sandbox.agents().stream().filter(row -> String.valueOf(row).contains(text)).count();
  }

  private Trial createAgent(KoreClient kore) {
    NewKoreAgent agent = agent();
    String mail = "a" + last + "@example.com";
    return new Trial(
        kore.agents().create(agent), () -> agentsWith(mail) == 1, () -> agentsWith(mail) == 0);
  }

  private String seededAgent() {
    direct.agents().create(agent()).execute();
    List<Map<String, Object>> agents = sandbox.agents();
    return String.valueOf(agents.get(agents.size() - 1).get("id"));
  }

  private Trial updateAgent(KoreClient kore) {
    String id = seededAgent();
    String name = "Changed" + last;
    return Trial.of(
        kore.agents()
            .update(id, direct.agents().get(id).execute().toChanges().nickName(name).build()),
        () -> agentsWith(name) == 1);
  }

  private Trial deleteAgent(KoreClient kore) {
    String id = seededAgent();
    return Trial.of(kore.agents().delete(id), () -> agentsWith(id) == 0);
  }

  @Override
  public void close() {
    direct.close();
    sandbox.close();
  }
}
