package dev.contactsdk.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.truedy.TruedyClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an operator reads when the application does not start. */
@ExtendWith(OutputCaptureExtension.class)
class FailureReportTest {
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  private static void start(String... properties) {
    start(Application.class, properties);
  }

  private static void start(Class<?> source, String... properties) {
    SpringApplication application = new SpringApplication(source);
    application.setWebApplicationType(WebApplicationType.NONE);
    assertThatException().isThrownBy(() -> application.run(properties).close());
  }

  @Test
  void aMissingPropertyIsReportedWithItsMend(CapturedOutput output) {
    start("--contact-sdk.kore.stream-id=st-1", "--contact-sdk.kore.account-id=a b");
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("contact-sdk.kore.base-url, contact-sdk.kore.client-id")
        .contains("Set these properties.");
  }

  @Test
  void whereAPropertyIsSetIsReported(CapturedOutput output) {
    start("--contact-sdk.truedy.api-key=two words");
    assertThat(output)
        .contains("The property contact-sdk.truedy.api-key has a space")
        .contains("has 9 characters")
        .contains("is set in \"contact-sdk.truedy.api-key\" from property source")
        .doesNotContain("two words");
  }

  @Test
  void aMisspeltPropertyIsReportedWithoutItsValue(CapturedOutput output) {
    start("--contact-sdk.kore.client-secrt=canary");
    assertThat(output)
        .contains("The property contact-sdk.kore.client-secrt is unknown.")
        .contains("is set in \"contact-sdk.kore.client-secrt\" from property source")
        .contains("Correct the name, or remove the property.")
        .doesNotContain("canary");
  }

  @Test
  void allMisspeltPropertiesOfAccountsAreReported(CapturedOutput output) {
    start(
        "--contact-sdk.truedy.api-key=truedy_abc",
        "--contact-sdk.truedy.retry.max-attemps=2",
        "--contact-sdk.truedy.accounts.sales.apikye=canary");
    assertThat(output)
        .contains("The properties contact-sdk.truedy.")
        .contains("contact-sdk.truedy.retry.max-attemps", "accounts.sales.apikye")
        .contains(" are unknown.")
        .doesNotContain("canary");
  }

  @Test
  void aValueOfTheWrongTypeIsReportedByBoot(CapturedOutput output) {
    start("--contact-sdk.kore.timeout=soon");
    assertThat(output).contains("contact-sdk.kore.timeout").contains("soon");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Wanting {
    @Bean
    String wanting(KoreClient kore) {
      return kore.account();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class WantingSales {
    @Bean
    String wanting(@Qualifier("sales") TruedyClient truedy) {
      return truedy.account();
    }
  }

  @Test
  void aClientThatIsWantedWithoutPropertiesNamesThem(CapturedOutput output) {
    start(Wanting.class);
    assertThat(output)
        .contains("wants a bean of type KoreClient, but no property of contact-sdk.kore is set.")
        .contains("Set base-url, stream-id, account-id, client-id and client-secret below");
  }

  @Test
  void aClientThatIsWantedButSwitchedOffNamesTheSwitch(CapturedOutput output) {
    start(Wanting.class, "--contact-sdk.kore.enabled=false");
    assertThat(output).contains("but contact-sdk.kore.enabled is false.");
  }

  @Test
  void anAccountThatIsNotThereNamesThoseThatAre(CapturedOutput output) {
    start(WantingSales.class, "--contact-sdk.truedy.accounts.support.api-key=truedy_abc");
    assertThat(output)
        .contains("TruedyClient, but not one of the accounts support.")
        .contains("contact-sdk.truedy.accounts");
  }
}
