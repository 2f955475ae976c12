package dev.contactsdk.transfer.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 file, one by one. One that is too long is skipped without keeping it. */
final class Lines {
  private static final int LONGEST = 1 << 20;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The present line's number; the first is 1. */
  long number() {
    return number;
  }

  /** Goes to the next line. False after the last one. */
  boolean advance() throws IOException {
    length = 0;
    boolean any = false;
    int b;
    while ((b = read()) >= 0) {
      any = true;
      if (b == '\n') {
        break;
      }
      add((byte) b);
    }
    number++;
    if (number == 1 && length >= 3 && Arrays.equals(line, 0, 3, MARK, 0, 3)) {
      length -= 3;
      System.arraycopy(line, 3, line, 0, length);
    }
    return any;
  }

  private void add(byte b) {
    if (length == line.length && length <= LONGEST) {
      line = Arrays.copyOf(line, length * 2);
    }
    if (length <= LONGEST) {
      line[length++] = b;
    }
  }

  private int read() throws IOException {
    if (next == end) {
      end = in.read(buffer);
      next = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[next++] & 0xFF;
  }

  boolean isTooLong() {
    return length > LONGEST;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] < 0 || line[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  /** The present line; null if it is no UTF-8. */
  @Nullable String text() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
