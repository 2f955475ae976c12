package dev.contactsdk.sandbox.engine;

import java.util.Locale;

/**
 * Ids made from row numbers and read back: a fixed text, then the number in hexadecimal digits.
 *
 * @param prefix what stands before the number
 * @param digits how many digits the number has
 */
public record Ids(String prefix, int digits) {

  public String of(int number) {
    return prefix + String.format(Locale.ROOT, "%0" + digits + "x", number);
  }

  /** The row number in an id, or -1 when the id is not one of these. */
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
