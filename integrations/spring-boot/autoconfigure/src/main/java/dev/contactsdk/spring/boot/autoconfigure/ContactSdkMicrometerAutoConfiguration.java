package dev.contactsdk.spring.boot.autoconfigure;

import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.micrometer.MicrometerListener;
import dev.contactsdk.spring.boot.internal.client.ManagedClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Metrics of calls, attempts and waits, and their spans where the application traces with
 * Micrometer. Needs {@code contact-sdk-micrometer}, which the starter brings, and a registry.
 */
@AutoConfiguration(
    after = ContactSdkAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnClass({ClientBuilder.class, MicrometerListener.class, MeterRegistry.class})
@Conditional(ContactSdkMicrometerAutoConfiguration.AnyRegistry.class)
public final class ContactSdkMicrometerAutoConfiguration {
  ContactSdkMicrometerAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  MicrometerListener contactSdkMicrometerListener(
      ObjectProvider<ObservationRegistry> observations, ObjectProvider<MeterRegistry> meters) {
    MeterRegistry kept = meters.getIfAvailable(CompositeMeterRegistry::new);
    ObservationRegistry observing = observations.getIfAvailable();
    return observing == null ? MicrometerListener.of(kept) : MicrometerListener.of(observing, kept);
  }

  /** How many requests each client may send now. */
  @Bean
  MeterBinder contactSdkPermits(ManagedClients managed) {
    return meters ->
        managed.watch(one -> MicrometerListener.gaugePermits(meters, one.client(), one.name()));
  }

  /** One of the two is enough. */
  static final class AnyRegistry extends AnyNestedCondition {
    AnyRegistry() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnBean(MeterRegistry.class)
    static final class Meters {}

    @ConditionalOnBean(ObservationRegistry.class)
    static final class Observations {}
  }
}
