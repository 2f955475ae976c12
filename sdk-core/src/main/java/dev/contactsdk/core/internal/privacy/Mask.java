package dev.contactsdk.core.internal.privacy;

import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Masks the texts that answer one request. Not thread-safe. */
public final class Mask {
  private static final int LONGEST_TEXT = 2000;
  static final int FEWEST_DIGITS = 7;

  /** Starts only behind another character or the last match, so each text is scanned once. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:\\G|(?<!['CHAR]))'*+([CHAR]['CHAR]*+@[\\p{L}\\p{N}]++(?:[.-]++[\\p{L}\\p{N}]++)*+)"
              .replace("CHAR", "\\p{L}\\p{N}._%+-"));

  /**
   * A number with a plus, or with ten or more digits. Not a date, a time, a fraction, an IP
   * address, or digits joined to letters, as in an id or a UUID.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          ("(\\+(?:GAP\\d){7,15}(?!\\d)|(?<![\\p{L}\\p{N}_.-])(?<!\\d:)"
               + "(?!0\\.|\\d\\d?[./-]\\d\\d?[./-]\\d{4}(?!\\d)|\\d{1,3}(?:\\.\\d{1,3}){3}(?![.\\d]))"
               + "\\(?(?!DATE)\\d(?:GAP(?!DATE)\\d){9,14}(?![\\p{L}\\p{N}_-]|:\\d))")
              .replace("GAP", "[\\s().\\/-]{0,3}")
              .replace("DATE", "(?<!\\d)\\d{4}-\\d\\d-\\d\\d(?!\\d)"));

  private final Supplier<SentValues> read;
  private @Nullable SentValues sent;

  private Mask(Supplier<SentValues> read) {
    this.read = read;
  }

  Mask(Masking masking, HttpRequest request, @Nullable RequestBody about) {
    this(() -> new SentValues(masking, request, about));
  }

  /** The mask for texts about values that were sent, all of them personal. */
  public static Mask ofValues(Object values) {
    return new Mask(() -> new SentValues(values));
  }

  /** A vendor's text for display: without escapes, masked, on one line, and truncated. */
  public @Nullable String text(@Nullable String said) {
    if (said == null) {
      return null;
    }
    VendorText text = masked(said);
    if (text.openDigits() >= FEWEST_DIGITS) {
      text.hide(NUMBER);
    }
    return text.shown(LONGEST_TEXT);
  }

  /**
   * An id or another short header text. Keeps numbers that were not sent, as most ids have some.
   */
  public @Nullable String id(@Nullable String value) {
    return value == null ? null : masked(value).shown(OneLine.LONGEST_ID);
  }

  /** The path of a field, unchanged if it consists of the request's names, else masked. */
  public @Nullable String field(@Nullable String path) {
    return path == null || sent().names.containsAll(Arrays.asList(path.split("[./]", -1)))
        ? path
        : text(path);
  }

  private VendorText masked(String said) {
    VendorText text = new VendorText(said);
    sent().hideIn(text);
    if (text.has('@')) {
      text.hide(EMAIL);
    }
    return text;
  }

  private SentValues sent() {
    if (sent == null) {
      sent = read.get();
    }
    return sent;
  }
}
