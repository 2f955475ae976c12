package dev.contactsdk.spring.boot.autoconfigure;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.spring.boot.KoreClientCustomizer;
import dev.contactsdk.spring.boot.KoreConnectionDetails;
import dev.contactsdk.spring.boot.internal.client.ClientParts;
import dev.contactsdk.spring.boot.internal.client.KoreClientFactory;
import dev.contactsdk.spring.boot.internal.settings.KoreProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Clients for Kore.ai: the bean {@code koreClient} from {@code contact-sdk.kore.*}, and for each
 * {@code contact-sdk.kore.accounts.NAME.*} a bean {@code NAMEKoreClient} with the qualifier {@code
 * NAME}. Backs off when the application has a client of its own.
 */
@AutoConfiguration(after = ContactSdkAutoConfiguration.class)
@ConditionalOnClass(KoreClient.class)
@ConditionalOnMissingBean(KoreClient.class)
@ConditionalOnBooleanProperty(name = "contact-sdk.kore.enabled", matchIfMissing = true)
@EnableConfigurationProperties(KoreProperties.class)
@Import(KoreClientRegistrar.class)
public final class KoreAutoConfiguration {
  KoreAutoConfiguration() {}

  @Bean
  KoreClientFactory koreClientFactory(
      ClientParts parts,
      ObjectProvider<KoreConnectionDetails> details,
      ObjectProvider<KoreClientCustomizer> customizers) {
    return new KoreClientFactory(parts, details, customizers);
  }
}
