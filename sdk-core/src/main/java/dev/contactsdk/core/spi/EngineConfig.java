package dev.contactsdk.core.spi;

import dev.contactsdk.core.auth.Auth;
import dev.contactsdk.core.http.Headers;
import dev.contactsdk.core.http.Interceptor;
import dev.contactsdk.core.http.Transport;
import dev.contactsdk.core.internal.pipeline.Listeners;
import dev.contactsdk.core.internal.privacy.Masking;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.error.ErrorReader;
import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The checked settings of an engine. */
record EngineConfig(
    String vendor,
    String baseUrl,
    Map<String, String> pathParameters,
    Headers headers,
    Auth auth,
    RateLimiter limiter,
    ErrorReader errors,
    Masking masking,
    @Nullable String unreadableHint,
    RetryPolicy retry,
    Duration timeout,
    Duration deadline,
    List<Interceptor> interceptors,
    Listeners listeners,
    Transport transport,
    boolean ownsTransport,
    @Nullable Executor executor,
    TimeSource time,
    @Nullable JsonCodec json) {
  EngineConfig withCredential(Auth other, RateLimiter otherLimiter) {
    return new EngineConfig(
        vendor,
        baseUrl,
        pathParameters,
        headers,
        other,
        otherLimiter,
        errors,
        masking,
        unreadableHint,
        retry,
        timeout,
        deadline,
        interceptors,
        listeners,
        transport,
        ownsTransport,
        executor,
        time,
        json);
  }

  /** Leaves out the values of the settings. */
  @Override
  public String toString() {
    return "EngineConfig[" + baseUrl + "]";
  }
}
