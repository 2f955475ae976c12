package dev.contactsdk.core.json;

import java.time.Instant;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * Parses the vendors' ISO 8601 times: {@code Z}, an offset, or no zone (then UTC), with 0 to 9
 * fraction digits. java.time's formatter would take most of the time and memory for reading a page
 * of contacts.
 */
public final class LenientInstant {
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int DAYS_TO_EPOCH = 719_468;

  private char[] text = {};
  private int end;
  private int at;
  private boolean wrong;

  LenientInstant() {}

  /**
   * Parses a time.
   *
   * @param text the time, such as {@code 2026-02-01T10:00:00.000Z}
   * @return the instant; null when it is not a time in that form
   */
  public static @Nullable Instant parse(String text) {
    return new LenientInstant().read(text.toCharArray(), 0, text.length());
  }

  /** Parses a time; can be called again for another one. */
  @Nullable Instant read(char[] chars, int offset, int length) {
    text = chars;
    at = offset;
    end = offset + length;
    wrong = false;
    int year = digits(4);
    expect('-', '-');
    int month = digits(2);
    expect('-', '-');
    int day = digits(2);
    expect('T', ' ');
    int hour = digits(2);
    expect(':', ':');
    int minute = digits(2);
    expect(':', ':');
    int second = digits(2);
    int nanos = fraction();
    int offsetSeconds = zone();
    if (wrong || at != end || !inRange(year, month, day, hour, minute, second)) {
      return null;
    }
    long seconds =
        epochDay(year, month, day) * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
    return Instant.ofEpochSecond(seconds - offsetSeconds, nanos);
  }

  private static boolean inRange(int year, int month, int day, int hour, int minute, int second) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).length(isLeap(year))
        && hour <= 23
        && minute <= 59
        && second <= 59;
  }

  /** Avoids java.time.Year, which creates a formatter when loaded. */
  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /**
   * Days since 1970-01-01 in the proleptic Gregorian calendar, computed with years that start in
   * March.
   */
  private static long epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - DAYS_TO_EPOCH;
  }

  private int fraction() {
    if (at >= end || text[at] != '.') {
      return 0;
    }
    at++;
    int nanos = 0;
    int count = 0;
    while (at < end && isDigit(text[at])) {
      nanos = nanos * 10 + (text[at++] - '0');
      count++;
    }
    wrong |= count == 0 || count > 9;
    for (int i = count; i < 9; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  private int zone() {
    if (at == end) {
      return 0;
    }
    char sign = text[at++];
    if (sign == 'Z' || sign == 'z') {
      return 0;
    }
    wrong |= sign != '+' && sign != '-';
    int hours = digits(2);
    boolean colon = at < end && text[at] == ':';
    if (colon) {
      at++;
    }
    int minutes = colon || at < end ? digits(2) : 0;
    wrong |= hours > 18 || minutes > 59;
    return (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (at >= end || !isDigit(text[at])) {
        wrong = true;
        return 0;
      }
      value = value * 10 + (text[at++] - '0');
    }
    return value;
  }

  private void expect(char one, char other) {
    if (at < end && (text[at] == one || text[at] == other)) {
      at++;
    } else {
      wrong = true;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
