package dev.contactsdk.jackson3;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.MalformedJsonException;
import dev.contactsdk.core.json.UnwritableJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidDefinitionException;

/**
 * Reads and writes the application's types with its Jackson mapper, 3.0 or newer. The mapper's
 * modules and settings and the types' annotations apply.
 *
 * <pre>{@code
 * KoreClient.builder()....json(Jackson3Codec.of(mapper)).build();
 * Crm crm = Jackson3Codec.of(mapper).convert(contact.customFields(), Crm.class);
 * }</pre>
 *
 * <p>Thread-safe. The codec registers nothing with the mapper.
 */
public final class Jackson3Codec implements JsonCodec {
  private static final String JACKSON_2 = "com.fasterxml.jackson.";

  private final ObjectMapper mapper;

  private Jackson3Codec(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Creates a codec from a mapper.
   *
   * @param mapper the application's mapper, for JSON, such as a {@code JsonMapper}
   * @return the codec
   * @throws InvalidRequestException when the mapper is null
   */
  public static Jackson3Codec of(ObjectMapper mapper) {
    return new Jackson3Codec(InvalidRequestException.refuseNull("Jackson3Codec", "mapper", mapper));
  }

  @Override
  public @Nullable Object read(InputStream in, Type type) throws IOException {
    try {
      return mapper.readValue(in, mapper.constructType(type));
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException damaged) {
        throw damaged;
      }
      throw new MalformedJsonException("the body " + unfit(type, e));
    }
  }

  @Override
  public byte[] write(Object value) {
    if (value.getClass().getName().startsWith(JACKSON_2)) {
      throw new UnwritableJsonException("it is Jackson 2's, but this mapper is Jackson 3's");
    }
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JacksonException e) {
      throw new UnwritableJsonException("Jackson cannot write it (" + reason(e) + ")");
    }
  }

  @Override
  public @Nullable Object convert(@Nullable Object value, Type type) {
    try {
      return mapper.convertValue(value, mapper.constructType(type));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new MalformedJsonException("the value " + unfit(type, e));
    }
  }

  private static String unfit(Type type, RuntimeException e) {
    return "cannot be read as " + type.getTypeName() + " (" + reason(e) + ")";
  }

  /** Jackson's other messages quote the input. */
  private static String reason(RuntimeException e) {
    return e instanceof InvalidDefinitionException definition
        ? definition.getOriginalMessage()
        : e.getClass().getSimpleName();
  }
}
