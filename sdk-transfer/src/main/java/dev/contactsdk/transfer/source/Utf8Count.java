package dev.contactsdk.transfer.source;

/** Counts the letters beyond ASCII that are right in UTF-8, and the bytes that are wrong. */
final class Utf8Count {
  private long letters;
  private long wrong;
  private int missing;
  private int lowest;
  private int highest;

  void add(byte b) {
    if (missing > 0) {
      following(b & 0xFF);
    } else if (b < 0) {
      first(b & 0xFF);
    }
  }

  private void following(int b) {
    if (b < lowest || b > highest) {
      wrong++;
      missing = 0;
      first(b);
      return;
    }
    missing--;
    lowest = 0x80;
    highest = 0xBF;
    if (missing == 0) {
      letters++;
    }
  }

  /** The second byte's range excludes overlong forms, surrogates, and what is above U+10FFFF. */
  private void first(int b) {
    if (b < 0x80) {
      return;
    }
    if (b < 0xC2 || b > 0xF4) {
      wrong++;
      return;
    }
    missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
  }

  long letters() {
    return letters;
  }

  /** A letter that the file's end cuts off counts too. */
  long wrong() {
    return wrong + (missing > 0 ? 1 : 0);
  }
}
