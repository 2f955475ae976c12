package dev.contactsdk.transfer.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds a text file's encoding. Reads the file once, in whole: the first letter with an accent may
 * be in its last row.
 */
final class EncodingScan {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int SAMPLE = 1 << 16;

  /** Encodings whose letters windows-1252 has too, in the same places. */
  private static final Set<String> LATIN = Set.of("windows-1252", "iso-8859-1", "us-ascii");

  private final InputFile file;
  private final Utf8Count utf8 = new Utf8Count();
  private final ByteArrayOutputStream accented = new ByteArrayOutputStream();
  private byte[] head = {};
  private long evenZeros;
  private long oddZeros;
  private long controls;
  private long size;

  private EncodingScan(InputFile file) {
    this.file = file;
  }

  /** The encoding of a file, or says why it is no text. */
  static Encoding of(InputFile file, @Nullable Charset given) {
    EncodingScan scan = new EncodingScan(file);
    try (InputStream in = file.open()) {
      scan.head = in.readNBytes(SAMPLE);
      FileKind.refuseOther(file, scan.head);
      Encoding marked = Encoding.marked(scan.head);
      if (given != null) {
        return marked != null && marked.charset().equals(given) ? marked : new Encoding(given, 0);
      }
      return marked != null ? marked : scan.unmarked(in);
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  private Encoding unmarked(InputStream in) throws IOException {
    count(head, head.length);
    byte[] chunk = new byte[SAMPLE];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      count(chunk, n);
    }
    if (evenZeros + oddZeros > 0) {
      return new Encoding(wide(), 0);
    }
    if (controls > size / 20) {
      throw binary();
    }
    return new Encoding(narrow(), 0);
  }

  private void count(byte[] bytes, int length) {
    boolean ascii = true;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      ascii &= b > 0;
      if (b >= 0 && b < ' ') {
        countControl(b, size + i);
      }
      utf8.add(b);
    }
    size += length;
    if (!ascii && accented.size() < SAMPLE) {
      accented.write(bytes, 0, length);
    }
  }

  private void countControl(byte b, long place) {
    if (b == 0 && (place & 1) == 0) {
      evenZeros++;
    } else if (b == 0) {
      oddZeros++;
    } else if (b != '\t' && b != '\n' && b != '\r') {
      controls++;
    }
  }

  /** Text in UTF-16 has a zero byte in nearly every pair, always on the same side. */
  private Charset wide() {
    long most = Math.max(evenZeros, oddZeros);
    boolean sameSide = Math.min(evenZeros, oddZeros) * 20 < most;
    if (size % 2 != 0 || !sameSide || most < size / 4) {
      throw binary();
    }
    return oddZeros > evenZeros ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  /** A UTF-8 file with a few wrong bytes stays one: the rows with the bytes are damaged. */
  private Charset narrow() {
    if (utf8.wrong() == 0 || utf8.letters() > utf8.wrong()) {
      return StandardCharsets.UTF_8;
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(accented.toByteArray());
    detector.dataEnd();
    String found = detector.getDetectedCharset();
    if (found == null || LATIN.contains(found.toLowerCase(Locale.ROOT))) {
      return WINDOWS;
    }
    throw file.refused(
        "is not UTF-8; it may be "
            + found
            + " or windows-1252: name its encoding, or save it as"
            + " UTF-8");
  }

  private RuntimeException binary() {
    return file.refused("is not a text file: it has binary data; save it as CSV");
  }
}
