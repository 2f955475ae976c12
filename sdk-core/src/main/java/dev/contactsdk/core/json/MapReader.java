package dev.contactsdk.core.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads an object with arbitrary keys and values of one type. Leaves out nulls. A value of another
 * kind makes the whole object a misfit.
 */
record MapReader(ValueReader value) implements ValueReader {
  @Override
  public @Nullable Object read(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return parser.currentToken() == JsonToken.VALUE_NULL ? null : MISFIT;
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    boolean nulls = false;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      Object read = value.read(parser);
      if (Misfit.is(read)) {
        return misfit(map, name, Misfit.raw(read, parser), parser);
      }
      nulls |= read == null;
      map.put(name, read);
    }
    if (nulls) {
      map.values().removeIf(Objects::isNull);
    }
    return Collections.unmodifiableMap(map);
  }

  private static Misfit misfit(
      Map<String, @Nullable Object> before, String name, @Nullable Object raw, JsonParser parser) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    before.forEach((key, value) -> all.put(key, RecordProperties.asSent(value)));
    all.put(name, raw);
    all.putAll(UntypedReader.object(parser));
    return new Misfit(Collections.unmodifiableMap(all));
  }
}
