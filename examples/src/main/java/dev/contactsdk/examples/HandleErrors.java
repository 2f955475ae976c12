package dev.contactsdk.examples;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Handles each kind of failure, and shows whether the write may have happened. */
public final class HandleErrors implements Example {
  public static void main(String... args) throws Exception {
    Services.runAlone(new HandleErrors(), args);
  }

  @Override
  public String title() {
    return "Truedy: handle failures, and see whether the write happened";
  }

  @Override
  public boolean isForSandboxOnly() {
    return true;
  }

  @Override
  public void run(Services services) {
    try (TruedySandbox sandbox = TruedySandbox.start();
        TruedyClient truedy = sandbox.client();
        TruedyClient stranger = sandbox.clientBuilder().apiKey("truedy_wrong").build()) {
      NewTruedyContact.Builder jane = NewTruedyContact.builder("+12025550147").firstName("Jane");

      System.out.println("1. The server refuses an e-mail address:");
      create(truedy, jane.email("jane@nowhere").build());

      System.out.println("2. Truedy says to retry in five minutes:");
      Fault limit = Fault.rateLimited(LimitAnswer.DOCUMENTED, Duration.ofMinutes(5));
      sandbox.fail().next().with(limit);
      create(truedy, jane.email("jane@example.com").build());

      System.out.println("3. The API key is wrong:");
      create(stranger, jane.build());

      System.out.println("4. The connection breaks after the request was sent:");
      sandbox.fail().next().with(Fault.cutAfterStore());
      create(truedy, jane.build());

      System.out.println("5. The SDK refuses the input before it sends anything:");
      try {
        NewTruedyContact.builder("555-0147");
      } catch (InvalidRequestException e) {
        System.out.println("   " + e.getMessage());
      }
    }
  }

  private static void create(TruedyClient truedy, NewTruedyContact contact) {
    try {
      System.out.println("   created " + truedy.contacts().create(contact).execute().id());
    } catch (ApiException.RateLimited e) {
      System.out.println("   too many requests; retry in " + seconds(e.retryAfter()));
    } catch (ApiException.BadRequest e) {
      e.fieldErrors().forEach(f -> System.out.println("   " + f.field() + ": " + f.message()));
    } catch (SdkException e) {
      System.out.println("   " + e.getMessage());
      System.out.println("   " + e.outcome() + ": " + meaning(e.outcome()));
    }
  }

  private static String meaning(Outcome outcome) {
    return switch (outcome) {
      case NOT_SENT, REJECTED -> "nothing was created";
      case APPLIED -> "it was created, but the answer could not be read";
      case UNKNOWN -> "it may or may not have been created";
    };
  }

  private static String seconds(@Nullable Duration wait) {
    return wait == null ? "a while" : wait.plusMillis(999).toSeconds() + " s";
  }
}
