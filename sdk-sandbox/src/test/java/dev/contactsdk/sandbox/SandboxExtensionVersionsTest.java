package dev.contactsdk.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The extension's tests in a JVM with another JUnit, whose whole jar the build puts into target.
 */
class SandboxExtensionVersionsTest {
  private static final Path JARS = Path.of(System.getProperty("junit.consoles", "target/junit"));

  static List<Path> consoles() throws IOException {
    try (Stream<Path> files = Files.list(JARS)) {
      return files.sorted().toList();
    }
  }

  /** All but the JUnit that runs this test. */
  private static String classPath(Path console) {
    String others =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !new File(entry).getName().matches("(junit|opentest4j|apiguardian).*"))
            .collect(Collectors.joining(File.pathSeparator));
    return console + File.pathSeparator + others;
  }

  @ParameterizedTest
  @MethodSource("consoles")
  void theExtensionWorksWith(Path console) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-D" + SandboxExtensionSharing.RUN + "=true",
                "-cp",
                classPath(console),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--select-class=" + SandboxExtensionTest.class.getName(),
                "--select-class=" + SandboxExtensionSharing.First.class.getName(),
                "--select-class=" + SandboxExtensionSharing.Second.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("5 tests successful");
  }

  @Test
  void versionsFromTheOldestToTheLatestAreTried() throws IOException {
    assertThat(consoles().toString())
        .contains("-1.10.", "-1.12.", "-1.13.", "-1.14.", "-6.0.", "-6.1.");
  }
}
