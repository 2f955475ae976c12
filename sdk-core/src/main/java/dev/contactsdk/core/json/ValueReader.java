package dev.contactsdk.core.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads the value at the parser's current token. */
@FunctionalInterface
interface ValueReader {
  /**
   * Returned, with the parser left where it was, when the value is of another kind than the
   * reader's.
   */
  Object MISFIT = new Object();

  @Nullable Object read(JsonParser parser);
}
