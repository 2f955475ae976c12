package dev.contactsdk.core.json;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.contactsdk.core.error.InvalidRequestException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a set that a vendor may extend. Unlike an enum, it keeps text that this SDK does not
 * know. Values of one type with the same text are equal. A known text always gives the constant, so
 * {@code ==} works for constants. Immutable. {@link #toString()} returns the text.
 *
 * <p>A subclass has a private constructor, constants, and a static method {@code of(String)}, which
 * JSON reading also uses. A Jackson mapper reads and writes its text:
 *
 * <pre>{@code
 * public final class Color extends OpenValue {
 *   private static final Known<Color> KNOWN = new Known<>(Color::new);
 *   public static final Color RED = KNOWN.add("red");
 *
 *   private Color(String value) {
 *     super(value);
 *   }
 *
 *   {@literal @}JsonCreator(mode = JsonCreator.Mode.DELEGATING)
 *   public static Color of(String value) {
 *     return KNOWN.of(value);
 *   }
 * }
 * }</pre>
 */
public abstract class OpenValue {
  private final String value;
  private boolean known;

  /**
   * Creates a value.
   *
   * @param value the vendor's text
   * @throws InvalidRequestException when it is null
   */
  protected OpenValue(String value) {
    this.value = InvalidRequestException.refuseNull(getClass().getSimpleName(), "the value", value);
  }

  /**
   * The vendor's text.
   *
   * @return the text as sent
   */
  @JsonValue
  public final String value() {
    return value;
  }

  /**
   * Whether this is one of the constants.
   *
   * @return false for a text that this SDK does not know
   */
  public final boolean isKnown() {
    return known;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof OpenValue that
            && that.getClass() == getClass()
            && that.value.equals(value));
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  @Override
  public final String toString() {
    return value;
  }

  /**
   * The constants of a type, by their texts.
   *
   * @param <T> the type
   */
  protected static final class Known<T extends OpenValue> {
    private final Map<String, T> constants = new HashMap<>();
    private final Function<String, T> constructor;

    /**
     * Creates an empty set.
     *
     * @param constructor creates a value from a text
     */
    public Known(Function<String, T> constructor) {
      this.constructor = constructor;
    }

    /**
     * Adds a constant. For static initializers only.
     *
     * @param value its text
     * @return the constant
     */
    public T add(String value) {
      T constant = constructor.apply(value);
      ((OpenValue) constant).known = true;
      constants.put(value, constant);
      return constant;
    }

    /**
     * Returns the value for a text.
     *
     * @param value the vendor's text
     * @return the constant if the text is known, else a new value
     * @throws InvalidRequestException when it is null
     */
    public T of(String value) {
      T constant = constants.get(value);
      return constant == null ? constructor.apply(value) : constant;
    }
  }
}
