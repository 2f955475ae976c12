package dev.contactsdk.examples.spring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's own callers: some threads that create contacts, each another one, and list. */
final class Traffic {
  private static final int CALLERS = 8;
  private static final int LIST_EVERY = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What a caller was told.
   *
   * @param name the last name of the contact; null for a list
   * @param status the HTTP status
   * @param body the answer
   */
  record Answer(@Nullable String name, int status, JsonNode body) {
    boolean isSuccess() {
      return status == (name == null ? 200 : 201);
    }

    boolean isFailedCreate() {
      return name != null && !isSuccess();
    }

    /** As the metrics name it; empty for an answer that tells nothing. */
    String outcome() {
      return isSuccess() ? "SUCCESS" : text("outcome");
    }

    String text(String property) {
      return body.path(property).asString("");
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final AtomicInteger number = new AtomicInteger();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Semaphore arrived = new Semaphore(0);
  private final List<CompletableFuture<?>> callers = new ArrayList<>();
  private volatile boolean ending;

  Traffic(String port) {
    base = "http://localhost:" + port;
  }

  void start() {
    for (int i = 0; i < CALLERS; i++) {
      CompletableFuture<@Nullable Void> caller = new CompletableFuture<>();
      callers.add(caller);
      Thread thread =
          new Thread(() -> caller.completeAsync(this::callUntilTheEnd, Runnable::run), "caller");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private @Nullable Void callUntilTheEnd() {
    for (int i = 1; !ending; i++) {
      (i % LIST_EVERY == 0 ? list() : create(nextName())).join();
    }
    return null;
  }

  String nextName() {
    return "Canary-" + number.incrementAndGet();
  }

  /** Waits for some answers from now on. */
  void await(int some) throws InterruptedException {
    arrived.drainPermits();
    assertThat(arrived.tryAcquire(some, 60, SECONDS)).as("callers get answers").isTrue();
  }

  void end() {
    ending = true;
    CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).join();
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }

  CompletableFuture<Answer> create(String name) {
    String phone = "+9198765" + String.format("%05d", number.incrementAndGet());
    String contact =
        String.format(
            "{\"salutation\":\"Ms\",\"firstName\":\"Jane\",\"lastName\":\"%s\",\"phone\":\"%s\"}",
            name, phone);
    HttpRequest.Builder post =
        to("/contacts")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(contact));
    return send(name, post);
  }

  private CompletableFuture<Answer> list() {
    return send(null, to("/contacts?size=5"));
  }

  String health() throws Exception {
    HttpResponse<String> answer =
        http.send(to("/actuator/health").build(), BodyHandlers.ofString());
    return JSON.readTree(answer.body()).path("components").path("kore").path("status").asString("");
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(40));
  }

  private CompletableFuture<Answer> send(@Nullable String name, HttpRequest.Builder request) {
    return http.sendAsync(request.build(), BodyHandlers.ofString())
        .thenApply(
            answer -> {
              Answer told = new Answer(name, answer.statusCode(), JSON.readTree(answer.body()));
              answers.add(told);
              arrived.release();
              return told;
            });
  }
}
