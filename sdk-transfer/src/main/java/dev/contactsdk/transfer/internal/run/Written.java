package dev.contactsdk.transfer.internal.run;

import dev.contactsdk.transfer.target.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a contact should have after several plans wrote it. */
final class Written {
  private static final List<String> PARTS = List.of(Fields.FIRST_NAME, Fields.LAST_NAME);

  private Written() {}

  /** The values of both; the newer ones count. A whole name and its parts replace each other. */
  static Map<String, String> over(Map<String, String> older, Map<String, String> newer) {
    Map<String, String> values = new HashMap<>(older);
    if (newer.containsKey(Fields.NAME)) {
      values.keySet().removeAll(PARTS);
    }
    if (PARTS.stream().anyMatch(newer::containsKey)) {
      values.remove(Fields.NAME);
    }
    values.putAll(newer);
    return values;
  }
}
