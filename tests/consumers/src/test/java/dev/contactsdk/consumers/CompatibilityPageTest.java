package dev.contactsdk.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares docs/compatibility.md with what the projects printed. A project prints a line for each
 * version that it ran on, after it has worked: {@code ran | JUnit | 5.10.0 | what was run |}.
 */
class CompatibilityPageTest {
  private static final Path PROJECTS = Path.of("projects");
  private static final Path RUNS = Path.of(System.getProperty("consumers", "target/it"));
  private static final Path PAGE =
      Path.of(System.getProperty("page", "../../docs/compatibility.md"));
  private static final Path MADE = Path.of("target", "compatibility-rows.md");
  private static final String BEGIN = "<!-- What ran, by `mvn -q -Pconsumers verify`. -->";
  private static final String END = "<!-- The end of what ran. -->";

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

  private static String withoutNumbers(String text) {
    return text.matches(".*\\d.*") ? "\"...\"" : text;
  }

  private static List<Path> projects() throws IOException {
    try (Stream<Path> all = Files.list(PROJECTS)) {
      return all.map(Path::getFileName).sorted().toList();
    }
  }

  private static List<String> log(Path project) throws IOException {
    Path log = RUNS.resolve(project).resolve("build.log");
    return Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
  }

  private static Set<String> printed() throws IOException {
    Set<String> rows = new TreeSet<>();
    for (Path project : projects()) {
      log(project).stream()
          .filter(line -> line.contains("ran | "))
          .map(line -> line.substring(line.indexOf("ran | ") + "ran ".length()))
          .forEach(rows::add);
    }
    return rows;
  }

  /** A project may have been left out: by the command, or because it needs another JDK. */
  private static boolean allRan() throws IOException {
    for (Path project : projects()) {
      if (log(project).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> onPage() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN, END);
    return page.substring(page.indexOf(BEGIN), page.indexOf(END))
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| with"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void thePageSaysWhatRan() throws IOException {
    Files.write(MADE, printed());
    assertThat(printed()).isNotEmpty();
    assertThat(onPage()).as("see target/%s", MADE.getFileName()).containsAll(printed());
    if (allRan()) {
      assertThat(onPage()).as("see target/%s", MADE.getFileName()).isEqualTo(printed());
    }
  }

  /** Ids, numbers and times differ between runs. */
  @Test
  void allVersionsOfSpringBootGiveTheSameJson() throws IOException {
    Set<String> answers =
        log(Path.of("boot")).stream()
            .filter(line -> line.startsWith("answer "))
            .map(line -> TEXT.matcher(line).replaceAll(text -> withoutNumbers(text.group())))
            .collect(Collectors.toSet());
    assertThat(answers).hasSizeLessThan(2);
  }
}
