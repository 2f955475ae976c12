package dev.contactsdk.transfer.internal.journal;

import dev.contactsdk.transfer.target.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

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
    return rowsOf(contacts, contact -> LongTable.NONE);
  }

  /**
   * The contacts whose number a row has, or that lead to a row in another way, by row.
   *
   * @param another the row of a contact, whatever its number; -1 if there is none
   */
  public Map<Long, List<Stored>> rowsOf(List<Stored> contacts, ToLongFunction<Stored> another) {
    Map<Long, List<Stored>> found = new TreeMap<>();
    for (Stored contact : contacts) {
      long byNumber = contact.phone() == null ? LongTable.NONE : get(contact.phone());
      long other = another.applyAsLong(contact);
      add(found, byNumber, contact);
      if (other != byNumber) {
        add(found, other, contact);
      }
    }
    return found;
  }

  private static void add(Map<Long, List<Stored>> found, long row, Stored contact) {
    if (row != LongTable.NONE) {
      found.computeIfAbsent(row, number -> new ArrayList<>()).add(contact);
    }
  }

  private static long number(String e164) {
    return Long.parseLong(e164, 1, e164.length(), 10);
  }
}
