package dev.contactsdk.core.spi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a run started. Records that the vendor created earlier are not from this run.
 *
 * @param moment the moment, by this machine's clock
 */
public record RunStart(Instant moment) {
  /** How far the vendor's clock may be behind this machine's. */
  private static final Duration TOLERATED_SKEW = Duration.ofMinutes(10);

  /**
   * Creates the start of a run that starts now.
   *
   * @param engine the client's engine
   * @return its start
   */
  public static RunStart of(ApiEngine engine) {
    return new RunStart(engine.time().now());
  }

  /**
   * Whether the run may have created a record.
   *
   * @param createdAt the creation time that the vendor reports; null when it reports none
   * @return false if it was created more than 10 minutes before the run
   */
  public boolean mayHaveMade(@Nullable Instant createdAt) {
    return createdAt == null || !createdAt.isBefore(moment.minus(TOLERATED_SKEW));
  }
}
