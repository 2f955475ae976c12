package dev.contactsdk.truedy.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record that Truedy keeps. An answer without its id is not the record. */
public interface Stored {
  @Nullable String id();

  Map<String, @Nullable Object> additionalProperties();
}
