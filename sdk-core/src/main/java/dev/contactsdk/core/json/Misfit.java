package dev.contactsdk.core.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A value that was read completely before it turned out not to fit: a list with an element of
 * another kind, or an object that its record's constructor rejects.
 *
 * @param raw the complete value, as maps, lists and scalars
 */
record Misfit(@Nullable Object raw) {
  static boolean is(@Nullable Object read) {
    return read == ValueReader.MISFIT || read instanceof Misfit;
  }

  /** The raw value. The parser has read either all of it or only the first token. */
  static @Nullable Object raw(@Nullable Object misfit, JsonParser parser) {
    return misfit instanceof Misfit read ? read.raw : UntypedReader.read(parser);
  }
}
