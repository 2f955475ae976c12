package dev.contactsdk.transfer.run;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a step has come. Progress is told after each request, before each wait, and every 10
 * seconds of a wait.
 *
 * @param step what is going on
 * @param done the rows or contacts that are done
 * @param total the rows or contacts in all; null if not known
 * @param states how many rows of the plan are in each state; empty while the target is listed
 * @param left the estimated time until the end; null if not known
 * @param pause how long nothing is sent from now on; null if the step goes on at once
 * @param pauseReason why it pauses; null if it does not
 */
public record Progress(
    Step step,
    long done,
    @Nullable Long total,
    Map<RowState, Long> states,
    @Nullable Duration left,
    @Nullable Duration pause,
    @Nullable String pauseReason) {
  /** What is going on. */
  public enum Step {
    /** The source is read and checked. */
    READING,
    /** The target's contacts are listed. */
    LISTING,
    /** Rows are sent. */
    SENDING
  }

  /**
   * Makes the states unmodifiable.
   *
   * @param step what is going on
   * @param done the rows or contacts that are done
   * @param total the rows or contacts in all; null if not known
   * @param states how many rows are in each state
   * @param left the estimated time until the end; null if not known
   * @param pause how long nothing is sent; null if it goes on at once
   * @param pauseReason why it pauses; null if it does not
   */
  public Progress {
    states = Map.copyOf(states);
  }
}
