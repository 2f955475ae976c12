package dev.contactsdk.core.http;

import dev.contactsdk.core.error.InvalidRequestException;

/** Looks at the first bytes of a CSV file, which must be UTF-8. */
public final class CsvStart {
  /** How many bytes are looked at. */
  public static final int BYTES = 4;

  private static final int[] BOM = {0xef, 0xbb, 0xbf};

  private CsvStart() {}

  /**
   * The length of the byte order mark of UTF-8, which a server may take for a part of the first
   * column's name.
   *
   * @param where the rejecting type or setting
   * @param csv the file, or its first bytes
   * @return 3, or 0 when there is none
   * @throws InvalidRequestException when the file is empty or in UTF-16
   */
  public static int bomLength(String where, byte[] csv) {
    int length = startsWithBom(csv) ? BOM.length : 0;
    if (csv.length == length) {
      throw new InvalidRequestException(where, "the CSV file is empty");
    }
    if (isUtf16(csv)) {
      throw new InvalidRequestException(where, "the CSV file is in UTF-16: save it as UTF-8");
    }
    return length;
  }

  private static boolean startsWithBom(byte[] csv) {
    return csv.length >= BOM.length
        && (csv[0] & 0xff) == BOM[0]
        && (csv[1] & 0xff) == BOM[1]
        && (csv[2] & 0xff) == BOM[2];
  }

  /** By its byte order mark, or because one byte of a letter is 0. */
  private static boolean isUtf16(byte[] csv) {
    if (csv.length < 2) {
      return false;
    }
    int first = csv[0] & 0xff;
    int second = csv[1] & 0xff;
    boolean mark = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
    return mark || first == 0 || second == 0;
  }
}
