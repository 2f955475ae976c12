package dev.contactsdk.truedy.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record that Truedy keeps. An answer without its id is not the record. */
public interface Stored {
  /**
   * The id.
   *
   * @return null in a row that could not be read
   */
  @Nullable String id();

  /**
   * What this SDK does not know.
   *
   * @return never null
   */
  Map<String, @Nullable Object> additionalProperties();
}
