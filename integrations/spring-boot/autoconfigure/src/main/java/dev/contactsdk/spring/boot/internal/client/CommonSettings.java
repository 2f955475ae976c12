package dev.contactsdk.spring.boot.internal.client;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.limit.Window;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.spring.boot.internal.settings.ClientSettings;
import dev.contactsdk.spring.boot.internal.settings.PropertyScope;
import dev.contactsdk.spring.boot.internal.settings.RateLimitSettings;
import dev.contactsdk.spring.boot.internal.settings.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands the properties that both vendors have to a builder. What is not set stays as it is. */
final class CommonSettings {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private CommonSettings() {}

  static void apply(ClientSettings settings, PropertyScope scope, ClientBuilder<?> builder) {
    scope.set("base-url", settings.getBaseUrl(), builder::baseUrl);
    if (settings.isAllowPlainHttp()) {
      builder.allowPlainHttp();
    }
    scope.set("timeout", settings.getTimeout(), builder::timeout);
    scope.set("deadline", settings.getDeadline(), builder::deadline);
    scope.set(
        "max-response-size",
        settings.getMaxResponseSize(),
        size -> builder.maxResponseBytes(size.toBytes()));
    settings
        .getHeaders()
        .forEach(
            (name, value) ->
                scope.set("headers." + name, value, given -> builder.header(name, given)));
    builder.retry(retry(settings.getRetry(), scope));
  }

  static RetryPolicy retry(RetrySettings settings, PropertyScope scope) {
    RetryPolicy usual = RetryPolicy.standard();
    Integer attempts = settings.getMaxAttempts();
    if (attempts != null && attempts < 1) {
      throw scope.fault(
          "retry.max-attempts",
          "must be at least 1, but was " + attempts + ": it includes the first attempt",
          "Set it to 1 for no retries, or remove it for the usual " + usual.maxAttempts() + ".");
    }
    return new RetryPolicy(
        attempts == null ? usual.maxAttempts() : attempts,
        wait(scope, "retry.base-delay", settings.getBaseDelay(), usual.baseDelay()),
        wait(scope, "retry.max-delay", settings.getMaxDelay(), usual.maxDelay()),
        wait(scope, "retry.limit-delay", settings.getLimitDelay(), usual.limitDelay()),
        wait(scope, "retry.max-server-wait", settings.getMaxServerWait(), usual.maxServerWait()));
  }

  private static Duration wait(
      PropertyScope scope, String property, @Nullable Duration value, Duration usual) {
    Duration checked = scope.notNegative(property, value);
    return checked == null ? usual : checked;
  }

  /**
   * Hands the limiter that the properties ask for to a builder.
   *
   * @param property {@code rate-limit} or {@code admin.rate-limit}
   * @param usual the limiter when they say nothing; null for the vendor's
   */
  static void limit(
      RateLimitSettings settings,
      PropertyScope scope,
      String property,
      @Nullable RateLimiter usual,
      Consumer<RateLimiter> builder) {
    RateLimiter limiter = limiter(settings, scope, property, usual);
    if (limiter != null) {
      builder.accept(limiter);
    }
  }

  private static @Nullable RateLimiter limiter(
      RateLimitSettings settings,
      PropertyScope scope,
      String property,
      @Nullable RateLimiter usual) {
    Integer permits = settings.getPermits();
    Duration window = settings.getWindow();
    if (!settings.isEnabled() && permits != null) {
      throw scope.faults(
          List.of(property + ".enabled", property + ".permits"),
          "contradict each other: the limit is switched off, and has " + permits + " permits",
          "Remove one of the two.");
    }
    if (permits == null && window != null) {
      throw scope.fault(
          property + ".permits",
          "is missing, but " + property + ".window is set",
          "Set " + property + ".permits to the number of requests in that window.");
    }
    if (!settings.isEnabled()) {
      return RateLimiter.unlimited();
    }
    if (permits == null) {
      return usual;
    }
    return scope.named(
        property + ".permits",
        () -> RateLimiter.of(new Window(permits, window == null ? MINUTE : window)));
  }
}
