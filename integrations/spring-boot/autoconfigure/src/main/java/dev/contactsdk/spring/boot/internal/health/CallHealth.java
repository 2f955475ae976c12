package dev.contactsdk.spring.boot.internal.health;

import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.TimeSource;
import dev.contactsdk.spring.boot.internal.client.LastCalls;
import dev.contactsdk.spring.boot.internal.client.LastCalls.End;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells a client's health from its last call. */
final class CallHealth implements HealthIndicator {
  private final LastCalls calls;
  private final Duration maxAge;
  private final TimeSource clock;
  private final @Nullable Runnable probe;

  /**
   * Creates the indicator.
   *
   * @param calls the client's calls
   * @param maxAge how long a result counts
   * @param clock the clock of the client
   * @param probe makes a call; null for no probes
   */
  CallHealth(LastCalls calls, Duration maxAge, TimeSource clock, @Nullable Runnable probe) {
    this.calls = calls;
    this.maxAge = maxAge;
    this.clock = clock;
    this.probe = probe;
  }

  @Override
  public Health health() {
    End last = recent();
    if (last == null && probe != null) {
      probe();
      last = recent();
    }
    Health.Builder health = new Health.Builder();
    if (last == null) {
      health.unknown().withDetail("reason", "no call in the last " + maxAge);
    } else if (last.failure() == null) {
      health.up();
    } else {
      health.down();
      describe(last.failure(), health);
    }
    return withCalls(health, last).build();
  }

  private @Nullable End recent() {
    End last = calls.last();
    return last == null || last.at().plus(maxAge).isBefore(clock.now()) ? null : last;
  }

  private void probe() {
    try {
      if (probe != null) {
        probe.run();
      }
    } catch (SdkException e) {
      // The client's record of its calls has it, if it says something about the vendor.
      return;
    }
  }

  /** The kind only: a vendor's text may say more than a health endpoint should. */
  private static void describe(SdkException failure, Health.Builder health) {
    health.withDetail("error", failure.getClass().getSimpleName());
    if (failure instanceof ApiException refusal) {
      health.withDetail("httpStatus", refusal.status());
    }
  }

  private Health.Builder withCalls(Health.Builder health, @Nullable End last) {
    if (last != null) {
      health.withDetail("operation", last.operation()).withDetail("at", last.at().toString());
    }
    End success = calls.lastSuccess();
    Instant at = success == null ? null : success.at();
    return at == null ? health : health.withDetail("lastSuccess", at.toString());
  }
}
