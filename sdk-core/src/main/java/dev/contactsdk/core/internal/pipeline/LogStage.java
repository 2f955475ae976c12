package dev.contactsdk.core.internal.pipeline;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.HttpResponse;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.internal.privacy.Mask;
import dev.contactsdk.core.internal.privacy.Masking;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each attempt: a line at DEBUG, some harmless headers at TRACE. Logs paths as templates,
 * because ids and search words may be personal. Never logs bodies.
 */
record LogStage(Masking masking) implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger("dev.contactsdk.http");
  private static final List<String> LISTED =
      Stream.concat(
              Stream.of(
                  "Content-Type", "Content-Length", "Content-Encoding", "Retry-After", "Date"),
              RequestIds.NAMES.stream())
          .toList();

  @Override
  public HttpResponse intercept(HttpRequest request, Next next) {
    return LOG.isDebugEnabled() ? logged(request, next) : next.proceed(request);
  }

  private HttpResponse logged(HttpRequest request, Next next) {
    CallContext call = CallContext.of(request);
    long start = System.nanoTime();
    try {
      HttpResponse response = next.proceed(request);
      LOG.debug(
          "{} {} attempt {}: {} in {} ms",
          call.operation(),
          request,
          call.attempts(),
          response.status(),
          since(start));
      if (LOG.isTraceEnabled()) {
        String listed = listed(response.headers(), CallContext.mask(masking, request));
        LOG.trace("{} answered with {}", call.operation(), listed);
      }
      return response;
    } catch (SdkException e) {
      LOG.debug(
          "{} {} attempt {}: {}, {} in {} ms",
          call.operation(),
          request,
          call.attempts(),
          e.getClass().getSimpleName(),
          e.outcome(),
          since(start));
      throw e;
    }
  }

  private static long since(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static String listed(Headers headers, Mask mask) {
    StringBuilder text = new StringBuilder();
    for (String name : LISTED) {
      String value = mask.id(headers.get(name));
      if (value != null) {
        text.append(text.isEmpty() ? "" : ", ").append(name).append(": ").append(value);
      }
    }
    return text.toString();
  }
}
