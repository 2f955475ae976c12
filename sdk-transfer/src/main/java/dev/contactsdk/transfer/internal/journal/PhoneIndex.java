package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.target.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds rows by phone number. A number in E.164 has at most 15 digits, so it is kept exactly. Not
 * thread-safe while it is filled.
 */
public final class PhoneIndex {
  private final LongTable table = new LongTable();

  /**
   * Adds a number unless it is there.
   *
   * @return the row that already has the number; -1 if none has
   */
  public long put(String e164, long row) {
    return table.put(number(e164), row);
  }

  /** The row with a number; -1 if there is none. */
  public long get(String e164) {
    return table.get(number(e164));
  }

  /** The contacts whose number a row has, by row. */
  public Map<Long, List<Stored>> rowsOf(List<Stored> contacts) {
    Map<Long, List<Stored>> found = new TreeMap<>();
    for (Stored contact : contacts) {
      long row = contact.phone() == null ? LongTable.NONE : get(contact.phone());
      if (row != LongTable.NONE) {
        found.computeIfAbsent(row, number -> new ArrayList<>()).add(contact);
      }
    }
    return found;
  }

  private static long number(String e164) {
    return Long.parseLong(e164, 1, e164.length(), 10);
  }
}
