package dev.contactsdk.tests.reliability;

import dev.contactsdk.core.http.Effect;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.sandbox.TruedySandboxBuilder;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Truedy: every operation that writes, and two that read. */
final class OutcomeTruedy implements OutcomeVendor {
  private final TruedySandbox sandbox;
  private int last;

  OutcomeTruedy(TruedySandboxBuilder builder) {
    sandbox = builder.start();
  }

  @Override
  public TruedySandbox sandbox() {
    return sandbox;
  }

  @Override
  public Client client(Setup setup) {
    TruedyClient.Builder builder =
        sandbox
            .clientBuilder()
            .baseUrl(setup.origin() + "/api/public/v1")
            .retry(setup.retry())
            .timeout(setup.timeout())
            .timeSource(new CreatesTime());
    TruedyClient client =
        (setup.okHttp() == null ? builder : builder.okHttpClient(setup.okHttp())).build();
    return new Client() {
      @SuppressWarnings("unchecked")
      @Override
      public Trial trial(Operation<?> operation) {
        return ((Operation<TruedyClient>) operation).trial().apply(client);
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }

  private static Operation<TruedyClient> operation(
      String name, Effect effect, Function<TruedyClient, Trial> trial) {
    return new Operation<>("truedy " + name, effect, trial);
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        operation(
            "list contacts", Effect.READ, truedy -> Trial.of(truedy.contacts().list(), () -> true)),
        operation("get agent", Effect.READ, this::getAgent),
        operation("create contact", Effect.WRITE, this::create),
        operation("import csv", Effect.WRITE, truedy -> importCsv(truedy, "")),
        operation(
            "import csv of 300 KB", Effect.WRITE, truedy -> importCsv(truedy, "x".repeat(300_000))),
        operation("create folder", Effect.WRITE, this::createFolder),
        operation("update contact", Effect.REPEATABLE_WRITE, this::update),
        operation("create agent with key", Effect.REPEATABLE_WRITE, this::createAgent),
        operation("delete folder", Effect.DELETE, this::deleteFolder));
  }

  private String number() {
    return "+1202%07d".formatted(5_550_000 + ++last);
  }

  private long contactsWith(String number) {
    return sandbox.contacts().stream()
        .filter(row -> String.valueOf(row.get("phone_number")).contains(number))
        .count();
  }

  private Trial getAgent(TruedyClient truedy) {
    String id =
        sandbox.addAgent(Map.of("name", "Desk", "voice_id", "v", "system_prompt", "Be brief."));
    return Trial.of(truedy.agents().get(id), () -> true);
  }

  private Trial create(TruedyClient truedy) {
    String number = number();
    return new Trial(
        truedy.contacts().create(NewTruedyContact.builder(number).firstName("Ada").build()),
        () -> contactsWith(number) == 1,
        () -> contactsWith(number) == 0);
  }

  private Trial importCsv(TruedyClient truedy, String filling) {
    String number = number();
    String csv = "phone,name,note\n" + number + ",Ada," + filling + "\n";
    return new Trial(
        truedy
            .contacts()
            .importCsv(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "contacts.csv"),
        () -> contactsWith(number) == 1,
        () -> contactsWith(number) == 0);
  }

  private long foldersWith(String text) {
    return sandbox.folders().stream().filter(row -> String.valueOf(row).contains(text)).count();
  }

  private Trial createFolder(TruedyClient truedy) {
    String name = "Folder " + ++last + ".";
    return new Trial(
        truedy.folders().create(name), () -> foldersWith(name) == 1, () -> foldersWith(name) == 0);
  }

  private Trial update(TruedyClient truedy) {
    String name = "King" + ++last + ".";
    String id = sandbox.addContact(Map.of("phone_number", number(), "last_name", "Byron"));
    return Trial.of(
        truedy.contacts().update(id, TruedyContactChanges.builder().lastName(name).build()),
        () -> sandbox.contacts().stream().anyMatch(row -> String.valueOf(row).contains(name)));
  }

  private long agentsWith(String text) {
    return sandbox.agents().stream().filter(row -> String.valueOf(row).contains(text)).count();
  }

  private Trial createAgent(TruedyClient truedy) {
    String name = "Desk " + ++last + ".";
    return new Trial(
        truedy
            .agents()
            .create(
                NewTruedyAgent.builder()
                    .name(name)
                    .voice("voice_3")
                    .systemPrompt("Be brief.")
                    .build()),
        () -> agentsWith(name) == 1,
        () -> agentsWith(name) == 0);
  }

  private Trial deleteFolder(TruedyClient truedy) {
    String id = sandbox.addFolder("Folder " + ++last + ".");
    return Trial.of(truedy.folders().deleteWithContacts(id), () -> foldersWith(id) == 0);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
