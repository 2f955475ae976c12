package dev.contactsdk.spring.boot;

import static dev.contactsdk.spring.boot.Contexts.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contactsdk.core.error.RateLimitWaitException;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class TruedyPropertiesTest {
  @Test
  void aKeyMakesAClientForTruedysOwnAddress() {
    runner()
        .withPropertyValues("contact-sdk.truedy.api-key=truedy_abc")
        .run(
            context ->
                assertThat(context.getBean(TruedyClient.class))
                    .hasToString("TruedyClient[https://api.truedy.ai/api/public/v1]"));
  }

  @Test
  void addressAndPathMakeAClientForAnother() {
    runner()
        .withPropertyValues(
            "contact-sdk.truedy.api-key=truedy_abc",
            "contact-sdk.truedy.base-url=truedy.example",
            "contact-sdk.truedy.api-path=/v2")
        .run(
            context ->
                assertThat(context.getBean(TruedyClient.class))
                    .hasToString("TruedyClient[https://truedy.example/v2]"));
  }

  @Test
  void theKeyIsSent(TruedySandbox sandbox) {
    runner(sandbox)
        .run(
            context ->
                assertThat(context.getBean(TruedyClient.class).contacts().list().execute().items())
                    .isEmpty());
  }

  @Test
  void theRateLimitIsThatOfTheProperties(TruedySandbox sandbox) {
    runner(sandbox)
        .withPropertyValues(
            "contact-sdk.truedy.rate-limit.permits=1",
            "contact-sdk.truedy.rate-limit.window=1h",
            "contact-sdk.truedy.deadline=1m")
        .run(
            context -> {
              TruedyClient truedy = context.getBean(TruedyClient.class);
              truedy.contacts().list().execute();
              assertThatExceptionOfType(RateLimitWaitException.class)
                  .isThrownBy(() -> truedy.contacts().list().execute());
            });
  }
}
