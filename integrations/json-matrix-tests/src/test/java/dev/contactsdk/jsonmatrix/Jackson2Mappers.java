package dev.contactsdk.jsonmatrix;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.jackson2.Jackson2Codec;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Supplier;

/** Jackson 2 reads and writes an Instant with its JavaTimeModule only. */
public final class Jackson2Mappers implements Supplier<List<Mapper>> {
  @Override
  public List<Mapper> get() {
    return List.of(
        new Of("plain", new ObjectMapper().registerModule(new JavaTimeModule())),
        new Of("as Spring Boot 3", springBoot()),
        new Of("names changed, nulls left out", changed()));
  }

  private static ObjectMapper springBoot() {
    return JsonMapper.builder()
        .findAndAddModules()
        .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .build();
  }

  private static ObjectMapper changed() {
    return JsonMapper.builder()
        .findAndAddModules()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(
                JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
        .build();
  }

  private record Of(String name, ObjectMapper mapper) implements Mapper {
    @Override
    public String write(Object value) throws Exception {
      return mapper.writeValueAsString(value);
    }

    @Override
    public Object read(String json, Type type) throws Exception {
      return mapper.readValue(json, mapper.constructType(type));
    }

    @Override
    public JsonCodec codec() {
      return Jackson2Codec.of(mapper);
    }
  }
}
