package dev.contactsdk.core.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Lossless numbers between JSON and Java. */
final class JsonNumbers {
  private JsonNumbers() {}

  /** Whether a number can be written unchanged. */
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

  /** Whether a map key can be written as text. */
  static boolean isKey(@Nullable Object key) {
    return key instanceof CharSequence || key instanceof Number || key instanceof OpenValue;
  }

  /** A decimal as a {@code Double} if that is exact, else as a {@code BigDecimal}. */
  static Number decimal(JsonParser parser) {
    double near = parser.getDoubleValue();
    BigDecimal exact = parser.getDecimalValue();
    boolean same = Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0;
    return same ? (Number) near : exact;
  }
}
