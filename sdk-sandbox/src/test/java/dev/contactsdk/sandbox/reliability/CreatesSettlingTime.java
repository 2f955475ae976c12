package dev.contactsdk.sandbox.reliability;

import java.time.Duration;

/**
 * A clock on which back-off takes no real time. The time that Truedy is given to settle passes for
 * real, but faster: as long as this server takes at most.
 */
final class CreatesSettlingTime extends CreatesTime {
  private static final long SETTLE = Duration.ofSeconds(60).toNanos();
  private static final long REAL_MILLIS = 1000;

  @Override
  public void sleep(long nanos) throws InterruptedException {
    if (nanos > SETTLE / 2) {
      Thread.sleep(REAL_MILLIS);
    }
    super.sleep(nanos);
  }
}
