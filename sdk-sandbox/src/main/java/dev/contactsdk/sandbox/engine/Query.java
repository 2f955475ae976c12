package dev.contactsdk.sandbox.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request.
 *
 * @param values the first value of each
 */
public record Query(Map<String, String> values) {

  public @Nullable String text(String name) {
    return values.get(name);
  }

  public int integer(String name, int otherwise, int min, int max) {
    String text = values.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
      throw Refusal.invalid(
          "query." + name, "must be between " + min + " and " + max, "out_of_range");
    } catch (NumberFormatException e) {
      throw Refusal.invalid("query." + name, "must be an integer", "int_parsing");
    }
  }
}
