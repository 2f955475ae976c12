package dev.contactsdk.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

/**
 * JSON as plain maps, lists, strings, numbers and booleans. Reads strictly, as a vendor's server
 * does, where the clients read tolerantly.
 */
final class Json {

  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}

  static byte[] write(Object value) {
    return dev.contactsdk.core.json.Json.write(value);
  }

  /**
   * Reads UTF-8 JSON; anything malformed, a repeated key and trailing text included, is a {@link
   * MalformedText}.
   */
  static @Nullable Object read(byte[] json) {
    try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), utf8(json))) {
      if (parser.nextToken() == null) {
        throw new MalformedText("malformed JSON: no content");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new MalformedText("malformed JSON: text after the value");
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedText("malformed JSON: " + e.getOriginalMessage());
    }
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      default -> null;
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      map.put(name, value(parser));
    }
    return map;
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }

  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedText("not UTF-8");
    }
  }
}
