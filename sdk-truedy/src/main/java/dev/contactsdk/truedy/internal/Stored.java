package dev.contactsdk.truedy.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record that Truedy stores. An answer without an id is not the record. */
public interface Stored {
  /**
   * The id.
   *
   * @return the id; null if the row could not be read
   */
  @Nullable String id();

  /**
   * Properties that this SDK does not know.
   *
   * @return never null
   */
  Map<String, @Nullable Object> additionalProperties();
}
