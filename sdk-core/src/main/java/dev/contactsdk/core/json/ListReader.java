package dev.contactsdk.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads an array, or a single value if not limited to arrays. Keeps an unreadable or null element
 * if its record type can hold it. Otherwise leaves out nulls, and an unreadable element makes the
 * whole list a misfit.
 */
record ListReader(ValueReader element, boolean arrayOnly) implements ValueReader {
  /** A record takes some hundred bytes of memory, even if it is small in the body. */
  private static final int MAX_ELEMENTS = 100_000;

  /** Most lists are those of a row, with one to three elements. */
  private static final int FEW = 4;

  @Override
  public @Nullable Object read(JsonParser parser) {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return elements(parser);
    }
    if (arrayOnly) {
      return parser.currentToken() == JsonToken.VALUE_NULL ? null : MISFIT;
    }
    Object single = element.read(parser);
    return single == null || Misfit.is(single) ? single : List.of(single);
  }

  private Object elements(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>(FEW);
    boolean nulls = false;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (list.size() == MAX_ELEMENTS) {
        throw new MalformedJsonException("a list has more than " + MAX_ELEMENTS + " elements");
      }
      Object value = element.read(parser);
      if (value == null || Misfit.is(value)) {
        Object raw = value == null ? null : Misfit.raw(value, parser);
        value = element.holding(raw);
        if (value == null && raw != null) {
          return misfit(list, raw, parser);
        }
        nulls |= value == null;
      }
      list.add(value);
    }
    if (nulls) {
      list.removeIf(Objects::isNull);
    }
    return list.isEmpty() ? List.of() : Collections.unmodifiableList(list);
  }

  private static Misfit misfit(List<@Nullable Object> before, Object raw, JsonParser parser) {
    List<@Nullable Object> all = new ArrayList<>();
    before.forEach(element -> all.add(RecordProperties.asSent(element)));
    all.add(raw);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      all.add(UntypedReader.read(parser));
    }
    return new Misfit(Collections.unmodifiableList(all));
  }
}
