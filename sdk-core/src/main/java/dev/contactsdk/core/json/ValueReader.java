package dev.contactsdk.core.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads the value at the parser's current token. */
@FunctionalInterface
interface ValueReader {
  /**
   * Returned, with the parser left where it was, when the value is of another kind than the
   * reader's. See {@link Misfit} for a value that shows so later.
   */
  Object MISFIT = new Object();

  @Nullable Object read(JsonParser parser);

  /**
   * An element of a list that does nothing but hold a value which this reader cannot read.
   *
   * @param raw the value, as maps, lists and scalars; null where the list has null
   * @return the element; null when elements of this kind cannot hold a foreign value
   */
  default @Nullable Object holding(@Nullable Object raw) {
    return null;
  }
}
