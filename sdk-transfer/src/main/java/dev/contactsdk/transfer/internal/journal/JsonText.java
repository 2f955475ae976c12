package dev.contactsdk.transfer.internal.journal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in the journal's columns. */
public final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final ObjectReader FIELDS =
      MAPPER.readerFor(new TypeReference<Map<String, String>>() {});
  private static final ObjectReader CELLS = MAPPER.readerFor(new TypeReference<List<String>>() {});

  private JsonText() {}

  /**
   * Writes a map, a list or a record.
   *
   * @param value what to write
   * @return its JSON
   */
  public static String of(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static Map<String, String> fields(@Nullable String json) {
    return json == null ? Map.of() : FIELDS.readValue(json);
  }

  /**
   * Reads a list of texts.
   *
   * @param json the column; null for an empty list
   * @return the texts
   */
  public static List<String> texts(@Nullable String json) {
    return json == null ? List.of() : CELLS.readValue(json);
  }

  /**
   * Reads a record.
   *
   * @param json the column
   * @param type the record's type
   * @return the record
   * @param <T> the record's type
   */
  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }
}
