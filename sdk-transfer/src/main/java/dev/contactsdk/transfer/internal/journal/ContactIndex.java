package dev.contactsdk.transfer.internal.journal;

/**
 * Finds rows by their contact's id. It keeps 63 bits of an id, so a row that it finds is to be
 * looked at. Not thread-safe while it is filled.
 */
public final class ContactIndex {
  private final LongTable table = new LongTable();

  /** Adds a contact unless it is there. */
  public void put(String id, long row) {
    long unused = table.put(hash(id), row);
  }

  /** The row of a contact; -1 if there is none. */
  public long get(String id) {
    return table.get(hash(id));
  }

  /** The shift lets the high bits, which a multiplication mixes best, act on the low ones. */
  private static long hash(String id) {
    long hash = id.length();
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash & Long.MAX_VALUE;
  }
}
