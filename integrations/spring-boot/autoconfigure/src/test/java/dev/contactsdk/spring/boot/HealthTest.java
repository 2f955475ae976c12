package dev.contactsdk.spring.boot;

import static dev.contactsdk.spring.boot.Contexts.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.truedy.TruedyClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class HealthTest {
  private final VirtualClock clock = new VirtualClock();
  private final KoreSandbox sandbox = KoreSandbox.builder().clock(clock).start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  private ApplicationContextRunner kore() {
    return runner(sandbox)
        .withBean(VirtualClock.class, () -> clock)
        .withPropertyValues("contact-sdk.kore.retry.max-attempts=1");
  }

  private static Health health(ApplicationContext context) {
    return context.getBean("koreHealthContributor", HealthIndicator.class).health();
  }

  private static void fails(ApplicationContext context) {
    assertThatException()
        .isThrownBy(() -> context.getBean(KoreClient.class).contacts().list().execute());
  }

  @Test
  void withoutACallTheStatusIsUnknownAndNothingIsSent() {
    kore().run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN));
    assertThat(sandbox.requestCount()).isZero();
  }

  @Test
  void aSuccessIsUpUntilItIsTooOld() {
    kore()
        .run(
            context -> {
              context.getBean(KoreClient.class).contacts().list().execute();
              Health health = health(context);
              assertThat(health.getStatus()).isEqualTo(Status.UP);
              assertThat(health.getDetails())
                  .containsEntry("operation", "kore.contacts.list")
                  .containsEntry("at", clock.now().toString());
              clock.advance(Duration.ofMinutes(11));
              assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
            });
  }

  @Test
  void aServerErrorIsDownUntilACallSucceeds() {
    kore()
        .run(
            context -> {
              sandbox.fail().next().with(Fault.status(503, "{\"secret\":\"text\"}"));
              fails(context);
              Health health = health(context);
              assertThat(health.getStatus()).isEqualTo(Status.DOWN);
              assertThat(health.getDetails())
                  .containsEntry("httpStatus", 503)
                  .containsEntry("error", "ServerError");
              assertThat(health.toString()).doesNotContain("secret");
              context.getBean(KoreClient.class).contacts().list().execute();
              assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            });
  }

  @Test
  void aRefusedCredentialIsDown() {
    kore()
        .withPropertyValues("contact-sdk.kore.client-secret=" + "x".repeat(44))
        .run(
            context -> {
              fails(context);
              assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
            });
  }

  @Test
  void aLostConnectionIsDown() {
    kore()
        .run(
            context -> {
              sandbox.fail().always().with(Fault.cutInHeaders());
              fails(context);
              assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
            });
  }

  @Test
  void refusedInputIsUp() {
    kore()
        .run(
            context -> {
              sandbox.fail().next().with(Fault.status(400, "{}"));
              fails(context);
              assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            });
  }

  @Test
  void aCallThatEndedHereSaysNothing() {
    kore()
        .withPropertyValues(
            "contact-sdk.kore.rate-limit.permits=1",
            "contact-sdk.kore.rate-limit.window=1h",
            "contact-sdk.kore.deadline=1m")
        .run(
            context -> {
              context.getBean(KoreClient.class).contacts().list().execute();
              fails(context);
              assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            });
  }

  @Test
  void aProbeIsSentWhenThePropertyAsksForItAndNoCallIsRecent() {
    kore()
        .withPropertyValues("contact-sdk.health.probe=true", "contact-sdk.health.max-age=1m")
        .run(
            context -> {
              assertThat(health(context).getStatus()).isEqualTo(Status.UP);
              assertThat(health(context).getStatus()).isEqualTo(Status.UP);
              assertThat(sandbox.requestCount()).isOne();
              clock.advance(Duration.ofMinutes(2));
              sandbox.fail().always().with(Fault.status(500, "{}"));
              assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
              assertThat(sandbox.requestCount()).isEqualTo(2);
            });
  }

  @Test
  void severalAccountsHaveAnIndicatorEach() {
    kore()
        .withPropertyValues("contact-sdk.kore.accounts.sales.headers.X-Account=sales")
        .run(
            context -> {
              context.getBean("salesKoreClient", KoreClient.class).contacts().list().execute();
              CompositeHealthContributor all =
                  context.getBean("koreHealthContributor", CompositeHealthContributor.class);
              assertThat(((HealthIndicator) all.getContributor("sales")).health().getStatus())
                  .isEqualTo(Status.UP);
              assertThat(((HealthIndicator) all.getContributor("default")).health().getStatus())
                  .isEqualTo(Status.UNKNOWN);
            });
  }

  @Test
  void truedyHasItsOwn() {
    runner()
        .withPropertyValues("contact-sdk.truedy.api-key=truedy_abc")
        .run(
            context -> {
              assertThat(context).hasSingleBean(TruedyClient.class);
              assertThat(
                      context
                          .getBean("truedyHealthContributor", HealthIndicator.class)
                          .health()
                          .getStatus())
                  .isEqualTo(Status.UNKNOWN);
            });
  }
}
