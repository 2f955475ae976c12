package dev.contactsdk.spring.boot.autoconfigure;

import dev.contactsdk.spring.boot.TruedyClientCustomizer;
import dev.contactsdk.spring.boot.TruedyConnectionDetails;
import dev.contactsdk.spring.boot.internal.client.ClientParts;
import dev.contactsdk.spring.boot.internal.client.TruedyClientFactory;
import dev.contactsdk.spring.boot.internal.settings.TruedyProperties;
import dev.contactsdk.truedy.TruedyClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Clients for Truedy: the bean {@code truedyClient} from {@code contact-sdk.truedy.*}, and for each
 * {@code contact-sdk.truedy.accounts.NAME.*} a bean {@code NAMETruedyClient} with the qualifier
 * {@code NAME}. Backs off when the application has a client of its own.
 */
@AutoConfiguration(after = ContactSdkAutoConfiguration.class)
@ConditionalOnClass(TruedyClient.class)
@ConditionalOnMissingBean(TruedyClient.class)
@ConditionalOnBooleanProperty(name = "contact-sdk.truedy.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TruedyProperties.class)
@Import(TruedyClientRegistrar.class)
public final class TruedyAutoConfiguration {
  TruedyAutoConfiguration() {}

  @Bean
  TruedyClientFactory truedyClientFactory(
      ClientParts parts,
      ObjectProvider<TruedyConnectionDetails> details,
      ObjectProvider<TruedyClientCustomizer> customizers) {
    return new TruedyClientFactory(parts, details, customizers);
  }
}
