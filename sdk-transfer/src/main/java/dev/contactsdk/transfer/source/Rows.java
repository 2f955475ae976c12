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

  @Override
  void close();
}
