package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java code of the page "Errors". */
@ExtendWith(SandboxExtension.class)
class ErrorsPageTest {
  private static final NewTruedyContact JANE = NewTruedyContact.builder("+12025550144").build();

  @Test
  void outcomes(TruedySandbox sandbox) throws Exception {
    try (TruedyClient truedy = sandbox.client()) {
      sandbox.fail().of("create_contact").with(Fault.cutBeforeStore());
      assertThat(Output.of(() -> outcome(truedy, JANE))).isEqualTo("look it up first\n");
      sandbox.fail().of("create_contact").with(Fault.respondWith("?", "application/json"));
      assertThat(Output.of(() -> outcome(truedy, JANE))).isEqualTo("it was created\n");
      sandbox.fail().of("create_contact").with(Fault.status(403, ""));
      assertThat(Output.of(() -> outcome(truedy, JANE))).isEqualTo("nothing was created\n");
    }
  }

  private static void outcome(TruedyClient truedy, NewTruedyContact jane) {
    // docs/errors.md: begin
    try {
      truedy.contacts().create(jane).execute();
    } catch (SdkException e) {
      String said =
          switch (e.outcome()) {
            case NOT_SENT, REJECTED -> "nothing was created";
            case APPLIED -> "it was created"; // only the answer was unreadable
            case UNKNOWN -> "look it up first";
          };
      System.out.println(said);
    }
    // docs/errors.md: end
  }

  @Test
  void kinds(TruedySandbox sandbox) throws Exception {
    try (TruedyClient truedy = sandbox.client()) {
      NewTruedyContact bad = NewTruedyContact.builder("+12025550144").email("jane@x").build();
      assertThat(Output.of(() -> kind(truedy, bad))).startsWith("email: ");
      LimitAnswer answer = LimitAnswer.DOCUMENTED;
      sandbox.fail().with(Fault.rateLimited(answer, Duration.ofMinutes(5)));
      assertThat(Output.of(() -> kind(truedy, JANE))).startsWith("retry in PT");
      sandbox.fail().with(Fault.status(403, "{\"detail\":\"No access\"}"));
      assertThat(Output.of(() -> kind(truedy, JANE))).startsWith("403 No access, request ");
    }
    try (TruedyClient closed = sandbox.clientBuilder().baseUrl("https://localhost:1").build()) {
      assertThat(Output.of(() -> kind(closed, JANE))).startsWith("no answer: ");
    }
  }

  private static void kind(TruedyClient truedy, NewTruedyContact jane) {
    // docs/errors.md: begin
    try {
      truedy.contacts().create(jane).execute();
    } catch (ApiException.BadRequest e) {
      e.fieldErrors().forEach(f -> System.out.println(f.field() + ": " + f.message()));
    } catch (ApiException.RateLimited e) {
      System.out.println("retry in " + e.retryAfter());
    } catch (ApiException e) { // every other refusal by the vendor
      System.out.println(e.status() + " " + e.reason() + ", request " + e.requestId());
    } catch (ConnectionException | CallTimeoutException e) {
      System.out.println("no answer: " + e.getMessage());
    }
    // docs/errors.md: end
  }

  @Test
  void input() throws Exception {
    assertThat(Output.of(ErrorsPageTest::refuseInput)).startsWith("NOT_SENT ");
  }

  private static void refuseInput() {
    // docs/errors.md: begin
    try {
      NewTruedyContact.builder("555-0147"); // no country code
    } catch (InvalidRequestException e) {
      System.out.println(e.outcome() + " " + e.getMessage());
    }
    // docs/errors.md: end
  }

  @Test
  void thePageHasEachOutcomeAndEachKindOfRefusal() throws Exception {
    String text = DocsPage.of("errors.md").text();
    for (Outcome outcome : Outcome.values()) {
      assertThat(text).contains("| `" + outcome + "` |");
    }
    Arrays.stream(ApiException.class.getPermittedSubclasses())
        .forEach(kind -> assertThat(text).contains("| `ApiException." + kind.getSimpleName()));
    Arrays.stream(SdkException.class.getPermittedSubclasses())
        .filter(kind -> kind != ApiException.class)
        .forEach(kind -> assertThat(text).contains("| `" + kind.getSimpleName()));
  }
}
