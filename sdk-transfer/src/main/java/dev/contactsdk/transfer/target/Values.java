package dev.contactsdk.transfer.target;

import dev.contactsdk.core.error.InvalidRequestException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a contact by field. Blank ones are left out. */
final class Values {
  private final Map<String, String> fields = new LinkedHashMap<>();

  Values with(String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      fields.put(field, value);
    }
    return this;
  }

  /** A system that shows the parts of a name has no need of the whole. */
  Values withName(@Nullable String whole) {
    boolean inParts = fields.containsKey(Fields.FIRST_NAME) || fields.containsKey(Fields.LAST_NAME);
    return inParts ? this : with(Fields.NAME, whole);
  }

  Map<String, String> map() {
    return fields;
  }

  /** Refuses what the target cannot hold, so nothing is lost in silence. */
  static void refuseOthers(String target, Write write, Set<String> known, boolean custom) {
    for (String field : write.fields().keySet()) {
      boolean held = known.contains(field) || (custom && field.startsWith(Fields.CUSTOM));
      if (!held && !field.equals(Fields.NAME)) {
        throw new InvalidRequestException(target, "cannot set the field " + field);
      }
    }
  }

  static String required(String target, Write write, String field) {
    String value = write.fields().get(field);
    if (value == null || value.isBlank()) {
      throw new InvalidRequestException(target, field + " is missing");
    }
    return value;
  }

  static String id(String target, Write write) {
    String id = write.id();
    if (id == null || id.isBlank()) {
      throw new InvalidRequestException(target, "the id of the contact to change is missing");
    }
    return id;
  }
}
