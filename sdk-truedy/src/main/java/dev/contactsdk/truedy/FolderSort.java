package dev.contactsdk.truedy;

import dev.contactsdk.core.json.OpenValue;

/**
 * What folders are sorted by. Truedy may add values.
 *
 * <p>Source: Truedy, "Contacts".
 *
 * @param value Truedy's text; one that is not among the constants is kept as it is
 */
public record FolderSort(String value) implements OpenValue {
  /** By name. */
  public static final FolderSort NAME = new FolderSort("name");

  /** By the time of creation: the default. */
  public static final FolderSort CREATED_AT = new FolderSort("created_at");

  /** By the number of contacts inside. */
  public static final FolderSort CONTACT_COUNT = new FolderSort("contact_count");

  /** The text itself. */
  @Override
  public String toString() {
    return value;
  }
}
