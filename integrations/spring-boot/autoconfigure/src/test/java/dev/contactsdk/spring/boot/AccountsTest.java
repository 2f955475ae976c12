package dev.contactsdk.spring.boot;

import static dev.contactsdk.spring.boot.Contexts.john;
import static dev.contactsdk.spring.boot.Contexts.runner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;

@ExtendWith(SandboxExtension.class)
class AccountsTest {
  record Sales(@Qualifier("sales") KoreClient kore) {}

  record Both(KoreClient main, @Qualifier("sales") KoreClient sales) {}

  @Test
  void anAccountIsABeanByItsName(KoreSandbox sandbox) {
    runner()
        .withPropertyValues(Contexts.kore("contact-sdk.kore.accounts.sales", sandbox))
        .withBean(Sales.class)
        .run(
            context -> {
              assertThat(context).hasSingleBean(KoreClient.class).hasBean("salesKoreClient");
              context.getBean(Sales.class).kore().contacts().create(john()).execute();
            });
    assertThat(sandbox.contactCount()).isOne();
  }

  @Test
  void anAccountTakesOverWhatItDoesNotSet(KoreSandbox sandbox) {
    runner(sandbox)
        .withPropertyValues(
            "contact-sdk.kore.headers.X-One=1",
            "contact-sdk.kore.accounts.sales.headers.X-Two=2",
            "contact-sdk.kore.retry.max-attempts=1")
        .withBean(Sales.class)
        .run(context -> context.getBean(Sales.class).kore().contacts().list().execute());
    assertThat(sandbox.requests().get(0).header("X-One")).isEqualTo("1");
    assertThat(sandbox.requests().get(0).header("X-Two")).isEqualTo("2");
  }

  @Test
  void theClientWithoutANameIsTheOneThatIsInjectedWithoutAQualifier(KoreSandbox sandbox) {
    runner(sandbox)
        .withPropertyValues("contact-sdk.kore.accounts.sales.stream-id=st-sales")
        .withBean(Both.class)
        .run(
            context -> {
              Both both = context.getBean(Both.class);
              assertThat(both.main().account()).endsWith(sandbox.streamId());
              assertThat(both.sales().account()).endsWith("st-sales");
            });
  }

  @Test
  void anAccountCannotHaveTheNameThatStandsForNone(KoreSandbox sandbox) {
    runner(sandbox)
        .withPropertyValues("contact-sdk.kore.accounts.default.stream-id=st-sales")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("contact-sdk.kore.accounts.default: has the name"));
    runner()
        .withPropertyValues(Contexts.kore("contact-sdk.kore.accounts.default", sandbox))
        .run(context -> assertThat(context).hasSingleBean(KoreClient.class));
  }

  @Test
  void settingsThatAreOnlyTakenOverMakeNoClient(KoreSandbox sandbox) {
    runner()
        .withPropertyValues("contact-sdk.kore.timeout=5s")
        .withPropertyValues("contact-sdk.kore.base-url=https://kore.example")
        .withPropertyValues(Contexts.kore("contact-sdk.kore.accounts.sales", sandbox))
        .withPropertyValues(Contexts.kore("contact-sdk.kore.accounts.support", sandbox))
        .run(
            context ->
                assertThat(context.getBeansOfType(KoreClient.class))
                    .containsOnlyKeys("salesKoreClient", "supportKoreClient"));
  }

  @Test
  void namesMayComeFromTheEnvironment(KoreSandbox sandbox) {
    runner(sandbox)
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new org.springframework.core.env.SystemEnvironmentPropertySource(
                            "systemEnvironment",
                            java.util.Map.of("CONTACTSDK_KORE_ACCOUNTS_SALES_STREAMID", "st-env"))))
        .withBean(Sales.class)
        .run(
            context ->
                assertThat(context.getBean(Sales.class).kore().account()).endsWith("st-env"));
  }

  @Test
  void truedysAccountsAreAlike(TruedySandbox sandbox) {
    runner()
        .withPropertyValues(Contexts.truedy("contact-sdk.truedy.accounts.eu-west", sandbox))
        .withPropertyValues("contact-sdk.truedy.accounts.us.api-key=truedy_us")
        .run(
            context -> {
              assertThat(context.getBeansOfType(TruedyClient.class))
                  .containsOnlyKeys("eu-westTruedyClient", "usTruedyClient");
              TruedyClient europe = context.getBean("eu-westTruedyClient", TruedyClient.class);
              assertThat(europe.contacts().list().execute().items()).isEmpty();
            });
  }
}
