package dev.contactsdk.transfer.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads a line of JSON Lines: the names and texts of one object. */
final class JsonObjectLine {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String line;
  private final JsonParser json;
  private final Map<String, String> values = new LinkedHashMap<>();

  private JsonObjectLine(String line, JsonParser json) {
    this.line = line;
    this.json = json;
  }

  /** The object's values by name; null if the line is not one object. */
  static @Nullable Map<String, String> read(String line) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      JsonObjectLine object = new JsonObjectLine(line, json);
      boolean whole =
          json.nextToken() == JsonToken.START_OBJECT
              && object.members("")
              && json.nextToken() == null;
      return whole ? object.values : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** False if two members have one name. */
  private boolean members(String prefix) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = prefix + json.currentName();
      boolean fresh =
          json.nextToken() == JsonToken.START_OBJECT
              ? members(name + ".")
              : values.putIfAbsent(name, value()) == null;
      if (!fresh) {
        return false;
      }
    }
    return true;
  }

  private String value() {
    return json.currentToken() == JsonToken.START_ARRAY ? array() : scalar();
  }

  private String scalar() {
    return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getString();
  }

  /** Texts and numbers with commas between them. Anything else as it is in the line. */
  private String array() {
    int start = (int) json.currentTokenLocation().getCharOffset();
    List<String> elements = new ArrayList<>();
    boolean flat = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_ARRAY
          || json.currentToken() == JsonToken.START_OBJECT) {
        flat = false;
        json.skipChildren();
      } else {
        elements.add(scalar());
      }
    }
    int end = (int) json.currentTokenLocation().getCharOffset() + 1;
    return flat ? String.join(",", elements) : line.substring(start, end);
  }
}
