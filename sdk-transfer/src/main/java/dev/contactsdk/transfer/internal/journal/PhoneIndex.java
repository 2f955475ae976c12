package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.target.Stored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds rows by phone number: 16 bytes a row at best, 32 at worst. A number in E.164 has at most 15
 * digits, so it is kept exactly. Not thread-safe while it is filled.
 */
public final class PhoneIndex {
  private static final long NONE = -1;
  private long[] phones = new long[1024];
  private long[] rows = new long[1024];
  private int size;

  public PhoneIndex() {
    Arrays.fill(phones, NONE);
  }

  /**
   * Adds a number unless it is there.
   *
   * @return the row that already has the number; -1 if none has
   */
  public long put(String e164, long row) {
    if (2 * (size + 1) > phones.length) {
      grow();
    }
    return put(number(e164), row);
  }

  private long put(long phone, long row) {
    int place = place(phone);
    if (phones[place] == phone) {
      return rows[place];
    }
    phones[place] = phone;
    rows[place] = row;
    size++;
    return NONE;
  }

  /** The row with a number; -1 if there is none. */
  public long get(String e164) {
    return get(number(e164));
  }

  private long get(long phone) {
    int place = place(phone);
    return phones[place] == NONE ? NONE : rows[place];
  }

  /** The contacts whose number a row has, by row. */
  public Map<Long, List<Stored>> rowsOf(List<Stored> contacts) {
    Map<Long, List<Stored>> found = new TreeMap<>();
    for (Stored contact : contacts) {
      long row = contact.phone() == null ? NONE : get(contact.phone());
      if (row != NONE) {
        found.computeIfAbsent(row, number -> new ArrayList<>()).add(contact);
      }
    }
    return found;
  }

  /** The rows whose number any of the others has too. */
  public List<Long> rowsIn(List<PhoneIndex> others) {
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < phones.length; i++) {
      long phone = phones[i];
      if (phone != NONE && others.stream().anyMatch(other -> other.get(phone) != NONE)) {
        found.add(rows[i]);
      }
    }
    return found;
  }

  private int place(long phone) {
    int mask = phones.length - 1;
    int place = ((int) ((phone * 0x9E3779B97F4A7C15L) >>> 32)) & mask;
    while (phones[place] != NONE && phones[place] != phone) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldPhones = phones;
    long[] oldRows = rows;
    phones = new long[2 * oldPhones.length];
    rows = new long[2 * oldRows.length];
    Arrays.fill(phones, NONE);
    size = 0;
    for (int i = 0; i < oldPhones.length; i++) {
      if (oldPhones[i] != NONE) {
        put(oldPhones[i], oldRows[i]);
      }
    }
  }

  private static long number(String e164) {
    return Long.parseLong(e164, 1, e164.length(), 10);
  }
}
