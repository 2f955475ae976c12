package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The memory of a plan, its run and its verification grows by less than 128 bytes a row. {@code
 * -Dtransfer.rows=1000000} has a million.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ManyRowsTest {
  private static final int ROWS = Integer.getInteger("transfer.rows", 100_000);

  @TempDir Path directory;

  @Test
  void fitInLittleMemory() throws Exception {
    String heap = ROWS > 200_000 ? "-Xmx128m" : "-Xmx40m";
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ManyRows.class.getName(),
                directory.resolve("many.contacts").toString(),
                Integer.toString(ROWS))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).contains(ROWS + " created; planned in ", ROWS + " missing after ");
    System.out.println(heap + ": " + printed.strip());
  }
}
