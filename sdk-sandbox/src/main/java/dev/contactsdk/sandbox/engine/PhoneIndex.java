package dev.contactsdk.sandbox.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that may hold a phone number. A seeded row's phone number is computed from the
 * row's number and takes no space here.
 */
public final class PhoneIndex {

  private static final String SEEDED_PREFIX = "+1";
  private static final long FIRST_SEEDED = 5_552_000_000L;

  private final Map<String, SortedSet<Integer>> rows = new HashMap<>();

  /** The national digits of a seeded row, in the unassigned area code 555. */
  public static String seededDigits(int row) {
    return Long.toString(FIRST_SEEDED + row);
  }

  public static String seededPhone(int row) {
    return SEEDED_PREFIX + seededDigits(row);
  }

  public void add(@Nullable Object phone, int row) {
    if (phone != null) {
      rows.computeIfAbsent(phone.toString(), p -> new TreeSet<>()).add(row);
    }
  }

  public void remove(@Nullable Object phone, int row) {
    SortedSet<Integer> holders = phone == null ? null : rows.get(phone.toString());
    if (phone != null && holders != null && holders.remove(row) && holders.isEmpty()) {
      rows.remove(phone.toString());
    }
  }

  /** The first row known to hold this phone number, else the seeded row that would; else -1. */
  public int candidate(String phone) {
    SortedSet<Integer> holders = rows.get(phone);
    return holders == null ? seeded(phone) : holders.first();
  }

  private static int seeded(String phone) {
    if (!phone.startsWith(SEEDED_PREFIX) || phone.length() != 12) {
      return -1;
    }
    try {
      long row = Long.parseLong(phone.substring(SEEDED_PREFIX.length())) - FIRST_SEEDED;
      return row < 0 || row > Integer.MAX_VALUE ? -1 : (int) row;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
