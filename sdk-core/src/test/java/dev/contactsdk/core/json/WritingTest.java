package dev.contactsdk.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WritingTest {
  private static final class NewThing extends RequestObject {
    NewThing(Builder builder) {
      super(builder);
    }

    static final class Builder extends RequestObject.Builder<Builder> {
      Builder(@Nullable String name, @Nullable String phone) {
        require("name", name);
        require("phone", phone);
      }

      Builder note(@Nullable String text) {
        return put("note", text);
      }

      Builder tags(Iterable<String> tags) {
        return put("tags", tags);
      }

      Builder tag(String tag) {
        return add("tags", tag);
      }

      Builder custom(String key, @Nullable Object value) {
        return putInto("custom", key, value);
      }

      NewThing build() {
        return new NewThing(this);
      }

      @Override
      protected Builder self() {
        return this;
      }
    }
  }

  public record Status(String value) implements OpenValue {}

  public record Named(@WireName({"_id", "id"}) @Nullable String id, @Nullable String note) {}

  private static String json(@Nullable Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  private static NewThing.Builder thing() {
    return new NewThing.Builder("Asha", "+919876543210");
  }

  @Test
  void aPropertyIsAbsentNullOrAValue() {
    String start = "{\"name\":\"Asha\",\"phone\":\"+919876543210\"";
    assertThat(json(thing().build())).isEqualTo(start + "}");
    assertThat(json(thing().note(null).build())).isEqualTo(start + ",\"note\":null}");
    assertThat(json(thing().note("").build())).isEqualTo(start + ",\"note\":\"\"}");
  }

  @Test
  void listsAndObjectsGrow() {
    NewThing built = thing().tag("a").tag("b").custom("x", 1).custom("y", null).build();
    assertThat(json(built)).endsWith("\"tags\":[\"a\",\"b\"],\"custom\":{\"x\":1,\"y\":null}}");
  }

  @Test
  void whatTheSdkDoesNotKnowCanBeSent() {
    NewThing built =
        thing().additionalProperty("new", Map.of("deep", List.of(1, Map.of("x", true)))).build();
    assertThat(json(built)).endsWith("\"new\":{\"deep\":[1,{\"x\":true}]}}");
  }

  @Test
  void numbersAreWrittenExactly() {
    assertThat(json(new BigDecimal("12345678901234567890.123456789")))
        .isEqualTo("12345678901234567890.123456789");
    assertThat(json(new BigInteger("123456789012345678901"))).isEqualTo("123456789012345678901");
    assertThat(json(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    assertThat(json(List.of((short) 1, (byte) 2, 3, 4L, 0.5, 0.1f))).startsWith("[1,2,3,4,0.5,0.1");
  }

  @Test
  void textIsWrittenInUtf8AndEscapedWhereJsonWantsIt() {
    assertThat(json("Zoë 😀 \"\\\n\u0001/")).isEqualTo("\"Zoë 😀 \\\"\\\\\\n\\u0001/\"");
    assertThat(json(CharBuffer.wrap("text"))).isEqualTo("\"text\"");
  }

  @Test
  void nestedValuesOfAllKindsAreWritten() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("status", new Status("new"));
    map.put("thing", thing().build());
    map.put("record", new Named("1", null));
    map.put("list", Arrays.asList(null, true, Set.of("x")));
    assertThat(json(map))
        .isEqualTo(
            "{\"status\":\"new\",\"thing\":{\"name\":\"Asha\",\"phone\":\"+919876543210\"},"
                + "\"record\":{\"_id\":\"1\"},\"list\":[null,true,[\"x\"]]}");
    assertThat(json(null)).isEqualTo("null");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Map<String, Object> value =
        Map.of("a", List.of(1, 2.5, "x"), "b", Map.of("c", true), "d", "ü\u2028\"");
    assertThat(Json.read(Json.write(value))).isEqualTo(value);
  }

  @Test
  void anObjectOfAnotherKindIsRefusedByItsClassNotItsContent() {
    Object odd =
        new Object() {
          @Override
          public String toString() {
            return "canary";
          }
        };
    assertThatThrownBy(() -> Json.write(Map.of("x", odd)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void numbersThatJsonDoesNotHaveAreRefused() {
    for (Object number : List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)) {
      assertThatThrownBy(() -> Json.write(Map.of("x", number)))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void allThatIsMissingIsNamedInOneMessage() {
    assertThatThrownBy(() -> new NewThing.Builder(null, " ").build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("NewThing")
        .hasMessageContaining("name, phone");
  }

  @Test
  void laterChangesOfWhatWasHandedInDoNotReachTheObject() {
    List<String> tags = new ArrayList<>(List.of("a"));
    Map<String, Object> inner = new HashMap<>(Map.of("k", 1));
    NewThing.Builder builder = thing().tags(tags).additionalProperty("x", inner);
    NewThing built = builder.build();
    tags.add("b");
    inner.put("k", 2);
    builder.note("later");
    assertThat(built.properties())
        .doesNotContainKey("note")
        .containsEntry("tags", List.of("a"))
        .containsEntry("x", Map.of("k", 1));
    assertThatThrownBy(() -> built.properties().put("y", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void elementsAddedLaterCannotBeChangedFromOutsideEither() {
    Map<String, Object> value = new HashMap<>(Map.of("k", 1));
    NewThing built = thing().custom("m", value).build();
    value.put("k", 2);
    assertThat(built.properties()).containsEntry("custom", Map.of("m", Map.of("k", 1)));
  }

  @Test
  void whatWasBuiltDoesNotChangeWithItsBuilder() {
    NewThing.Builder builder = thing().tag("a").custom("k", 1);
    NewThing built = builder.build();
    assertThat(builder.tag("b").custom("l", 2).build()).isNotEqualTo(built);
    assertThat(built.properties())
        .containsEntry("tags", List.of("a"))
        .containsEntry("custom", Map.of("k", 1));
  }

  @Test
  void objectsOfEqualPropertiesAreEqual() {
    assertThat(thing().note("n").build())
        .isEqualTo(thing().note("n").build())
        .hasSameHashCodeAs(thing().note("n").build())
        .isNotEqualTo(thing().build());
  }

  @Test
  void anObjectPrintsNamesOnly() {
    assertThat(thing().note("canary").build()).hasToString("NewThing[name, phone, note]");
  }
}
