package dev.contactsdk.transfer.run;

import dev.contactsdk.transfer.run.TransferException.Kind;
import java.time.Duration;

/**
 * How a plan runs. Immutable; the methods return a changed copy.
 *
 * @param requestsPerMinute the most requests in any 60 seconds; 0 for two thirds of the target's
 *     documented limit, so that others can work with the account meanwhile
 * @param firstRows how many rows to send; 0 for all
 * @param inFlight how many requests may be under way at once
 * @param patience how long the target may be out of reach before the run gives up
 * @param keepGoing whether to go on when five rows in a row are refused for one reason
 */
public record RunOptions(
    int requestsPerMinute, int firstRows, int inFlight, Duration patience, boolean keepGoing) {
  private static final int FASTEST = 1_000_000;

  /** Two thirds of the target's limit, all rows, 10 requests at once, two hours of patience. */
  public static final RunOptions DEFAULT = new RunOptions(0, 0, 10, Duration.ofHours(2), false);

  /**
   * Checks the values.
   *
   * @param requestsPerMinute the most requests in any 60 seconds; 0 for the default
   * @param firstRows how many rows to send; 0 for all
   * @param inFlight how many requests may be under way at once
   * @param patience how long the target may be out of reach
   * @param keepGoing whether to go on when rows fail for one reason
   * @throws TransferException when a value is out of range
   */
  public RunOptions {
    refuse(
        requestsPerMinute < 0 || requestsPerMinute > FASTEST,
        "the rate must be between 1 and " + FASTEST + " a minute");
    refuse(firstRows < 0, "the number of first rows must be at least 1");
    refuse(inFlight < 1 || inFlight > 64, "the requests in flight must be between 1 and 64");
    refuse(patience.isNegative(), "the patience must not be negative");
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new TransferException(Kind.INPUT, message);
    }
  }

  /**
   * Sets the rate.
   *
   * @param perMinute the most requests in any 60 seconds
   * @return a changed copy
   */
  public RunOptions rate(int perMinute) {
    refuse(perMinute < 1, "the rate must be between 1 and " + FASTEST + " a minute");
    return new RunOptions(perMinute, firstRows, inFlight, patience, keepGoing);
  }

  /**
   * Sends only some rows, to see how they arrive. The next run goes on.
   *
   * @param rows how many
   * @return a changed copy
   */
  public RunOptions first(int rows) {
    refuse(rows < 1, "the number of first rows must be at least 1");
    return new RunOptions(requestsPerMinute, rows, inFlight, patience, keepGoing);
  }

  /**
   * Sets how many requests may be under way at once.
   *
   * @param requests between 1 and 64
   * @return a changed copy
   */
  public RunOptions inFlight(int requests) {
    return new RunOptions(requestsPerMinute, firstRows, requests, patience, keepGoing);
  }

  /**
   * Sets how long the target may be out of reach before the run gives up.
   *
   * @param time zero or more
   * @return a changed copy
   */
  public RunOptions patience(Duration time) {
    return new RunOptions(requestsPerMinute, firstRows, inFlight, time, keepGoing);
  }

  /**
   * Goes on when five rows in a row are refused for one reason.
   *
   * @param go whether to go on
   * @return a changed copy
   */
  public RunOptions keepGoing(boolean go) {
    return new RunOptions(requestsPerMinute, firstRows, inFlight, patience, go);
  }
}
