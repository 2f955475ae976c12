package dev.contactsdk.core.json;

import dev.contactsdk.core.error.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * <p>In a client with a {@link JsonCodec} this holds for the SDK's own types; the application's
 * types are read as the codec reads them.
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

  private final Type type;
  private final @Nullable ValueReader reader;

  /** Why the SDK cannot read the type itself; empty when it can. */
  private final String problem;

  private @Nullable Boolean isSdks;

  /** Takes the type from the subclass's declaration. */
  protected JsonType() {
    this(null);
  }

  private JsonType(@Nullable Type given) {
    this.type = given == null ? declared() : given;
    ValueReader found = null;
    String unreadable = "";
    try {
      found = ValueReaders.of(type);
    } catch (IllegalArgumentException e) {
      unreadable = String.valueOf(e.getMessage());
    }
    this.reader = found;
    this.problem = unreadable;
  }

  private Type declared() {
    return ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
  }

  /**
   * A plain type.
   *
   * @param type a record, {@code Object.class} for any JSON, {@code Map.class}, a scalar type or
   *     {@code Instant.class}; any other class is read by the client's {@link JsonCodec}
   * @param <T> the type
   * @return the type to read
   */
  public static <T> JsonType<T> of(Class<T> type) {
    return new JsonType<>(type) {};
  }

  /**
   * Refuses a type that nothing here can read.
   *
   * @param where what refuses, such as the operation's name
   * @param codec the client's codec; null when it has none
   * @throws dev.contactsdk.core.error.InvalidRequestException when there is no codec and the SDK
   *     cannot read the type itself
   */
  public final void check(String where, @Nullable JsonCodec codec) {
    if (reader == null && codec == null) {
      throw new InvalidRequestException(where, problem);
    }
  }

  /**
   * Reads a body without a codec.
   *
   * @param in the bytes, in UTF-8, UTF-16 or UTF-32; not closed
   * @return the value, never null
   * @throws MalformedJsonException when the body is not JSON, not of this shape, null, or holds a
   *     value of an unexpected kind that no record can keep
   * @throws dev.contactsdk.core.error.InvalidRequestException when the type takes a codec
   */
  public final T read(InputStream in) {
    check("JsonType", null);
    return present(Json.read(in, Objects.requireNonNull(reader)));
  }

  /**
   * Reads a body. A type of the application's is read by the codec, if there is one.
   *
   * @param in the bytes, in UTF-8, UTF-16 or UTF-32; not closed
   * @param codec the client's codec; null when it has none
   * @return the value, never null
   * @throws MalformedJsonException when the body is not JSON, not of this shape, or null
   * @throws IOException when the bytes cannot be read
   */
  public final T read(InputStream in, @Nullable JsonCodec codec) throws IOException {
    return codec == null || isSdks() ? read(in) : present(codec.read(in, type));
  }

  /**
   * Turns maps, lists and scalars into this type.
   *
   * @param value what was read untyped
   * @param codec the client's codec; null when it has none
   * @return the value, never null
   * @throws MalformedJsonException when the value is null or does not fit
   */
  public final T convert(@Nullable Object value, @Nullable JsonCodec codec) {
    if (codec == null || isSdks()) {
      return read(new ByteArrayInputStream(Json.write(value)));
    }
    return present(codec.convert(value, type));
  }

  /** Whether the SDK reads the type also where there is a codec. */
  private boolean isSdks() {
    Boolean known = isSdks;
    if (known == null) {
      known = reader != null && ValueReaders.isSdks(type);
      isSdks = known;
    }
    return known;
  }

  @SuppressWarnings("unchecked") // the reader was made for T, the codec was asked for T
  private T present(@Nullable Object value) {
    if (value == null) {
      throw new MalformedJsonException("the body is null");
    }
    return (T) value;
  }
}
