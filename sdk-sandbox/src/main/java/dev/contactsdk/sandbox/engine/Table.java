package dev.contactsdk.sandbox.engine;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows in creation order. A row is an immutable map with an {@code id}. Seeded rows are computed
 * from their number on each read and cost four bytes each. Not thread-safe.
 */
public final class Table {

  private final Ids ids;
  private final Map<Integer, Map<String, Object>> own = new HashMap<>();
  private final Map<String, Integer> foreignIds = new HashMap<>();
  private final NavigableMap<Integer, IntFunction<Map<String, Object>>> seeds = new TreeMap<>();
  private int[] shown = new int[16];
  private int size;
  private int next;
  private long version;
  private String viewKey = "";
  private long viewVersion = -1;
  private int[] view = new int[0];

  public Table(Ids ids) {
    this.ids = ids;
  }

  public static Map<String, Object> frozen(Map<String, Object> row) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(row));
  }

  /** Adds a row, with the next id unless it has one; returns its number. */
  public int add(Map<String, Object> row) {
    int number = next;
    Map<String, Object> stored = new LinkedHashMap<>(row);
    Object id = stored.putIfAbsent("id", ids.of(number));
    if (id != null) {
      if (foreignIds.putIfAbsent(id.toString(), number) != null) {
        throw new IllegalArgumentException("id exists: " + id);
      }
    }
    show(number);
    own.put(number, Collections.unmodifiableMap(stored));
    return number;
  }

  /** Adds rows that are computed from their number; returns the number of the first. */
  public int seed(int count, IntFunction<Map<String, Object>> generator) {
    int first = next;
    seeds.put(first, generator);
    for (int i = 0; i < count; i++) {
      show(next);
    }
    return first;
  }

  private void show(int number) {
    if (size == shown.length) {
      shown = Arrays.copyOf(shown, size * 2);
    }
    shown[size++] = number;
    next = number + 1;
    version++;
  }

  public String idOf(int number) {
    return ids.of(number);
  }

  public int nextNumber() {
    return next;
  }

  /** The number of the row with this id, shown or hidden; -1 if there is none. */
  public int number(String id) {
    Integer foreign = foreignIds.get(id);
    if (foreign != null) {
      return exists(foreign) ? foreign : -1;
    }
    int number = ids.number(id);
    return number >= 0 && exists(number) && id.equals(row(number).get("id")) ? number : -1;
  }

  public boolean isShown(int number) {
    return Arrays.binarySearch(shown, 0, size, number) >= 0;
  }

  private boolean exists(int number) {
    return number >= 0 && number < next && (own.containsKey(number) || isShown(number));
  }

  public Map<String, Object> row(int number) {
    Map<String, Object> stored = own.get(number);
    if (stored != null) {
      return stored;
    }
    Map.Entry<Integer, IntFunction<Map<String, Object>>> seed = seeds.floorEntry(number);
    if (seed == null) {
      throw new IllegalArgumentException("no row " + number);
    }
    return seed.getValue().apply(number);
  }

  public @Nullable Map<String, Object> find(String id) {
    int number = number(id);
    return number < 0 ? null : row(number);
  }

  public void put(int number, Map<String, Object> row) {
    own.put(number, frozen(row));
    version++;
  }

  /** Hides a row. It can still be read by its number if it was put before. */
  public void hide(int number) {
    int at = Arrays.binarySearch(shown, 0, size, number);
    if (at >= 0) {
      System.arraycopy(shown, at + 1, shown, at, size - at - 1);
      size--;
      version++;
    }
  }

  public void remove(int number) {
    hide(number);
    forget(number);
  }

  /** Removes the shown rows that pass a test. */
  public void removeIf(Predicate<Map<String, Object>> test) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int number = shown[i];
      if (test.test(row(number))) {
        forget(number);
      } else {
        shown[kept++] = number;
      }
    }
    size = kept;
    version++;
  }

  private void forget(int number) {
    Map<String, Object> stored = own.remove(number);
    if (stored != null) {
      foreignIds.remove(String.valueOf(stored.get("id")), number);
    }
  }

  public int size() {
    return size;
  }

  /** The shown rows, oldest first; valid until the next change. */
  public List<Map<String, Object>> rows() {
    return lazily(shown, size);
  }

  /**
   * The shown rows that pass a test. The key identifies the test; the result is cached until the
   * next change.
   */
  public List<Map<String, Object>> rows(String key, Predicate<Map<String, Object>> test) {
    if (viewVersion != version || !viewKey.equals(key)) {
      view = Arrays.stream(shown, 0, size).filter(number -> test.test(row(number))).toArray();
      viewKey = key;
      viewVersion = version;
    }
    return lazily(view, view.length);
  }

  /** All rows, including hidden ones, oldest first. */
  public List<Map<String, Object>> all() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int number = 0; number < next; number++) {
      if (exists(number)) {
        all.add(row(number));
      }
    }
    return Collections.unmodifiableList(all);
  }

  private List<Map<String, Object>> lazily(int[] numbers, int count) {
    return new AbstractList<>() {
      @Override
      public Map<String, Object> get(int index) {
        return row(numbers[index]);
      }

      @Override
      public int size() {
        return count;
      }
    };
  }
}
