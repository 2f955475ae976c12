package dev.contactsdk.core.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads the value at the parser's current token. */
@FunctionalInterface
interface ValueReader {
  /**
   * Returned when the value is of another kind. The parser has not moved. See {@link Misfit} for a
   * value that turns out not to fit later.
   */
  Object MISFIT = new Object();

  @Nullable Object read(JsonParser parser);

  /**
   * Creates a list element that only holds a value unreadable for this reader.
   *
   * @param raw the value, as maps, lists and scalars; null if the list has null
   * @return the element; null when such elements cannot hold other values
   */
  default @Nullable Object holding(@Nullable Object raw) {
    return null;
  }
}
