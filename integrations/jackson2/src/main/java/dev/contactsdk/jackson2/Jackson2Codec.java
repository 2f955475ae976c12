package dev.contactsdk.jackson2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.MalformedJsonException;
import dev.contactsdk.core.json.UnwritableJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the application's types with its Jackson mapper, 2.18 or newer. The mapper's
 * modules and settings and the types' annotations apply.
 *
 * <pre>{@code
 * KoreClient.builder()....json(Jackson2Codec.of(mapper)).build();
 * Crm crm = Jackson2Codec.of(mapper).convert(contact.customFields(), Crm.class);
 * }</pre>
 *
 * <p>Thread-safe. The codec registers nothing with the mapper. Do not change the mapper's settings
 * afterwards.
 */
public final class Jackson2Codec implements JsonCodec {
  private static final String JACKSON_3 = "tools.jackson.";

  private final ObjectMapper mapper;

  private Jackson2Codec(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Creates a codec from a mapper.
   *
   * @param mapper the application's mapper, for JSON
   * @return the codec
   * @throws InvalidRequestException when the mapper is null
   */
  public static Jackson2Codec of(ObjectMapper mapper) {
    return new Jackson2Codec(InvalidRequestException.refuseNull("Jackson2Codec", "mapper", mapper));
  }

  @Override
  public @Nullable Object read(InputStream in, Type type) throws IOException {
    try {
      return mapper.readValue(in, mapper.constructType(type));
    } catch (JsonProcessingException e) {
      throw new MalformedJsonException("the body " + unfit(type, e));
    }
  }

  @Override
  public byte[] write(Object value) {
    if (value.getClass().getName().startsWith(JACKSON_3)) {
      throw new UnwritableJsonException("it is Jackson 3's, but this mapper is Jackson 2's");
    }
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UnwritableJsonException("Jackson cannot write it (" + reason(e) + ")");
    }
  }

  @Override
  public @Nullable Object convert(@Nullable Object value, Type type) {
    try {
      return mapper.convertValue(value, mapper.constructType(type));
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException("the value " + unfit(type, e.getCause()));
    }
  }

  private static String unfit(Type type, @Nullable Throwable e) {
    return "cannot be read as " + type.getTypeName() + " (" + reason(e) + ")";
  }

  /** Jackson's other messages quote the input. */
  private static String reason(@Nullable Throwable e) {
    if (e instanceof InvalidDefinitionException definition) {
      return definition.getOriginalMessage();
    }
    return e == null ? "IllegalArgumentException" : e.getClass().getSimpleName();
  }
}
