package dev.contactsdk.core.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Bytes to values and back. Depth, string length and the number of values are bounded, and no
 * failure quotes what was read.
 */
public final class Json {
  static final int MAX_DEPTH = 200;
  private static final int MAX_STRING = 8 * 1024 * 1024;

  /**
   * Each takes some hundred bytes of memory at worst, however few it takes in the body. An answer
   * of 16 MiB that is not made for harm has less: some 40,000 contacts.
   */
  private static final long MAX_TOKENS = 2_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxTokenCount(MAX_TOKENS)
                  .build())
          .build();

  private Json() {}

  /**
   * Writes a value.
   *
   * @param value null, text, a boolean, a number of the JDK, a {@link Map} with text as keys, a
   *     {@link java.util.Collection}, a record without annotations of a JSON library other than
   *     {@code JsonProperty} and {@code JsonAlias}, a {@link RequestObject} or an {@link OpenValue}
   * @return UTF-8 bytes
   * @throws dev.contactsdk.core.error.InvalidRequestException when the value is, or holds,
   *     something else; the message names its place and its type
   */
  public static byte[] write(@Nullable Object value) {
    return write("JSON body", value, null);
  }

  /**
   * Writes a value, and what is not the SDK's in it with a codec.
   *
   * @param where what refuses, such as the operation's name
   * @param value what {@link #write(Object)} takes, or anything that the codec writes
   * @param codec the client's codec; null when it has none
   * @return UTF-8 bytes
   * @throws dev.contactsdk.core.error.InvalidRequestException when the value is, or holds,
   *     something that cannot be written; the message names its place and its type
   */
  public static byte[] write(String where, @Nullable Object value, @Nullable JsonCodec codec) {
    // The generator hands over all that fits its own buffer at once, and so in the right length.
    ByteArrayOutputStream out = new ByteArrayOutputStream(0);
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new ValueWriter(where, codec, generator).write(value);
    }
    return out.toByteArray();
  }

  /**
   * Copies a value, so later changes of what was handed in do not reach what is sent. What is not
   * the SDK's, and no map, list, text or number, is kept as it is.
   *
   * @param where what refuses, such as the operation's name
   * @param value any value
   * @return the copy
   * @throws dev.contactsdk.core.error.InvalidRequestException when the value is, or holds, a number
   *     that JSON does not have, or a map with a key that is not text
   */
  public static @Nullable Object snapshot(String where, @Nullable Object value) {
    return JsonValues.copy(where, "", value);
  }

  /**
   * Reads any JSON.
   *
   * @param bytes UTF-8, UTF-16 or UTF-32
   * @return unmodifiable maps and lists, strings, numbers, booleans or null
   * @throws MalformedJsonException when it is not JSON
   */
  public static @Nullable Object read(byte[] bytes) {
    return read(new ByteArrayInputStream(bytes), UntypedReader::read);
  }

  static @Nullable Object read(InputStream in, ValueReader reader) {
    try (JsonParser parser = FACTORY.createParser(new SharedTexts(), in)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new MalformedJsonException("the body is empty");
      }
      Object value = isBareId(first, reader) ? ValueReader.MISFIT : reader.read(parser);
      if (value == ValueReader.MISFIT) {
        throw new MalformedJsonException(
            "the body is JSON of another shape (it begins with " + first + ")");
      }
      if (value instanceof Misfit) {
        throw new MalformedJsonException(
            "the body holds a value of an unexpected kind in a place that cannot keep it: a record"
                + " keeps such values in a component Map<String, Object> additionalProperties");
      }
      if (parser.nextToken() != null) {
        throw new MalformedJsonException("the body goes on after its JSON value");
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedJsonException(describe(e));
    }
  }

  /** Inside an answer an id may stand for its object; a whole answer like "OK" is no record. */
  private static boolean isBareId(JsonToken first, ValueReader reader) {
    return reader instanceof RecordReader && first.isScalarValue() && first != JsonToken.VALUE_NULL;
  }

  /** Jackson's own message quotes what it read. Where a limit was exceeded it knows no place. */
  private static String describe(JacksonException e) {
    Throwable cause = e.getCause();
    if (cause instanceof IOException && !(cause instanceof CharConversionException)) {
      return "the body cannot be read: " + cause.getMessage();
    }
    TokenStreamLocation at = e.getLocation();
    String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return "the body is not the expected JSON (" + e.getClass().getSimpleName() + place + ")";
  }
}
