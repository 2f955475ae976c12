package dev.contactsdk.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Unmodifiable, non-null lists and maps for the compact constructors of records. */
public final class Unmodifiable {
  private static final Set<Class<?>> KINDS =
      Set.of(
          Absent.LIST.getClass(),
          Absent.MAP.getClass(),
          CompactMap.class,
          List.of().getClass(),
          List.of(0).getClass(),
          Map.of().getClass(),
          Map.of(0, 0).getClass());

  private Unmodifiable() {}

  /**
   * Returns an unmodifiable list.
   *
   * @param list any list; null if the answer had none
   * @param <T> the type of the elements
   * @return the list itself if it is unmodifiable, else a copy; an empty list for null
   */
  @SuppressWarnings("unchecked") // an empty list fits any type, and a copy has the same elements
  public static <T> List<T> list(@Nullable List<T> list) {
    return (List<T>) (list == null ? Absent.LIST : isFrozen(list) ? list : copy(list));
  }

  /**
   * Returns an unmodifiable map.
   *
   * @param map any map; null if the answer had none
   * @param <V> the type of the values
   * @return the map itself if it is unmodifiable, else a copy in the same order; an empty map for
   *     null
   */
  @SuppressWarnings("unchecked") // an empty map fits any type, and a copy has the same entries
  public static <V extends @Nullable Object> Map<String, V> map(@Nullable Map<String, V> map) {
    return (Map<String, V>) (map == null ? Absent.MAP : isFrozen(map) ? map : copy(map));
  }

  private static boolean isFrozen(Object value) {
    return KINDS.contains(value.getClass());
  }

  /** Copies at any depth, because mappers create modifiable lists and maps. */
  private static @Nullable Object frozen(@Nullable Object value) {
    if (value == null || isFrozen(value)) {
      return value;
    } else if (value instanceof List<?> list) {
      return copy(list);
    }
    return value instanceof Map<?, ?> map ? copy(map) : value;
  }

  private static List<?> copy(List<?> list) {
    List<@Nullable Object> copy = new ArrayList<>(list.size());
    list.forEach(element -> copy.add(frozen(element)));
    return Collections.unmodifiableList(copy);
  }

  private static Map<?, ?> copy(Map<?, ?> map) {
    Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, entry) -> copy.put(key, frozen(entry)));
    return Collections.unmodifiableMap(copy);
  }
}
