package dev.contactsdk.transfer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text file's encoding. Bytes that it does not have become {@link #LOST}.
 *
 * @param charset how bytes become characters
 * @param mark the bytes of the byte order mark; 0 if the file has none
 */
record Encoding(Charset charset, int mark) {
  /** What stands for bytes that are no character. */
  static final char LOST = '\uFFFD';

  /** What a file begins with, its bytes written as characters. */
  private record Mark(Charset charset, String bytes) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
          new Mark(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
          new Mark(StandardCharsets.UTF_16BE, "\u00FE\u00FF"));

  /** The encoding that a byte order mark names; null if the file begins with none. */
  static @Nullable Encoding marked(byte[] head) {
    for (Mark mark : MARKS) {
      if (FileKind.begins(head, mark.bytes())) {
        return new Encoding(mark.charset(), mark.bytes().length());
      }
    }
    return null;
  }

  /** Reads text, from after the byte order mark. */
  Reader reader(InputStream bytes) throws IOException {
    bytes.skipNBytes(mark);
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(LOST)));
  }

  /** The encoding for people to read. */
  String label() {
    boolean marked = mark > 0 && charset.equals(StandardCharsets.UTF_8);
    return marked ? "UTF-8 with BOM" : charset.name();
  }
}
