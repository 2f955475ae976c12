package dev.contactsdk.core.json;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads an object into a record, leniently. Nothing is required, and a component matches each of
 * its names. Unknown properties and values of another kind go to {@code additionalProperties}. If a
 * vendor sends the bare id instead of the object, the record holds only that id. An object that the
 * record's constructor rejects is a misfit.
 */
final class RecordReader implements ValueReader {
  static final String ADDITIONAL = "additionalProperties";

  /** A name of a component. The preferred name has rank 1, the next one 2. */
  private record Slot(int index, byte rank, ValueReader reader) {}

  private final Constructor<?> constructor;
  private final Map<String, Slot> slots = new HashMap<>();
  private final List<List<String>> names = new ArrayList<>();
  private final @Nullable Object[] blank;
  private int additional = -1;
  private int id = -1;

  RecordReader(Class<?> type, Function<RecordComponent, ValueReader> readerOf) {
    RecordComponent[] components = type.getRecordComponents();
    this.constructor = canonicalConstructor(type, components);
    this.blank = new Object[components.length];
    ValueReader[] readers = new ValueReader[components.length];
    for (int i = 0; i < components.length; i++) {
      names.add(new ArrayList<>());
      blank[i] = emptyOf(components[i].getType());
      if (components[i].getName().equals(ADDITIONAL)) {
        additional = i;
      } else {
        readers[i] = readerOf.apply(components[i]);
        addSlots(i, readers[i], WireNames.of(components[i]));
      }
      if (components[i].getName().equals("id") && components[i].getType() == String.class) {
        id = i;
      }
    }
    for (int i = 0; i < components.length; i++) {
      if (i != additional) {
        addSlots(i, readers[i], WireNames.fallback(components[i].getName()));
      }
    }
  }

  /** An explicit name takes precedence over another component's fallback name. */
  private void addSlots(int index, ValueReader reader, List<String> further) {
    for (String name : further) {
      if (!slots.containsKey(name)) {
        names.get(index).add(name);
        slots.put(name, new Slot(index, (byte) names.get(index).size(), reader));
      }
    }
  }

  private static Constructor<?> canonicalConstructor(Class<?> type, RecordComponent[] components) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.trySetAccessible();
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " has no canonical constructor", e);
    }
  }

  private static @Nullable Object emptyOf(Class<?> type) {
    if (type == List.class) {
      return Absent.LIST;
    }
    if (type.isPrimitive()) {
      return Array.get(Array.newInstance(type, 1), 0);
    }
    return type == Map.class ? Absent.MAP : null;
  }

  @Override
  public @Nullable Object read(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return fromObject(parser);
    }
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    boolean maybeId = token == JsonToken.VALUE_STRING || token.isNumeric();
    return id >= 0 && maybeId ? fromId(parser) : MISFIT;
  }

  private Object fromId(JsonParser parser) {
    Object text = ScalarReaders.string(parser);
    if (!(text instanceof String value) || value.isBlank()) {
      return MISFIT;
    }
    @Nullable Object[] values = blank.clone();
    values[id] = value;
    Object record = construct(values);
    return record == null ? MISFIT : record;
  }

  private Object fromObject(JsonParser parser) {
    ReadState state = ReadState.of(parser);
    Draft idle = state.takeDraft(this);
    Draft draft = idle == null ? new Draft() : idle;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      Slot slot = slots.get(name);
      Object value = slot == null ? MISFIT : slot.reader.read(parser);
      if (slot == null || value == MISFIT || value instanceof Misfit) {
        draft.keep(name, Misfit.raw(value, parser));
      } else if (value != null) {
        draft.fill(slot, name, value);
      }
    }
    Object record = construct(draft.finished());
    Object read = record == null ? new Misfit(draft.asSent()) : record;
    draft.clear();
    state.giveBack(draft);
    return read;
  }

  @Override
  public @Nullable Object holding(@Nullable Object raw) {
    if (additional < 0) {
      return null;
    }
    @Nullable Object[] values = blank.clone();
    values[additional] = Collections.singletonMap(JsonType.UNREADABLE, raw);
    return construct(values);
  }

  /** A record being built, and after it the next one of the same body. */
  final class Draft {
    /** The next one that is not in use. */
    @Nullable Draft nextIdle;

    private final @Nullable Object[] values = blank.clone();

    /**
     * The rank of the name that each value came with; 0 if none came. Bytes, to keep rows small.
     */
    private final byte[] ranks = new byte[blank.length];

    private @Nullable CompactMap rest;

    RecordReader reader() {
      return RecordReader.this;
    }

    void clear() {
      System.arraycopy(blank, 0, values, 0, blank.length);
      Arrays.fill(ranks, (byte) 0);
      rest = null;
    }

    void keep(String name, @Nullable Object value) {
      rest = rest == null ? new CompactMap() : rest;
      rest.add(name, value);
    }

    /** The component's first name wins, in any position. For one name, the last value wins. */
    void fill(Slot slot, String name, Object value) {
      int i = slot.index;
      byte before = ranks[i];
      Object present = values[i];
      if (before == 0 || present == null || present.equals(blank[i])) {
        set(slot, value);
      } else if (present instanceof Map<?, ?> one && value instanceof Map<?, ?> other) {
        values[i] = slot.rank <= before ? merged(other, one) : merged(one, other);
      } else if (slot.rank == before) {
        set(slot, value);
      } else if (!value.equals(present) && !value.equals(blank[i])) {
        boolean preferred = slot.rank < before;
        keep(preferred ? nameOf(i) : name, preferred ? present : value);
        if (preferred) {
          set(slot, value);
        }
      }
    }

    private void set(Slot slot, Object value) {
      values[slot.index] = value;
      ranks[slot.index] = slot.rank;
    }

    /** The name that a component's value came with. */
    private String nameOf(int index) {
      return names.get(index).get(ranks[index] - 1);
    }

    @Nullable Object[] finished() {
      if (additional >= 0 && rest != null) {
        values[additional] = rest;
      }
      return values;
    }

    Map<String, @Nullable Object> asSent() {
      Map<String, @Nullable Object> sent = new LinkedHashMap<>();
      for (int i = 0; i < ranks.length; i++) {
        if (ranks[i] != 0) {
          sent.put(nameOf(i), RecordProperties.asSent(values[i]));
        }
      }
      if (rest != null) {
        sent.putAll(rest);
      }
      return Collections.unmodifiableMap(sent);
    }
  }

  private static Map<?, ?> merged(Map<?, ?> preferred, Map<?, ?> other) {
    Map<@Nullable Object, @Nullable Object> both = new LinkedHashMap<>(other);
    both.putAll(preferred);
    return Collections.unmodifiableMap(both);
  }

  /** Null when the record's constructor rejects the values. */
  private @Nullable Object construct(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          constructor + " must be accessible: make the record public", e);
    }
  }
}
