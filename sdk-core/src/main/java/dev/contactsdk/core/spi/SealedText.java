package dev.contactsdk.core.spi;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes JSON that holds a text which nobody can read, such as an encrypted one. */
public final class SealedText {
  /** An encrypted key alone has 344 characters in Base64. Words and ids are shorter. */
  private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9+/=_-]{256,}");

  private SealedText() {}

  /**
   * Whether an answer holds a long text in Base64 or hex.
   *
   * @param json maps, lists, texts, numbers, booleans or null
   * @return true for such a text at any depth
   */
  public static boolean isIn(@Nullable Object json) {
    if (json instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(SealedText::isIn);
    }
    if (json instanceof List<?> list) {
      return list.stream().anyMatch(SealedText::isIn);
    }
    return json instanceof String text && SEALED.matcher(text).matches();
  }
}
