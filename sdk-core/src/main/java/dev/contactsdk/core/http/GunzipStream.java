package dev.contactsdk.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip (RFC 1952) with any number of members, up to a limit. Empty input gives empty
 * output. The JDK's GZIPInputStream recurses for each further member, so a body with thousands of
 * empty members would overflow the stack.
 */
final class GunzipStream extends InputStream {
  private static final int BUFFER = 2048;
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HAS_HEADER_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream in;
  private final long max;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long left;
  private boolean inMember;
  private boolean finished;

  GunzipStream(InputStream in, long max) {
    this.in = in;
    this.max = max;
    this.left = max;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (length > 0 && count == 0) {
      if (!inMember && !beginMember()) {
        return -1;
      }
      count = inflate(bytes, offset, length);
      if (count == 0) {
        endMember();
      }
    }
    left -= count;
    if (left < 0) {
      throw new ResponseTooLargeException(max);
    }
    return count;
  }

  /** Returns 0 at the end of the member. */
  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(bytes, offset, length);
      while (count == 0 && !inflater.finished()) {
        if (inflater.needsDictionary()) {
          throw damaged();
        }
        if (!fill()) {
          throw new EOFException("the gzip data ends within a member");
        }
        inflater.setInput(buffer, 0, end);
        count = inflater.inflate(bytes, offset, length);
      }
      checksum.update(bytes, offset, count);
      return count;
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  private boolean beginMember() throws IOException {
    if (finished || (at == end && !fill())) {
      close();
      return false;
    }
    if (next() != MAGIC_1 || next() != MAGIC_2 || next() != DEFLATE) {
      throw damaged();
    }
    int flags = next();
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    for (int texts = Integer.bitCount(flags & (HAS_NAME | HAS_COMMENT)); texts > 0; texts--) {
      skipText();
    }
    skip(flags & HAS_HEADER_CHECKSUM);
    inflater.reset();
    inflater.setInput(buffer, at, end - at);
    checksum.reset();
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    long expected = fourBytes();
    long length = fourBytes();
    if (expected != checksum.getValue() || length != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw damaged();
    }
    inMember = false;
  }

  private long fourBytes() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // skips up to and including the final zero
    }
  }

  private int next() throws IOException {
    if (at == end && !fill()) {
      throw new EOFException("the gzip data ends within a header or a trailer");
    }
    return buffer[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private static ZipException damaged() {
    return new ZipException("the gzip data is damaged");
  }

  @Override
  public void close() throws IOException {
    finished = true;
    inMember = false;
    inflater.end();
    in.close();
  }
}
