package dev.contactsdk.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The spans that calls against the sandbox leave. */
@Timeout(60)
class OpenTelemetryListenerTest {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();
  private final TruedySandbox sandbox = TruedySandbox.start();
  private final TruedyClient client =
      sandbox.clientBuilder().listener(OpenTelemetryListener.of(telemetry)).build();

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
    telemetry.close();
  }

  private static NewTruedyContact jane() {
    return NewTruedyContact.builder("+14155550123")
        .firstName("Jane-Canary")
        .email("jane.canary@example.com")
        .build();
  }

  private static TruedyContactChanges renamed() {
    return TruedyContactChanges.builder().lastName("Doe-Canary").build();
  }

  private List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  private SpanData span(String name) {
    return spans().stream()
        .filter(span -> span.getName().equals(name))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new AssertionError("no span " + name + " in " + spans()));
  }

  private static String text(SpanData span, String key) {
    return span.getAttributes().get(AttributeKey.stringKey(key));
  }

  private static Long number(SpanData span, String key) {
    return span.getAttributes().get(AttributeKey.longKey(key));
  }

  @Test
  void aCallIsAClientSpanWithOneForItsAttemptBelow() {
    client.contacts().create(jane()).execute();
    SpanData call = span("truedy.contacts.create");
    SpanData attempt = span("POST /contacts");
    assertThat(spans()).hasSize(2).extracting(SpanData::getKind).containsOnly(SpanKind.CLIENT);
    assertThat(attempt.getParentSpanId()).isEqualTo(call.getSpanId());
    assertThat(text(call, "contactsdk.vendor")).isEqualTo("truedy");
    assertThat(text(call, "contactsdk.outcome")).isEqualTo("SUCCESS");
    assertThat(text(attempt, "http.request.method")).isEqualTo("POST");
    assertThat(text(attempt, "url.template")).isEqualTo("/contacts");
    assertThat(text(attempt, "server.address")).isEqualTo("127.0.0.1");
    assertThat(number(attempt, "server.port")).isPositive();
    assertThat(number(attempt, "http.response.status_code")).isEqualTo(201);
    assertThat(number(attempt, "http.request.body.size")).isPositive();
    assertThat(number(attempt, "http.response.body.size")).isPositive();
    assertThat(number(attempt, "http.request.resend_count")).isNull();
    assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void eachAttemptSendsTheTraceOfItsOwnSpan() {
    client.contacts().create(jane()).execute();
    SpanData attempt = span("POST /contacts");
    assertThat(sandbox.requests().get(0).header("traceparent"))
        .startsWith("00-" + attempt.getTraceId() + "-" + attempt.getSpanId() + "-");
  }

  @Test
  void aRefusalMarksBothSpansAndKeepsTheRequestId() {
    sandbox
        .fail()
        .next()
        .with(
            Fault.status(403, "{\"error\":\"jane.canary@example.com\"}", "X-Request-ID", "req-77"));
    assertThatThrownBy(() -> client.contacts().create(jane()).execute())
        .isInstanceOf(ApiException.PermissionDenied.class);
    SpanData call = span("truedy.contacts.create");
    assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(text(call, "contactsdk.outcome")).isEqualTo("REJECTED");
    assertThat(text(call, "contactsdk.request_id")).isEqualTo("req-77");
    assertThat(text(call, "error.type")).isEqualTo("403");
    assertThat(text(span("POST /contacts"), "error.type")).isEqualTo("403");
    assertThat(text(span("POST /contacts"), "contactsdk.request_id")).isEqualTo("req-77");
    assertNothingPersonalOrSecret();
  }

  @Test
  void attemptsAndTheWaitsBetweenThemAreSeen() {
    sandbox.fail().next().with(Fault.status(503, ""));
    client.contacts().list().execute();
    SpanData call = span("truedy.contacts.list");
    assertThat(spans()).hasSize(3);
    assertThat(number(call, "contactsdk.attempts")).isEqualTo(2);
    assertThat(call.getEvents())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getName()).isEqualTo("contactsdk.back_off");
              assertThat(event.getAttributes().get(AttributeKey.stringKey("error.type")))
                  .isEqualTo("503");
            });
    assertThat(number(span("GET /contacts"), "http.request.resend_count")).isEqualTo(1);
  }

  @Test
  void theWaitForALostCreateToSettleIsSeen() {
    sandbox.fail().next().with(Fault.cutBeforeStore());
    try (TruedyClient patient =
        sandbox
            .clientBuilder()
            .timeSource(new VirtualClock())
            .listener(OpenTelemetryListener.of(telemetry))
            .build()) {
      patient.contacts().create(jane()).onUnknown(OnUnknown.lookUpThenResend()).execute();
    }
    assertThat(span("truedy.contacts.create").getEvents())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getName()).isEqualTo("contactsdk.back_off");
              assertThat(event.getAttributes().get(AttributeKey.longKey("contactsdk.waited_ms")))
                  .isGreaterThan(1000);
            });
    assertThat(sandbox.contactCount()).isOne();
  }

  @Test
  void whatALostCreateLooksUpIsPartOfItsSpan() {
    sandbox.fail().next().with(Fault.cutAfterStore());
    client.contacts().create(jane()).onUnknown(OnUnknown.lookUp()).execute();
    SpanData create = span("truedy.contacts.create");
    SpanData lookUp = span("GET /contacts");
    assertThat(lookUp.getParentSpanId()).isEqualTo(create.getSpanId());
    assertThat(text(create, "contactsdk.outcome")).isEqualTo("SUCCESS");
    assertThat(spans()).noneMatch(span -> span.getName().equals("truedy.contacts.list"));
  }

  @Test
  void aCallBelongsToTheTraceOfTheThreadThatAskedForIt() throws Exception {
    sandbox.seedContacts(5);
    Span request = telemetry.getTracer("test").spanBuilder("request").startSpan();
    Context.current()
        .with(request)
        .wrap(
            () -> {
              client.contacts().create(jane()).executeAsync().get(30, TimeUnit.SECONDS);
              return client.contacts().list().pageSize(2).prefetch(2).stream()
                  .peek(contact -> awaitRequests(4))
                  .count();
            })
        .call();
    request.end();
    assertThat(spans())
        .filteredOn(span -> span.getName().equals("truedy.contacts.list"))
        .as("pages")
        .hasSizeGreaterThan(2);
    assertThat(spans())
        .extracting(SpanData::getTraceId)
        .containsOnly(request.getSpanContext().getTraceId());
    assertThat(span("truedy.contacts.create").getParentSpanId())
        .isEqualTo(request.getSpanContext().getSpanId());
  }

  /** Else the reader may ask for a page before the prefetch does. */
  private void awaitRequests(int count) {
    while (sandbox.requestCount() < count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void afterACallTheThreadsContextIsWhatItWas() {
    sandbox.fail().next().with(Fault.status(403, ""));
    assertThatThrownBy(() -> client.contacts().create(jane()).execute())
        .isInstanceOf(ApiException.class);
    assertThat(Span.current()).isEqualTo(Span.getInvalid());
  }

  @Test
  void spansHoldNothingPersonalAndNoSecret() {
    TruedyContact made = client.contacts().create(jane()).execute();
    client.contacts().update(made.id(), renamed()).execute();
    client.contacts().list().search("jane.canary@example.com").execute();
    sandbox.fail().next().with(Fault.garbage());
    assertThatThrownBy(() -> client.contacts().create(jane()).execute())
        .isInstanceOf(RuntimeException.class);
    assertThat(spans().toString()).doesNotContain(made.id());
    assertNothingPersonalOrSecret();
  }

  private void assertNothingPersonalOrSecret() {
    assertThat(spans().toString())
        .doesNotContainIgnoringCase("canary")
        .doesNotContain("4155550123", sandbox.apiKey());
  }

  @Test
  void noTelemetryIsToldAtOnce() {
    assertThatThrownBy(() -> OpenTelemetryListener.of(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("telemetry");
  }
}
