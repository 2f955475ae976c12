package dev.contactsdk.core.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads scalars from any scalar that the vendor sends, such as a number instead of the documented
 * text, or the other way round.
 */
final class ScalarReaders {
  private ScalarReaders() {}

  static @Nullable Object string(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> ReadState.of(parser).text(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getString();
      case VALUE_NULL -> null;
      default -> ValueReader.MISFIT;
    };
  }

  static @Nullable Object bool(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_STRING -> boolOf(parser.getString());
      default -> ValueReader.MISFIT;
    };
  }

  private static Object boolOf(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    return text.equalsIgnoreCase("false") ? false : ValueReader.MISFIT;
  }

  static @Nullable Object integer(JsonParser parser) {
    Object value = whole(parser);
    if (!(value instanceof Long whole)) {
      return value;
    }
    return whole == whole.intValue() ? (Object) whole.intValue() : ValueReader.MISFIT;
  }

  static @Nullable Object whole(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      double value = parser.getDoubleValue();
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? (Object) (long) value
          : ValueReader.MISFIT;
    }
    return token == JsonToken.VALUE_STRING ? wholeOf(parser.getString()) : ValueReader.MISFIT;
  }

  private static Object wholeOf(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return ValueReader.MISFIT;
    }
  }

  static @Nullable Object decimal(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_NULL -> null;
      case VALUE_STRING -> decimalOf(parser.getString());
      default -> ValueReader.MISFIT;
    };
  }

  private static Object decimalOf(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return ValueReader.MISFIT;
    }
  }

  static @Nullable Object instant(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING) {
      return ValueReader.MISFIT;
    }
    Object instant = ReadState.of(parser).time(parser);
    return instant == null ? ValueReader.MISFIT : instant;
  }
}
