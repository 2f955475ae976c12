package dev.contactsdk.transfer.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Files that are known by their first bytes. */
enum FileKind {
  /** Also the form of a new spreadsheet. */
  ZIP("is a spreadsheet (XLSX) or a ZIP archive: read it as XLSX", "PK\u0003\u0004"),
  /** Old spreadsheets, and new ones with a password. */
  OLE(
      "is an old spreadsheet (XLS), or one with a password: save it as XLSX without a password",
      "\u00D0\u00CF\u0011\u00E0"),
  GZIP("is compressed (GZIP): unpack it first", "\u001F\u008B"),
  PDF("is a PDF document: export the table as CSV or XLSX", "%PDF-");

  private final String problem;
  private final String first;

  FileKind(String problem, String first) {
    this.problem = problem;
    this.first = first;
  }

  /** What a file is; null if its first bytes do not tell. */
  static @Nullable FileKind of(byte[] head) {
    for (FileKind kind : values()) {
      if (begins(head, kind.first)) {
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

  /** Whether bytes begin with others, which are written as characters. */
  static boolean begins(byte[] head, String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes.charAt(i)) {
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
