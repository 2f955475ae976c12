package dev.contactsdk.spring.boot.sandbox;

import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.spring.boot.KoreConnectionDetails;
import dev.contactsdk.spring.boot.TruedyConnectionDetails;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Starts the sandboxes of {@link ContactSandbox}. */
@AutoConfiguration(
    beforeName = {
      "dev.contactsdk.spring.boot.autoconfigure.KoreAutoConfiguration",
      "dev.contactsdk.spring.boot.autoconfigure.TruedyAutoConfiguration"
    })
final class SandboxAutoConfiguration {
  SandboxAutoConfiguration() {}

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  KoreSandbox koreSandbox() {
    return KoreSandbox.start();
  }

  @Bean
  KoreConnectionDetails koreSandboxConnectionDetails(KoreSandbox sandbox) {
    return new KoreSandboxDetails(sandbox);
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  TruedySandbox truedySandbox() {
    return TruedySandbox.start();
  }

  @Bean
  TruedyConnectionDetails truedySandboxConnectionDetails(TruedySandbox sandbox) {
    return new TruedySandboxDetails(sandbox);
  }
}
