package dev.contactsdk.transfer.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An entry's bytes, counted as they are unpacked. */
final class CountedBytes extends FilterInputStream {
  private static final long MOST_BETWEEN = 16 << 20;

  long total;

  /** The bytes since the last event: a name or an attribute may have no end. */
  long since;

  /** Whether too many bytes came without an event. The input ends there. */
  boolean endless;

  CountedBytes(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    total += Math.max(0, count);
    since += Math.max(0, count);
    if (since > MOST_BETWEEN) {
      endless = true;
      return -1;
    }
    return count;
  }
}
