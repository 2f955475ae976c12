package dev.contactsdk.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.examples.spring.Traffic.Answer;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.LimitAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens to the vendor in a day: all scenes in an order of chance, again and again. */
final class Day {
  private static final int ANSWERS_PER_SCENE = 12;
  private static final String CREATES = "createContacts";
  private static final Duration SHORT = Duration.ofMillis(200);

  @FunctionalInterface
  private interface Scene {
    void play() throws Exception;
  }

  private final KoreSandbox vendor;
  private final Traffic traffic;
  private final AtomicInteger requestIds = new AtomicInteger();
  private final List<Answer> stories = new ArrayList<>();

  Day(KoreSandbox vendor, Traffic traffic) {
    this.vendor = vendor;
    this.traffic = traffic;
  }

  /** Plays each scene once at least. */
  void play(long seed, Duration atLeast, Runnable afterScene) throws Exception {
    long start = System.nanoTime();
    Random order = new Random(seed);
    do {
      List<Scene> scenes = new ArrayList<>(all());
      Collections.shuffle(scenes, order);
      for (Scene scene : scenes) {
        scene.play();
        traffic.await(ANSWERS_PER_SCENE);
        vendor.heal();
        afterScene.run();
      }
    } while (System.nanoTime() - start < atLeast.toNanos());
  }

  private List<Scene> all() {
    return List.of(
        () -> {},
        this::errors,
        this::refusals,
        this::lostAnswers,
        this::slowAnswers,
        this::listsThatFail,
        this::restart,
        this::outage,
        this::story);
  }

  private String nextId() {
    return "day-" + requestIds.incrementAndGet();
  }

  private Fault identified(Fault fault) {
    return fault.header("X-Request-ID", nextId());
  }

  private void creates(int number, Fault fault) {
    vendor.fail().call(number).of(CREATES).with(fault);
  }

  private void errors() {
    creates(1, identified(Fault.status(503, "{}")));
    creates(2, identified(Fault.status(502, "<html>bad gateway</html>")));
    creates(3, identified(Fault.storeThenStatus(500)));
  }

  private void refusals() {
    creates(1, identified(Fault.status(403, "{}")));
    creates(3, identified(Fault.status(400, "{\"error\":\"Canary-0 is not wanted\"}")));
  }

  private void lostAnswers() {
    creates(1, Fault.cutAfterStore());
    creates(2, Fault.halfBody());
    creates(4, Fault.cutBeforeStore().withReset());
  }

  private void slowAnswers() {
    creates(1, Fault.delay(SHORT));
    creates(2, Fault.delay(Duration.ofSeconds(1)));
  }

  private void listsThatFail() {
    vendor.fail().next(2).of("GET /contacts").with(identified(Fault.status(503, "{}")));
  }

  private void restart() {
    vendor.dropConnections(4);
    vendor.cutOpenConnections();
  }

  private void outage() throws Exception {
    vendor.dropConnections(Integer.MAX_VALUE);
    vendor.cutOpenConnections();
    awaitHealth("DOWN");
    vendor.dropConnections(0);
    awaitHealth("UP");
  }

  private void awaitHealth(String wanted) throws Exception {
    String seen = traffic.health();
    for (int scenes = 0; scenes < 3 && !seen.equals(wanted); scenes++) {
      traffic.await(ANSWERS_PER_SCENE);
      seen = traffic.health();
    }
    assertThat(seen).isEqualTo(wanted);
  }

  /** Others of the account used its limit up. One create waits, is sent again and fails. */
  private void story() throws Exception {
    creates(2, identified(Fault.rateLimited(LimitAnswer.DOCUMENTED, SHORT)));
    String name = traffic.nextName();
    hit(1, name, identified(Fault.rateLimited(LimitAnswer.RETRY_AFTER_MS, SHORT)));
    hit(2, name, identified(Fault.status(503, "{}")));
    stories.add(traffic.create(name).get(60, TimeUnit.SECONDS));
  }

  private void hit(int attempt, String name, Fault fault) {
    vendor
        .fail()
        .call(attempt)
        .of(CREATES)
        .when(request -> request.body().contains('"' + name + '"'))
        .with(fault);
  }

  List<Answer> stories() {
    return stories;
  }
}
