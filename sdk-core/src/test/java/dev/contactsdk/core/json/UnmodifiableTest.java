package dev.contactsdk.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists and maps of records cannot be changed, whoever made them. */
class UnmodifiableTest {
  @Test
  void nullIsEmpty() {
    assertThat(Unmodifiable.list(null)).isEmpty();
    assertThat(Unmodifiable.map(null)).isEmpty();
  }

  @Test
  void whatCannotChangeIsNotCopied() {
    List<Object> list = List.of(1, 2, 3);
    Map<String, Object> map = Map.of("a", 1);
    List<Object> wrapped = Collections.unmodifiableList(new ArrayList<>(list));

    assertThat(Unmodifiable.list(list)).isSameAs(list);
    assertThat(Unmodifiable.list(wrapped)).isSameAs(wrapped);
    assertThat(Unmodifiable.map(map)).isSameAs(map);
  }

  @Test
  void whatCanChangeIsCopiedAtAnyDepth() {
    List<@Nullable Object> inner = new ArrayList<>(Arrays.asList("x", null));
    Map<String, @Nullable Object> innerMap = new HashMap<>(Map.of("k", inner));
    List<@Nullable Object> list = new ArrayList<>(Arrays.asList(inner, innerMap, null, List.of(1)));
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("z", list);
    map.put("a", null);

    List<@Nullable Object> copy = Unmodifiable.list(list);
    Map<String, @Nullable Object> copiedMap = Unmodifiable.map(map);
    List<Object> expected =
        Arrays.asList(
            Arrays.asList("x", null), Map.of("k", Arrays.asList("x", null)), null, List.of(1));
    inner.add("later");
    innerMap.clear();
    list.clear();

    assertThat(copy).isEqualTo(expected);
    assertThat(copiedMap.keySet()).containsExactly("z", "a");
    assertThat(copiedMap.get("z")).isEqualTo(expected);
    assertThatThrownBy(() -> copy.add("x")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(copiedMap::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((List<?>) copy.get(0)).clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((Map<?, ?>) copy.get(1)).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
