package dev.contactsdk.core.internal.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes the URL, JSON and HTML escapes in an error text. */
final class Escapes {
  /** Possessive, so each text is scanned once. */
  private static final Pattern ANY =
      Pattern.compile(
          "(?:%\\p{XDigit}{2})++"
              + "|\\\\u\\p{XDigit}{4}"
              + "|\\\\[\"'/\\\\bfnrt]"
              + "|&#[xX]\\p{XDigit}{1,6};"
              + "|&#\\d{1,7};"
              + "|&(?:amp|lt|gt|quot|apos|nbsp);");

  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private Escapes() {}

  /** The text without escapes. Undoes them once, because the result may look like an escape. */
  static String undoneIn(String text) {
    boolean any = text.indexOf('%') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('&') >= 0;
    return any
        ? ANY.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(undone(escape.group())))
        : text;
  }

  private static String undone(String escape) {
    return switch (escape.charAt(0)) {
      case '%' ->
          new String(HexFormat.of().parseHex(escape.replace("%", "")), StandardCharsets.UTF_8);
      case '\\' -> json(escape);
      default -> html(escape.substring(1, escape.length() - 1));
    };
  }

  private static String json(String escape) {
    char kind = escape.charAt(1);
    if (kind == 'u') {
      return Character.toString((char) Integer.parseInt(escape.substring(2), 16));
    }
    return "bfnrt".indexOf(kind) >= 0 ? " " : Character.toString(kind);
  }

  private static String html(String reference) {
    if (reference.charAt(0) != '#') {
      return NAMED.getOrDefault(reference, "");
    }
    boolean hex = Character.toLowerCase(reference.charAt(1)) == 'x';
    int character = Integer.parseInt(reference.substring(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(character) ? Character.toString(character) : "";
  }
}
