package dev.contactsdk.micrometer;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.listener.AttemptEnd;
import dev.contactsdk.core.listener.CallEnd;
import dev.contactsdk.core.listener.CallEvents;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The observations of one call. The one that runs is current, so that logs show its trace. */
final class CallObservations implements CallEvents {
  private static final String NONE = "none";

  private final ObservationRegistry registry;
  private final MicrometerListener listener;
  private final String vendor;
  private final @Nullable Observation parent;
  private String operation = NONE;
  private Running call = Running.NOTHING;
  private Running attempt = Running.NOTHING;

  CallObservations(
      ObservationRegistry registry,
      MicrometerListener listener,
      String vendor,
      @Nullable Observation parent) {
    this.registry = registry;
    this.listener = listener;
    this.vendor = vendor;
    this.parent = parent;
  }

  /** An observation that is current on this thread. */
  private record Running(Observation observation, Observation.Scope scope, Runnable restore) {
    static final Running NOTHING = new Running(Observation.NOOP, Observation.Scope.NOOP, () -> {});

    /** Whatever the application's handlers throw, the thread is left as it was. */
    static Running start(Observation observation, ObservationRegistry registry) {
      Observation.Scope before = registry.getCurrentObservationScope();
      Runnable restore = () -> registry.setCurrentObservationScope(before);
      try {
        observation.start();
        return new Running(observation, observation.openScope(), restore);
      } catch (RuntimeException | Error e) {
        restore.run();
        throw e;
      }
    }

    Running tag(String key, String value) {
      observation.lowCardinalityKeyValue(key, value);
      return this;
    }

    /** The messages of the SDK's own failures are masked; those of others may hold anything. */
    void end(int status, @Nullable Throwable failure) {
      tag("status", status == 0 ? NONE : String.valueOf(status));
      tag("exception", failure == null ? NONE : nameOf(failure));
      try {
        if (failure instanceof SdkException) {
          observation.error(failure);
        }
      } finally {
        close();
      }
    }

    private void close() {
      try {
        scope.close();
      } finally {
        restore.run();
        observation.stop();
      }
    }
  }

  @Override
  public void started(CallInfo info) {
    operation = info.operation();
    Observation observation =
        Observation.createNotStarted("contactsdk.client.call", registry)
            .contextualName(operation)
            .parentObservation(parent)
            .lowCardinalityKeyValue("vendor", vendor)
            .lowCardinalityKeyValue("operation", operation);
    call = Running.start(observation, registry);
  }

  @Override
  public void permitAwaited(Duration waited) {
    listener.permitWait(vendor, operation).record(waited);
  }

  @Override
  public Headers attemptStarted(HttpRequest request) {
    CallInfo info = request.call();
    Headers[] carrier = {Headers.empty()};
    RequestReplySenderContext<Headers[], Integer> context =
        new RequestReplySenderContext<>(
            (to, name, value) -> Objects.requireNonNull(to)[0] = to[0].with(name, value));
    context.setCarrier(carrier);
    context.setRemoteServiceName(vendor);
    Observation observation =
        Observation.createNotStarted("contactsdk.client.attempt", () -> context, registry)
            .contextualName(request.method() + " " + info.pathTemplate())
            .parentObservation(call.observation())
            .lowCardinalityKeyValue("vendor", vendor)
            .lowCardinalityKeyValue("operation", info.operation())
            .lowCardinalityKeyValue("method", request.method())
            .lowCardinalityKeyValue("uri", info.pathTemplate());
    attempt = Running.start(observation, registry);
    return carrier[0];
  }

  @Override
  public void attemptEnded(AttemptEnd end) {
    addRequestId(
        attempt, end.failure() instanceof SdkException failure ? failure.requestId() : null);
    attempt.tag("outcome", httpOutcome(end.status())).end(end.status(), end.failure());
    attempt = Running.NOTHING;
  }

  /** As Spring's HTTP metrics name it. */
  private static String httpOutcome(int status) {
    return switch (status / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }

  @Override
  public void backingOff(Duration wait, SdkException because) {
    listener.backOff(vendor, operation, nameOf(because)).record(wait);
    call.observation().event(Observation.Event.of("backoff", "back-off after " + nameOf(because)));
  }

  @Override
  public void ended(CallEnd end) {
    addRequestId(call, end.requestId());
    call.observation()
        .highCardinalityKeyValue("attempts", String.valueOf(end.attempts()))
        .highCardinalityKeyValue("waited.ms", String.valueOf(end.waited().toMillis()));
    call.tag("outcome", end.outcome()).end(end.status(), end.failure());
  }

  private static void addRequestId(Running to, @Nullable String id) {
    if (id != null) {
      to.observation().highCardinalityKeyValue("request.id", id);
    }
  }

  private static String nameOf(Throwable failure) {
    return failure.getClass().getSimpleName();
  }
}
