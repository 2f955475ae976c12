package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.drift.DocumentedShapes;
import dev.contactsdk.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shapes in the module's resource are those of the fixtures. */
class DocumentedShapesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/dev/contactsdk/kore");
  private static final Path MADE = Path.of("target/documented-shapes.txt");

  /** Not an answer that a page or the SDK knows. */
  private static final Set<String> NONE = Set.of("contacts-unknown-fields");

  /** Its rows have the columns of the application's list. Their names are data. */
  private static final String COLUMNS = "lists-contacts";

  /** The fixtures of each operation. */
  private static final Map<String, List<String>> ANSWERS = new LinkedHashMap<>();

  static {
    answers("contacts.create", "contacts-create", "contacts-create-bare", "contacts-create-many");
    answers("contacts.importCsv", "contacts-import");
    answers("contacts.list", "contacts-list");
    answers("contacts.update", "contacts-update");
    answers("contacts.updateAll", "contacts-bulk-update");
    answers("contacts.delete", "contacts-delete");
    answers("contacts.deleteAll", "contacts-bulk-delete");
    answers("agents.create", "agents-create", "agents-create-older");
    answers("agents.list", "agents-list", "agents-list-table");
    answers("agents.get", "agents-get", "agents-get-empty-texts");
    answers("agents.update", "agents-update");
    answers("agents.delete", "agents-delete");
    answers(
        "agents.findByCustomId",
        "agents-by-custom-id",
        "agents-by-custom-id-single",
        "agents-by-custom-id-id",
        "agents-by-custom-id-ids");
    answers("agents.availability", "agents-availability");
    answers("agents.statusHistory", "agents-status-history");
    answers("agents.wfm", "agents-wfm");
    answers("agentGroups.create", "agent-groups-create");
    answers("agentGroups.list", "agent-groups-list");
    answers("agentGroups.get", "agent-groups-get");
    answers("queues.list", "queues-list", "queues-list-end");
    answers("queues.agents", "queues-agents");
    answers("queues.ofAgents", "queues-of-agents");
    answers("skillGroups.list", "skill-groups-list");
    answers("skillGroups.skills", "skills-list");
    answers("roles.list", "roles-list");
    for (String lists : List.of("contactLists.", "contactLists.v1.")) {
      answers(lists + "create", "lists-create");
      answers(lists + "list", "lists-list");
      answers(lists + "get", "lists-create", "lists-get-v1");
      answers(lists + "update", "lists-update");
      answers(lists + "delete", "lists-delete");
      answers(lists + "contacts", COLUMNS);
      answers(lists + "dialingStatus", "lists-dialing-status");
    }
    answers("contactLists.addContacts", "lists-add-contacts");
    ANSWERS.put(DocumentedShapes.ERRORS, List.of("error-msg", "error-message"));
  }

  private static void answers(String operation, String... files) {
    ANSWERS.put("kore." + operation, List.of(files));
  }

  private static DocumentedShapes made() throws IOException {
    DocumentedShapes.Builder shapes =
        DocumentedShapes.builder().freeMaps("preferences", "permissions", "mapping");
    for (Map.Entry<String, List<String>> operation : ANSWERS.entrySet()) {
      for (String file : operation.getValue()) {
        shapes.answer(operation.getKey(), answer(file));
      }
    }
    return shapes.build();
  }

  private static @Nullable Object answer(String file) throws IOException {
    Object answer = Json.read(Files.readAllBytes(FIXTURES.resolve(file + ".json")));
    return file.equals(COLUMNS) ? withoutColumns((Map<?, ?>) answer) : answer;
  }

  private static Map<Object, Object> withoutColumns(@Nullable Map<?, ?> answer) {
    Map<Object, Object> copy = new LinkedHashMap<>(Objects.requireNonNull(answer));
    Map<Object, Object> data = new LinkedHashMap<>((Map<?, ?>) answer.get("data"));
    data.put("results", List.of(Map.of()));
    copy.put("data", data);
    return copy;
  }

  @Test
  void theResourceIsMadeFromTheFixtures() throws IOException {
    Files.writeString(MADE, made().toText());
    try (InputStream resource =
        Objects.requireNonNull(KoreDrift.class.getResourceAsStream("documented-shapes.txt"))) {
      assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
          .as("if the fixtures are right, copy %s to src/main/resources", MADE)
          .isEqualTo(made().toText());
    }
    assertThat(DocumentedShapes.parse(made().toText()).toText()).isEqualTo(made().toText());
  }

  @Test
  void everyFixtureIsTheAnswerOfAnOperation() throws IOException {
    Set<String> used = new TreeSet<>(NONE);
    ANSWERS.values().forEach(used::addAll);
    try (Stream<Path> files = Files.list(FIXTURES)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> file.endsWith(".json"))
                  .map(file -> file.replace(".json", "")))
          .as("name a new fixture in ANSWERS")
          .containsExactlyInAnyOrderElementsOf(used);
    }
  }

  @Test
  void theRecorderKnowsThem() {
    assertThat(KoreDrift.recorder().report().resolutions()).isNotEmpty();
  }
}
