package dev.contactsdk.spring.boot.internal.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How often a call is retried, and after what waits. */
public class RetrySettings {
  /** All attempts of a call, including the first. 1 turns retries off. */
  private @Nullable Integer maxAttempts;

  /** Upper bound of the first random wait. It doubles with every attempt. */
  private @Nullable Duration baseDelay;

  /** Upper bound of every random wait. */
  private @Nullable Duration maxDelay;

  /** Upper bound of the first random wait after a rate limit answer that names no time. */
  private @Nullable Duration limitDelay;

  /** Longest wait that the vendor may ask for. The call fails at once when it asks for more. */
  private @Nullable Duration maxServerWait;

  public @Nullable Integer getMaxAttempts() {
    return maxAttempts;
  }

  public void setMaxAttempts(@Nullable Integer maxAttempts) {
    this.maxAttempts = maxAttempts;
  }

  public @Nullable Duration getBaseDelay() {
    return baseDelay;
  }

  public void setBaseDelay(@Nullable Duration baseDelay) {
    this.baseDelay = baseDelay;
  }

  public @Nullable Duration getMaxDelay() {
    return maxDelay;
  }

  public void setMaxDelay(@Nullable Duration maxDelay) {
    this.maxDelay = maxDelay;
  }

  public @Nullable Duration getLimitDelay() {
    return limitDelay;
  }

  public void setLimitDelay(@Nullable Duration limitDelay) {
    this.limitDelay = limitDelay;
  }

  public @Nullable Duration getMaxServerWait() {
    return maxServerWait;
  }

  public void setMaxServerWait(@Nullable Duration maxServerWait) {
    this.maxServerWait = maxServerWait;
  }
}
