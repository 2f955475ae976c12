package dev.contactsdk.tests.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.tests.coverage.Documented.Field;
import dev.contactsdk.tests.coverage.Documented.Operation;
import dev.contactsdk.tests.coverage.Documented.Thing;
import dev.contactsdk.truedy.TruedyClient;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation and field that the vendors document is in the SDK, and in docs/coverage.md. */
class CoverageTest {
  private static final Path PAGE = Path.of("..", "docs", "coverage.md");
  private static final Path MADE = Path.of("target", "coverage.md");
  private static final Map<String, Class<?>> CLIENTS =
      Map.of("kore", KoreClient.class, "truedy", TruedyClient.class);

  /** Envelopes, whose fields other tests prove. */
  private static final Set<String> WITHOUT_RECORD =
      Set.of("page", "page of contacts", "page of agents", "nothing");

  private static final SdkTypes SDK = new SdkTypes();

  @ParameterizedTest
  @ValueSource(strings = {"kore", "truedy"})
  void everyOperationIsAnEndpoint(String vendor) throws Exception {
    assertThat(SDK.endpoints(vendor).stream().map(CoverageTest::request).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Documented.of(vendor).operations().stream()
                .map(operation -> anyNames(operation.request()))
                .distinct()
                .toList());
  }

  private static String request(Endpoint<?> endpoint) {
    return anyNames(endpoint.method() + " " + endpoint.pathTemplate());
  }

  /** The pages and the SDK name the same part of a path differently. */
  private static String anyNames(String request) {
    return request.replaceAll("\\{[^}]+}", "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kore", "truedy"})
  void everyOperationHasItsCall(String vendor) throws Exception {
    for (Operation operation : Documented.of(vendor).operations()) {
      assertThat(operation.calls()).as(operation.request()).isNotEmpty();
      for (String call : operation.calls()) {
        assertThat(isMethod(CLIENTS.get(vendor), call)).as(call).isTrue();
      }
    }
  }

