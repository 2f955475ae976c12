package dev.contactsdk.core.spi;

import dev.contactsdk.core.internal.privacy.Mask;
import org.jspecify.annotations.Nullable;

/** A vendor's words about a single record of a success, for people to read. */
public final class MaskedWords {
  private MaskedWords() {}

  /**
   * Masks a text like an error's: values that were sent, e-mail addresses and phone numbers.
   *
   * @param said the vendor's text; null when there is none
   * @param sent what was sent: texts, or maps and collections of them, all of it personal
   * @return the text on one line; null when there is none
   */
  public static @Nullable String of(@Nullable String said, Object sent) {
    return said == null || said.isBlank() ? null : Mask.ofValues(sent).text(said);
  }
}
