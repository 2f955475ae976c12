package dev.contactsdk.core.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A value that was read to its end before it showed that it does not fit: a list with an element of
 * another kind, or an object that its record's constructor refuses.
 *
 * @param raw the whole value, as maps, lists and scalars
 */
record Misfit(@Nullable Object raw) {
  static boolean is(@Nullable Object read) {
    return read == ValueReader.MISFIT || read instanceof Misfit;
  }

  /** The value itself, of which the parser has read either all or only the first token. */
  static @Nullable Object raw(@Nullable Object misfit, JsonParser parser) {
    return misfit instanceof Misfit read ? read.raw : UntypedReader.read(parser);
  }
}
