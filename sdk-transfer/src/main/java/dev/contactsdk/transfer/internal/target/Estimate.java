package dev.contactsdk.transfer.internal.target;

import dev.contactsdk.transfer.run.RowAction;
import dev.contactsdk.transfer.target.Sizes;
import java.time.Duration;
import java.util.Map;

/** How many requests the rows of a plan take, and how long that is. */
public final class Estimate {
  private Estimate() {}

  /** The requests for rows of each action, if the target takes what is sent. */
  public static long requests(Map<RowAction, Long> rows, Sizes sizes) {
    return requests(
            rows.getOrDefault(RowAction.CREATE, 0L), sizes.firstCreate(), sizes.largestCreate())
        + requests(
            rows.getOrDefault(RowAction.UPDATE, 0L), sizes.firstUpdate(), sizes.largestUpdate());
  }

  /** Each request that the target takes lets the next carry twice as many rows. */
  static long requests(long rows, int first, int largest) {
    long left = rows;
    long size = first;
    long requests = 0;
    while (left > 0 && size < largest) {
      left -= size;
      size = Math.min(2 * size, largest);
      requests++;
    }
    return left <= 0 ? requests : requests + (left + largest - 1) / largest;
  }

  /** The requests of a listing after rows were created, judged by an earlier listing. */
  public static long listing(long contacts, long pages, long created, Sizes sizes) {
    long perPage = pages > 1 ? (contacts + pages - 1) / pages : sizes.largestPage();
    return Math.max(1, (contacts + created + perPage - 1) / perPage);
  }

  /** The time that the rate takes; a minute's requests may go at once. */
  public static Duration time(long requests, int perMinute) {
    return requests == 0 ? Duration.ZERO : Duration.ofMinutes((requests - 1) / perMinute);
  }

  /** The requests a minute that a job may use: two thirds of the limit unless it asks for more. */
  public static int rate(int asked, int documented) {
    return asked > 0 ? asked : Math.max(1, documented * 2 / 3);
  }
}
