package dev.contactsdk.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcome is that of all attempts together. */
class OutcomeLaterAttemptTest {
  @ParameterizedTest
  @CsvSource({"APPLIED, APPLIED", "UNKNOWN, UNKNOWN"})
  void whatFollowsDoesNotUndoAnEarlierAttempt(Outcome first, Outcome overall) {
    try (TruedySandbox sandbox = TruedySandbox.start();
        TruedyClient client = sandbox.clientBuilder().timeSource(new CreatesTime()).build()) {
      String id = sandbox.addContact(Map.of("phone_number", "+12025550100"));
      sandbox.fail().with(first == Outcome.APPLIED ? Fault.halfBody() : Fault.cutAfterStore());
      sandbox.fail().call(2).with(Fault.status(400, "{}"));
      SdkException e =
          catchThrowableOfType(
              SdkException.class,
              () ->
                  client
                      .contacts()
                      .update(id, TruedyContactChanges.builder().lastName("King").build())
                      .execute());
      assertThat(e.attempts()).isEqualTo(2);
      assertThat(e.outcome()).isEqualTo(overall);
      assertThat(sandbox.contacts().get(0)).containsEntry("last_name", "King");
    }
  }
}
