package dev.contactsdk.tests.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each page's Java code is what one test class compiles and runs, line by line. */
class SnippetsTest {
  /** What JUnit has to leave a test out: a page's program always runs. */
  private static final Pattern SWITCHED_OFF =
      Pattern.compile("(jupiter\\.api\\.(Disabled|condition)|Assum)");

  /** Each page with code, and its program: a page may have one only. */
  private static final Map<String, List<Path>> PROGRAMS = new TreeMap<>();

  @BeforeAll
  static void findPrograms() throws IOException {
    for (Path program : Sources.ending("Test.java")) {
      for (String page :
          Snippet.inProgram(program).stream().map(Snippet::page).distinct().toList()) {
        PROGRAMS.computeIfAbsent(page, unused -> new ArrayList<>()).add(program);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> eachPageShowsWhatItsProgramRuns() throws IOException {
    Map<String, List<Snippet>> shown = new TreeMap<>();
    for (Path page : Sources.ending(".md")) {
      shown.putAll(Snippet.inPage(page).stream().collect(groupingBy(Snippet::page)));
    }
    PROGRAMS.keySet().forEach(page -> shown.putIfAbsent(page, List.of()));
    return shown.entrySet().stream()
        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> compare(page)));
  }

  private static void compare(Map.Entry<String, List<Snippet>> page) throws IOException {
    List<Path> programs = PROGRAMS.getOrDefault(page.getKey(), List.of());
    assertThat(programs)
        .as("the test classes with comments \"// %s: begin\"; there must be one", page.getKey())
        .hasSize(1);
    Path program = programs.get(0);
    assertThat(Files.readString(program)).contains("@Test").doesNotContainPattern(SWITCHED_OFF);
    assertThat(code(page.getValue())).isEqualTo(code(Snippet.inProgram(program)));
  }

  private static String code(List<Snippet> snippets) {
    return snippets.stream().map(one -> one.page() + "\n" + one.code()).collect(joining("\n\n"));
  }

  @Test
  void readsCodeWithoutItsIndentation(@TempDir Path folder) throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("ATest.java"),
            "  // a.md: begin\n    if (a) {\n      b();\n    }\n  // a.md: end\n  c();\n");
    assertThat(Snippet.inProgram(program))
        .containsExactly(new Snippet("a.md", "if (a) {\n  b();\n}"));
    Path page = Files.writeString(folder.resolve("a.md"), "A\n```java\nb();\n```\n```sh\nc\n```\n");
    assertThat(Snippet.inPage(page)).extracting(Snippet::code).containsExactly("b();");
  }
}
