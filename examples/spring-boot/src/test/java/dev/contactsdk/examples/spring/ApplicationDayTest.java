package dev.contactsdk.examples.spring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.listener.CallListener;
import dev.contactsdk.examples.spring.Traffic.Answer;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxRequest;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A day of the service: its callers create and list while Kore.ai limits, fails, is slow, loses
 * answers and restarts. Then it shuts down under load. What callers were told, what Kore.ai has,
 * metrics, traces and the log must agree, and lead from a request id to the whole story. {@code
 * -Dday.seconds=300} plays a longer day.
 */
@ExtendWith(OutputCaptureExtension.class)
class ApplicationDayTest {
  private static final int SECONDS_OF_DAY = Integer.getInteger("day.seconds", 5);
  private static final int PERMITS = 40;
  private static final Duration WINDOW = Duration.ofMillis(500);
  private static final int LAST_CALLERS = 60;
  private static final Pattern TRACE = Pattern.compile("\\[([0-9a-f]{32})-[0-9a-f]{16}]");

  @Configuration(proxyBeanMethods = false)
  static class Watched {
    @Bean(destroyMethod = "close")
    KoreSandbox koreSandbox() {
      return KoreSandbox.builder()
          .rateLimit(PERMITS)
          .rateLimitWindow(WINDOW)
          .keepRequests(Integer.MAX_VALUE)
          .start();
    }

    /** Has a permit for each call that began. */
    @Bean
    Semaphore calls() {
      return new Semaphore(0);
    }

    @Bean
    CallListener counting(Semaphore calls) {
      return vendor ->
          new CallEvents() {
            @Override
            public void started(CallInfo call) {
              calls.release();
            }
          };
    }

    @Bean
    Spans spans() {
      return new Spans();
    }
  }

  private final ConfigurableApplicationContext service = start();
  private final KoreSandbox vendor = service.getBean(KoreSandbox.class);
  private final MeterRegistry meters = service.getBean(MeterRegistry.class);
  private final Spans spans = service.getBean(Spans.class);
  private final Semaphore calls = service.getBean(Semaphore.class);
  private final Traffic traffic =
      new Traffic(service.getEnvironment().getRequiredProperty("local.server.port"));
  private final Day day = new Day(vendor, traffic);

  private static ConfigurableApplicationContext start() {
    return SpringApplication.from(ContactService::main)
        .with(TryOut.Sandboxes.class, Watched.class)
        .run(
            "--server.port=0",
            "--contact-sdk.kore.timeout=500ms",
            "--contact-sdk.kore.retry.base-delay=20ms",
            "--contact-sdk.kore.rate-limit.permits=" + PERMITS,
            "--contact-sdk.kore.rate-limit.window=" + WINDOW.toMillis() + "ms",
            "--logging.level.dev.contactsdk.http=DEBUG")
        .getApplicationContext();
  }

  @Test
  void callersMetricsTracesAndLogTellTheSame(CapturedOutput log) throws Exception {
    traffic.start();
    day.play(20, Duration.ofSeconds(SECONDS_OF_DAY), this::assertPermitsInRange);
    traffic.end();
    assertMetricsAreWhatCallersSaw();
    report();
    shutDownUnderLoad();

    assertThat(traffic.answers()).allSatisfy(told -> assertThat(told.outcome()).isNotEmpty());
    assertContactsAreThoseOfTheCallers();
    assertRequestsAreTheAttemptsOfTheTraces();
    List<String> lines = log.getAll().lines().toList();
    assertFailuresAreInLogAndTraces(lines);
    assertThat(day.stories()).isNotEmpty().allSatisfy(story -> assertStory(story, lines));
    assertNothingPersonalOrSecret(log.getAll());
  }

  private void assertPermitsInRange() {
    double free =
        meters.get("contactsdk.client.permits.free").tag("vendor", "kore").gauge().value();
    assertThat(free).isBetween(0.0, (double) PERMITS);
  }

