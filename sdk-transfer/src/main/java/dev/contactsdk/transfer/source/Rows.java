package dev.contactsdk.transfer.source;

import java.util.Iterator;
import java.util.List;

/**
 * The rows of an open source, read one by one. Not thread-safe. {@code next} throws {@link
 * dev.contactsdk.transfer.run.TransferException} when the source breaks off.
 */
public interface Rows extends Iterator<SourceRow>, AutoCloseable {
  /**
   * The names of the columns.
   *
   * @return in the order of the cells; each name once; never null
   */
  List<String> columns();

  /**
   * Whether these are the rows of a file that {@link RejectedFile} wrote. Then they have the
   * mapping of the plan that refused them.
   *
   * @return false by default
   */
  default boolean isRejectedFile() {
    return false;
  }

  @Override
  void close();
}
