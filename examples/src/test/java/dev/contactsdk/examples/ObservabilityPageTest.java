package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.listener.CallEnd;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.listener.CallListener;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.micrometer.MicrometerListener;
import dev.contactsdk.opentelemetry.OpenTelemetryListener;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java code of the page "Observability", its table of meters, and its trace. */
@ExtendWith(SandboxExtension.class)
class ObservabilityPageTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();

  @Test
  void theTableListsEveryMeterWithItsTags(TruedySandbox sandbox) throws IOException {
    sandbox.fail().next().with(Fault.status(503, ""));
    metrics(sandbox.clientBuilder(), registry);
    Map<String, Set<String>> made = new TreeMap<>();
    for (Meter meter : registry.getMeters()) {
      made.computeIfAbsent(meter.getId().getName(), name -> new TreeSet<>())
          .addAll(meter.getId().getTags().stream().map(Tag::getKey).toList());
    }
    made.keySet().removeIf(name -> name.endsWith(".active"));
    assertThat(made).isEqualTo(documented());
  }

  private static Map<String, Set<String>> documented() throws IOException {
    return DocsPage.of("observability.md")
        .text()
        .lines()
        .filter(line -> line.startsWith("| `contactsdk."))
        .map(line -> line.replace("`", "").split(" *\\| *"))
        .collect(
            Collectors.toMap(
                row -> row[1],
                row -> new TreeSet<>(List.of(row[3].split(", "))),
                (a, b) -> a,
                TreeMap::new));
  }

  private static void metrics(TruedyClient.Builder builder, MeterRegistry meters) {
    // docs/observability.md: begin
    try (TruedyClient truedy = builder.listener(MicrometerListener.of(meters)).build()) {
      MicrometerListener.gaugePermits(meters, truedy, "main");
      truedy.contacts().list().execute();
    }
    // docs/observability.md: end
  }

  @Test
  void traces(TruedySandbox sandbox) {
    traces(
        sandbox.clientBuilder(),
        sdk,
        NewTruedyContact.builder("+14155550123").firstName("Jane").build());
    assertThat(spans.getFinishedSpanItems()).hasSize(2);
  }

  private static void traces(
      TruedyClient.Builder builder, OpenTelemetry telemetry, NewTruedyContact jane) {
    // docs/observability.md: begin
    try (TruedyClient truedy = builder.listener(OpenTelemetryListener.of(telemetry)).build()) {
      truedy.contacts().create(jane).execute();
    }
    // docs/observability.md: end
  }

  @Test
  void theTraceOfThePageIsThatOfARun(TruedySandbox sandbox) throws IOException {
    sandbox.fail().next().with(Fault.status(503, ""));
    try (TruedyClient truedy =
        sandbox.clientBuilder().listener(OpenTelemetryListener.of(sdk)).build()) {
      truedy.contacts().list().execute();
    }
    List<SpanData> all = spans.getFinishedSpanItems();
    SpanData call = all.get(2);
    String shown =
        line(call, "contactsdk.outcome", "contactsdk.attempts")
            + events(call)
            + "  "
            + line(all.get(0), "http.response.status_code", "error.type")
            + "  "
            + line(all.get(1), "http.response.status_code", "http.request.resend_count");
    assertThat(DocsPage.of("observability.md").blocks("text")).contains(shown);
  }

  private static String line(SpanData span, String... attributes) {
    StringBuilder line = new StringBuilder(span.getName() + "  " + span.getKind());
    Map<AttributeKey<?>, Object> values = span.getAttributes().asMap();
    for (String name : attributes) {
      values.forEach(
          (key, value) -> line.append(key.getKey().equals(name) ? "  " + name + "=" + value : ""));
    }
    return line.append('\n').toString();
  }

  private static String events(SpanData span) {
    StringBuilder lines = new StringBuilder();
    for (EventData event : span.getEvents()) {
      String type = event.getAttributes().get(AttributeKey.stringKey("error.type"));
      lines.append("  event ").append(event.getName()).append("  error.type=").append(type);
      lines.append('\n');
    }
    return lines.toString();
  }

  @Test
  void ownListener(TruedySandbox sandbox) throws Exception {
    assertThat(Output.of(() -> readTwice(sandbox))).isEqualTo("truedy.contacts.list waited 60 s\n");
  }

  private static void readTwice(TruedySandbox sandbox) {
    try (TruedyClient truedy =
        sandbox
            .clientBuilder()
            .timeSource(new VirtualClock())
            .rateLimiter(RateLimiter.perMinute(1))
            .listener(slow())
            .build()) {
      truedy.contacts().list().execute();
      truedy.contacts().list().execute();
    }
  }

  private static CallListener slow() {
    // docs/observability.md: begin
    CallListener slow =
        vendor ->
            new CallEvents() {
              private String operation = "";

              @Override
              public void started(CallInfo call) {
                operation = call.operation();
              }

              @Override
              public void ended(CallEnd call) {
                if (call.waited().toSeconds() >= 1) {
                  System.out.println(operation + " waited " + call.waited().toSeconds() + " s");
                }
              }
            };
    // docs/observability.md: end
    return slow;
  }

  @Test
  void whatIsLeft(TruedySandbox sandbox) throws Exception {
    RateLimiter own = RateLimiter.perMinute(100);
    try (TruedyClient truedy = sandbox.clientBuilder().rateLimiter(own).build()) {
      assertThat(Output.of(() -> whatIsLeft(truedy)))
          .isEqualTo("100 requests can be sent now\nthe next in PT0S\n");
    }
  }

  private static void whatIsLeft(TruedyClient truedy) {
    // docs/observability.md: begin
    System.out.println(truedy.limiter().available().orElse(0) + " requests can be sent now");
    System.out.println("the next in " + truedy.limiter().nextPermitIn());
    // docs/observability.md: end
  }
}
