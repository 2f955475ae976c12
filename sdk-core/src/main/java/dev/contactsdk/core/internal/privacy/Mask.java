package dev.contactsdk.core.internal.privacy;

import dev.contactsdk.core.http.HttpRequest;
import dev.contactsdk.core.http.RequestBody;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Masks the texts that answer one request. Not thread-safe. */
public final class Mask {
  private static final int LONGEST_TEXT = 2000;

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-][\\p{L}\\p{N}._%+'-]*+"
              + "@[\\p{L}\\p{N}]++(?:[.-]++[\\p{L}\\p{N}]++)*+");

  /**
   * A number with a plus, or with ten or more digits. Not a date, a time, a fraction, an IP
   * address, or digits joined to letters, as in an id or a UUID.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          ("\\+(?:GAP\\d){7,15}(?!\\d)|(?<![\\p{L}\\p{N}_.-])(?<!\\d:)"
               + "(?!0\\.|\\d\\d?[./-]\\d\\d?[./-]\\d{4}(?!\\d)|\\d{1,3}(?:\\.\\d{1,3}){3}(?![.\\d]))"
               + "\\(?(?!DATE)\\d(?:GAP(?!DATE)\\d){9,14}(?![\\p{L}\\p{N}_-]|:\\d)")
              .replace("GAP", "[\\s().\\/-]{0,3}")
              .replace("DATE", "(?<!\\d)\\d{4}-\\d\\d-\\d\\d(?!\\d)"));

  private final Masking masking;
  private final HttpRequest request;
  private final @Nullable RequestBody about;
  private @Nullable SentValues sent;

  Mask(Masking masking, HttpRequest request, @Nullable RequestBody about) {
    this.masking = masking;
    this.request = request;
    this.about = about;
  }

  /**
   * Prepares a vendor's text for display: without escapes, masked, on one line, and truncated.
   *
   * @param said the text; null when there is none
   * @return the masked text; null when there is none
   */
  public @Nullable String text(@Nullable String said) {
    return said == null ? null : masked(said, LONGEST_TEXT, EMAIL, NUMBER);
  }

  /**
   * Prepares an id or another short header text. Keeps numbers that were not sent, because most ids
   * have some.
   *
   * @param value the text; null when there is none
   * @return the masked text; null when there is none
   */
  public @Nullable String id(@Nullable String value) {
    return value == null ? null : masked(value, OneLine.LONGEST_ID, EMAIL);
  }

  /**
   * Prepares the path of a field.
   *
   * @param path the path; null when there is none
   * @return the path unchanged if it consists of the request's names, else masked
   */
  public @Nullable String field(@Nullable String path) {
    return path == null || sent().names.containsAll(Arrays.asList(path.split("[./]", -1)))
        ? path
        : text(path);
  }

  private String masked(String said, int longest, Pattern... looks) {
    VendorText text = new VendorText(said);
    sent().hideIn(text);
    for (Pattern look : looks) {
      text.hide(look);
    }
    return text.shown(longest);
  }

  private SentValues sent() {
    if (sent == null) {
      sent = new SentValues(masking, request, about);
    }
    return sent;
  }
}
