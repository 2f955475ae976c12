package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java code of the page "Test your code". */
class TestingPageTest {
  /** The application's code. */
  record SignUp(KoreClient kore) {
    String register(String firstName, String lastName, String number) {
      NewKoreContact contact =
          NewKoreContact.builder()
              .firstName(firstName)
              .lastName(lastName)
              .salutation("Mx")
              .cellPhone(CellPhone.ofE164(number))
              .build();
      try {
        return "welcome, " + kore.contacts().create(contact).execute().firstName();
      } catch (SdkException e) {
        return "try again later: " + e.outcome();
      }
    }
  }

  @Nested
  // docs/testing.md: begin
  @ExtendWith(SandboxExtension.class)
  class SignUpTest {
    @Test
    void storesWhoSignsUp(KoreSandbox sandbox) {
      try (KoreClient kore = sandbox.client()) {
        String said = new SignUp(kore).register("Jane", "Roe", "+12025550150");
        assertThat(said).isEqualTo("welcome, Jane");
        assertThat(sandbox.contacts()).singleElement().extracting("lastName").isEqualTo("Roe");
      }
    }

    @Test
    void survivesALostAnswer(KoreSandbox sandbox) {
      try (KoreClient kore = sandbox.client()) {
        sandbox.fail().of("createContacts").with(Fault.cutAfterStore());
        String said = new SignUp(kore).register("Jane", "Roe", "+12025550150");
        assertThat(said).isEqualTo("try again later: UNKNOWN");
        assertThat(sandbox.contactCount()).isEqualTo(1);
      }
    }
  }

  // docs/testing.md: end

  @Test
  void facts() {
    // docs/testing.md: begin
    try (TruedySandbox sandbox = TruedySandbox.start();
        TruedyClient truedy = sandbox.client()) {
      String folderId = sandbox.addFolder("Customers"); // state without a request
      sandbox.seedContacts(250, folderId);
      sandbox.addContact(Map.of("phone_number", "+12025550151"));

      sandbox.fail().next(2).with(Fault.status(503, "")); // then all is well again
      var response = truedy.contacts().list().folder(folderId).response();
      assertThat(response.attempts()).isEqualTo(3);
      assertThat(sandbox.requestCount()).isEqualTo(3);
    }
    // docs/testing.md: end
  }

  @Test
  void time() {
    // docs/testing.md: begin
    VirtualClock clock = new VirtualClock();
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(clock).rateLimit(60).start();
        KoreClient kore =
            sandbox
                .clientBuilder() // without a limit of its own, because tests should be fast
                .rateLimiter(RateLimiter.perMinute(60))
                .build()) {
      for (int i = 0; i < 61; i++) {
        kore.contacts().list().execute();
      }
      assertThat(clock.elapsed()).isGreaterThan(Duration.ofMinutes(1)); // it only seems so
    }
    // docs/testing.md: end
  }
}
