package dev.contactsdk.opentelemetry;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.listener.CallEvents;
import dev.contactsdk.core.listener.CallListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * A client span for each call, named like its operation ({@code kore.contacts.create}), and below
 * it one for each attempt, named by method and path template. The spans' attributes follow the
 * semantic conventions for HTTP clients; what they have no name for begins with {@code
 * contactsdk.}. Waits are events of the call's span. Each attempt sends the trace's headers, such
 * as {@code traceparent}.
 *
 * <p>Spans hold no ids of contacts, no bodies, no queries, no messages of failures and no
 * credentials. They hold the vendor's request id and host.
 *
 * <p>An asynchronous call belongs to the trace of the thread that asked for it. A page that is
 * requested ahead belongs to that of the thread that reads the list.
 */
public final class OpenTelemetryListener implements CallListener {
  private final Tracer tracer;
  private final TextMapPropagator propagator;

  private OpenTelemetryListener(Tracer tracer, TextMapPropagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /**
   * Creates a listener, for {@code listener(...)} of any number of clients.
   *
   * @param telemetry the application's OpenTelemetry; its propagators write the headers
   * @return a new listener
   * @throws InvalidRequestException when it is null
   */
  public static OpenTelemetryListener of(OpenTelemetry telemetry) {
    InvalidRequestException.refuseNull("telemetry", telemetry);
    return new OpenTelemetryListener(
        telemetry.getTracer("dev.contactsdk"), telemetry.getPropagators().getTextMapPropagator());
  }

  @Override
  public CallEvents newCall(String vendor) {
    return new CallSpans(tracer, propagator, vendor, Context.current());
  }
}
