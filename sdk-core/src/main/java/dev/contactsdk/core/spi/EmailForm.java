package dev.contactsdk.core.spi;

import java.util.regex.Pattern;

/** The form of e-mail addresses. Lenient: refuses only what no server accepts. */
public final class EmailForm {
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@\"]+@[^\\s@]+");

  private EmailForm() {}

  /**
   * Whether a text may be an e-mail address.
   *
   * @param text the text
   * @return true for text with one @ and no spaces; in quotation marks anything is allowed
   */
  public static boolean fits(String text) {
    String plain = text.indexOf('"') < 0 ? text : QUOTED.matcher(text).replaceAll("q");
    return ADDRESS.matcher(plain).matches();
  }
}
