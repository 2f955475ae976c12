package dev.contactsdk.core.spi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a run began: what the vendor had created before is not what the run has created.
 *
 * @param moment the moment, by this machine's clock
 */
public record RunStart(Instant moment) {
  /** How far the vendor's clock may be behind this machine's. */
  private static final Duration TOLERATED_SKEW = Duration.ofMinutes(10);

  /**
   * A run that begins now.
   *
   * @param engine what carries it out
   * @return its start
   */
  public static RunStart of(ApiEngine engine) {
    return new RunStart(engine.time().now());
  }

  /**
   * Whether the run may have created a record.
   *
   * @param createdAt when the vendor says that it was created; null when it does not say
   * @return false when that was more than 10 minutes before the run
   */
  public boolean mayHaveMade(@Nullable Instant createdAt) {
    return createdAt == null || !createdAt.isBefore(moment.minus(TOLERATED_SKEW));
  }
}
