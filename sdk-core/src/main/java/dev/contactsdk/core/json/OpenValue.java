package dev.contactsdk.core.json;

/**
 * A value of a set that a vendor may extend: a record with one component named {@code value} and
 * constants for the known values. Unlike an enum it keeps a text it does not know.
 */
public interface OpenValue {
  /**
   * The vendor's text.
   *
   * @return as sent
   */
  String value();
}
