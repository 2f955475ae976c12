package dev.contactsdk.examples;

import dev.contactsdk.core.paging.Page;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Runs calls in parallel, and cancels one. */
public final class RunAsync implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new RunAsync(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: run calls asynchronously, and cancel one";
  }

  @Override
  public boolean isForSandboxOnly() {
    return true;
  }

  @Override
  public void run(Services services) throws InterruptedException {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.client()) {
      sandbox.seedContacts(100);
      sandbox.fail().next(4).with(Fault.delay(Duration.ofMillis(300)));

      long start = System.nanoTime();
      List<CompletableFuture<Page<KoreContact>>> pages =
          Stream.of(0, 25, 50, 75)
              .map(skip -> kore.contacts().list().skip(skip).pageSize(25).executeAsync())
              .toList();
      long contacts = pages.stream().mapToLong(page -> page.join().items().size()).sum();
      System.out.printf(
          "4 parallel requests of 300 ms each: %d contacts after %d ms%n",
          contacts, millisSince(start));

      sandbox.clearRequests();
      sandbox.fail().next().with(Fault.delay(Duration.ofSeconds(30)));
      CompletableFuture<Page<KoreContact>> slow = kore.contacts().list().executeAsync();
      sandbox.takeRequest(); // now it has arrived
      start = System.nanoTime();
      slow.cancel(true);
      try {
        slow.join();
      } catch (CancellationException e) {
        System.out.printf(
            "a request that would take 30 s: cancelled within %d ms%n", millisSince(start));
      }
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
