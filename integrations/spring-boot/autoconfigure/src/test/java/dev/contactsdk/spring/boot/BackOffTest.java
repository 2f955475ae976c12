package dev.contactsdk.spring.boot;

import static dev.contactsdk.spring.boot.Contexts.runner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.jackson3.Jackson3Codec;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;

@ExtendWith(SandboxExtension.class)
class BackOffTest {
  @Test
  void withoutPropertiesThereIsNoClientAndNoFailure() {
    runner()
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(KoreClient.class)
                    .doesNotHaveBean(TruedyClient.class)
                    .doesNotHaveBean(HealthContributor.class));
  }

  @Test
  void oneVendorDoesNotNeedTheOther(TruedySandbox sandbox) {
    runner(sandbox)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(TruedyClient.class)
                    .doesNotHaveBean(KoreClient.class));
  }

  @Test
  void theApplicationsOwnClientsReplaceOurs(KoreSandbox kore, TruedySandbox truedy) {
    runner(kore)
        .withPropertyValues(Contexts.truedy("contact-sdk.truedy", truedy))
        .withBean("mine", KoreClient.class, kore::client)
        .withBean("mineToo", TruedyClient.class, truedy::client)
        .run(
            context -> {
              assertThat(context).hasSingleBean(KoreClient.class).hasBean("mine");
              assertThat(context).hasSingleBean(TruedyClient.class).hasBean("mineToo");
              assertThat(context).doesNotHaveBean(HealthContributor.class);
            });
  }

  @Test
  void aVendorCanBeSwitchedOff(KoreSandbox kore, TruedySandbox truedy) {
    runner(kore)
        .withPropertyValues(Contexts.truedy("contact-sdk.truedy", truedy))
        .withPropertyValues("contact-sdk.kore.enabled=false", "contact-sdk.truedy.enabled=false")
        .run(
            context ->
                assertThat(context)
                    .doesNotHaveBean(KoreClient.class)
                    .doesNotHaveBean(TruedyClient.class));
  }

  @Test
  void aVendorThatIsNotOnTheClassPathIsLeftOut(KoreSandbox kore, TruedySandbox truedy) {
    runner(kore)
        .withPropertyValues(Contexts.truedy("contact-sdk.truedy", truedy))
        .withClassLoader(new FilteredClassLoader(KoreClient.class))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(TruedyClient.class));
    runner(kore)
        .withPropertyValues(Contexts.truedy("contact-sdk.truedy", truedy))
        .withClassLoader(new FilteredClassLoader(TruedyClient.class))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(KoreClient.class));
  }

  @Test
  void withoutTheSdkNothingIsDone() {
    runner()
        .withClassLoader(
            new FilteredClassLoader(
                "dev.contactsdk.core", "dev.contactsdk.kore", "dev.contactsdk.truedy"))
        .run(
            context ->
                assertThat(context).hasNotFailed().doesNotHaveBean("contactSdkManagedClients"));
    assertThat(ClientBuilder.class.getName()).startsWith("dev.contactsdk.core");
  }

  @Test
  void withoutBootsHealthThereIsNone(KoreSandbox sandbox) {
    runner(sandbox)
        .withClassLoader(new FilteredClassLoader(HealthIndicator.class, HealthContributor.class))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(KoreClient.class));
    runner(sandbox)
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
        .run(
            context -> assertThat(context).hasNotFailed().doesNotHaveBean("koreHealthContributor"));
  }

  @Test
  void healthCanBeSwitchedOff(KoreSandbox sandbox) {
    runner(sandbox)
        .withPropertyValues("management.health.kore.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("koreHealthContributor"));
  }

  @Test
  void theCodecNeedsAMapperAndTheModule(KoreSandbox sandbox) {
    runner(sandbox).run(context -> assertThat(context).hasSingleBean(JsonCodec.class));
    runner(sandbox)
        .withClassLoader(new FilteredClassLoader(Jackson3Codec.class))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonCodec.class));
  }
}
