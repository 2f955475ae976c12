package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.target.Sizes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan without its rows.
 *
 * @param listedAt when the target was listed last; null before the first time
 * @param listed the contacts of that listing
 * @param notComparable the contacts of that listing whose number could not be told
 * @param notes what the summary says beyond counts
 */
public record PlanHead(
    long id,
    State state,
    Instant createdAt,
    String target,
    String account,
    String source,
    @Nullable String file,
    @Nullable String fileHash,
    List<String> columns,
    String mapping,
    Settings settings,
    Notes notes,
    @Nullable Instant listedAt,
    long listed,
    long notComparable,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant verifiedAt) {
  /** How far a plan has come. */
  public enum State {
    /** Its rows are being read; after a crash it is of no use. */
    PLANNING,
    /** It can run. */
    PLANNED,
    /** It has begun. */
    RUNNING,
    /** Every row has its last state. */
    ENDED,
    /** Ended, and its personal data is removed. */
    FORGOTTEN
  }

  /**
   * What was asked for.
   *
   * @param onExisting what to do with contacts that are there
   * @param region the region of numbers without a country code
   * @param clearBlanks whether a blank cell clears its field
   * @param target the target's own settings
   * @param key the column that says who a person is; null if none does, and in plans of older
   *     versions
   */
  public record Settings(
      String onExisting,
      @Nullable String region,
      boolean clearBlanks,
      Map<String, String> target,
      @Nullable String key) {}

  /**
   * What a plan's summary says beyond counts.
   *
   * @param doubts columns that were left out because name and values disagree
   * @param losses source columns that the target does not get
   * @param notices what is sent, but deserves a look; empty in plans of older versions
   * @param pages the requests that the plan's listing took
   * @param sizes how many rows a request carries
   * @param requestsPerMinute the rate that the run is expected to have
   * @param listsAtEnd whether a run that creates ends with a listing; null in plans of older
   *     versions, which is no
   */
  public record Notes(
      List<String> doubts,
      List<String> losses,
      List<String> notices,
      long pages,
      Sizes sizes,
      int requestsPerMinute,
      @Nullable Boolean listsAtEnd) {
    /** Takes what an older version did not write as empty. */
    public Notes {
      notices = Objects.requireNonNullElse(notices, List.of());
    }

    Notes withLosses(List<String> more) {
      List<String> all = new ArrayList<>(losses);
      all.addAll(more);
      return new Notes(doubts, all, notices, pages, sizes, requestsPerMinute, listsAtEnd);
    }
  }
}
