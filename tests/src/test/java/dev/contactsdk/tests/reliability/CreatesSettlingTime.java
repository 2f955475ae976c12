package dev.contactsdk.tests.reliability;

import java.time.Duration;

/**
 * A clock on which waits take no real time. While a client gives Truedy time to settle, what the
 * network has held back arrives.
 */
final class CreatesSettlingTime extends CreatesTime {
  private static final long SETTLE = Duration.ofSeconds(60).toNanos();

  private final CreatesNetwork network;

  CreatesSettlingTime(CreatesNetwork network) {
    this.network = network;
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    if (nanos > SETTLE / 2) {
      network.deliver();
    }
    super.sleep(nanos);
  }
}
