package dev.contactsdk.core.json;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.contactsdk.core.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The base of what is sent as a JSON object. Holds exactly the properties that were set, in order,
 * so each of them has three states: absent, null, or a value. Immutable. Prints property names,
 * never values.
 */
public abstract class RequestObject {
  private final Map<String, @Nullable Object> properties;

  /**
   * Takes the builder's properties.
   *
   * @param builder the builder, with all that is required
   * @throws InvalidRequestException when required properties are missing; the message names them
   *     all
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
   * Takes properties that were written as JSON, for a constructor that is annotated with {@code
   * JsonCreator(mode = DELEGATING)}.
   *
   * @param written the properties, in the vendor's spelling
   * @param required the names of properties that must be there
   * @throws InvalidRequestException when required properties are missing; the message names them
   *     all
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
    private final Set<String> notBlank = new HashSet<>();

    /** Starts without properties. */
    protected Builder() {}

    /**
     * This builder in its own type.
     *
     * @return this
     */
    protected abstract B self();

    /**
     * Says that a property must be there when the object is built. It keeps its place among the
     * others, whenever it is set.
     *
     * @param name the vendor's name of it; null is reported when the object is built
     */
    protected final void require(String name) {
      required.add(name);
      properties.put(name, null);
    }

    /**
     * Says that a property must hold text when the object is built.
     *
     * @param name the vendor's name of it; null and blank text are reported when the object is
     *     built
     */
    protected final void requireText(String name) {
      notBlank.add(name);
      require(name);
    }

    /**
     * Sets a property.
     *
     * @param name the vendor's name of it
     * @param value its value; null is sent as null
     * @return this builder
     */
    protected final B put(String name, @Nullable Object value) {
      properties.put(given("the name of a property", name), checked(name, value));
      return self();
    }

    /**
     * Sets a property that is not sent as null.
     *
     * @param name the vendor's name of it
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
     * @param name the vendor's name of it
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
     * Adds an entry to a property that is an object.
     *
     * @param name the vendor's name of it
     * @param key the entry's key
     * @param value its value; null is sent as null
     * @return this builder
     * @throws InvalidRequestException when the key is null
     */
    protected final B putInto(String name, String key, @Nullable Object value) {
      return putAllInto(name, Collections.singletonMap(key, value));
    }

    /**
     * Adds entries to a property that is an object. Without entries it is sent as an empty object.
     *
     * @param name the vendor's name of it
     * @param entries keys and values; a value of null is sent as null
     * @return this builder
     * @throws InvalidRequestException when the map or a key is null
     */
    protected final B putAllInto(String name, @Nullable Map<String, ?> entries) {
      Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
      if (properties.get(name) instanceof Map<?, ?> present) {
        map.putAll(present);
      }
      if (checked(name, given(name, entries)) instanceof Map<?, ?> added) {
        map.putAll(added);
      }
      properties.put(name, Collections.unmodifiableMap(map));
      return self();
    }

    /**
     * Sets all that was read: the components that the answer held, under their first names, and
     * what this SDK does not know, also of the records inside. A list that the answer held empty is
     * set to an empty one, one that it did not hold is left alone.
     *
     * @param answer a record that was read
     * @return this builder
     */
    protected final B putRead(Record answer) {
      if (checked("", RecordProperties.of(answer)) instanceof Map<?, ?> read) {
        read.forEach((name, value) -> properties.put(String.valueOf(name), value));
      }
      return self();
    }

    /**
     * Forgets properties.
     *
     * @param names the vendor's names of them
     * @return this builder
     */
    protected final B leaveOut(String... names) {
      properties.keySet().removeAll(List.of(names));
      return self();
    }

    /**
     * Sets a property that this SDK does not know, for what a vendor adds before the SDK does.
     *
     * @param name the vendor's name of it
     * @param value null, text, a boolean, a number, a {@link Map}, a {@link java.util.Collection},
     *     a {@link RequestObject}, an {@link OpenValue} or a record, all of which are copied except
     *     for records that are not the SDK's; or any value that the client's {@link JsonCodec}
     *     writes. What is not copied is written when a call is made; if the client then has no
     *     codec, the call fails before anything is sent
     * @return this builder
     * @throws InvalidRequestException when the value is, or holds, a number that JSON does not
     *     have, or a map with a key that is not text
     */
    public final B additionalProperty(String name, @Nullable Object value) {
      return put(name, value);
    }

    /**
     * Refuses null.
     *
     * @param what what was given, such as the vendor's name of a property
     * @param value what may be null by mistake
     * @param <T> its type
     * @return the value
     * @throws InvalidRequestException when it is null; the message names what was given
     */
    protected final <T> T given(String what, @Nullable T value) {
      return InvalidRequestException.refuseNull(type(), what, value);
    }

    /**
     * Refuses null and blank text.
     *
     * @param what what was given, such as the vendor's name of a property
     * @param value what may be null or blank by mistake
     * @return the text
     * @throws InvalidRequestException when it is null or blank; the message names what was given
     */
    protected final String text(String what, @Nullable String value) {
      if (value == null || value.isBlank()) {
        throw new InvalidRequestException(type(), what + " is missing or blank");
      }
      return value;
    }

    private @Nullable Object checked(String place, @Nullable Object value) {
      return JsonValues.copy(type(), place, value);
    }

    private String type() {
      Class<?> request = getClass().getEnclosingClass();
      return (request == null ? getClass() : request).getSimpleName();
    }
  }
}
