package dev.contactsdk.transfer.source;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows that are read one ahead, because only reading tells whether there is another. */
abstract class RowsAhead implements Rows {
  private @Nullable SourceRow ahead;

  /** The next row; null at the end. Throws only {@code TransferException}. */
  abstract @Nullable SourceRow read();

  /** To be called once, when the first row can be read. */
  final void start() {
    ahead = read();
  }

  @Override
  public final boolean hasNext() {
    return ahead != null;
  }

  @Override
  public final SourceRow next() {
    SourceRow row = ahead;
    if (row == null) {
      throw new NoSuchElementException();
    }
    ahead = read();
    return row;
  }
}
