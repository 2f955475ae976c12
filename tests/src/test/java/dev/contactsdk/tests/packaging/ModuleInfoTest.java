package dev.contactsdk.tests.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the module path, an application sees what it sees on the class path, but no internals. */
class ModuleInfoTest {
  private static final Pattern EXPORTS = Pattern.compile("exports ([\\w.]+);");

  @ParameterizedTest
  @ValueSource(strings = {"core", "kore", "truedy", "transfer"})
  void eachPackageThatIsNotInternalIsExported(String module) throws Exception {
    Path sources = Path.of("..", "sdk-" + module, "src", "main");
    String descriptor = Files.readString(sources.resolve("module/module-info.java"));
    List<String> exported =
        EXPORTS.matcher(descriptor).results().map(found -> found.group(1)).toList();
    assertThat(exported).containsExactlyInAnyOrderElementsOf(packages(sources.resolve("java")));
  }

  private static List<String> packages(Path root) throws Exception {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .map(file -> root.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
          .filter(name -> !name.contains(".internal"))
          .toList();
    }
  }
}
