package dev.contactsdk.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an array, or a single value in place of an array. Elements that are null are left out. */
record ListReader(ValueReader element) implements ValueReader {
  /** A record takes some hundred bytes of memory, however few it takes in the body. */
  private static final int MAX_ELEMENTS = 100_000;

  @Override
  public @Nullable Object read(JsonParser parser) {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return elements(parser);
    }
    Object single = element.read(parser);
    return single == null || single == MISFIT ? single : List.of(single);
  }

  private Object elements(JsonParser parser) {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = element.read(parser);
      if (value == MISFIT) {
        throw new MalformedJsonException(
            "element " + list.size() + " of a list is of an unexpected kind");
      }
      if (list.size() == MAX_ELEMENTS) {
        throw new MalformedJsonException("a list has more than " + MAX_ELEMENTS + " elements");
      }
      if (value != null) {
        list.add(value);
      }
    }
    return Collections.unmodifiableList(list);
  }
}
