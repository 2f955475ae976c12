package dev.contactsdk.transfer.internal.run;

import java.util.Arrays;

/**
 * A set of ids that takes 16 to 32 bytes for each: an account may have millions of contacts. It
 * keeps 64 bits of an id, so that two of a billion ids are taken for one with a chance of 3 in 100.
 * Not thread-safe.
 */
final class ContactIds {
  private static final long NONE = 0;
  private long[] hashes = new long[1024];
  private int size;

  void add(String id) {
    if (2 * (size + 1) > hashes.length) {
      long[] old = hashes;
      hashes = new long[2 * old.length];
      Arrays.stream(old).filter(hash -> hash != NONE).forEach(hash -> hashes[place(hash)] = hash);
    }
    long hash = hash(id);
    int place = place(hash);
    if (hashes[place] == NONE) {
      hashes[place] = hash;
      size++;
    }
  }

  boolean contains(String id) {
    return hashes[place(hash(id))] != NONE;
  }

  private int place(long hash) {
    int mask = hashes.length - 1;
    int place = (int) hash & mask;
    while (hashes[place] != NONE && hashes[place] != hash) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /** Two multiplications a character spread each of its bits over all of the hash's. */
  private static long hash(String id) {
    long hash = id.length();
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    }
    return hash == NONE ? 1 : hash;
  }
}
