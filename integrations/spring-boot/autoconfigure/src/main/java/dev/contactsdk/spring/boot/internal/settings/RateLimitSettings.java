package dev.contactsdk.spring.boot.internal.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many requests go out. */
public class RateLimitSettings {
  /** Whether the client keeps a rate limit. */
  private boolean enabled = true;

  /** Requests in any window. */
  private @Nullable Integer permits;

  /** Length of the window. */
  private @Nullable Duration window;

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public @Nullable Integer getPermits() {
    return permits;
  }

  public void setPermits(@Nullable Integer permits) {
    this.permits = permits;
  }

  public @Nullable Duration getWindow() {
    return window;
  }

  public void setWindow(@Nullable Duration window) {
    this.window = window;
  }
}
