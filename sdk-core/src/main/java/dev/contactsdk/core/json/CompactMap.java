package dev.contactsdk.core.json;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an object in an answer, in their order, unmodifiable once it has been read.
 * Most objects have few, which then take less than half of a {@code LinkedHashMap}'s memory. If
 * there are many, it is one.
 */
final class CompactMap extends AbstractMap<String, @Nullable Object> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Names are compared one by one, which takes too long where a server sends very many. */
  private static final int FEW = 8;

  /** Names at even places, each followed by its value. */
  private transient @Nullable Object[] entries = new @Nullable Object[4];

  private transient int size;
  private transient @Nullable Map<String, @Nullable Object> many;

  /** Adds a property; of two with the same name, the last value wins. For readers only. */
  void add(String name, @Nullable Object value) {
    if (many != null) {
      many.put(name, value);
      return;
    }
    int present = placeOf(name);
    if (present >= 0) {
      entries[present + 1] = value;
    } else if (size == FEW) {
      many = new LinkedHashMap<>(this);
      many.put(name, value);
      entries = new @Nullable Object[0];
    } else {
      if (2 * size == entries.length) {
        entries = Arrays.copyOf(entries, 2 * entries.length);
      }
      entries[2 * size] = name;
      entries[2 * size + 1] = value;
      size++;
    }
  }

  private int placeOf(@Nullable Object name) {
    for (int i = 0; i < 2 * size; i += 2) {
      if (Objects.equals(name, entries[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    if (many != null) {
      return many.get(name);
    }
    int place = placeOf(name);
    return place < 0 ? null : entries[place + 1];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return many != null ? many.containsKey(name) : placeOf(name) >= 0;
  }

  @Override
  public int size() {
    return many != null ? many.size() : size;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return many != null ? Collections.unmodifiableMap(many).entrySet() : new Entries();
  }

  private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Entry<String, @Nullable Object>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < size;
        }

        @Override
        public Entry<String, @Nullable Object> next() {
          if (next == size) {
            throw new NoSuchElementException();
          }
          int place = 2 * next++;
          return new SimpleImmutableEntry<>((String) entries[place], entries[place + 1]);
        }
      };
    }
  }

  /** The serialized form is the JDK's, so this class may change. */
  private Object writeReplace() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(this));
  }
}
