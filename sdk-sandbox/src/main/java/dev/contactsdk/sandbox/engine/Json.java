package dev.contactsdk.sandbox.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) in UTF-8 as plain maps, lists, strings, numbers and booleans. The sandboxes use
 * their own reader and writer, so a client's mistakes show.
 */
public final class Json {

  private Json() {}

  /**
   * Writes maps with text keys, {@link Iterable}s, text, the JDK's numbers, booleans and null.
   *
   * @throws IllegalArgumentException for anything else, including infinity and NaN
   */
  public static byte[] write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out).value(value);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads strictly, like a vendor's server; the clients read leniently. A number without fraction
   * and exponent is an {@link Integer}, {@link Long} or {@link java.math.BigInteger}, any other a
   * {@link java.math.BigDecimal}. No digit is lost.
   *
   * @throws MalformedText for anything other than one JSON value, and for a repeated key
   */
  public static @Nullable Object read(byte[] json) {
    return new JsonReader(utf8(json)).read();
  }

  /**
   * Decodes UTF-8.
   *
   * @throws MalformedText for bytes that are not UTF-8
   */
  public static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedText("not UTF-8");
    }
  }
}
