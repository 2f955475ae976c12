package dev.contactsdk.opentelemetry;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.CallInfo;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.listener.AttemptEnd;
import dev.contactsdk.core.listener.CallEnd;
import dev.contactsdk.core.listener.CallEvents;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The spans of one call. The one that runs is current, so that logs show it. */
final class CallSpans implements CallEvents {
  private static final AttributeKey<String> VENDOR = AttributeKey.stringKey("contactsdk.vendor");
  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("contactsdk.operation");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("contactsdk.outcome");
  private static final AttributeKey<String> REQUEST_ID =
      AttributeKey.stringKey("contactsdk.request_id");
  private static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("contactsdk.attempts");
  private static final AttributeKey<Long> WAITED = AttributeKey.longKey("contactsdk.waited_ms");
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<Long> RESEND_COUNT =
      AttributeKey.longKey("http.request.resend_count");
  private static final AttributeKey<Long> REQUEST_SIZE =
      AttributeKey.longKey("http.request.body.size");
  private static final AttributeKey<Long> RESPONSE_SIZE =
      AttributeKey.longKey("http.response.body.size");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final String vendor;
  private final Context parent;
  private Running call = Running.NOTHING;
  private Running attempt = Running.NOTHING;

  CallSpans(Tracer tracer, TextMapPropagator propagator, String vendor, Context parent) {
    this.tracer = tracer;
    this.propagator = propagator;
    this.vendor = vendor;
    this.parent = parent;
  }

  /** A span that is current on this thread. */
  private record Running(Span span, Context context, Scope scope) {
    static final Running NOTHING = new Running(Span.getInvalid(), Context.root(), Scope.noop());

    /** The end of what runs closes its scope. */
    @SuppressWarnings("MustBeClosedChecker")
    static Running start(SpanBuilder builder, Context parent) {
      Span span = builder.setSpanKind(SpanKind.CLIENT).setParent(parent).startSpan();
      Context context = parent.with(span);
      return new Running(span, context, context.makeCurrent());
    }

    void end(int status, @Nullable Throwable failure) {
      if (status > 0) {
        span.setAttribute(STATUS, (long) status);
      }
      if (failure != null) {
        span.setAttribute(ERROR, errorType(failure)).setStatus(StatusCode.ERROR);
      }
      scope.close();
      span.end();
    }
  }

  @Override
  public void started(CallInfo info) {
    SpanBuilder builder =
        tracer
            .spanBuilder(info.operation())
            .setAttribute(VENDOR, vendor)
            .setAttribute(OPERATION, info.operation())
            .setAttribute(TEMPLATE, info.pathTemplate());
    call = Running.start(builder, parent);
  }

  @Override
  public void permitAwaited(Duration waited) {
    if (!waited.isZero()) {
      call.span().addEvent("contactsdk.permit", Attributes.of(WAITED, waited.toMillis()));
    }
  }

  @Override
  public Headers attemptStarted(HttpRequest request) {
    CallInfo info = request.call();
    SpanBuilder builder =
        tracer
            .spanBuilder(request.method() + " " + info.pathTemplate())
            .setAttribute(METHOD, request.method())
            .setAttribute(TEMPLATE, info.pathTemplate())
            .setAttribute(OPERATION, info.operation());
    if (info.attempts() > 1) {
      builder.setAttribute(RESEND_COUNT, (long) info.attempts() - 1);
    }
    addServer(builder, URI.create(request.url()));
    attempt = Running.start(builder, call.context());
    return traceHeaders();
  }

  private static void addServer(SpanBuilder builder, URI url) {
    if (url.getHost() != null) {
      builder.setAttribute(ADDRESS, url.getHost());
    }
    int usual = "http".equals(url.getScheme()) ? 80 : 443;
    builder.setAttribute(PORT, (long) (url.getPort() < 0 ? usual : url.getPort()));
  }

  private Headers traceHeaders() {
    Headers[] carrier = {Headers.empty()};
    propagator.inject(
        attempt.context(), carrier, (to, name, value) -> to[0] = to[0].with(name, value));
    return carrier[0];
  }

  @Override
  public void attemptEnded(AttemptEnd end) {
    addSize(REQUEST_SIZE, end.requestBytes());
    addSize(RESPONSE_SIZE, end.responseBytes());
    addRequestId(
        attempt, end.failure() instanceof SdkException failure ? failure.requestId() : null);
    attempt.end(end.status(), end.failure());
    attempt = Running.NOTHING;
  }

  private void addSize(AttributeKey<Long> key, long bytes) {
    if (bytes >= 0) {
      attempt.span().setAttribute(key, bytes);
    }
  }

  private static void addRequestId(Running to, @Nullable String id) {
    if (id != null) {
      to.span().setAttribute(REQUEST_ID, id);
    }
  }

  @Override
  public void backingOff(Duration wait, SdkException because) {
    call.span()
        .addEvent(
            "contactsdk.back_off",
            Attributes.of(WAITED, wait.toMillis(), ERROR, errorType(because)));
  }

  @Override
  public void ended(CallEnd end) {
    Span span = call.span();
    span.setAttribute(OUTCOME, end.outcome()).setAttribute(ATTEMPTS, (long) end.attempts());
    span.setAttribute(WAITED, end.waited().toMillis());
    addRequestId(call, end.requestId());
    call.end(end.status(), end.failure());
  }

  /** By the conventions: the status of an error answer, else the name of the failure's class. */
  private static String errorType(Throwable failure) {
    return failure instanceof ApiException refusal
        ? String.valueOf(refusal.status())
        : failure.getClass().getName();
  }
}
