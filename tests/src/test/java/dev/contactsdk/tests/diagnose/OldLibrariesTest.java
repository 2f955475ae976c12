package dev.contactsdk.tests.diagnose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A JVM with an old library in front: what fails says which version it found, and what to do. */
class OldLibrariesTest {
  private static final Path OLD = Path.of(System.getProperty("old.libraries", "target/old"));

  /** Started in the JVM with the old library. */
  static final class Application {
    private Application() {}

    public static void main(String[] arguments) {
      dev.contactsdk.kore.KoreClient.builder()
          .baseUrl("http://127.0.0.1:1")
          .streamId("st-00000000-0000-0000-0000-000000000000")
          .accountId("0123456789abcdef01234567")
          .credentials("cs-00000000-0000-0000-0000-000000000000", "a".repeat(44))
          .build()
          .close();
      System.out.println("the client is built");
      dev.contactsdk.sandbox.KoreSandbox.start().close();
      System.out.println("the sandbox has started");
    }
  }

  /** The output with an old library in front of the class path, and without another library. */
  private static String output(String oldLibraries, String without)
      throws IOException, InterruptedException {
    String others =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> without.isEmpty() || !new File(entry).getName().startsWith(without))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                OLD.resolve(oldLibraries) + File.separator + "*" + File.pathSeparator + others,
                Application.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }

  @Test
  void anOldJjwtIsNamedWhenAClientIsBuilt() throws Exception {
    assertThat(output("jjwt", "jjwt"))
        .contains("LinkageError: jjwt is too old: found jjwt-api 0.11.5, needed jjwt 0.12 or newer")
        .contains("Set io.jsonwebtoken:jjwt-api and jjwt-impl to 0.12.0 or newer")
        .doesNotContain("NoClassDefFoundError", "the client is built");
  }

  @Test
  void okHttp4InFrontOfOkHttp5IsNamedByClientAndSandbox() throws Exception {
    String problem = "OkHttp is too old: found okhttp 4.12.0, okhttp-jvm 5.";
    assertThat(output("okhttp", ""))
        .containsSubsequence(
            "WARN", problem, "the client is built", "LinkageError: " + problem, "<exclusion>")
        .doesNotContain("NoSuchMethodError", "the sandbox has started");
  }

  @Test
  void nothingIsSaidOfLibrariesThatFit() throws Exception {
    assertThat(output("none", ""))
        .contains("the client is built", "the sandbox has started")
        .doesNotContain("too old");
  }
}
