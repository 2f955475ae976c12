package dev.contactsdk.truedy;

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
import org.junit.jupiter.api.Test;

/** The shapes in the module's resource are those of the fixtures. */
class DocumentedShapesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/truedy");
  private static final Path MADE = Path.of("target/documented-shapes.txt");

  /** The fixtures of each operation; a + marks a record that a list has as an element. */
  private static final Map<String, List<String>> ANSWERS = new LinkedHashMap<>();

  static {
    List<String> contacts =
        List.of(
            "create-contact.schema",
            "create-contact.example",
            "create-contact.older-reference",
            "create-contact.metadata",
            "update-contact");
    ANSWERS.put("truedy.contacts.create", contacts);
    ANSWERS.put("truedy.contacts.update", contacts);
    ANSWERS.put(
        "truedy.contacts.list",
        Stream.concat(
                Stream.of(
                    "list-contacts.by-offset", "list-contacts.by-page", "list-contacts.unpaged"),
                contacts.stream().map(file -> "+" + file))
            .toList());
    List<String> imports = List.of("import.counts", "import.error-list", "import.no-errors");
    ANSWERS.put("truedy.contacts.import", imports);
    ANSWERS.put("truedy.contacts.importJson", imports);
    ANSWERS.put("truedy.folders.list", List.of("list-folders.by-offset", "list-folders.unpaged"));
    ANSWERS.put("truedy.folders.create", List.of("create-folder"));
    ANSWERS.put("truedy.folders.delete", List.of("delete-folder"));
    ANSWERS.put("truedy.agents.create", List.of("create-agent", "get-agent"));
    ANSWERS.put("truedy.agents.get", List.of("create-agent", "get-agent"));
    ANSWERS.put("truedy.agents.list", List.of("list-agents", "+create-agent", "+get-agent"));
    ANSWERS.put(
        DocumentedShapes.ERRORS,
        List.of(
            "errors/unauthorized",
            "errors/validation",
            "errors/not-found",
            "errors/rate-limit",
            "errors/rate-limit.without-time",
            "errors/rate-limit.in-detail",
            "errors/field-list",
            "errors/detail-text",
            "errors/id-inside",
            "errors/internal",
            "errors/gateway",
            "errors/payload-too-large",
            "errors/provider",
            "errors/payment-required"));
  }

  private static DocumentedShapes made() throws IOException {
    DocumentedShapes.Builder shapes =
        DocumentedShapes.builder().freeMaps("custom_fields", "metadata");
    for (Map.Entry<String, List<String>> operation : ANSWERS.entrySet()) {
      for (String file : operation.getValue()) {
        shapes.answer(operation.getKey(), answer(file));
      }
    }
    return shapes.build();
  }

  private static Object answer(String file) throws IOException {
    String name = file.replace("+", "") + ".json";
    Object read = Json.read(Files.readAllBytes(FIXTURES.resolve(name)));
    Map<Object, Object> answer = new LinkedHashMap<>((Map<?, ?>) Objects.requireNonNull(read));
    if (answer.get("data") instanceof Map<?, ?> data) {
      Map<Object, Object> documented = new LinkedHashMap<>(data);
      // No page has these two.
      documented.remove("organisation");
      documented.computeIfPresent("tools", (key, tools) -> ids(tools));
      answer.put("data", file.startsWith("+") ? List.of(documented) : documented);
    }
    return answer;
  }

  private static List<Object> ids(Object tools) {
    return ((List<?>) tools).stream().<Object>map(tool -> "tool_1").toList();
  }

  @Test
  void theResourceIsMadeFromTheFixtures() throws IOException {
    Files.writeString(MADE, made().toText());
    try (InputStream resource =
        Objects.requireNonNull(TruedyDrift.class.getResourceAsStream("documented-shapes.txt"))) {
      assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
          .as("if the fixtures are right, copy %s to src/main/resources", MADE)
          .isEqualTo(made().toText());
    }
    assertThat(DocumentedShapes.parse(made().toText()).toText()).isEqualTo(made().toText());
  }

  @Test
  void everyFixtureIsTheAnswerOfAnOperation() throws IOException {
    Set<String> used = new TreeSet<>();
    ANSWERS.values().forEach(files -> files.forEach(file -> used.add(file.replace("+", ""))));
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      assertThat(
              files
                  .map(file -> FIXTURES.relativize(file).toString())
                  .filter(file -> file.endsWith(".json"))
                  .map(file -> file.replace(".json", "").replace('\\', '/')))
          .as("name a new fixture in ANSWERS")
          .containsExactlyInAnyOrderElementsOf(used);
    }
  }

  @Test
  void theRecorderKnowsThem() {
    assertThat(TruedyDrift.recorder().report().resolutions()).isNotEmpty();
  }
}
