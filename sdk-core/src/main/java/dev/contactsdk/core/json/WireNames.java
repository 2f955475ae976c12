package dev.contactsdk.core.json;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The names under which a vendor sends a record component, from {@link JsonProperty} and {@link
 * JsonAlias}. Java keeps these annotations on the component's field, and on its accessor unless
 * that is declared explicitly.
 */
final class WireNames {
  private WireNames() {}

  /** The name to write. */
  static String first(RecordComponent component) {
    return first(component, field(component));
  }

  /** The names to read, the preferred one first. */
  static List<String> of(RecordComponent component) {
    Field field = field(component);
    String first = first(component, field);
    JsonAlias alias = field.getAnnotation(JsonAlias.class);
    if (alias == null) {
      return List.of(first);
    }
    List<String> names = new ArrayList<>();
    names.add(first);
    names.addAll(List.of(alias.value()));
    return names;
  }

  /** A component also matches its own name, as is and in snake case. */
  static List<String> fallback(String name) {
    return List.of(name, name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }

  private static String first(RecordComponent component, Field field) {
    JsonProperty property = field.getAnnotation(JsonProperty.class);
    boolean named = property != null && !property.value().isEmpty();
    return named ? property.value() : component.getName();
  }

  private static Field field(RecordComponent component) {
    try {
      return component.getDeclaringRecord().getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(component + " has no field", e);
    }
  }
}
