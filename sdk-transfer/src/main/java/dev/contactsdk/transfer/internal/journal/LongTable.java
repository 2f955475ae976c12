package dev.contactsdk.transfer.internal.journal;

import java.util.Arrays;

/** A table from numbers that are not negative to rows: 32 to 64 bytes for each, in two arrays. */
final class LongTable {
  static final long NONE = -1;
  private long[] keys = new long[1024];
  private long[] rows = new long[1024];
  private int size;

  LongTable() {
    Arrays.fill(keys, NONE);
  }

  /** Adds a row unless the key has one; returns that, or {@link #NONE}. */
  long put(long key, long row) {
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    int place = place(key);
    if (keys[place] == key) {
      return rows[place];
    }
    keys[place] = key;
    rows[place] = row;
    size++;
    return NONE;
  }

  /** The row of a key, or {@link #NONE}. */
  long get(long key) {
    int place = place(key);
    return keys[place] == NONE ? NONE : rows[place];
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = ((int) ((key * 0x9E3779B97F4A7C15L) >>> 32)) & mask;
    while (keys[place] != NONE && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldRows = rows;
    keys = new long[2 * oldKeys.length];
    rows = new long[2 * oldRows.length];
    Arrays.fill(keys, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        rows[place] = oldRows[i];
      }
    }
  }
}
