package dev.contactsdk.sandbox.engine;

import java.util.Locale;

/**
 * Converts between row numbers and ids: a fixed text, then the number in hexadecimal digits.
 *
 * @param prefix the text before the number
 * @param digits the number of digits
 */
public record Ids(String prefix, int digits) {

  public String of(int number) {
    return prefix + String.format(Locale.ROOT, "%0" + digits + "x", number);
  }

  /** The row number of an id, or -1 if the id has another form. */
  public int number(String id) {
    if (!id.startsWith(prefix) || id.length() != prefix.length() + digits) {
      return -1;
    }
    try {
      int number = Integer.parseInt(id.substring(prefix.length()), 16);
      return of(number).equals(id) ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
