package dev.contactsdk.transfer.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Files that are known by their first bytes. */
enum FileKind {
  /** Also the form of a new spreadsheet. */
  ZIP("is a spreadsheet (XLSX) or a ZIP archive: read it as XLSX", 'P', 'K', 3, 4),
  /** Old spreadsheets, and new ones with a password. */
  OLE(
      "is an old spreadsheet (XLS), or one with a password: save it as XLSX without a password",
      0xD0,
      0xCF,
      0x11,
      0xE0),
  GZIP("is compressed (GZIP): unpack it first", 0x1F, 0x8B),
  PDF("is a PDF document: export the table as CSV or XLSX", '%', 'P', 'D', 'F', '-');

  private final String problem;
  private final int[] first;

  FileKind(String problem, int... first) {
    this.problem = problem;
    this.first = first;
  }

  /** What a file is; null if its first bytes do not tell. */
  static @Nullable FileKind of(byte[] head) {
    for (FileKind kind : values()) {
      if (kind.begins(head)) {
        return kind;
      }
    }
    return null;
  }

  static @Nullable FileKind of(InputFile file) {
    try (InputStream in = file.open()) {
      return of(in.readNBytes(8));
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  private boolean begins(byte[] head) {
    for (int i = 0; i < first.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }

  String problem() {
    return problem;
  }

  /** Refuses what is no text. */
  static void refuseOther(InputFile file, byte[] head) {
    FileKind kind = of(head);
    if (kind != null) {
      throw file.refused(kind.problem);
    }
  }
}
