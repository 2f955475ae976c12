package dev.contactsdk.cli;

import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.run.TransferException.Kind;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Both vendors on this machine. */
@Command(
    name = "sandbox",
    header = "Starts Kore.ai and Truedy on this machine, empty, until Ctrl-C.",
    description = {
      "  contacts sandbox                               prints the variables to set",
      "  contacts sandbox --save-env sandbox.env        and writes them to a file, then elsewhere:",
      "  contacts doctor --env-file sandbox.env",
      "",
      "Ports, ids and credentials are the same each time, so a journal fits again after a restart;",
      "the contacts are gone then. They only listen on this machine, and limit requests as the",
      "vendors document: 60 and 100 a minute.",
      ""
    },
    footerHeading = "%nExit codes:%n",
    footer = {"  1 used wrongly, or a port is in use; 130 ended by Ctrl-C"},
    sortOptions = false)
final class SandboxCommand implements Callable<Integer> {
  private static final String STREAM = "st-5a4db0c5-0000-4000-8000-000000000001";
  private static final String ACCOUNT = "650000000000000000000001";
  private static final String CLIENT = "cs-5a4db0c5-0000-4000-8000-000000000002";

  /** No secret: the sandbox listens on this machine only. */
  private static final String SECRET = "sandbox-secret-that-is-long-enough-for-HS256";

  private static final String KEY = "truedy_sandbox00000000000000000000000000";

  @Option(
      names = "--kore-port",
      paramLabel = "PORT",
      defaultValue = "7301",
      description = "Kore.ai's port. Default: ${DEFAULT-VALUE}.")
  private int korePort;

  @Option(
      names = "--truedy-port",
      paramLabel = "PORT",
      defaultValue = "7302",
      description = "Truedy's port. Default: ${DEFAULT-VALUE}.")
  private int truedyPort;

  @Option(
      names = "--save-env",
      paramLabel = "FILE",
      description = "Writes the variables to a file for --env-file, readable by you only.")
  private @Nullable Path saved;

  @Mixin(name = "output")
  private OutputOptions output;

  @Override
  public Integer call() {
    try (KoreSandbox kore = started("--kore-port", korePort, this::kore);
        TruedySandbox truedy = started("--truedy-port", truedyPort, this::truedy)) {
      Map<String, String> variables = variables(kore, truedy);
      if (saved != null) {
        EnvFile.write(saved, variables);
      }
      output.print(EnvFile.text(variables), () -> document(variables), ExitCode.DONE);
      output.advise(
          "Both vendors run until Ctrl-C. Set these variables in another window"
              + (saved == null ? "." : ", or give --env-file " + saved + "."));
      return untilInterrupted();
    }
  }

  private KoreSandbox kore() {
    return KoreSandbox.builder()
        .port(korePort)
        .streamId(STREAM)
        .accountId(ACCOUNT)
        .credentials(CLIENT, SECRET)
        .rateLimit(60)
        .start();
  }

  private TruedySandbox truedy() {
    return TruedySandbox.builder().port(truedyPort).apiKey(KEY).rateLimit(100).start();
  }

  private static <T> T started(String option, int port, Supplier<T> start) {
    try {
      return start.get();
    } catch (UncheckedIOException e) {
      throw new TransferException(
          Kind.INPUT, "port " + port + " is in use: choose another one with " + option, e);
    }
  }

  private static Map<String, String> variables(KoreSandbox kore, TruedySandbox truedy) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("KORE_BASE_URL", kore.baseUrl());
    variables.put("KORE_STREAM_ID", kore.streamId());
    variables.put("KORE_ACCOUNT_ID", kore.accountId());
    variables.put("KORE_CLIENT_ID", kore.clientId());
    variables.put("KORE_CLIENT_SECRET", kore.clientSecret());
    variables.put("TRUEDY_BASE_URL", truedy.baseUrl());
    variables.put("TRUEDY_API_KEY", truedy.apiKey());
    return variables;
  }

  private static ObjectNode document(Map<String, String> variables) {
    ObjectNode document = Documents.of("sandbox");
    ObjectNode environment = document.putObject("environment");
    variables.forEach(environment::put);
    return document;
  }

  private static int untilInterrupted() {
    try {
      new CountDownLatch(1).await();
      return ExitCode.DONE;
    } catch (InterruptedException e) {
      // The end that is wanted; the flag would keep the servers from closing.
      return ExitCode.INTERRUPTED;
    }
  }
}
