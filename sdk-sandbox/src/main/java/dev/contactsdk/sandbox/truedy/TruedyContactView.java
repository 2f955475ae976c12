package dev.contactsdk.sandbox.truedy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Truedy contact in one of its documented shapes. Fields without a value are null. */
final class TruedyContactView {

  private final ContactShape shape;
  private final TruedyFolders folders;

  TruedyContactView(ContactShape shape, TruedyFolders folders) {
    this.shape = shape;
    this.folders = folders;
  }

  Map<String, Object> of(Map<String, Object> row) {
    return switch (shape) {
      case SCHEMA ->
          only(
              row,
              "id",
              "phone_number",
              "first_name",
              "last_name",
              "email",
              "custom_fields",
              "created_at",
              "updated_at");
      case EXAMPLE -> example(row);
      case OLDER_REFERENCE -> olderReference(row);
      case EARLIER_BACKEND -> earlierBackend(row);
    };
  }

  Map<String, Object> listed(Map<String, Object> row) {
    Map<String, Object> shown = of(row);
    Object folder = row.get("folder_id");
    if (shape == ContactShape.EARLIER_BACKEND && folder != null) {
      shown.put("folder", Map.of("id", folder, "name", folders.name(folder.toString())));
    }
    return shown;
  }

  private static Map<String, Object> only(Map<String, Object> row, String... fields) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (String field : fields) {
      put(shown, field, row.get(field));
    }
    return shown;
  }

  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    map.put(name, value);
  }

  private static Map<String, Object> example(Map<String, Object> row) {
    Map<String, Object> shown = only(row, "id");
    put(shown, "name", name(row));
    put(shown, "phone", row.get("phone_number"));
    shown.putAll(only(row, "email", "folder_id", "custom_fields"));
    put(shown, "call_count", row.getOrDefault("call_count", 0));
    shown.putAll(only(row, "last_called_at", "created_at", "updated_at"));
    return shown;
  }

  private static Map<String, Object> olderReference(Map<String, Object> row) {
    Map<String, Object> shown = only(row, "id");
    put(shown, "name", name(row));
    shown.putAll(only(row, "phone_number", "folder_id", "created_at"));
    return shown;
  }

  private static Map<String, Object> earlierBackend(Map<String, Object> row) {
    Map<String, Object> shown =
        only(
            row,
            "id",
            "folder_id",
            "first_name",
            "last_name",
            "email",
            "phone_number",
            "company_name");
    shown.putAll(only(row, "industry", "location", "pin_code"));
    put(shown, "keywords", row.getOrDefault("keywords", List.of()));
    put(shown, "metadata", row.getOrDefault("custom_fields", Map.of()));
    put(shown, "created_at", offset(row.get("created_at")));
    put(shown, "updated_at", offset(row.getOrDefault("updated_at", row.get("created_at"))));
    return shown;
  }

  private static String offset(@Nullable Object time) {
    return String.valueOf(time).replace("Z", "+00:00");
  }

  private static @Nullable String name(Map<String, Object> row) {
    Object first = row.get("first_name");
    Object last = row.get("last_name");
    if (first == null || last == null) {
      Object single = first == null ? last : first;
      return single == null ? null : single.toString();
    }
    return first + " " + last;
  }
}
