package dev.contactsdk.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.micrometer.MicrometerListener;
import dev.contactsdk.opentelemetry.OpenTelemetryListener;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.spring.boot.autoconfigure.ContactSdkMicrometerAutoConfiguration;
import dev.contactsdk.spring.boot.autoconfigure.ContactSdkOpenTelemetryAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Metrics and traces, where the application has somewhere to keep them. */
@ExtendWith(SandboxExtension.class)
class ObservationTest {
  private static ApplicationContextRunner runner(KoreSandbox sandbox) {
    return Contexts.runner(sandbox)
        .withConfiguration(
            AutoConfigurations.of(
                ContactSdkMicrometerAutoConfiguration.class,
                ContactSdkOpenTelemetryAutoConfiguration.class));
  }

  private static OpenTelemetry telemetry() {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(SdkTracerProvider.builder().build())
        .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
        .build();
  }

  @Test
  void withoutARegistryThereIsNoListener(KoreSandbox sandbox) {
    runner(sandbox)
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(MicrometerListener.class)
                    .doesNotHaveBean(OpenTelemetryListener.class));
  }

  @Test
  void bootsRegistriesGetTimersAndPermits(KoreSandbox sandbox) {
    runner(sandbox)
        .withConfiguration(
            AutoConfigurations.of(
                MetricsAutoConfiguration.class,
                SimpleMetricsExportAutoConfiguration.class,
                CompositeMeterRegistryAutoConfiguration.class,
                ObservationAutoConfiguration.class,
                org.springframework.boot.micrometer.metrics.autoconfigure
                    .MetricsAspectsAutoConfiguration.class))
        .withPropertyValues("contact-sdk.kore.accounts.sales.account-id=65bb")
        .run(
            context -> {
              context.getBean("koreClient", KoreClient.class).contacts().list().execute();
              MeterRegistry meters = context.getBean(MeterRegistry.class);
              assertThat(
                      meters
                          .get("contactsdk.client.call")
                          .tag("operation", "kore.contacts.list")
                          .tag("outcome", "SUCCESS")
                          .timer()
                          .count())
                  .isOne();
              assertThat(permits(meters, "default")).isEqualTo(59);
              assertThat(permits(meters, "sales")).isEqualTo(60);
            });
  }

  private static double permits(MeterRegistry meters, String client) {
    return meters.get("contactsdk.client.permits.free").tag("client", client).gauge().value();
  }

  @Test
  void aMeterRegistryAloneIsEnough(KoreSandbox sandbox) {
    runner(sandbox)
        .withBean(SimpleMeterRegistry.class)
        .run(
            context -> {
              context.getBean(KoreClient.class).contacts().list().execute();
              MeterRegistry meters = context.getBean(MeterRegistry.class);
              assertThat(meters.get("contactsdk.client.call").timer().count()).isOne();
            });
  }

  @Test
  void aClientThatIsMadeLaterHasItsPermitsToo(KoreSandbox sandbox) {
    runner(sandbox)
        .withConfiguration(
            AutoConfigurations.of(
                MetricsAutoConfiguration.class,
                SimpleMetricsExportAutoConfiguration.class,
                CompositeMeterRegistryAutoConfiguration.class))
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new LazyInitializationBeanFactoryPostProcessor()))
        .run(
            context -> {
              MeterRegistry meters = context.getBean(MeterRegistry.class);
              context.getBean(KoreClient.class).contacts().list().execute();
              assertThat(permits(meters, "default")).isEqualTo(59);
            });
  }

  @Test
  void anObservationRegistryAloneIsEnough(KoreSandbox sandbox) {
    runner(sandbox)
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .run(context -> assertThat(context).hasSingleBean(MicrometerListener.class));
  }

  @Test
  void anOpenTelemetrySendsTheTrace(KoreSandbox sandbox) {
    runner(sandbox)
        .withBean(OpenTelemetry.class, ObservationTest::telemetry)
        .run(context -> context.getBean(KoreClient.class).contacts().list().execute());
    assertThat(sandbox.requests().get(0).header("traceparent")).isNotNull();
  }

  @Test
  void whatMicrometerTracesHasNoSecondSpan(KoreSandbox sandbox) {
    runner(sandbox)
        .withBean(OpenTelemetry.class, ObservationTest::telemetry)
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .withBean(io.micrometer.tracing.Tracer.class, () -> io.micrometer.tracing.Tracer.NOOP)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(MicrometerListener.class)
                    .doesNotHaveBean(OpenTelemetryListener.class));
  }

  @Test
  void theApplicationsOwnListenersReplaceOurs(KoreSandbox sandbox) {
    runner(sandbox)
        .withBean(SimpleMeterRegistry.class)
        .withBean(
            "own", MicrometerListener.class, () -> MicrometerListener.of(new SimpleMeterRegistry()))
        .withBean(OpenTelemetry.class, ObservationTest::telemetry)
        .withBean(
            "ownToo", OpenTelemetryListener.class, () -> OpenTelemetryListener.of(telemetry()))
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(MicrometerListener.class)
                    .hasBean("own")
                    .hasSingleBean(OpenTelemetryListener.class)
                    .hasBean("ownToo"));
  }

  @Test
  void withoutTheModulesThereIsNoListener(KoreSandbox sandbox) {
    runner(sandbox)
        .withBean(SimpleMeterRegistry.class)
        .withBean(OpenTelemetry.class, ObservationTest::telemetry)
        .withClassLoader(
            new FilteredClassLoader(MicrometerListener.class, OpenTelemetryListener.class))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean("contactSdkMicrometerListener")
                    .doesNotHaveBean("contactSdkOpenTelemetryListener"));
  }
}
