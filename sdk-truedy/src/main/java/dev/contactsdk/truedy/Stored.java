package dev.contactsdk.truedy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record that Truedy keeps. An answer without its id is not the record. */
interface Stored {
  @Nullable String id();

  Map<String, @Nullable Object> additionalProperties();
}
