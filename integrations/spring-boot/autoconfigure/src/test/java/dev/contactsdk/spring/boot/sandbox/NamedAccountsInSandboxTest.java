package dev.contactsdk.spring.boot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.spring.boot.Contexts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Named accounts share a sandbox, which may be the test's own. */
@SpringBootTest(
    properties = {
      "contact-sdk.kore.accounts.sales.stream-id=st-1",
      "contact-sdk.kore.accounts.support.stream-id=st-2"
    })
@ContactSandbox
class NamedAccountsInSandboxTest {
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {
    @Bean(destroyMethod = "close")
    KoreSandbox mine() {
      return KoreSandbox.builder().streamId("st-mine").start();
    }
  }

  @Autowired private KoreSandbox sandbox;
  @Autowired private Map<String, KoreClient> clients;

  @Autowired
  @Qualifier("sales")
  private KoreClient sales;

  @Test
  void eachAccountIsConnected() {
    assertThat(sandbox.streamId()).isEqualTo("st-mine");
    assertThat(clients).containsOnlyKeys("salesKoreClient", "supportKoreClient");
    sales.contacts().create(Contexts.john()).execute();
    assertThat(sandbox.contactCount()).isOne();
  }
}
