package dev.contactsdk.core.internal.privacy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings vendors' texts and sent values into one form, so they can be compared. */
final class PlainText {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?:%\\p{XDigit}{2})++|\\\\u\\p{XDigit}{4}|\\\\[\"'/\\\\bfnrt]"
              + "|&(?:#[xX]\\p{XDigit}{1,6}|#\\d{1,7}|amp|lt|gt|quot|apos|nbsp);");

  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  /** Letters that Unicode does not take apart, each with what people and vendors write for it. */
  private static final Map<String, String> LETTERS =
      Stream.of("ßss ẞSS æae ÆAE œoe ŒOE øo ØO łl ŁL đd ĐD ðd ÐD þth ÞTH ıi".split(" ", -1))
          .collect(Collectors.toMap(pair -> pair.substring(0, 1), pair -> pair.substring(1)));

  private static final Pattern NOT_ASCII = Pattern.compile("\\P{ASCII}");

  private PlainText() {}

  /** Undoes URL, JSON and HTML escapes, twice because a gateway may escape an escaped text. */
  static String withoutEscapes(String text) {
    boolean any = text.indexOf('%') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('&') >= 0;
    return any ? undoneIn(undoneIn(text)) : text;
  }

  private static String undoneIn(String text) {
    return ESCAPE.matcher(text).replaceAll(e -> Matcher.quoteReplacement(undone(e.group())));
  }

  private static String undone(String escape) {
    if (escape.startsWith("%")) {
      byte[] utf8 = HexFormat.of().parseHex(escape.replace("%", ""));
      return new String(utf8, StandardCharsets.UTF_8);
    }
    String name = escape.substring(1).replace(";", "");
    if (name.length() == 1) {
      return "bfnrt".contains(name) ? " " : name;
    }
    String named = NAMED.get(name);
    return named == null ? character(name) : named;
  }

  private static String character(String name) {
    boolean decimal = name.startsWith("#") && name.charAt(1) <= '9';
    int c = Integer.parseInt(name.replaceAll("[u#xX]", ""), decimal ? 10 : 16);
    return Character.isValidCodePoint(c) ? Character.toString(c) : "";
  }

  /** Removes accents and invisible characters. Replaces other forms of letters and digits. */
  static String folded(String text) {
    if (isPrintableAscii(text)) {
      return text;
    }
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String folded = NOT_ASCII.matcher(parts).replaceAll(PlainText::folded);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  private static String folded(MatchResult notAscii) {
    String text = notAscii.group();
    int c = text.codePointAt(0);
    return switch (Character.getType(c)) {
      case Character.FORMAT -> "";
      case Character.DASH_PUNCTUATION -> "-";
      case Character.DECIMAL_DIGIT_NUMBER -> Integer.toString(Character.digit(c, 10));
      default -> c >= 0x300 && c <= 0x36f ? "" : LETTERS.getOrDefault(text, text);
    };
  }

  static boolean isPrintableAscii(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < 0x7f) {
      at++;
    }
    return at == text.length();
  }
}
