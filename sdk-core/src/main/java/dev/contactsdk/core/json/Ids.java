package dev.contactsdk.core.json;

import org.jspecify.annotations.Nullable;

/** Ids of the vendors' records, for the compact constructors of records. */
public final class Ids {
  private Ids() {}

  /**
   * Returns an id that names a record.
   *
   * @param id the vendor's text; null if the answer had none
   * @return the text; null if it is blank, because a blank text names no record
   */
  public static @Nullable String named(@Nullable String id) {
    return id == null || id.isBlank() ? null : id;
  }
}
