package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** A thousand virtual threads at once, none of which holds its carrier while it waits. */
@Timeout(90)
@EnabledForJreRange(
    min = JRE.JAVA_24,
    disabledReason =
        "virtual threads are there from JDK 21, and let go of their carrier within"
            + " synchronized code from JDK 24: run this with JAVA_HOME at JDK 25")
class LifecycleVirtualThreadsTest {
  private static final int THREADS = 1000;

  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  @Test
  void noneOfAThousandIsPinned(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("pinned.jfr");
    try (TruedySandbox sandbox = TruedySandbox.builder().keepRequests(0).start();
        TruedyClient client =
            sandbox.clientBuilder().rateLimiter(RateLimiter.perMinute(100_000)).build();
        Recording recording = new Recording()) {
      sandbox.fail().share(0.5, 1).with(Fault.delay(Duration.ofMillis(100)));
      sandbox.fail().share(0.1, 2).with(Fault.cutAfterStore());
      call(client); // classes are loaded, and the JDK's poller started, holding the carrier
      recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      int ended = call(client);
      recording.stop();
      recording.dump(file);
      List<RecordedEvent> pinned = RecordingFile.readAllEvents(file);
      System.out.println(
          "virtual threads: " + ended + " calls at once, " + pinned.size() + " pinned");
      assertThat(ended).isEqualTo(THREADS);
      assertThat(pinned).isEmpty();
    }
  }

  private static int call(TruedyClient client) throws Exception {
    ExecutorService threads = virtualThreads();
    List<Future<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String number = "+1202%07d".formatted(2_000_000 + i);
      Callable<Boolean> work = i % 2 == 0 ? () -> create(client, number) : () -> list(client);
      calls.add(threads.submit(work));
    }
    threads.shutdown();
    int ended = 0;
    for (Future<Boolean> call : calls) {
      ended += call.get() ? 1 : 0;
    }
    return ended;
  }

  private static boolean create(TruedyClient client, String number) {
    try {
      client.contacts().create(NewTruedyContact.builder(number).build()).execute();
      return true;
    } catch (SdkException e) {
      return true;
    }
  }

  private static boolean list(TruedyClient client) {
    try {
      client.contacts().list().execute();
      return true;
    } catch (SdkException e) {
      return true;
    }
  }
}
