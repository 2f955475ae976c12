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
 * Converts bytes to values and back. Depth, string length and the number of values are limited.
 * Failures never quote the content.
 */
public final class Json {
  static final int MAX_DEPTH = 200;
  private static final int MAX_STRING = 8 * 1024 * 1024;

  /**
   * Each may take some hundred bytes of memory, even if it is small in the body. A normal answer of
   * 16 MiB has fewer: about 40,000 contacts.
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
   * @param value null, text, a boolean, a JDK number, a {@link Map} with text keys, a {@link
   *     java.util.Collection}, a record without annotations of a JSON library other than {@code
   *     JsonProperty} and {@code JsonAlias}, a {@link RequestObject} or an {@link OpenValue}
   * @return UTF-8 bytes
   * @throws dev.contactsdk.core.error.InvalidRequestException when the value is or contains
   *     anything else; the message names its place and type
   */
  public static byte[] write(@Nullable Object value) {
    return write("JSON body", value, null);
  }

  /**
   * Writes a value. A codec writes the values in it that are not the SDK's.
   *
   * @param where the context for error messages, such as the operation's name
   * @param value what {@link #write(Object)} takes, or anything that the codec writes
   * @param codec the client's codec; null when it has none
   * @return UTF-8 bytes
   * @throws dev.contactsdk.core.error.InvalidRequestException when the value is or contains
   *     something that cannot be written; the message names its place and type
   */
  public static byte[] write(String where, @Nullable Object value, @Nullable JsonCodec codec) {
    Bytes out = new Bytes();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new ValueWriter(where, codec, generator).write(value);
    }
    return out.bytes();
  }

  /**
   * Starts empty. The generator writes a short text at once, so the buffer has its exact length and
   * need not be copied.
   */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(0);
    }

    byte[] bytes() {
      return count == buf.length ? buf : toByteArray();
    }
  }

  /**
   * Copies a value, so later changes do not affect what is sent. Copies maps, lists, text, numbers
   * and the SDK's own types. Keeps any other value as it is.
   *
   * @param where the context for error messages, such as the operation's name
   * @param value any value
   * @return the copy
   * @throws dev.contactsdk.core.error.InvalidRequestException when the value is or contains a
   *     number that JSON cannot represent, or a map with a key that is not text
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
    try (JsonParser parser = FACTORY.createParser(new ReadState(), in)) {
      JsonToken first = first(parser);
      Object value = isBareId(first, reader) ? ValueReader.MISFIT : reader.read(parser);
      if (value == ValueReader.MISFIT) {
        throw new MalformedJsonException(
            "the body is JSON of another shape (it starts with " + first + ")");
      }
      if (value instanceof Misfit) {
        throw new MalformedJsonException(
            "the body has an unexpected value in a place that cannot keep it: to keep such values,"
                + " give the record a component Map<String, Object> additionalProperties");
      }
      if (parser.nextToken() != null) {
        throw new MalformedJsonException("the body has more content after its JSON value");
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedJsonException(describe(e));
    }
  }

  private static JsonToken first(JsonParser parser) {
    JsonToken first;
    try {
      first = parser.nextToken();
    } catch (JacksonException e) {
      throw new MalformedJsonException(describe(e), !isUnread(e.getCause()));
    }
    if (first == null) {
      throw new MalformedJsonException("the body is empty");
    }
    return first;
  }

  /** An id may stand for its object inside an answer, but a bare answer like "OK" is no record. */
  private static boolean isBareId(JsonToken first, ValueReader reader) {
    return reader instanceof RecordReader && first.isScalarValue() && first != JsonToken.VALUE_NULL;
  }

  private static boolean isUnread(@Nullable Throwable cause) {
    return cause instanceof IOException && !(cause instanceof CharConversionException);
  }

  /** Jackson's own message quotes the content. It has no location for an exceeded limit. */
  private static String describe(JacksonException e) {
    Throwable cause = e.getCause();
    if (cause != null && isUnread(cause)) {
      return "the body cannot be read: " + cause.getMessage();
    }
    TokenStreamLocation at = e.getLocation();
    String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return "the body is not the expected JSON (" + e.getClass().getSimpleName() + place + ")";
  }
}
