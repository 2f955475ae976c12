package dev.contactsdk.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The meters and observations that calls leave. */
@Timeout(60)
class MicrometerListenerTest {
  private static final String FREE = "contactsdk.client.permits.free";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TruedySandbox sandbox = TruedySandbox.start();
  private final TruedyClient client =
      sandbox.clientBuilder().listener(MicrometerListener.of(meters)).build();

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
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

  private static Map<String, String> tags(Meter meter) {
    return meter.getId().getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "scope opened", "error", "scope closed", "stop"})
  void aHandlerThatFailsLeavesNothingCurrentOnTheThread(String when) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new FailingHandler(when));
    sandbox.fail().next().with(Fault.status(400, "{}"));
    try (TruedyClient watched =
        sandbox.clientBuilder().listener(MicrometerListener.of(registry, meters)).build()) {
      assertThatThrownBy(() -> watched.contacts().list().execute())
          .isInstanceOf(ApiException.BadRequest.class);
    }
    assertThat(registry.getCurrentObservationScope()).isNull();
  }

  /** An application's handler that fails in one of its methods. */
  private record FailingHandler(String when) implements ObservationHandler<Observation.Context> {
    private void fail(String now) {
      if (now.equals(when)) {
        throw new IllegalStateException(now);
      }
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }

    @Override
    public void onStart(Observation.Context context) {
      fail("start");
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
      fail("scope opened");
    }

    @Override
    public void onError(Observation.Context context) {
      fail("error");
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
      fail("scope closed");
    }

    @Override
    public void onStop(Observation.Context context) {
      fail("stop");
    }
  }

  @Test
  void aCallIsTimedByVendorOperationOutcomeAndStatus() {
    client.contacts().create(jane()).execute();
    Timer call = meters.get("contactsdk.client.call").timer();
    assertThat(call.count()).isOne();
    assertThat(tags(call))
        .containsEntry("vendor", "truedy")
        .containsEntry("operation", "truedy.contacts.create")
        .containsEntry("outcome", "SUCCESS")
        .containsEntry("status", "201")
        .containsEntry("exception", "none");
  }

  @Test
  void anAttemptHasTheTagsOfHttpClients() {
    client.contacts().create(jane()).execute();
    assertThat(tags(meters.get("contactsdk.client.attempt").timer()))
        .containsEntry("method", "POST")
        .containsEntry("uri", "/contacts")
        .containsEntry("status", "201")
        .containsEntry("outcome", "SUCCESS");
  }

  @Test
  void aRefusalIsTimedByWhatIsKnownOfTheWrite() {
    sandbox.fail().next().with(Fault.status(403, ""));
    assertThatThrownBy(() -> client.contacts().create(jane()).execute())
        .isInstanceOf(ApiException.PermissionDenied.class);
    assertThat(tags(meters.get("contactsdk.client.call").timer()))
        .containsEntry("outcome", "REJECTED")
        .containsEntry("status", "403")
        .containsEntry("exception", "PermissionDenied")
        .containsEntry("error", "PermissionDenied");
  }

  @Test
  void retriesAreAttemptsOfOneCallAndTheirWaitsAreTimed() {
    sandbox.fail().next().with(Fault.status(503, ""));
    client.contacts().list().execute();
    assertThat(meters.get("contactsdk.client.call").timer().count()).isOne();
    assertThat(meters.get("contactsdk.client.attempt").timers())
        .extracting(timer -> tags(timer).get("status"))
        .containsExactlyInAnyOrder("503", "200");
    assertThat(
            meters.get("contactsdk.client.backoff").tag("exception", "ServerError").timer().count())
        .isOne();
  }

  @Test
  void theWaitForAPermitIsTimed() {
    VirtualClock time = new VirtualClock();
    try (TruedyClient slow =
        sandbox
            .clientBuilder()
            .timeSource(time)
            .rateLimiter(RateLimiter.perMinute(1))
            .listener(MicrometerListener.of(meters))
            .build()) {
      slow.contacts().list().execute();
      slow.contacts().list().execute();
    }
    Timer waits = meters.get("contactsdk.client.permit.wait").timer();
    assertThat(waits.count()).isEqualTo(2);
    assertThat(waits.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(60_250);
  }

  @Test
  void theFreePermitsCanBeReadAtAnyTime() {
    RateLimiter limiter = RateLimiter.perMinute(10);
    try (TruedyClient limited = sandbox.clientBuilder().rateLimiter(limiter).build()) {
      MicrometerListener.gaugePermits(meters, limited, "main");
      assertThat(meters.get(FREE).tag("client", "main").gauge().value()).isEqualTo(10);
      limited.contacts().list().execute();
      assertThat(meters.get(FREE).tag("vendor", "truedy").gauge().value()).isEqualTo(9);
    }
  }

  @Test
  void withoutALimitTheGaugeIsNoNumber() {
    try (TruedyClient unlimited =
        sandbox.clientBuilder().rateLimiter(RateLimiter.unlimited()).build()) {
      MicrometerListener.gaugePermits(meters, unlimited, "main");
      assertThat(meters.get(FREE).gauge().value()).isNaN();
    }
  }

  @Test
  void tenThousandCallsMakeNoMoreSeriesThanTen() {
    assertThat(seriesAfter(10_000)).isEqualTo(seriesAfter(10));
  }

  /** Each call with another id, number, name and host. */
  private static int seriesAfter(int calls) {
    SimpleMeterRegistry own = new SimpleMeterRegistry();
    MicrometerListener listener = MicrometerListener.of(own);
    for (int i = 0; i < calls; i++) {
      int status = i % 2 == 0 ? 200 : 404;
      try (TruedyClient one =
          TruedyClient.builder()
              .baseUrl("https://tenant-" + i + ".example:" + (1000 + i))
              .apiKey("key-" + i)
              .rateLimiter(RateLimiter.unlimited())
              .transport(request -> answer(status))
              .listener(listener)
              .build()) {
        one.contacts().update("con_" + i, renamed()).execute();
      } catch (SdkException e) {
        assertThat(status).isEqualTo(404);
      }
    }
    return own.getMeters().size();
  }

  private static HttpResponse answer(int status) {
    String body = "{\"data\":{\"id\":\"con_1\",\"phone_number\":\"+14155550123\"}}";
    return HttpResponse.of(status, Headers.empty(), body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatALostCreateLooksUpIsNoCallOfItsOwn() {
    sandbox.fail().next().with(Fault.cutAfterStore());
    client.contacts().create(jane()).onUnknown(OnUnknown.lookUp()).execute();
    assertThat(tags(meters.get("contactsdk.client.call").timer()))
        .containsEntry("operation", "truedy.contacts.create")
        .containsEntry("outcome", "SUCCESS");
    assertThat(meters.get("contactsdk.client.attempt").timers()).hasSize(2);
  }

  @Test
  void observationsAreChildrenOfWhatTheAskingThreadObservesAndSendTheirHeaders() throws Exception {
    List<Observation.Context> stopped = new CopyOnWriteArrayList<>();
    ObservationRegistry registry = observing(stopped);
    Observation request = Observation.createNotStarted("request", registry);
    try (TruedyClient observed =
        sandbox.clientBuilder().listener(MicrometerListener.of(registry, meters)).build()) {
      request.observeChecked(
          () -> observed.contacts().create(jane()).executeAsync().get(30, TimeUnit.SECONDS));
    }
    assertThat(stopped)
        .extracting(Observation.Context::getName)
        .containsExactly("contactsdk.client.attempt", "contactsdk.client.call", "request");
    assertThat(stopped.get(0).getParentObservation().getContextView()).isSameAs(stopped.get(1));
    assertThat(stopped.get(1).getParentObservation()).isSameAs(request);
    assertThat(sandbox.requests().get(0).header("traceparent")).isEqualTo("00-abc-def-01");
  }

  /** Sends a header, as tracing does. */
  private static ObservationRegistry observing(List<Observation.Context> stopped) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(
            new ObservationHandler<Observation.Context>() {
              @Override
              @SuppressWarnings("unchecked")
              public void onStart(Observation.Context context) {
                if (context instanceof SenderContext<?> sender) {
                  SenderContext<Object> carrying = (SenderContext<Object>) sender;
                  carrying.getSetter().set(carrying.getCarrier(), "traceparent", "00-abc-def-01");
                }
              }

              @Override
              public void onStop(Observation.Context context) {
                stopped.add(context);
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }
            });
    return registry;
  }

  @Test
  void aCallAndItsFailedAttemptHaveTheRequestIdTheAttemptsAndTheWaits() {
    List<Observation.Context> stopped = new CopyOnWriteArrayList<>();
    sandbox.fail().next().with(Fault.status(503, "", "Retry-After", "2", "X-Request-ID", "req-77"));
    try (TruedyClient observed =
        sandbox
            .clientBuilder()
            .timeSource(new VirtualClock())
            .listener(MicrometerListener.of(observing(stopped), meters))
            .build()) {
      observed.contacts().list().execute();
    }
    assertThat(stopped.get(0).getHighCardinalityKeyValue("request.id").getValue())
        .isEqualTo("req-77");
    Observation.Context call = stopped.get(2);
    assertThat(call.getHighCardinalityKeyValue("attempts").getValue()).isEqualTo("2");
    assertThat(call.getHighCardinalityKeyValue("waited.ms").getValue()).isEqualTo("2000");
  }

  @Test
  void tagsAndObservationsHoldNothingPersonalAndNoSecret() {
    List<Observation.Context> stopped = new CopyOnWriteArrayList<>();
    ObservationRegistry registry = observing(stopped);
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    List<String> ids = new ArrayList<>();
    try (TruedyClient watched =
        sandbox.clientBuilder().listener(MicrometerListener.of(registry, meters)).build()) {
      TruedyContact made = watched.contacts().create(jane()).execute();
      ids.add(made.id());
      watched.contacts().update(made.id(), renamed()).execute();
      watched.contacts().list().search("jane.canary@example.com").execute();
      sandbox
          .fail()
          .next()
          .with(Fault.status(400, "{\"error\":\"jane.canary@example.com is taken\"}"));
      assertThatThrownBy(() -> watched.contacts().create(jane()).execute())
          .isInstanceOf(SdkException.class);
    }
    String series = meters.getMeters().stream().map(Meter::getId).toList().toString();
    String observed = stopped.toString();
    assertThat(series).contains("truedy.contacts.create").doesNotContain("127.0.0.1", "req_");
    assertThat((series + observed).contains("REJECTED")).isTrue();
    for (String hidden : List.of("canary", "Canary", "4155550123", sandbox.apiKey(), ids.get(0))) {
      assertThat((series + observed).contains(hidden)).as(hidden).isFalse();
    }
  }

  @Test
  void ownOperationsAreTimedUnderTheClientsVendor() {
    Endpoint<Object> own =
        Endpoint.get("crm.folders", "/contacts/folders", Decoder.json(Object.class));
    client.call(own).execute();
    assertThat(tags(meters.get("contactsdk.client.call").timer()))
        .containsEntry("vendor", "truedy")
        .containsEntry("operation", "crm.folders");
  }

  @Test
  void nullIsToldAtOnce() {
    assertThatThrownBy(() -> MicrometerListener.of(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("meters");
    assertThatThrownBy(() -> MicrometerListener.of(null, meters))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("observations");
  }
}
