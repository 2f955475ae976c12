package dev.contactsdk.core.paging;

import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Prints without its items.
 *
 * <p>A row that cannot be read stays in its place: its record holds nothing but the row as it was
 * sent, in {@code additionalProperties} under {@link dev.contactsdk.core.json.JsonType#UNREADABLE}.
 * So an id may be null.
 *
 * @param items the rows that were not handed out before, in the server's order; never null
 * @param total how many rows there are in all, as the server says; null when it does not
 * @param offset how many rows were read before this page
 * @param next where the next page begins; null after the last
 * @param <T> the rows' type
 */
public record Page<T>(List<T> items, @Nullable Long total, long offset, @Nullable PageCursor next)
    implements SdkRecord {
  /**
   * The list of items is never null, and cannot be changed.
   *
   * @param items the rows that were not handed out before, in the server's order; never null
   * @param total how many rows there are in all, as the server says; null when it does not
   * @param offset how many rows were read before this page
   * @param next where the next page begins; null after the last
   */
  public Page {
    items = Unmodifiable.list(items);
  }

  /**
   * Whether another page is to be asked for. It may turn out to be empty: where the server
   * contradicts itself, or while the list is looked through again for rows that moved.
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
