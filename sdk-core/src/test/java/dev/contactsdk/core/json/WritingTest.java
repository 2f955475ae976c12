package dev.contactsdk.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.contactsdk.core.error.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {
  private static final class NewThing extends RequestObject {
    NewThing(Builder builder) {
      super(builder);
    }

    static final class Builder extends RequestObject.Builder<Builder> {
      Builder(@Nullable String name, @Nullable String phone) {
        require("name");
        put("name", name);
        requireText("phone");
        put("phone", phone);
      }

      Builder note(@Nullable String text) {
        return put("note", text);
      }

      Builder tags(Collection<String> tags) {
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

  private static final class Status extends OpenValue {
    Status(String value) {
      super(value);
    }
  }

  public record Named(
      @JsonProperty("_id") @JsonAlias({"id"}) @Nullable String id, @Nullable String note) {}

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
    assertThat(json(List.of((short) 1, (byte) 2, 3, 4L, 0.5, 0.1f))).isEqualTo("[1,2,3,4,0.5,0.1]");
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
        .hasMessageContaining("JSON body: x is a ")
        .hasMessageNotContaining("canary");
  }

  /** As JSON libraries have them: a tree is an iterable of its children. */
  private record Tree(List<Tree> children) implements Iterable<Tree> {
    @Override
    public Iterator<Tree> iterator() {
      return children.iterator();
    }
  }

  /** The same, but no record. */
  private static final class Node implements Iterable<Node> {
    @Override
    public Iterator<Node> iterator() {
      return List.of(new Node()).iterator();
    }
  }

  private enum Tier {
    GOLD
  }

  private static List<Object> numbersAndKeysThatJsonDoesNotHave() {
    return List.of(
        Double.NaN,
        Float.NEGATIVE_INFINITY,
        Map.of(Tier.GOLD, 1),
        Collections.singletonMap(null, 1));
  }

  @ParameterizedTest
  @MethodSource("numbersAndKeysThatJsonDoesNotHave")
  void whatJsonDoesNotHaveIsRefusedWhereItIsHandedIn(Object value) {
    NewThing.Builder builder = thing();
    List<ThrowingCallable> ways =
        List.of(
            () -> builder.custom("u", value),
            () -> builder.put("custom.u", value),
            () -> builder.additionalProperty("custom.u", value),
            () -> builder.additionalProperty("custom", Map.of("u", value)));
    for (ThrowingCallable way : ways) {
      assertThatThrownBy(way)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("NewThing: custom.u ");
    }
    assertThatThrownBy(() -> builder.additionalProperty("custom", Arrays.asList(1, value)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("NewThing: custom[1] ");
    assertThatThrownBy(() -> Json.write(new Holder(value)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("JSON body: u ");
    assertThat(builder.build().properties()).containsOnlyKeys("name", "phone");
  }

  private static List<Object> foreign() {
    return List.of(
        new Node(),
        Path.of("a", "b"),
        Tier.GOLD,
        LocalDate.EPOCH,
        new UUID(1, 2),
        'c',
        new int[] {1},
        Optional.of("a"),
        new Object(),
        new DoubleAdder());
  }

  /** A client may have a codec that writes it. */
  @ParameterizedTest
  @MethodSource("foreign")
  void whatOnlyACodecCanWriteIsKeptAndRefusedWithoutOneByItsPlace(Object value) {
    List<Object> holders =
        List.of(
            thing().custom("u", value).build(),
            Map.of("custom", Map.of("u", value)),
            Map.of("custom", new Holder(value)));
    for (Object holder : holders) {
      assertThatThrownBy(() -> Json.write("t.create", holder, null))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("t.create: custom.u is a " + value.getClass().getTypeName())
          .hasMessageContaining("contact-sdk-jackson3");
    }
    Object inLists = Map.of("custom", List.of(1, List.of(1, Map.of("v", 2), List.of(), value)));
    assertThatThrownBy(() -> Json.write(inLists))
        .hasMessageStartingWith("JSON body: custom[1][3] is a ");
    assertThatThrownBy(() -> Json.write(List.of(value)))
        .hasMessageStartingWith("JSON body: [0] is a ");
  }

  private record Holder(Object u) {}

  @Test
  void theRefusalSaysWhatToDo() {
    assertThatThrownBy(() -> Json.write(new Node()))
        .hasMessageContaining("the value is a " + Node.class.getName())
        .hasMessageContaining(
            "add dev.contactsdk:contact-sdk-jackson3 (or contact-sdk-jackson2) and give the"
                + " client's builder .json(Jackson3Codec.of(mapper))");
    assertThatThrownBy(() -> Json.write(Tier.GOLD)).hasMessageContaining("as text");
    assertThatThrownBy(() -> Json.write(new int[0])).hasMessageContaining("int[], which");
    assertThatThrownBy(() -> Json.write(new String[0]))
        .hasMessageContaining("java.lang.String[], which")
        .hasMessageContaining("give a List");
  }

  /** Writes the class's name, or fails. */
  private record Names(@Nullable RuntimeException failure) implements JsonCodec {
    @Override
    public Object read(InputStream in, Type type) {
      throw new AssertionError("not asked to read");
    }

    @Override
    public byte[] write(Object value) {
      if (failure != null) {
        throw failure;
      }
      return Json.write(value.getClass().getSimpleName());
    }

    @Override
    public Object convert(@Nullable Object value, Type type) {
      throw new AssertionError("not asked to convert");
    }
  }

  public record Own(String a) implements SdkRecord {}

  @Test
  void aCodecWritesWhatIsNotTheSdksAndNothingElse() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("own", List.of(new Own("x"), new Status("new"), new BigDecimal("0.10"), "text"));
    map.put("theirs", List.of(new Holder(1), Tier.GOLD, new Node(), new Annotated("a", "b")));
    NewThing built = thing().custom("m", map).build();
    assertThat(new String(Json.write("t", built, new Names(null)), StandardCharsets.UTF_8))
        .endsWith(
            "{\"m\":{\"own\":[{\"a\":\"x\"},\"new\",0.10,\"text\"],"
                + "\"theirs\":[\"Holder\",\"Tier\",\"Node\",\"Annotated\"]}}}");
  }

  @Test
  void whatACodecCannotWriteIsRefusedByItsPlaceAndNeverQuoted() {
    NewThing built = thing().custom("u", new Node()).build();
    assertThatThrownBy(() -> Json.write("t", built, new Names(new IllegalStateException("canary"))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("t: custom.u is a " + Node.class.getName())
        .hasMessageContaining("IllegalStateException")
        .hasMessageNotContaining("canary");
    assertThatThrownBy(
            () -> Json.write("t", built, new Names(new UnwritableJsonException("no getter"))))
        .hasMessageStartingWith("t: custom.u is a " + Node.class.getName() + ": no getter");
  }

  private record Renamed(@JsonProperty("full_name") @JsonAlias("n") String name) {}

  @Test
  void aRecordWithNamesOfItsOwnIsWrittenUnderThem() {
    assertThat(json(new Renamed("a"))).isEqualTo("{\"full_name\":\"a\"}");
  }

  private record WriteOnly(@JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String secret) {}

  private record Annotated(String name, @JsonIgnore String secret) {}

  @JsonPropertyOrder("secret")
  private record AnnotatedAsAWhole(String secret) {}

  private record AnnotatedOnAMethod(String secret) {
    @JsonValue
    String text() {
      return "x";
    }
  }

  private record AnnotatedOnItsConstructor(String secret) {
    @JsonCreator
    AnnotatedOnItsConstructor {}
  }

  @Test
  void aRecordThatIsAnnotatedForAnotherLibraryIsRefused() {
    for (Record record :
        List.of(
            new Annotated("a", "canary"),
            new WriteOnly("canary"),
            new AnnotatedAsAWhole("canary"),
            new AnnotatedOnAMethod("canary"),
            new AnnotatedOnItsConstructor("canary"))) {
      assertThatThrownBy(() -> Json.write(thing().custom("u", record).build()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("custom.u is a " + record.getClass().getName())
          .hasMessageContaining("with the annotation @com.fasterxml.jackson.annotation.Json")
          .hasMessageContaining("contact-sdk-jackson3")
          .hasMessageNotContaining("canary");
      assertThatThrownBy(() -> Json.write(List.of(record)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("[0] is a ");
    }
  }

  @Test
  void aRecordIsWrittenEvenWhereItIsIterable() {
    assertThat(json(new Tree(List.of(new Tree(List.of())))))
        .isEqualTo("{\"children\":[{\"children\":[]}]}");
  }

  @Test
  void whatHoldsItselfIsRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThatThrownBy(() -> thing().custom("u", list))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("does it hold itself?");
  }

  private record Read(Instant at, List<String> tags, Map<String, Object> additionalProperties) {}

  @Test
  void aRecordThatWasReadIsWrittenAsItWasRead() {
    String sent = "{\"at\":\"2026-02-01T10:00:00.500Z\",\"new\":[1]}";
    Read read =
        JsonType.of(Read.class)
            .read(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)));
    assertThat(json(read)).isEqualTo(sent);
    assertThat(json(new Read(Instant.EPOCH, List.of(), Map.of())))
        .isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\",\"tags\":[]}");
    assertThatThrownBy(() -> Json.write(thing().custom("u", Instant.EPOCH).build()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("java.time.Instant")
        .hasMessageContaining("as text");
  }

  @Test
  void aRecordOfTheSdksIsCopiedToo() {
    NewThing built = thing().custom("r", new Own("x")).custom("s", new Status("new")).build();
    assertThat(built.properties())
        .containsEntry("custom", Map.of("r", Map.of("a", "x"), "s", "new"));
  }

  @Test
  void textAndCountersAreWrittenAsTheyWereWhenHandedIn() {
    StringBuilder text = new StringBuilder("before");
    AtomicLong counter = new AtomicLong(Long.MAX_VALUE);
    NewThing built = thing().custom("t", text).custom("n", counter).build();
    text.append(" after");
    counter.set(1);
    assertThat(json(built)).endsWith("{\"t\":\"before\",\"n\":9223372036854775807}}");
  }

  @Test
  void keysThatAreTextOrNumbersAreWritten() {
    assertThat(json(new TreeMap<>(Map.of(1, "a", 2, "b")))).isEqualTo("{\"1\":\"a\",\"2\":\"b\"}");
    assertThat(json(Map.of(new StringBuilder("k"), true))).isEqualTo("{\"k\":true}");
  }

  @Test
  void allThatIsMissingIsNamedInOneMessage() {
    assertThatThrownBy(() -> new NewThing.Builder(null, " ").build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("NewThing")
        .hasMessageContaining("name, phone");
    assertThat(new NewThing.Builder("", "1").build().properties()).containsEntry("name", "");
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

  private static Object nested(int levels, boolean inMaps) {
    Object value = 1;
    for (int i = 0; i < levels; i++) {
      value = inMaps ? Map.of("a", value) : List.of(value);
    }
    return value;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nestingIsBoundedWhereAValueIsHandedInAndWhereItIsWritten(boolean inMaps) {
    Object deepest = nested(Json.MAX_DEPTH, inMaps);
    Object tooDeep = nested(Json.MAX_DEPTH + 1, inMaps);
    assertThat(json(deepest)).contains("1");
    assertThat(json(Json.snapshot("t", deepest))).isEqualTo(json(deepest));
    for (ThrowingCallable way :
        List.<ThrowingCallable>of(() -> json(tooDeep), () -> Json.snapshot("t", tooDeep))) {
      assertThatThrownBy(way)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("nested more than " + Json.MAX_DEPTH + " levels deep");
    }
  }

  @Test
  void whatHoldsItselfIsRefusedWhereItIsWrittenToo() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    Map<String, Object> map = new HashMap<>();
    map.put("map", map);
    for (Object endless : List.of(list, map)) {
      assertThatThrownBy(() -> json(endless))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("does it hold itself?");
    }
  }

  @Test
  void anyNumberOfValuesMayStandSideBySide() {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i <= Json.MAX_DEPTH; i++) {
      values.add(Map.of());
      values.add(List.of());
    }
    assertThat(Json.snapshot("t", values)).isEqualTo(values);
  }

  @Test
  void theSecondOfTwoValuesIsRefusedByItsOwnPlace() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("first", 1);
    map.put("second", Double.NaN);
    assertThatThrownBy(() -> Json.snapshot("t", map)).hasMessageStartingWith("t: second is NaN");
    assertThatThrownBy(() -> Json.snapshot("t", List.of(1, Double.NaN)))
        .hasMessageStartingWith("t: [1] is NaN");
  }

  @Test
  void aKeyIsRefusedWithTheReason() {
    assertThatThrownBy(() -> json(Collections.singletonMap(null, 1)))
        .hasMessageContaining("JSON body: the value has a null key");
    assertThatThrownBy(() -> json(Map.of("a", Map.of(Tier.GOLD, 1))))
        .hasMessageContaining(
            "JSON body: a has a key that is a " + Tier.class.getName() + ": keys must be text");
  }

  private static List<Object> writtenAsText() {
    return List.of(Tier.GOLD, new UUID(1, 2), 'c', LocalDate.EPOCH, Instant.EPOCH);
  }

  @ParameterizedTest
  @MethodSource("writtenAsText")
  void whatPeopleWriteAsTextIsAskedForAsText(Object value) {
    assertThatThrownBy(() -> json(value))
        .hasMessageContaining("give it as text, in the form that the vendor expects, or add");
    assertThatThrownBy(() -> json(new Object())).hasMessageNotContaining("as text");
  }

  /** An object that an application's JSON library fills. */
  private static final class Filled extends RequestObject {
    Filled(Map<String, ?> written) {
      super(written, "name", "phone");
    }
  }

  @Test
  void anObjectTakenFromJsonIsACopyAndNamesWhatIsMissing() {
    Map<String, Object> written = new HashMap<>(Map.of("name", "Asha", "phone", "+91"));
    Filled filled = new Filled(written);
    written.put("name", "Other");
    assertThat(filled.properties()).isEqualTo(Map.of("name", "Asha", "phone", "+91"));
    assertThatThrownBy(() -> new Filled(Map.of("name", "Asha")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Filled: required but missing or blank: phone");
  }

  @Test
  void anObjectInsideAnotherIsWrittenAsItsProperties() {
    NewThing inner = thing().build();
    assertThat(thing().custom("inner", inner).build().properties())
        .containsEntry("custom", Map.of("inner", inner.properties()));
  }
}
