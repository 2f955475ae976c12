package dev.contactsdk.spring.boot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.spring.boot.Contexts;
import dev.contactsdk.truedy.TruedyClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

/** An application's test, as a user writes it. The properties are those of production. */
@SpringBootTest(
    properties = {
      "contact-sdk.kore.base-url=https://kore.example",
      "contact-sdk.kore.stream-id=st-1",
      "contact-sdk.kore.account-id=65aa",
      "contact-sdk.kore.client-id=cs-1",
      "contact-sdk.kore.client-secret=0123456789012345678901234567890123456789"
    })
@ContactSandbox
class ContactSandboxTest {
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  @Autowired private KoreSandbox koreSandbox;
  @Autowired private KoreClient kore;
  @Autowired private TruedySandbox truedySandbox;
  @Autowired private TruedyClient truedy;

  @Test
  void theApplicationsClientsUseTheSandboxes() {
    kore.contacts().create(Contexts.john()).execute();
    assertThat(koreSandbox.contactCount()).isOne();
    assertThat(truedy.contacts().list().execute().items()).isEmpty();
    assertThat(truedySandbox.requestCount()).isOne();
    assertThat(kore.roles().list().execute().items()).isNotEmpty();
  }

  @Test
  void thereIsNoLimitToWaitFor() {
    for (int i = 0; i < 101; i++) {
      assertThat(truedy.folders().list().execute().items()).isEmpty();
    }
  }
}
