package dev.contactsdk.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The empty lists and maps of a record that stand for what the answer did not hold. They are told
 * from those that the answer held by identity, so that a record can be sent back as it was read.
 */
final class Absent {
  static final List<Object> LIST = Collections.unmodifiableList(new ArrayList<>(0));
  static final Map<String, Object> MAP = Collections.unmodifiableMap(new LinkedHashMap<>(0));

  private Absent() {}

  static boolean is(@Nullable Object value) {
    return value == null || value == (Object) LIST || value == (Object) MAP;
  }
}
