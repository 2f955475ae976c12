package dev.contactsdk.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps of answers behave as the JDK's unmodifiable ones, with few properties and with many. */
class CompactMapTest {
  @SuppressWarnings("unchecked") // an object is a map
  private static Map<String, @Nullable Object> read(String json) {
    Object value = Json.read(json.getBytes(StandardCharsets.UTF_8));
    return (Map<String, @Nullable Object>) value;
  }

  private static String json(int properties) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < properties; i++) {
      parts.add("\"p" + i + "\":" + (i == 1 ? "null" : Integer.toString(i)));
    }
    return "{" + String.join(",", parts) + "}";
  }

  @Test
  void itIsEqualToALinkedHashMapOfTheSameProperties() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 500; round++) {
      Map<String, @Nullable Object> expected = new LinkedHashMap<>();
      CompactMap map = new CompactMap();
      for (int i = random.nextInt(20); i > 0; i--) {
        String name = "p" + random.nextInt(14);
        Object value = random.nextInt(4) == 0 ? null : i;
        expected.put(name, value);
        map.add(name, value);
      }
      assertThat((Object) map).isEqualTo(expected).hasToString(expected.toString());
      assertThat((Object) expected).isEqualTo(map);
      assertThat(map.hashCode()).isEqualTo(expected.hashCode());
      assertThat(map.size()).isEqualTo(expected.size());
      assertThat(new ArrayList<>(map.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
      assertThat(new ArrayList<>(map.values())).isEqualTo(new ArrayList<>(expected.values()));
      for (int i = 0; i < 15; i++) {
        assertThat(map.get("p" + i)).isEqualTo(expected.get("p" + i));
        assertThat(map.containsKey("p" + i)).isEqualTo(expected.containsKey("p" + i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 8, 9, 40})
  void whatIsNotThereIsNull(int properties) {
    Map<String, @Nullable Object> map = read(json(properties));

    assertThat(map.get("absent")).isNull();
    assertThat(map.get(null)).isNull();
    assertThat(map.containsKey(null)).isFalse();
    assertThat(map.containsKey("p0")).isEqualTo(properties > 0);
    assertThat(map.containsKey("p1")).isEqualTo(properties > 1);
    assertThat(map.containsKey("p" + properties)).isFalse();
  }

  private static void assertRefused(ThrowingCallable change) {
    assertThatThrownBy(change).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9})
  void itCannotBeChanged(int properties) {
    Map<String, @Nullable Object> map = read(json(properties));
    String before = map.toString();

    assertRefused(() -> map.put("p0", 5));
    assertRefused(() -> map.put("new", 5));
    assertRefused(() -> map.putAll(Map.of("new", 5)));
    assertRefused(() -> map.putIfAbsent("new", 5));
    assertRefused(() -> map.remove("p0"));
    assertRefused(map::clear);
    assertRefused(() -> map.replaceAll((name, value) -> 5));
    assertRefused(() -> map.compute("p0", (name, value) -> 5));
    assertRefused(() -> map.merge("p0", 5, (one, other) -> 5));
    assertRefused(() -> map.keySet().remove("p0"));
    assertRefused(() -> map.values().clear());
    assertRefused(() -> map.entrySet().iterator().next().setValue(5));
    assertRefused(() -> map.entrySet().removeIf(entry -> true));
    Iterator<String> names = map.keySet().iterator();
    names.next();
    assertRefused(names::remove);

    assertThat(map).hasToString(before);
    assertThat((Object) Unmodifiable.map(map)).isSameAs(map);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 9})
  void itsIteratorEnds(int properties) {
    var entries = read(json(properties)).entrySet().iterator();
    for (int i = 0; i < properties; i++) {
      assertThat(entries.hasNext()).isTrue();
      assertThat(entries.next().getKey()).isEqualTo("p" + i);
    }
    assertThat(entries.hasNext()).isFalse();
    assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 8, 9})
  void itIsSerializedAsTheMapOfTheJdk(int properties) throws IOException, ClassNotFoundException {
    Map<String, @Nullable Object> map = read(json(properties));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(map);
    }
    assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("contactsdk");
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Object copy = in.readObject();
      assertThat(copy).isEqualTo(map).hasToString(map.toString());
    }
  }
}