  /** More callers than permits, so that some wait. Boot's registries measure no longer then. */
  private void shutDownUnderLoad() throws Exception {
    calls.drainPermits();
    List<CompletableFuture<Answer>> last =
        IntStream.range(0, LAST_CALLERS).mapToObj(i -> traffic.create(traffic.nextName())).toList();
    assertThat(calls.tryAcquire(LAST_CALLERS, 30, SECONDS)).isTrue();
    long start = System.nanoTime();
    service.close();
    long took = System.nanoTime() - start;
    for (CompletableFuture<Answer> one : last) {
      assertThat(one.get(30, SECONDS).status()).isIn(201, 502, 503);
    }
    System.out.printf("shut down in %d ms%n", Duration.ofNanos(took).toMillis());
  }

  private void report() {
    System.out.printf(
        "%d calls %s, %d attempts, %d requests, %d s waited for permits, %d back-offs%n",
        traffic.answers().size(),
        told(),
        count("contactsdk.client.attempt"),
        vendor.requestCount(),
        (long) permitWaits(),
        count("contactsdk.client.backoff"));
  }

  private Map<String, Long> told() {
    return traffic.answers().stream().collect(groupingBy(Answer::outcome, counting()));
  }

  private Collection<Timer> timers(String name) {
    return meters.get(name).timers();
  }

  private long count(String timer) {
    return timers(timer).stream().mapToLong(Timer::count).sum();
  }

  private double permitWaits() {
    return timers("contactsdk.client.permit.wait").stream()
        .mapToDouble(timer -> timer.totalTime(SECONDS))
        .sum();
  }

  private Stream<String> namesOf(Set<String> outcomes) {
    return traffic.answers().stream()
        .filter(told -> told.name() != null && outcomes.contains(told.outcome()))
        .map(Answer::name);
  }

  private void assertContactsAreThoseOfTheCallers() {
    List<String> stored =
        vendor.contacts().stream().map(one -> String.valueOf(one.get("lastName"))).toList();
    List<String> created = namesOf(Set.of("SUCCESS")).toList();
    assertThat(stored).doesNotHaveDuplicates().containsAll(created);
    assertThat(namesOf(Set.of("UNKNOWN", "APPLIED")).toList())
        .containsAll(stored.stream().filter(name -> !created.contains(name)).toList());
  }

  private void assertMetricsAreWhatCallersSaw() {
    Map<String, Long> measured =
        timers("contactsdk.client.call").stream()
            .collect(
                groupingBy(
                    timer -> String.valueOf(timer.getId().getTag("outcome")),
                    summingLong(Timer::count)));
    assertThat(measured).isEqualTo(told()).containsKeys("SUCCESS", "UNKNOWN", "REJECTED");
    assertThat(permitWaits()).isPositive();
    assertThat(count("contactsdk.client.backoff")).isPositive();
    assertThat(count("contactsdk.client.attempt")).isEqualTo(attempts().size());
  }

