package dev.contactsdk.truedy;

import dev.contactsdk.core.json.OpenValue;

/**
 * In which order a list is sorted. Truedy may add values.
 *
 * <p>Source: Truedy, "Contacts".
 *
 * @param value Truedy's text; one that is not among the constants is kept as it is
 */
public record SortOrder(String value) implements OpenValue {
  /** Smallest, or oldest, first. */
  public static final SortOrder ASC = new SortOrder("asc");

  /** Largest, or newest, first: the default. */
  public static final SortOrder DESC = new SortOrder("desc");

  /** The text itself. */
  @Override
  public String toString() {
    return value;
  }
}
