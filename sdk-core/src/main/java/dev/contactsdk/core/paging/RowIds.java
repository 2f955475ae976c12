package dev.contactsdk.core.paging;

import org.jspecify.annotations.Nullable;

/**
 * A set of row ids, kept as 64-bit hashes: 9.5 to 14.2 bytes per row, whatever the ids' length.
 *
 * <p>Two different ids may have the same hash. The second row then counts as already handed out. In
 * a list of n rows the chance is about n²/2<sup>65</sup>: for a million rows, 1 in 37 million.
 */
final class RowIds {
  /** The hash of a row without an id. No id has this hash. */
  static final long NONE = 0;

  private static final int FIRST_SLOTS = 8;
  private static final double FULLEST = 0.85;
  private static final double GROWTH = 1.5;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private long[] slots = new long[FIRST_SLOTS];
  private int size;

  /** Stable across processes and versions, because cursors contain it. A blank id is no id. */
  static long hash(@Nullable String id) {
    if (id == null || id.isBlank()) {
      return NONE;
    }
    long hash = id.length();
    for (int i = 0; i < id.length(); i++) {
      hash = mixed(hash ^ id.charAt(i));
    }
    return someHash(hash);
  }

  /** A hash for a row without an id, valid on this walk through the list. */
  static long hashOfContent(Object row) {
    return someHash(row.hashCode());
  }

  /** A hash of several hashes, in any order. */
  static long hashOfAll(long[] hashes) {
    long sum = hashes.length;
    for (long hash : hashes) {
      sum += mixed(hash);
    }
    return someHash(sum);
  }

  private static long someHash(long mixture) {
    long hash = mixed(mixture);
    return hash == NONE ? 1 : hash;
  }

  private static long mixed(long hash) {
    long product = hash * MULTIPLIER;
    return product ^ (product >>> 32);
  }

  /** Returns whether the hash is new. A row without an id is always new. */
  boolean add(long hash) {
    if (hash == NONE) {
      return true;
    }
    int slot = slot(hash);
    if (slots[slot] == hash) {
      return false;
    }
    slots[slot] = hash;
    size++;
    reserve(0);
    return true;
  }

  /** Makes room for further hashes at once, because each growth copies the set. */
  void reserve(int further) {
    int needed = size + further;
    if (needed > slots.length * FULLEST) {
      grow(Math.max(needed / FULLEST + 1, slots.length * GROWTH));
    }
  }

  boolean contains(long hash) {
    return hash != NONE && slots[slot(hash)] == hash;
  }

  /** The memory that the hashes take, in bytes. */
  long bytes() {
    return (long) slots.length * Long.BYTES;
  }

  /** The slot that has the hash, or where it belongs. */
  private int slot(long hash) {
    int slot = (int) (((hash >>> 32) * slots.length) >>> 32);
    while (slots[slot] != NONE && slots[slot] != hash) {
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    return slot;
  }

  private void grow(double wanted) {
    long[] before = slots;
    slots = new long[(int) Math.min(Integer.MAX_VALUE - 8, wanted)];
    for (long hash : before) {
      if (hash != NONE) {
        slots[slot(hash)] = hash;
      }
    }
  }
}