  /** Each attempt reached Kore.ai once at most, and each that was answered did. */
  private void assertRequestsAreTheAttemptsOfTheTraces() {
    List<String> received =
        vendor.requests().stream().map(ApplicationDayTest::spanOf).sorted().toList();
    assertThat((long) received.size()).isEqualTo(vendor.requestCount());
    assertThat(received).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(attempts().stream().map(SpanData::getSpanId).toList()))
        .containsAll(received);
    assertThat(new TreeSet<>(received))
        .containsAll(
            attempts().stream()
                .filter(attempt -> !Spans.text(attempt, "status").equals("none"))
                .map(SpanData::getSpanId)
                .toList());
  }

  private List<SpanData> attempts() {
    return spans.all().stream().filter(span -> span.getKind() == SpanKind.CLIENT).toList();
  }

  private static String spanOf(SandboxRequest request) {
    return String.valueOf(request.header("traceparent")).split("-", -1)[2];
  }

  private void assertFailuresAreInLogAndTraces(List<String> lines) {
    Map<String, List<String>> warnings =
        lines.stream()
            .filter(line -> line.contains(" WARN ") && line.contains("FailureAdvice"))
            .collect(groupingBy(ApplicationDayTest::traceOf));
    Map<String, List<SpanData>> creates =
        spans.named("kore.contacts.create").stream().collect(groupingBy(SpanData::getTraceId));
    for (Answer failed : traffic.answers().stream().filter(Answer::isFailedCreate).toList()) {
      String trace = failed.text("traceId");
      assertThat(warnings.get(trace))
          .singleElement()
          .asString()
          .contains("outcome " + failed.outcome(), failed.text("requestId"));
      assertThat(creates.get(trace))
          .singleElement()
          .satisfies(span -> assertThat(Spans.text(span, "outcome")).isEqualTo(failed.outcome()));
    }
  }

  private static String traceOf(String line) {
    Matcher trace = TRACE.matcher(line);
    return trace.find() ? trace.group(1) : "";
  }

  /** Starts with nothing but the request id. */
  private void assertStory(Answer told, List<String> lines) {
    String requestId = told.text("requestId");
    assertThat(told.outcome()).isEqualTo("UNKNOWN");
    Pattern whole = Pattern.compile("request id " + requestId + "\\b");
    Set<String> traces = new TreeSet<>();
    lines.stream().filter(whole.asPredicate()).forEach(line -> traces.add(traceOf(line)));
    assertThat(traces).hasSize(1);
    String trace = traces.iterator().next();
    assertLines(lines.stream().filter(line -> line.contains(trace)).toList(), requestId);
    assertSpans(spans.ofTrace(trace), requestId);
    assertThat(vendor.requests())
        .filteredOn(sent -> String.valueOf(sent.header("traceparent")).contains(trace))
        .hasSize(2);
  }

  private static void assertLines(List<String> lines, String requestId) {
    String text = String.join("\n", lines);
    assertThat(text)
        .containsPattern("POST /\\S+ attempt 1: 429 in")
        .containsPattern("attempt 1: waiting \\d+ ms for the next, because of HTTP 429")
        .containsPattern("POST /\\S+ attempt 2: 503 in")
        .contains("attempt 2: no further attempt after HTTP 503, ServerError, request id ")
        .contains("outcome UNKNOWN, 2 attempts, request id " + requestId);
  }

  private static void assertSpans(List<SpanData> trace, String requestId) {
    SpanData own = only(trace, SpanKind.SERVER, "http post /contacts");
    SpanData call = only(trace, SpanKind.INTERNAL, "kore.contacts.create");
    assertThat(call.getParentSpanId()).isEqualTo(own.getSpanId());
    assertThat(Spans.text(call, "outcome")).isEqualTo("UNKNOWN");
    assertThat(Spans.text(call, "request.id")).isEqualTo(requestId);
    assertThat(Spans.text(call, "attempts")).isEqualTo("2");
    assertThat(Long.parseLong(Spans.text(call, "waited.ms"))).isGreaterThanOrEqualTo(200);
    List<SpanData> attempts = new ArrayList<>(trace);
    attempts.removeIf(span -> span.getKind() != SpanKind.CLIENT);
    assertThat(attempts)
        .allSatisfy(one -> assertThat(one.getParentSpanId()).isEqualTo(call.getSpanId()))
        .extracting(one -> Spans.text(one, "status"))
        .containsExactly("429", "503");
    assertThat(attempts).last().extracting(s -> Spans.text(s, "request.id")).isEqualTo(requestId);
  }

  private static SpanData only(List<SpanData> trace, SpanKind kind, String name) {
    List<SpanData> found =
        trace.stream()
            .filter(span -> span.getKind() == kind && span.getName().equals(name))
            .toList();
    assertThat(found).as("%s in %s", name, trace).hasSize(1);
    return found.get(0);
  }

  /** Digits alone are in ids and times too. */
  private void assertNothingPersonalOrSecret(String log) {
    String all =
        log
            + spans.all().stream().map(ApplicationDayTest::wordsOf).toList()
            + meters.getMeters().stream().map(Meter::getId).toList();
    Stream.of("Canary", vendor.clientSecret(), "eyJ")
        .forEach(hidden -> assertThat(all.contains(hidden)).as(hidden).isFalse());
    assertThat(Pattern.compile("\\b(91)?98765\\d{5}\\b").matcher(all).results()).isEmpty();
  }

  private static String wordsOf(SpanData span) {
    return span.getName() + span.getAttributes() + span.getStatus() + span.getEvents();
  }
}
