package dev.contactsdk.tests.client;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.core.spi.ClientBuilder;
import dev.contactsdk.core.time.TimeSource;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** The settings of a client, for either vendor. Without a limit unless one is set. */
public final class Settings {
  private interface Change {
    void apply(ClientBuilder<?> builder);
  }

  private final Change change;

  private Settings(Change change) {
    this.change = change;
  }

  public static Settings unlimited() {
    return new Settings(builder -> builder.rateLimiter(RateLimiter.unlimited()));
  }

  /** As an application has them that sets nothing. */
  public static Settings usual() {
    return new Settings(builder -> {});
  }

  private Settings and(Change more) {
    return new Settings(
        builder -> {
          change.apply(builder);
          more.apply(builder);
        });
  }

  public Settings limiter(RateLimiter limiter) {
    return and(builder -> builder.rateLimiter(limiter));
  }

  public Settings time(TimeSource time) {
    return and(builder -> builder.timeSource(time));
  }

  public Settings deadline(Duration deadline) {
    return and(builder -> builder.deadline(deadline));
  }

  public Settings timeout(Duration timeout) {
    return and(builder -> builder.timeout(timeout));
  }

  public Settings retry(RetryPolicy policy) {
    return and(builder -> builder.retry(policy));
  }

  public Settings okHttp(OkHttpClient client) {
    return and(builder -> builder.okHttpClient(client));
  }

  public Settings allowPlainHttp() {
    return and(ClientBuilder::allowPlainHttp);
  }

  <B extends ClientBuilder<B>> B on(B builder) {
    change.apply(builder);
    return builder;
  }
}
