package dev.contactsdk.core.paging;

import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. {@link #toString()} leaves out the items.
 *
 * <p>An unreadable row stays in its place. Its record holds only the row as sent, in {@code
 * additionalProperties} under {@link dev.contactsdk.core.json.JsonType#UNREADABLE}. So an id may be
 * null.
 *
 * @param items the rows not handed out before, in the server's order; never null
 * @param total the total number of rows, as reported by the server; null when it reports none
 * @param offset the number of rows read before this page
 * @param next where the next page starts; null after the last page
 * @param <T> the rows' type
 */
public record Page<T>(List<T> items, @Nullable Long total, long offset, @Nullable PageCursor next)
    implements SdkRecord {
  /**
   * Makes the list of items unmodifiable and never null.
   *
   * @param items the rows not handed out before, in the server's order; never null
   * @param total the total number of rows, as reported by the server; null when it reports none
   * @param offset the number of rows read before this page
   * @param next where the next page starts; null after the last page
   */
  public Page {
    items = Unmodifiable.list(items);
  }

  /**
   * Whether there is another page to request. It may be empty if the server contradicts itself, or
   * while the list is searched again for rows that moved.
   *
   * @return false after the last page
   */
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public String toString() {
    return "Page["
        + items.size()
        + " items, total="
        + total
        + ", offset="
        + offset
        + ", hasNext="
        + hasNext()
        + "]";
  }
}
