package dev.contactsdk.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The empty lists and maps of a record that stand for properties missing from the answer. They
 * differ by identity from empty ones in the answer, so a record can be sent back as it was read.
 */
final class Absent {
  static final List<Object> LIST = Collections.unmodifiableList(new ArrayList<>(0));
  static final Map<String, Object> MAP = Collections.unmodifiableMap(new LinkedHashMap<>(0));

  private Absent() {}

  static boolean is(@Nullable Object value) {
    return value == null || value == (Object) LIST || value == (Object) MAP;
  }

  /** Jackson omits properties that are equal to this. */
  static final class Filter {
    @Override
    @SuppressWarnings("EqualsWhichDoesntCheckParameterClass") // Jackson's way to ask a filter
    public boolean equals(@Nullable Object value) {
      return Absent.is(value);
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}
