package dev.contactsdk.sandbox.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text. */
final class JsonReader {

  private static final int MAX_DEPTH = 500;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  @Nullable Object read() {
    Object value = value();
    if (next() != 0) {
      throw malformed("text after the value");
    }
    return value;
  }

  private @Nullable Object value() {
    char first = next();
    return switch (first) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    enter();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    boolean more = !skip('}');
    while (more) {
      member(map);
      more = goesOn('}');
    }
    depth--;
    return map;
  }

  private void member(Map<String, @Nullable Object> map) {
    if (next() != '"') {
      throw malformed("a name in quotes expected");
    }
    String name = string();
    if (map.containsKey(name)) {
      throw malformed("a repeated name");
    }
    if (!skip(':')) {
      throw malformed("a colon expected");
    }
    map.put(name, value());
  }

  private List<@Nullable Object> array() {
    enter();
    List<@Nullable Object> list = new ArrayList<>();
    boolean more = !skip(']');
    while (more) {
      list.add(value());
      more = goesOn(']');
    }
    depth--;
    return list;
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw malformed("more than " + MAX_DEPTH + " levels");
    }
  }

  /** Whether a comma follows, not the end of the object or array. */
  private boolean goesOn(char end) {
    if (skip(',')) {
      return true;
    }
    if (skip(end)) {
      return false;
    }
    throw malformed("a comma or " + end + " expected");
  }

  private String string() {
    at++;
    StringBuilder string = new StringBuilder();
    for (char c = charInString(); c != '"'; c = charInString()) {
      string.append(c == '\\' ? escaped() : c);
    }
    return string.toString();
  }

  private char charInString() {
    if (at == text.length()) {
      throw malformed("a string without an end");
    }
    char c = text.charAt(at++);
    if (c < ' ') {
      throw malformed("a control character in a string");
    }
    return c;
  }

  private char escaped() {
    char c = charInString();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> fourDigits();
      default -> throw malformed("an unknown escape");
    };
  }

  private char fourDigits() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = charInString();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw malformed("four hexadecimal digits expected");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw malformed("a value expected");
    }
    at += word.length();
    return value;
  }

  private Number number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw malformed("a value expected");
    }
    at = number.end();
    boolean whole = number.group(1) == null && number.group(2) == null;
    try {
      return whole ? whole(new BigInteger(number.group())) : new BigDecimal(number.group());
    } catch (NumberFormatException e) {
      throw malformed("a number with an exponent out of range");
    }
  }

  private static Number whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return number.intValue();
    }
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
  }

  private boolean skip(char wanted) {
    boolean there = next() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  /** Peeks at the next character that is not white space; 0 at the end. */
  private char next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == text.length()) {
      return 0;
    }
    char c = text.charAt(at);
    if (c == 0) {
      throw malformed("a value expected");
    }
    return c;
  }

  private MalformedText malformed(String why) {
    return new MalformedText("malformed JSON at character " + (at + 1) + ": " + why);
  }
}
