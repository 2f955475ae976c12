package dev.contactsdk.spring.boot.autoconfigure;

import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.opentelemetry.OpenTelemetryListener;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Spans of calls and attempts, unless Micrometer makes them already. Needs {@code
 * contact-sdk-opentelemetry} and an {@code OpenTelemetry}.
 */
@AutoConfiguration(
    after = ContactSdkMicrometerAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
    })
@ConditionalOnClass({ClientBuilder.class, OpenTelemetryListener.class, OpenTelemetry.class})
@ConditionalOnSingleCandidate(OpenTelemetry.class)
@Conditional(ContactSdkOpenTelemetryAutoConfiguration.NotTracedYet.class)
public final class ContactSdkOpenTelemetryAutoConfiguration {
  ContactSdkOpenTelemetryAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  OpenTelemetryListener contactSdkOpenTelemetryListener(OpenTelemetry telemetry) {
    return OpenTelemetryListener.of(telemetry);
  }

  /** With both, each call would have two spans. */
  static final class NotTracedYet extends NoneNestedConditions {
    NotTracedYet() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnBean(
        type = {"dev.contactsdk.micrometer.MicrometerListener", "io.micrometer.tracing.Tracer"})
    static final class ByMicrometer {}
  }
}
