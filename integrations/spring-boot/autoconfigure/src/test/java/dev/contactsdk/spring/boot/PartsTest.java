package dev.contactsdk.spring.boot;

import static dev.contactsdk.spring.boot.Contexts.runner;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.AsyncTaskExecutor;

/** What clients get from the application's beans. */
@ExtendWith(SandboxExtension.class)
class PartsTest {
  record Crm(@JsonProperty("the_tier") String tier) {}

  @Test
  void customizersRunAfterThePropertiesInTheirOrder(KoreSandbox sandbox) {
    List<String> ran = new CopyOnWriteArrayList<>();
    runner(sandbox)
        .withPropertyValues("contact-sdk.kore.headers.X-Tenant=blue")
        .withPropertyValues("contact-sdk.kore.accounts.sales.stream-id=st-2")
        .withBean("second", KoreClientCustomizer.class, () -> new Last(ran))
        .withBean("first", KoreClientCustomizer.class, () -> new First(ran))
        .run(
            context -> context.getBean("koreClient", KoreClient.class).contacts().list().execute());
    assertThat(ran).containsSubsequence("first null", "last null").contains("first sales");
    assertThat(sandbox.requests().get(0).header("X-Tenant")).isEqualTo("green");
  }

  @Order(Ordered.HIGHEST_PRECEDENCE)
  private record First(List<String> ran) implements KoreClientCustomizer {
    @Override
    public void customize(KoreClient.Builder builder, String account) {
      ran.add("first " + account);
      builder.header("X-Tenant", "red");
    }
  }

  @Order(Ordered.LOWEST_PRECEDENCE)
  private record Last(List<String> ran) implements KoreClientCustomizer {
    @Override
    public void customize(KoreClient.Builder builder, String account) {
      ran.add("last " + account);
      builder.header("X-Tenant", "green");
    }
  }

  @Test
  void aCustomizersAuthStandsInForCredentials(KoreSandbox sandbox) {
    runner()
        .withPropertyValues(
            "contact-sdk.kore.base-url=" + sandbox.baseUrl(),
            "contact-sdk.kore.stream-id=st-1",
            "contact-sdk.kore.account-id=65aa")
        .withBean(
            KoreClientCustomizer.class,
            () -> (builder, account) -> builder.auth(request -> request))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(KoreClient.class));
  }

  @Test
  void truedysCustomizersRun(TruedySandbox sandbox) {
    runner(sandbox)
        .withBean(
            TruedyClientCustomizer.class,
            () -> (builder, account) -> builder.header("X-Tenant", "green"))
        .run(context -> context.getBean(TruedyClient.class).contacts().list().execute());
    assertThat(sandbox.requests().get(0).header("X-Tenant")).isEqualTo("green");
  }

  @Test
  void theApplicationsMapperWritesItsTypes(TruedySandbox sandbox) {
    runner(sandbox)
        .run(
            context ->
                context
                    .getBean(TruedyClient.class)
                    .contacts()
                    .create(
                        NewTruedyContact.builder("+15551234567")
                            .customField("crm", new Crm("gold"))
                            .build())
                    .execute());
    assertThat(sandbox.requests().get(0).body()).contains("\"the_tier\":\"gold\"");
  }

  @Test
  void theApplicationsOwnCodecReplacesOurs(TruedySandbox sandbox) {
    JsonCodec own =
        dev.contactsdk.jackson3.Jackson3Codec.of(new tools.jackson.databind.json.JsonMapper());
    runner(sandbox)
        .withBean("own", JsonCodec.class, () -> own)
        .run(context -> assertThat(context.getBean(JsonCodec.class)).isSameAs(own));
  }

  @Test
  void detailsReplaceTheConnectionOfTheProperties(KoreSandbox sandbox) {
    runner()
        .withPropertyValues(
            "contact-sdk.kore.base-url=https://kore.example",
            "contact-sdk.kore.algorithm=RS256",
            "contact-sdk.kore.private-key=file:/not/there",
            "contact-sdk.kore.proxy.host=proxy.example",
            "contact-sdk.kore.proxy.port=8080",
            "contact-sdk.kore.ssl.bundle=none",
            "contact-sdk.kore.headers.X-Tenant=blue")
        .withBean(KoreConnectionDetails.class, () -> new Details(sandbox))
        .run(context -> context.getBean(KoreClient.class).contacts().list().execute());
    assertThat(sandbox.requests().get(0).header("X-Tenant")).isEqualTo("blue");
  }

  private record Details(KoreSandbox sandbox) implements KoreConnectionDetails {
    @Override
    public String getBaseUrl() {
      return sandbox.baseUrl();
    }

    @Override
    public String getStreamId() {
      return sandbox.streamId();
    }

    @Override
    public String getAccountId() {
      return sandbox.accountId();
    }

    @Override
    public String getClientId() {
      return sandbox.clientId();
    }

    @Override
    public String getClientSecret() {
      return sandbox.clientSecret();
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void callsRunOnBootsVirtualThreadsWhenTheyAreOn(KoreSandbox sandbox) {
    List<String> threads = new CopyOnWriteArrayList<>();
    runner(sandbox)
        .withPropertyValues(
            "spring.threads.virtual.enabled=true", "spring.task.execution.thread-name-prefix=mine-")
        .withBean(
            KoreClientCustomizer.class,
            () ->
                (builder, account) ->
                    builder.interceptor(
                        (request, next) -> {
                          threads.add(Thread.currentThread().getName());
                          return next.proceed(request);
                        }))
        .run(
            context -> {
              assertThat(context).hasSingleBean(AsyncTaskExecutor.class);
              context.getBean(KoreClient.class).contacts().list().executeAsync().join();
            });
    assertThat(threads).singleElement().asString().startsWith("mine-");
  }

  @Test
  void closingTheContextClosesTheClients(KoreSandbox sandbox) {
    KoreClient[] kept = new KoreClient[1];
    runner(sandbox).run(context -> kept[0] = context.getBean(KoreClient.class));
    org.assertj.core.api.Assertions.assertThatException()
        .isThrownBy(() -> kept[0].contacts().list().execute())
        .withMessageContaining("closed");
    assertThat(Map.of("requests", sandbox.requestCount())).containsEntry("requests", 0L);
  }
}
