package dev.contactsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process, with an environment of its own. */
final class Shell {
  private final Map<String, String> environment = new HashMap<>();
  private final Interrupts interrupts = new Interrupts(Thread.currentThread());

  /**
   * What a command did.
   *
   * @param exitCode its exit code
   * @param out standard output
   * @param err standard error
   */
  record Ran(int exitCode, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    Ran exits(int expected) {
      assertThat(exitCode).as("%s%n%s", out, err).isEqualTo(expected);
      return this;
    }
  }

  static Shell with(KoreSandbox kore) {
    Shell shell = new Shell();
    shell.set("KORE_BASE_URL", kore.baseUrl());
    shell.set("KORE_STREAM_ID", kore.streamId());
    shell.set("KORE_ACCOUNT_ID", kore.accountId());
    shell.set("KORE_CLIENT_ID", kore.clientId());
    shell.set("KORE_CLIENT_SECRET", kore.clientSecret());
    return shell;
  }

  static Shell with(TruedySandbox truedy) {
    Shell shell = new Shell();
    shell.set("TRUEDY_BASE_URL", truedy.baseUrl());
    shell.set("TRUEDY_API_KEY", truedy.apiKey());
    return shell;
  }

  void set(String name, String value) {
    environment.put(name, value);
  }

  Map<String, String> environment() {
    return environment;
  }

  Interrupts interrupts() {
    return interrupts;
  }

  Ran run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Contacts.commandLine(new Surroundings(environment, false, interrupts))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    int exitCode = command.execute(texts);
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
