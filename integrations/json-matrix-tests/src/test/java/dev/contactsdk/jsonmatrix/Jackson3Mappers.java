package dev.contactsdk.jsonmatrix;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.jackson3.Jackson3Codec;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Jackson 3. */
public final class Jackson3Mappers implements Supplier<List<Mapper>> {
  @Override
  public List<Mapper> get() {
    return List.of(
        new Of("plain", new ObjectMapper()),
        new Of("as Spring Boot 4", springBoot()),
        new Of("names changed, nulls left out, times as numbers", changed()));
  }

  private static ObjectMapper springBoot() {
    return JsonMapper.builder()
        .findAndAddModules()
        .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .build();
  }

  private static ObjectMapper changed() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .changeDefaultPropertyInclusion(
            all ->
                all.withValueInclusion(JsonInclude.Include.NON_NULL)
                    .withContentInclusion(JsonInclude.Include.USE_DEFAULTS))
        .build();
  }

  private record Of(String name, ObjectMapper mapper) implements Mapper {
    @Override
    public String write(Object value) {
      return mapper.writeValueAsString(value);
    }

    @Override
    public Object read(String json, Type type) {
      return mapper.readValue(json, mapper.constructType(type));
    }

    @Override
    public JsonCodec codec() {
      return Jackson3Codec.of(mapper);
    }
  }
}
