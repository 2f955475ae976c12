package dev.contactsdk.core.json;

import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A Java type that JSON is read into. Records are read tolerantly: nothing is required, unknown
 * properties go to a component {@code Map<String, Object> additionalProperties}, and so do values
 * of an unexpected kind.
 *
 * <p>One value that cannot be read does not take the others along:
 *
 * <ul>
 *   <li>In a list of records, an element that is no such record, or is null, stays in its place as
 *       a record whose {@code additionalProperties} hold the element under {@link #UNREADABLE}, and
 *       which is empty otherwise.
 *   <li>Any other list or map with a value of an unexpected kind is kept whole in the {@code
 *       additionalProperties} of the record that it belongs to. Nulls in such lists and maps are
 *       left out.
 *   <li>An object that the constructor of a record refuses is a value of an unexpected kind.
 * </ul>
 *
 * <p>Where no record with {@code additionalProperties} can keep such a value, the body as a whole
 * cannot be read.
 *
 * <p>For a generic type make an anonymous subclass: {@code new JsonType<List<Thing>>() {}}. Keep
 * instances: they are immutable and cost something to make.
 *
 * @param <T> the type
 */
public abstract class JsonType<T> {
  /**
   * The key of {@code additionalProperties} under which a record holds an element of a list that
   * could not be read, as maps, lists and scalars, or null.
   */
  public static final String UNREADABLE = "(unreadable)";

  private final ValueReader reader;

  /** Takes the type from the subclass's declaration. */
  protected JsonType() {
    ParameterizedType declared = (ParameterizedType) getClass().getGenericSuperclass();
    this.reader = ValueReaders.of(declared.getActualTypeArguments()[0]);
  }

  private JsonType(Type type) {
    this.reader = ValueReaders.of(type);
  }

  /**
   * A plain type.
   *
   * @param type a record, {@code Object.class} for any JSON, {@code Map.class}, a scalar type or
   *     {@code Instant.class}
   * @param <T> the type
   * @return the type to read
   */
  public static <T> JsonType<T> of(Class<T> type) {
    return new JsonType<>(type) {};
  }

  /**
   * Reads a body.
   *
   * @param in the bytes, in UTF-8, UTF-16 or UTF-32; not closed
   * @return the value, never null
   * @throws MalformedJsonException when the body is not JSON, not of this shape, null, or holds a
   *     value of an unexpected kind that no record can keep
   */
  @SuppressWarnings("unchecked") // the reader was made for T
  public final T read(InputStream in) {
    Object value = Json.read(in, reader);
    if (value == null) {
      throw new MalformedJsonException("the body is null");
    }
    return (T) value;
  }
}
