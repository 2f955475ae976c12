package dev.contactsdk.examples.springpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java code of docs/spring.md is that of the classes beside this one, which are tested. */
class SpringPageTest {
  private static final Path PAGE = Path.of("../../docs/spring.md");
  private static final Path HERE = Path.of("src/test/java/dev/contactsdk/examples/springpage");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static List<String> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
  }

  private static List<String> sources() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(HERE)) {
      for (Path file : files.toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void everyBlockStandsInATestedClass() throws IOException {
    List<String> sources = sources();
    assertThat(blocks())
        .isNotEmpty()
        .allSatisfy(block -> assertThat(sources).anyMatch(source -> source.contains(block)));
  }

  @Test
  void everyClassOfThePageIsShownWhole() throws IOException {
    assertThat(String.join("", blocks())).contains("class SignUp {", "class SignUpTest {");
  }
}
