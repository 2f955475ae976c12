package dev.contactsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help teaches by example, and names variables and exit codes. */
class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"plan", "run", "status", "verify", "rejected", "forget", "doctor", "sandbox"})
  void ofACommand(String command) {
    String help = new Shell().run(command, "--help").exits(0).out();
    assertThat(help).contains("  contacts " + command + " ", "Exit codes:", "--output");
    assertThat(help.lines()).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "run", "verify", "doctor"})
  void ofACommandThatNeedsCredentials(String command) {
    assertThat(new Shell().run(command, "--help").exits(0).out())
        .contains("KORE_CLIENT_SECRET", "TRUEDY_API_KEY", "--env-file");
  }

  @Test
  void ofAll() {
    String help = new Shell().run("--help").exits(0).out();
    assertThat(help).contains("contacts sandbox", "NO_COLOR", "contacts plan people.csv");
    assertThat(new Shell().run("--version").exits(0).out()).startsWith("contacts ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionIsAScript(String shell) {
    assertThat(new Shell().run("completion", shell).exits(0).out())
        .contains("complete -F", "--on-existing", "compinit");
  }

  @Test
  void completionHasTheWordsThatOptionsTake() {
    assertThat(new Shell().run("completion", "bash").exits(0).out())
        .contains("\"kore\" \"truedy\"", "\"skip\" \"update\" \"reject\"")
        .contains("\"text\" \"json\"", "\"bash\" \"zsh\"")
        .doesNotContain("KORE", "UPDATE", "JSON", "ZSH\"");
  }
}
