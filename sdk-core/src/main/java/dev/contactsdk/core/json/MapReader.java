package dev.contactsdk.core.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an object with free keys and values of one type. Values that are null are left out. */
record MapReader(ValueReader value) implements ValueReader {
  @Override
  public @Nullable Object read(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return parser.currentToken() == JsonToken.VALUE_NULL ? null : MISFIT;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      Object read = value.read(parser);
      if (read == MISFIT) {
        throw new MalformedJsonException("a value of a map is of an unexpected kind");
      }
      if (read != null) {
        map.put(name, read);
      }
    }
    return Collections.unmodifiableMap(map);
  }
}
