package dev.contactsdk.transfer.internal.target;

import java.time.Duration;

/** Hears of waits. */
public interface Waits {
  /** Nothing is sent for a while. */
  void waiting(Duration wait, String reason);

  /** Some of a wait has passed. */
  void alive();
}