  /** Follows "contacts().create" through the types that the methods return. */
  private static boolean isMethod(Class<?> start, String call) {
    Class<?> type = start;
    for (String name : call.replace("()", "").split("\\.", -1)) {
      Method found =
          Stream.of(type.getMethods())
              .filter(method -> method.getName().equals(name))
              .findFirst()
              .orElse(null);
      if (found == null) {
        return false;
      }
      type = found.getReturnType();
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(strings = {"kore", "truedy"})
  void everyObjectHasItsTypes(String vendor) throws Exception {
    Documented documented = Documented.of(vendor);
    for (Thing thing : documented.things().values()) {
      assertThat(thing.types()).as(thing.name()).isNotEmpty().allMatch(it -> SDK.has(vendor, it));
    }
    assertThat(documented.operations().stream().flatMap(it -> it.things().stream()))
        .allMatch(documented.things()::containsKey);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kore", "truedy"})
  void everyFieldIsInOneOfTheTypes(String vendor) throws Exception {
    List<String> missing = new ArrayList<>();
    for (Thing thing : Documented.of(vendor).things().values()) {
      for (Field field : thing.fields()) {
        if (home(vendor, thing, field).isEmpty()) {
          missing.add(thing.name() + ": " + field.path());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Seen in what the calls send when all setters are used. */
  @ParameterizedTest
  @ValueSource(strings = {"kore", "truedy"})
  void everyFieldOfARequestIsSent(String vendor) throws Exception {
    Map<String, Set<String>> sent = Sent.by(vendor);
    Documented documented = Documented.of(vendor);
    assertThat(documented.operations().stream().flatMap(it -> it.sends().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(sent.keySet());
    sent.forEach(
        (name, names) -> {
          Thing thing = Objects.requireNonNull(documented.things().get(name));
          assertThat(names).as(name).containsAll(thing.fields().stream().map(Field::path).toList());
          assertThat(thing.leftOut()).as(name).noneMatch(names::contains);
        });
  }

  /** Seen in the records that are read from the fixtures. */
  @ParameterizedTest
  @ValueSource(strings = {"kore", "truedy"})
  void everyFieldOfAnAnswerIsRead(String vendor) throws Exception {
    Map<String, Set<String>> received = Received.by(vendor);
    Documented documented = Documented.of(vendor);
    assertThat(documented.operations().stream().flatMap(it -> it.returns().stream()).distinct())
        .filteredOn(name -> !WITHOUT_RECORD.contains(name))
        .containsExactlyInAnyOrderElementsOf(received.keySet());
    List<String> missing = new ArrayList<>();
    received.forEach(
        (name, read) ->
            Objects.requireNonNull(documented.things().get(name)).fields().stream()
                .map(Field::path)
                .filter(path -> !read.contains(path))
                .forEach(path -> missing.add(name + ": " + path)));
    assertThat(missing).isEmpty();
  }

  /** The first of the object's types that knows the field; empty when none does. */
  private static String home(String vendor, Thing thing, Field field) throws IOException {
    for (String type : thing.types()) {
      if (SDK.knows(vendor, type, field.name())) {
        return type;
      }
    }
    return "";
  }

  /** A name that only a method, another record or nothing has is not known. */
  @Test
  void aFieldIsKnownByWhatReadsOrWritesIt() throws Exception {
    assertThat(SDK.knows("kore", "KoreContact", "_id")).isTrue();
    assertThat(SDK.knows("kore", "KoreContact", "toChanges")).isFalse();
    assertThat(SDK.knows("kore", "KoreContact", "additionalProperty")).isFalse();
    assertThat(SDK.knows("kore", "KoreAgentGroupMembership", "groupName")).isTrue();
    assertThat(SDK.knows("kore", "NewKoreContact", "firstName")).isTrue();
    assertThat(SDK.knows("kore", "NewKoreContact", "isNameOf")).isFalse();
    assertThat(SDK.knows("truedy", "TruedyContact", "displayName")).isFalse();
    assertThat(SDK.knows("truedy", "ImportResult", "successful")).isTrue();
    assertThat(SDK.knows("truedy", "ImportResult", "orZero")).isFalse();
  }

  /** The titles of pages are those of the Javadoc. */
  @ParameterizedTest
  @ValueSource(strings = {"kore", "truedy"})
  void everyPageIsASourceInTheJavadoc(String vendor) throws Exception {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("..", "sdk-" + vendor, "src", "main", "java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        sources.append(Files.readString(file).replaceAll("\\R\\s*\\*\\s*", " "));
      }
    }
    assertThat(Documented.of(vendor).operations())
        .flatExtracting(operation -> List.of(operation.page().split("; ", -1)))
        .allSatisfy(title -> assertThat(sources).contains('"' + title + '"'));
  }

  @Test
  void thePageSaysSo() throws Exception {
    String page = page();
    Files.writeString(MADE, page);
    assertThat(Files.readString(PAGE)).as("copy %s to docs", MADE).isEqualTo(page);
  }

  private static String page() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # What the vendors document, and where it is

            Every operation that the vendors' public pages document on contacts, contact lists, folders and agents, and on
            what these refer to, with its fields and their place in this SDK. A test checks this page against the code: it
            sends every request with every setter, and reads the documented answers.

            Answers keep fields that no page names: see `additionalProperties()`.
            """);
    append(page, "Kore.ai", Documented.of("kore"));
    append(page, "Truedy", Documented.of("truedy"));
    return page.toString();
  }

  private static void append(StringBuilder page, String name, Documented vendor)
      throws IOException {
    page.append("\n## %s: operations\n\n".formatted(name))
        .append("| Request | Call | Page | Objects |\n|---|---|---|---|\n");
    for (Operation operation : vendor.operations()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  operation.request(),
                  operation.calls().stream()
                      .map("`%s(…)`"::formatted)
                      .collect(Collectors.joining(", ")),
                  operation.page(),
                  String.join(", ", operation.things())));
    }
    page.append("\n## %s: fields\n\n| Object | Type | Fields |\n|---|---|---|\n".formatted(name));
    for (Thing thing : vendor.things().values()) {
      appendFields(page, vendor.vendor(), thing);
    }
  }

  private static void appendFields(StringBuilder page, String vendor, Thing thing)
      throws IOException {
    for (String type : thing.types()) {
      List<String> fields = new ArrayList<>();
      for (Field field : thing.fields()) {
        if (home(vendor, thing, field).equals(type)) {
          fields.add(field.toString());
        }
      }
      if (!fields.isEmpty()) {
        page.append(
            "| %s | `%s` | %s |\n".formatted(thing.name(), type, String.join(", ", fields)));
      }
    }
    if (!thing.leftOut().isEmpty()) {
      page.append(
          "| %s | not sent: out of date | `%s` |\n"
              .formatted(thing.name(), String.join("`, `", thing.leftOut())));
    }
  }
}
