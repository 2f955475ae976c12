package dev.contactsdk.micrometer;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.listener.CallListener;
import dev.contactsdk.core.spi.ApiClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;

/**
 * An observation for each call and for each attempt, and timers for waits. With a meter registry
 * behind them the observations are timers; with tracing behind them they are spans, and attempts
 * send the trace's headers.
 *
 * <ul>
 *   <li>{@code contactsdk.client.call}, tags {@code vendor}, {@code operation}, {@code outcome}
 *       ({@code SUCCESS}, or what is known of a failed write: {@code NOT_SENT}, {@code REJECTED},
 *       {@code APPLIED}, {@code UNKNOWN}), {@code status} and {@code exception}
 *   <li>{@code contactsdk.client.attempt}, tags as of Spring's {@code http.client.requests}: {@code
 *       method}, {@code uri} (the path template), {@code status}, {@code outcome}, {@code
 *       exception}; and {@code vendor}, {@code operation}
 *   <li>{@code contactsdk.client.permit.wait}: the wait for the client-side rate limit of each
 *       attempt, tags {@code vendor}, {@code operation}
 *   <li>{@code contactsdk.client.backoff}: each wait before the next attempt, tags {@code vendor},
 *       {@code operation}, {@code exception}; counted as {@code contactsdk.client.call.backoff}
 *   <li>{@code contactsdk.client.permits.free}, from {@link #gaugePermits}
 * </ul>
 *
 * No tag holds an id, a host, a number or a text of a vendor. Operations of your own become tags by
 * their name, so keep it constant.
 */
public final class MicrometerListener implements CallListener {
  private final ObservationRegistry observations;
  private final MeterRegistry meters;

  private MicrometerListener(ObservationRegistry observations, MeterRegistry meters) {
    this.observations = observations;
    this.meters = meters;
  }

  /**
   * Creates a listener that makes metrics only.
   *
   * @param meters the application's meters
   * @return a new listener, for any number of clients
   * @throws InvalidRequestException when it is null
   */
  public static MicrometerListener of(MeterRegistry meters) {
    InvalidRequestException.refuseNull("meters", meters);
    ObservationRegistry observations = ObservationRegistry.create();
    observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    return new MicrometerListener(observations, meters);
  }

  /**
   * Creates a listener that observes with the application's handlers, such as those of Spring Boot
   * for metrics and traces.
   *
   * @param observations the application's observations
   * @param meters where the timers of waits are kept
   * @return a new listener, for any number of clients
   * @throws InvalidRequestException when one is null
   */
  public static MicrometerListener of(ObservationRegistry observations, MeterRegistry meters) {
    InvalidRequestException.refuseNull("observations", observations);
    InvalidRequestException.refuseNull("meters", meters);
    return new MicrometerListener(observations, meters);
  }

  /**
   * Adds the gauge {@code contactsdk.client.permits.free} of a client: how many requests its rate
   * limit allows now. It reads as NaN if there is no limit, or its store does not tell.
   *
   * @param meters the application's meters; they hold the client's limiter weakly, so keep the
   *     client
   * @param client the client, watched or not
   * @param name tells accounts of one vendor apart, as tag {@code client}; no id
   */
  public static void gaugePermits(MeterRegistry meters, ApiClient client, String name) {
    Gauge.builder(
            "contactsdk.client.permits.free",
            client,
            of -> of.limiter().available().stream().asDoubleStream().findFirst().orElse(Double.NaN))
        .description("Requests that the client-side rate limit allows now")
        .tag("vendor", client.vendor())
        .tag("client", name)
        .register(meters);
  }

  @Override
  public CallEvents newCall(String vendor) {
    return new CallObservations(observations, this, vendor, observations.getCurrentObservation());
  }

  Timer permitWait(String vendor, String operation) {
    return Timer.builder("contactsdk.client.permit.wait")
        .description("Wait of an attempt for the client-side rate limit")
        .tag("vendor", vendor)
        .tag("operation", operation)
        .register(meters);
  }

  Timer backOff(String vendor, String operation, String exception) {
    return Timer.builder("contactsdk.client.backoff")
        .description("Wait before the next attempt")
        .tag("vendor", vendor)
        .tag("operation", operation)
        .tag("exception", exception)
        .register(meters);
  }
}
