package dev.contactsdk.core.json;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.contactsdk.core.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The base of request objects sent as JSON. Holds exactly the properties that were set, in order,
 * so each one is absent, null or a value. Immutable. {@link #toString()} shows property names,
 * never values.
 */
public abstract class RequestObject {
  private final Map<String, @Nullable Object> properties;

  /**
   * Takes the builder's properties.
   *
   * @param builder the builder, with all required properties
   * @throws InvalidRequestException when required properties are missing; the message names all of
   *     them
   */
  protected RequestObject(Builder<?> builder) {
    List<String> missing = new ArrayList<>();
    builder.required.forEach(
        name -> {
          Object value = builder.properties.get(name);
          boolean blank = value instanceof String text && text.isBlank();
          if (value == null || (blank && builder.notBlank.contains(name))) {
            missing.add(name);
          }
        });
    refuseMissing(missing);
    this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(builder.properties));
  }

  /**
   * Takes properties from JSON, for a constructor annotated with {@code JsonCreator(mode =
   * DELEGATING)}.
   *
   * @param written the properties, in the vendor's spelling
   * @param required the names of required properties
   * @throws InvalidRequestException when required properties are missing; the message names all of
   *     them
   */
  protected RequestObject(Map<String, ? extends @Nullable Object> written, String... required) {
    List<String> missing = Stream.of(required).filter(name -> written.get(name) == null).toList();
    refuseMissing(missing);
    this.properties = JsonValues.copyMap(getClass().getSimpleName(), written);
  }

  private void refuseMissing(List<String> missing) {
    if (!missing.isEmpty()) {
      throw new InvalidRequestException(
          getClass().getSimpleName(),
          "required but missing or blank: " + String.join(", ", missing));
    }
  }

  /**
   * What is sent.
   *
   * @return the properties in the vendor's spelling, in order; unmodifiable
   */
  @JsonValue
  public final Map<String, @Nullable Object> properties() {
    return properties;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof RequestObject that && that.properties.equals(properties);
  }

  @Override
  public final int hashCode() {
    return properties.hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + properties.keySet();
  }

  /**
   * Collects properties.
   *
   * @param <B> the builder's own type
   */
  public abstract static class Builder<B extends Builder<B>> {
    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private final List<String> notBlank = new ArrayList<>();

    /** Starts without properties. */
    protected Builder() {}

    /**
     * Returns this builder in its own type.
     *
     * @return this
     */
    protected abstract B self();

    /**
     * Requires a property when the object is built. It keeps this position among the properties,
     * whenever it is set.
     *
     * @param name the vendor's name for it; null values are reported when the object is built
     */
    protected final void require(String name) {
      required.add(name);
      properties.put(name, null);
    }

    /**
     * Requires a property with text when the object is built.
     *
     * @param name the vendor's name for it; null and blank values are reported when the object is
     *     built
     */
    protected final void requireText(String name) {
      notBlank.add(name);
      require(name);
    }

    /**
     * Sets a property.
     *
     * @param name the vendor's name for it
     * @param value its value; null is sent as null
     * @return this builder
     */
    protected final B put(String name, @Nullable Object value) {
      properties.put(given("the name of a property", name), checked(name, value));
      return self();
    }

    /**
     * Sets a property that must not be null.
     *
     * @param name the vendor's name for it
     * @param value its value
     * @return this builder
     * @throws InvalidRequestException when the value is null
     */
    protected final B set(String name, @Nullable Object value) {
      return put(name, given(name, value));
    }

    /**
     * Adds an element to a property that is a list.
     *
     * @param name the vendor's name for it
     * @param element the element
     * @return this builder
     * @throws InvalidRequestException when the element is null
     */
    protected final B add(String name, @Nullable Object element) {
      List<@Nullable Object> list = new ArrayList<>();
      if (properties.get(name) instanceof List<?> present) {
        list.addAll(present);
      }
      list.add(checked(name + "[" + list.size() + "]", given("an element of " + name, element)));
      properties.put(name, Collections.unmodifiableList(list));
      return self();
    }

    /**
     * Adds an object to a property that is a list. An object that is there and has the same key is
     * changed instead; its other properties stay.
     *
     * @param name the vendor's name for it
     * @param key the name of the property that identifies an object
     * @param object the object's properties, including the key
     * @return this builder
     */
    protected final B addOrChange(String name, String key, Map<String, ?> object) {
      boolean found = false;
      List<@Nullable Object> list = new ArrayList<>();
      if (properties.get(name) instanceof List<?> present) {
        for (Object element : present) {
          boolean isSame =
              element instanceof Map<?, ?> map && Objects.equals(map.get(key), object.get(key));
          list.add(isSame ? changed((Map<?, ?>) element, object) : element);
          found |= isSame;
        }
      }
      return found ? put(name, list) : add(name, object);
    }

    private static Map<?, ?> changed(Map<?, ?> before, Map<String, ?> changes) {
      Map<@Nullable Object, @Nullable Object> both = new LinkedHashMap<>(before);
      both.putAll(changes);
      return both;
    }

    /**
     * A property as it is now.
     *
     * @param name the vendor's name for it
     * @return null when it is not set, or set to null
     */
    protected final @Nullable Object present(String name) {
      return properties.get(name);
    }

    /**
     * Adds an entry to a property that is an object.
     *
     * @param name the vendor's name for it
     * @param key the entry's key
     * @param value its value; null is sent as null
     * @return this builder
     * @throws InvalidRequestException when the key is null
     */
    protected final B putInto(String name, String key, @Nullable Object value) {
      if (key == null) {
        throw new InvalidRequestException(type(), name + " has a null key");
      }
      Map<@Nullable Object, @Nullable Object> map = entries(name);
      map.put(key, JsonValues.isPlain(value) ? value : checked(name + "." + key, value));
      properties.put(name, Collections.unmodifiableMap(map));
      return self();
    }

    /**
     * Adds entries to a property that is an object. Without entries it is sent as an empty object.
     *
     * @param name the vendor's name for it
     * @param entries keys and values; a value of null is sent as null
     * @return this builder
     * @throws InvalidRequestException when the map or a key is null
     */
    protected final B putAllInto(String name, @Nullable Map<String, ?> entries) {
      Map<@Nullable Object, @Nullable Object> map = entries(name);
      if (checked(name, given(name, entries)) instanceof Map<?, ?> added) {
        map.putAll(added);
      }
      properties.put(name, Collections.unmodifiableMap(map));
      return self();
    }

    private Map<@Nullable Object, @Nullable Object> entries(String name) {
      return properties.get(name) instanceof Map<?, ?> present
          ? new LinkedHashMap<>(present)
          : new LinkedHashMap<>();
    }

    /**
     * Sets everything that was read: the components present in the answer, under their first names,
     * and unknown properties, including those of nested records. An empty list in the answer is set
     * to an empty list. Missing lists are not set.
     *
     * @param answer a record from an answer
     * @return this builder
     */
    protected final B putRead(Record answer) {
      if (checked("", RecordProperties.of(answer)) instanceof Map<?, ?> read) {
        read.forEach((name, value) -> properties.put(String.valueOf(name), value));
      }
      return self();
    }

    /**
     * Removes properties.
     *
     * @param names the vendor's names for them
     * @return this builder
     */
    protected final B leaveOut(String... names) {
      properties.keySet().removeAll(List.of(names));
      return self();
    }

    /**
     * Sets a property that this SDK does not know, such as one that the vendor has added recently.
     *
     * @param name the vendor's name for it
     * @param value null, text, a boolean, a number, a {@link Map}, a {@link java.util.Collection},
     *     a {@link RequestObject}, an {@link OpenValue} or a record; or any value that the client's
     *     {@link JsonCodec} writes. Records that are not the SDK's, and values for the codec, are
     *     not copied. They are written when the call runs; if the client has no codec, the call
     *     fails before anything is sent
     * @return this builder
     * @throws InvalidRequestException when the value is or contains a number that JSON cannot
     *     represent, or a map with a key that is not text
     */
    public final B additionalProperty(String name, @Nullable Object value) {
      return put(name, value);
    }

    /**
     * Rejects null.
     *
     * @param what the name of the value, such as the vendor's name for a property
     * @param value the value to check
     * @param <T> its type
     * @return the value
     * @throws InvalidRequestException when it is null; the message names the value
     */
    protected final <T> T given(String what, @Nullable T value) {
      return value == null ? InvalidRequestException.refuseNull(type(), what, value) : value;
    }

    /**
     * Rejects null and blank text.
     *
     * @param what the name of the value, such as the vendor's name for a property
     * @param value the text to check
     * @return the text
     * @throws InvalidRequestException when it is null or blank; the message names the value
     */
    protected final String text(String what, @Nullable String value) {
      if (value == null || value.isBlank()) {
        throw new InvalidRequestException(type(), what + " is missing or blank");
      }
      return value;
    }

    private @Nullable Object checked(String place, @Nullable Object value) {
      return JsonValues.isPlain(value) ? value : JsonValues.copy(type(), place, value);
    }

    /** Only for messages, because it takes longer than anything else here. */
    private String type() {
      Class<?> request = getClass().getEnclosingClass();
      return (request == null ? getClass() : request).getSimpleName();
    }
  }
}
