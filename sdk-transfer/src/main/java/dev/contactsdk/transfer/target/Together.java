package dev.contactsdk.transfer.target;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Fields that a target only changes together. */
final class Together {
  private Together() {}

  /** Adds the present value of each of the fields, if one of them changes. */
  static Map<String, String> with(Map<String, String> changes, Stored held, String... fields) {
    boolean any = Stream.of(fields).anyMatch(changes::containsKey);
    return any ? all(changes, held, fields) : changes;
  }

  /** Adds the present value of each of the fields. */
  static Map<String, String> all(Map<String, String> changes, Stored held, String... fields) {
    Map<String, String> all = new LinkedHashMap<>(changes);
    for (String field : fields) {
      String present = held.fields().get(field);
      if (present != null) {
        all.putIfAbsent(field, present);
      }
    }
    return all;
  }
}
