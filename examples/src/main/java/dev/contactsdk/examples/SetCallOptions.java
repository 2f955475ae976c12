package dev.contactsdk.examples;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import java.time.Duration;

/** Sets a timeout, a header and retries for one call, and reads the whole response. */
public final class SetCallOptions implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new SetCallOptions(), args);
  }

  @Override
  public String title() {
    return "Kore.ai: set options for a single call";
  }

  @Override
  public boolean isForSandboxOnly() {
    return true;
  }

  @Override
  public void run(Services services) throws InterruptedException {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.client()) {
      ApiCall<Page<KoreContact>> call =
          kore.contacts().list().timeout(Duration.ofMillis(800)).header("X-Trace", "tour-1");

      System.out.println("The first attempt times out, the second does not:");
      sandbox.fail().next().with(Fault.delay(Duration.ofSeconds(4)));
      ApiResponse<Page<KoreContact>> response = call.response();
      System.out.printf(
          "status %d after %d attempts in %d ms; the server read X-Trace: %s%n",
          response.status(),
          response.attempts(),
          response.elapsed().toMillis(),
          sandbox.takeRequest().header("X-Trace"));

      System.out.println("The same call, with less time and no retry:");
      sandbox.fail().next().with(Fault.delay(Duration.ofSeconds(4)));
      Duration quick = Duration.ofMillis(100);
      try {
        System.out.println(call.timeout(quick).retry(RetryPolicy.none()).execute());
      } catch (CallTimeoutException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
