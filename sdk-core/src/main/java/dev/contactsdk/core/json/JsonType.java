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
 * A Java type to read JSON into. Records are read leniently. Nothing is required, and unknown
 * properties and unexpected values go to a component {@code Map<String, Object>
 * additionalProperties}.
 *
 * <p>One unreadable value does not affect the others:
 *
 * <ul>
 *   <li>In a list of records, an unreadable or null element stays in its place, as an empty record
 *       with the element in {@code additionalProperties} under {@link #UNREADABLE}.
 *   <li>Any other list or map with an unexpected value is kept whole in the {@code
 *       additionalProperties} of its record. Nulls in such lists and maps are left out.
 *   <li>An object that a record's constructor rejects counts as an unexpected value.
 * </ul>
 *
 * <p>If no record with {@code additionalProperties} can keep such a value, the whole body is
 * unreadable.
 *
 * <p>In a client with a {@link JsonCodec}, this applies to the SDK's own types. The codec reads the
 * application's types.
 *
 * <p>For a generic type, create an anonymous subclass: {@code new JsonType<List<Thing>>() {}}.
 * Reuse instances: they are immutable and not cheap to create.
 *
 * @param <T> the type
 */
public abstract class JsonType<T> {
  /**
   * The key in {@code additionalProperties} for an unreadable list element, as maps, lists and
   * scalars, or null.
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
   * Creates a plain type.
   *
   * @param type a record, {@code Object.class} for any JSON, {@code Map.class}, a scalar type or
   *     {@code Instant.class}; the client's {@link JsonCodec} reads any other class
   * @param <T> the type
   * @return the type to read
   */
  public static <T> JsonType<T> of(Class<T> type) {
    return new JsonType<>(type) {};
  }

  /**
   * Rejects a type that cannot be read.
   *
   * @param where the context for error messages, such as the operation's name
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
   * @throws MalformedJsonException when the body is not JSON of this shape, is null, or has an
   *     unexpected value that no record can keep
   * @throws dev.contactsdk.core.error.InvalidRequestException when the type needs a codec
   */
  public final T read(InputStream in) {
    check("JsonType", null);
    return present(Json.read(in, Objects.requireNonNull(reader)));
  }

  /**
   * Reads a body. The codec, if any, reads the application's types.
   *
   * @param in the bytes, in UTF-8, UTF-16 or UTF-32; not closed
   * @param codec the client's codec; null when it has none
   * @return the value, never null
   * @throws MalformedJsonException when the body is not JSON of this shape, or is null
   * @throws IOException when the bytes cannot be read
   */
  public final T read(InputStream in, @Nullable JsonCodec codec) throws IOException {
    return codec == null || isSdks() ? read(in) : present(codec.read(in, type));
  }

  /**
   * Converts maps, lists and scalars to this type.
   *
   * @param value the untyped value
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

  /** Whether the SDK reads the type even if there is a codec. */
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
