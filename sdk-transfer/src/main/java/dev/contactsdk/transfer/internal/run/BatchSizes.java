package dev.contactsdk.transfer.internal.run;

/**
 * How many rows the next request carries. It doubles with each request that the target takes, and
 * halves with each that it refuses; no vendor documents its maximum. Not thread-safe.
 */
final class BatchSizes {
  private int largest;
  private int now;
  private boolean refused;

  BatchSizes(int first, int largest) {
    this.largest = largest;
    this.now = first;
  }

  int now() {
    return now;
  }

  /**
   * Whether nobody knows yet how many rows the target takes. Then one request at a time finds out,
   * so that few are refused, and few are sent that could have carried more rows.
   */
  boolean isClimbing() {
    return !refused && now < largest;
  }

  void taken(int rows) {
    if (rows >= now) {
      now = Math.min(2 * now, largest);
    }
  }

  void refused(int rows) {
    refused = true;
    now = Math.max(1, Math.min(now, half(rows)));
  }

  /** The target takes no request of this size. */
  void tooLarge(int rows) {
    refused = true;
    largest = Math.min(largest, half(rows));
    now = Math.min(now, largest);
  }

  static int half(int rows) {
    return Math.max(1, rows / 2);
  }
}
