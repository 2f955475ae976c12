package dev.contactsdk.examples.spring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.listener.CallListener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service ends although 50 of its callers wait for the rate limit of Kore.ai. */
class ShutdownTest {
  private static final int WAITING = 50;
  private static final CountDownLatch STARTED = new CountDownLatch(1 + WAITING);

  @Configuration(proxyBeanMethods = false)
  static class Counting {
    @Bean
    CallListener counting() {
      return vendor ->
          new CallEvents() {
            @Override
            public void started(CallInfo call) {
              STARTED.countDown();
            }
          };
    }
  }

  private static ConfigurableApplicationContext start() {
    return SpringApplication.from(ContactService::main)
        .with(TryOut.Sandboxes.class, Counting.class)
        .run(
            "--server.port=0",
            "--contact-sdk.kore.rate-limit.permits=1",
            "--contact-sdk.kore.rate-limit.window=1h",
            "--contact-sdk.kore.deadline=2h",
            "--spring.lifecycle.timeout-per-shutdown-phase=1h")
        .getApplicationContext();
  }

  /** Boot would wait an hour for callers that hang. */
  @Test
  @Timeout(300)
  void waitingCallersAreToldAtOnce() throws Exception {
    ConfigurableApplicationContext service = start();
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest list =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/contacts")).build();
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    assertThat(http.send(list, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    List<CompletableFuture<HttpResponse<String>>> waiting =
        IntStream.range(0, WAITING)
            .mapToObj(i -> http.sendAsync(list, BodyHandlers.ofString()))
            .toList();
    assertThat(STARTED.await(120, SECONDS)).isTrue();
    service.close();
    for (CompletableFuture<HttpResponse<String>> one : waiting) {
      assertThat(one.get().statusCode()).isEqualTo(503);
      assertThat(one.get().body()).contains("\"outcome\":\"NOT_SENT\"");
    }
  }
}
