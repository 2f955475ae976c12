package dev.contactsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both vendors, started by the command. */
class SandboxCommandTest {
  @TempDir private Path folder;

  /** Tells when the command has printed its last line. */
  private static final class Printed extends StringWriter {
    private final CountDownLatch ready = new CountDownLatch(1);

    @Override
    public void flush() {
      if (toString().contains("until Ctrl-C")) {
        ready.countDown();
      }
    }
  }

  @Test
  void whatItPrintsIsASetUpThatWorks() throws Exception {
    Path env = folder.resolve("sandbox.env");
    StringWriter out = new StringWriter();
    Printed err = new Printed();
    Shell shell = new Shell();
    FutureTask<Integer> sandbox =
        new FutureTask<>(
            () ->
                Contacts.commandLine(new Surroundings(Map.of(), false, shell.interrupts()))
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute("sandbox", "--kore-port=0", "--truedy-port=0", "--save-env=" + env));
    Thread thread = new Thread(sandbox);
    thread.start();
    assertThat(err.ready.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(out.toString()).isEqualTo(Files.readString(env));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env)))
        .isEqualTo("rw-------");
    shell.run("doctor", "--env-file", env).exits(0);
    EnvFile.read(env).forEach(shell::set);
    shell.run("doctor", "kore").exits(0);
    shell.run("doctor", "truedy").exits(0);
    assertThat(requestsInAMinute(EnvFile.read(env))).isBetween(1, 60);
    thread.interrupt();
    assertThat(sandbox.get()).isEqualTo(130);
  }

  /** How many requests Kore.ai's sandbox answers before its limit, which the doctor used too. */
  private static int requestsInAMinute(Map<String, String> environment) {
    try (KoreClient client =
        KoreClient.builderFromEnv(environment)
            .rateLimiter(RateLimiter.unlimited())
            .retry(RetryPolicy.none())
            .build()) {
      for (int answered = 0; answered < 100; answered++) {
        try {
          assertThat(client.contacts().list().execute().items()).isEmpty();
        } catch (ApiException.RateLimited e) {
          return answered;
        }
      }
      return 100;
    }
  }

  @Test
  void aPortThatIsInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Shell.Ran ran = new Shell().run("sandbox", "--kore-port", taken.getLocalPort()).exits(1);
      assertThat(ran.err()).contains("port " + taken.getLocalPort(), "--kore-port");
    }
  }
}
