package dev.contactsdk.tests.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists in a JVM of their own: a large one in little memory, and one that another process began.
 * {@code -Dreliability.contacts=1000000 -Dreliability.heap=64m} makes it a million.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ListingJvmTest {
  private static final int CONTACTS = Integer.getInteger("reliability.contacts", 100_000);
  private static final String HEAP = System.getProperty("reliability.heap", "32m");
  private static final long FIRST = 15_552_000_000L;

  private static String child(String heap, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ListingChild.class.getName());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().filter(line -> line.startsWith("rows ")).findFirst().orElse(output);
  }

  private static List<String> kore(KoreSandbox sandbox, int ahead, String cursor) {
    return List.of(
        "kore",
        sandbox.baseUrl(),
        sandbox.streamId(),
        sandbox.accountId(),
        sandbox.clientId(),
        sandbox.clientSecret(),
        Integer.toString(ahead),
        cursor);
  }

  private static List<String> truedy(TruedySandbox sandbox, int ahead, String cursor) {
    return List.of("truedy", sandbox.baseUrl(), sandbox.apiKey(), Integer.toString(ahead), cursor);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aLargeListOfKoreTakesLittleMemory(int ahead) throws IOException, InterruptedException {
    try (KoreSandbox sandbox = KoreSandbox.builder().keepRequests(0).start()) {
      sandbox.seedContacts(CONTACTS);
      String said = child(HEAP, kore(sandbox, ahead, "-"));
      System.out.printf("memory, Kore.ai, -Xmx%s, prefetch %d: %s%n", HEAP, ahead, said);
      assertThat(said).startsWith("rows " + CONTACTS + " first " + FIRST + ",");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aLargeListOfTruedyTakesLittleMemory(int ahead) throws IOException, InterruptedException {
    try (TruedySandbox sandbox = TruedySandbox.builder().keepRequests(0).start()) {
      sandbox.seedContacts(CONTACTS);
      String said = child(HEAP, truedy(sandbox, ahead, "-"));
      System.out.printf("memory, Truedy, -Xmx%s, prefetch %d: %s%n", HEAP, ahead, said);
      assertThat(said).startsWith("rows " + CONTACTS + " first " + (FIRST + CONTACTS - 1) + ",");
    }
  }

  @Test
  void aListThatOneProcessBeganGoesOnInAnother() throws IOException, InterruptedException {
    try (KoreSandbox sandbox = KoreSandbox.builder().paging(Paging.bySkip()).start();
        KoreClient client = sandbox.client()) {
      sandbox.seedContacts(250);
      Iterator<Page<KoreContact>> pages = client.contacts().list().pages().iterator();
      int read = pages.next().items().size();
      Page<KoreContact> second = pages.next();
      read += second.items().size();
      String said = child("64m", kore(sandbox, 0, second.next().toString()));
      assertThat(said).startsWith("rows " + (250 - read) + " first " + (FIRST + read) + ",");
    }
    try (TruedySandbox sandbox = TruedySandbox.start();
        TruedyClient client = sandbox.client()) {
      sandbox.seedContacts(250);
      Page<TruedyContact> first = client.contacts().list().execute();
      int read = first.items().size();
      String said = child("64m", truedy(sandbox, 2, first.next().toString()));
      assertThat(said).startsWith("rows " + (250 - read) + " first " + (FIRST + 249 - read) + ",");
    }
  }
}
