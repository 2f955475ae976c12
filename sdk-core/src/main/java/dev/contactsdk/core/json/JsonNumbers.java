package dev.contactsdk.core.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** The numbers that JSON and Java share, without loss. */
final class JsonNumbers {
  private JsonNumbers() {}

  /** Whether a number is written as it is. */
  static boolean isKnown(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Double
        || number instanceof Float
        || number instanceof Short
        || number instanceof Byte
        || number instanceof BigInteger
        || number instanceof BigDecimal;
  }

  /** Whether a map's key is written as its text. */
  static boolean isKey(@Nullable Object key) {
    return key instanceof CharSequence || key instanceof Number || key instanceof OpenValue;
  }

  /** A decimal as a {@code Double} where that holds it exactly, else as a {@code BigDecimal}. */
  static Number decimal(JsonParser parser) {
    double near = parser.getDoubleValue();
    BigDecimal exact = parser.getDecimalValue();
    boolean same = Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0;
    return same ? (Number) near : exact;
  }
}
