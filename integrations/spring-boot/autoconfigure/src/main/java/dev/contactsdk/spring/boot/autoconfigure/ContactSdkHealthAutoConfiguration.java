package dev.contactsdk.spring.boot.autoconfigure;

import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.spring.boot.internal.client.KoreClientFactory;
import dev.contactsdk.spring.boot.internal.client.ManagedClients;
import dev.contactsdk.spring.boot.internal.client.ManagedClients.Managed;
import dev.contactsdk.spring.boot.internal.client.TruedyClientFactory;
import dev.contactsdk.spring.boot.internal.health.ClientHealth;
import dev.contactsdk.spring.boot.internal.settings.HealthProperties;
import dev.contactsdk.truedy.TruedyClient;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health from the last calls of the clients that come from properties. Sends nothing, unless {@code
 * contact-sdk.health.probe} asks for it.
 */
@AutoConfiguration(after = {KoreAutoConfiguration.class, TruedyAutoConfiguration.class})
@ConditionalOnClass({ClientBuilder.class, ConditionalOnEnabledHealthIndicator.class})
@EnableConfigurationProperties(HealthProperties.class)
public final class ContactSdkHealthAutoConfiguration {
  ContactSdkHealthAutoConfiguration() {}

  private static ClientHealth health(HealthProperties properties, ObjectProvider<TimeSource> time) {
    properties.check();
    return new ClientHealth(properties, time.getIfUnique(TimeSource::system));
  }

  /** Kore.ai. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(KoreClient.class)
  @ConditionalOnBean({KoreClientFactory.class, KoreClient.class})
  @ConditionalOnEnabledHealthIndicator("kore")
  static class KoreHealthConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = {"koreHealthIndicator", "koreHealthContributor"})
    HealthContributor koreHealthContributor(
        List<KoreClient> clients,
        ManagedClients managed,
        HealthProperties properties,
        ObjectProvider<TimeSource> time) {
      return health(properties, time).of(managed.of(clients), KoreHealthConfiguration::probe);
    }

    private static void probe(Managed managed, Duration deadline) {
      if (managed.client() instanceof KoreClient client) {
        client.contacts().list().pageSize(1).deadline(deadline).retry(RetryPolicy.none()).execute();
      }
    }
  }

  /** Truedy. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(TruedyClient.class)
  @ConditionalOnBean({TruedyClientFactory.class, TruedyClient.class})
  @ConditionalOnEnabledHealthIndicator("truedy")
  static class TruedyHealthConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = {"truedyHealthIndicator", "truedyHealthContributor"})
    HealthContributor truedyHealthContributor(
        List<TruedyClient> clients,
        ManagedClients managed,
        HealthProperties properties,
        ObjectProvider<TimeSource> time) {
      return health(properties, time).of(managed.of(clients), TruedyHealthConfiguration::probe);
    }

    private static void probe(Managed managed, Duration deadline) {
      if (managed.client() instanceof TruedyClient client) {
        client.contacts().list().pageSize(1).deadline(deadline).retry(RetryPolicy.none()).execute();
      }
    }
  }
}
