package dev.contactsdk.core.drift;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of a JSON value: its kind, and for text a format. A closed list, never the value. */
public enum Form {
  /** An object. */
  OBJECT,
  /** An array. */
  ARRAY,
  /** Null. */
  NULL,
  /** True or false. */
  BOOLEAN,
  /** A number without a fraction. */
  INTEGER,
  /** A number with a fraction or an exponent. */
  DECIMAL,
  /** Text without characters. */
  EMPTY_TEXT(""),
  /** A date with a time, ending in Z. */
  TIME_Z("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z"),
  /** A date with a time and an offset. */
  TIME_OFFSET("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?[+-]\\d\\d:?\\d\\d"),
  /** A date with a time, without a zone. */
  TIME_WITHOUT_ZONE("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?"),
  /** A date. */
  DATE("\\d{4}-\\d\\d-\\d\\d"),
  /** Text with one @. */
  EMAIL("[^\\s@]+@[^\\s@]+"),
  /** Digits only. */
  DIGITS("\\d+"),
  /** A plus sign, then digits only. */
  PLUS_DIGITS("\\+\\d+"),
  /** 32 hexadecimal digits in five groups. */
  UUID("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
  /** 24 hexadecimal digits. */
  HEX_24("[0-9a-fA-F]{24}"),
  /** A short lower-case word, a dash or an underscore, then letters, digits and dashes. */
  PREFIXED_ID("[a-z]{1,10}[-_](?=[A-Za-z-]{0,60}\\d)[0-9A-Za-z-]{1,70}"),
  /** A web address. */
  URL("https?://\\S+"),
  /** Any other text. */
  TEXT;

  private static final int LONGEST = 200;

  private final @Nullable Pattern pattern;

  Form() {
    this.pattern = null;
  }

  Form(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /**
   * The form of a text.
   *
   * @param text the text
   * @return the first form that fits
   */
  static Form ofText(String text) {
    if (text.length() <= LONGEST) {
      for (Form form : values()) {
        if (form.pattern != null && form.pattern.matcher(text).matches()) {
          return form;
        }
      }
    }
    return TEXT;
  }

  /**
   * The JSON kind.
   *
   * @return for example {@code string}
   */
  public String kind() {
    return switch (this) {
      case OBJECT, ARRAY, NULL, BOOLEAN, INTEGER, DECIMAL -> label();
      default -> "string";
    };
  }

  /**
   * The name in reports.
   *
   * @return for example {@code time-z}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable Form labelled(String label) {
    for (Form form : values()) {
      if (form.label().equals(label)) {
        return form;
      }
    }
    return null;
  }
}
