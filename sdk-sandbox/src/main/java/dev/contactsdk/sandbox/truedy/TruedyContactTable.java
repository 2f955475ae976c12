package dev.contactsdk.sandbox.truedy;

import dev.contactsdk.sandbox.engine.Ids;
import dev.contactsdk.sandbox.engine.PhoneIndex;
import dev.contactsdk.sandbox.engine.Table;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Truedy's contacts. Several may have the same number. */
public final class TruedyContactTable {

  private final Table table = new Table(new Ids("ctc_0f0e0d0c-1111-4222-8333-", 12));
  private final PhoneIndex phones = new PhoneIndex();
  private final Map<Object, Integer> counts = new HashMap<>();
  private final TruedyOptions options;
  private final String startedAt;

  TruedyContactTable(TruedyOptions options) {
    this.options = options;
    this.startedAt = TruedyAnswers.time(options.clock.instant());
  }

  public void seed(int count, @Nullable String folderId) {
    table.seed(count, number -> seeded(number, folderId));
    count(folderId, count);
  }

  private Map<String, Object> seeded(int number, @Nullable String folderId) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", table.idOf(number));
    row.put("phone_number", PhoneIndex.seededPhone(number));
    row.put("first_name", "First" + number);
    row.put("last_name", "Last" + number);
    row.put("email", "contact" + number + "@example.com");
    if (folderId != null) {
      row.put("folder_id", folderId);
    }
    row.put("custom_fields", Map.of("number", number));
    row.put("created_at", startedAt);
    return row;
  }

  public int add(Map<String, ?> contact) {
    Map<String, Object> row = new LinkedHashMap<>(contact);
    row.putIfAbsent("created_at", TruedyAnswers.time(options.clock.instant()));
    int number = table.add(row);
    phones.add(row.get("phone_number"), number);
    count(row.get("folder_id"), 1);
    return number;
  }

  private void count(@Nullable Object folderId, int more) {
    if (folderId != null) {
      counts.merge(folderId, more, Integer::sum);
    }
  }

  int countIn(Object folderId) {
    return counts.getOrDefault(folderId, 0);
  }

  /** The first contact with this number; -1 for none. */
  int holder(String phone) {
    int candidate = phones.candidate(phone);
    boolean holds =
        candidate >= 0
            && table.isShown(candidate)
            && phone.equals(table.row(candidate).get("phone_number"));
    return holds ? candidate : -1;
  }

  int number(String id) {
    return table.number(id);
  }

  public Map<String, Object> row(int number) {
    return table.row(number);
  }

  /** Changes fields of a contact; null removes a field. */
  void change(int number, Map<String, @Nullable Object> fields) {
    Map<String, Object> row = new LinkedHashMap<>(table.row(number));
    phones.remove(row.get("phone_number"), number);
    fields.forEach(
        (name, value) -> {
          if (value == null) {
            row.remove(name);
          } else {
            row.put(name, value);
          }
        });
    row.put("updated_at", TruedyAnswers.time(options.clock.instant()));
    phones.add(row.get("phone_number"), number);
    table.put(number, row);
  }

  public boolean remove(String id) {
    int number = table.number(id);
    if (number < 0) {
      return false;
    }
    Map<String, Object> row = table.row(number);
    phones.remove(row.get("phone_number"), number);
    count(row.get("folder_id"), -1);
    table.remove(number);
    return true;
  }

  void removeAllIn(String folderId) {
    table.removeIf(row -> folderId.equals(row.get("folder_id")) && forget(row));
    counts.remove(folderId);
  }

  private boolean forget(Map<String, Object> row) {
    phones.remove(row.get("phone_number"), table.number(String.valueOf(row.get("id"))));
    return true;
  }

  public int size() {
    return table.size();
  }

  public List<Map<String, Object>> all() {
    return table.all();
  }

  List<Map<String, Object>> listed() {
    return ordered(table.rows());
  }

  List<Map<String, Object>> listed(String key, Predicate<Map<String, Object>> test) {
    return ordered(table.rows(key, test));
  }

  private List<Map<String, Object>> ordered(List<Map<String, Object>> oldestFirst) {
    return options.oldestFirst ? oldestFirst : newestFirst(oldestFirst);
  }

  static List<Map<String, Object>> newestFirst(List<Map<String, Object>> rows) {
    return new AbstractList<>() {
      @Override
      public Map<String, Object> get(int index) {
        return rows.get(rows.size() - 1 - index);
      }

      @Override
      public int size() {
        return rows.size();
      }
    };
  }
}
