package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Ids;
import dev.contactsdk.sandbox.engine.PhoneIndex;
import dev.contactsdk.sandbox.engine.Table;
import java.util.List;
import java.util.Map;

/** Kore.ai's contacts; a number belongs to at most one active contact. */
public final class KoreContactTable {

  private final Table table = new Table(new Ids("66bb", 20));
  private final PhoneIndex phones = new PhoneIndex();
  private final KoreContactRules rules;

  KoreContactTable(KoreContactRules rules) {
    this.rules = rules;
  }

  public void seed(int count) {
    table.seed(count, number -> rules.seeded(table.idOf(number), number));
  }

  int add(Map<String, Object> row) {
    int number = table.add(row);
    phones.add(KoreContactRules.phone(row), number);
    return number;
  }

  /** The row number of the active contact with this phone number; -1 for none. */
  int holder(String phone) {
    int candidate = phones.candidate(phone);
    boolean holds =
        candidate >= 0
            && table.isShown(candidate)
            && isActive(table.row(candidate))
            && KoreContactRules.phone(table.row(candidate)).equals(phone);
    return holds ? candidate : -1;
  }

  private static boolean isActive(Map<String, Object> row) {
    return "ACTIVE".equals(row.get("status"));
  }

  int activeNumber(String id) {
    int number = table.number(id);
    return number >= 0 && isActive(table.row(number)) ? number : -1;
  }

  Map<String, Object> row(int number) {
    return table.row(number);
  }

  void replace(int number, Map<String, Object> row) {
    phones.remove(KoreContactRules.phone(table.row(number)), number);
    table.put(number, row);
    if (isActive(row)) {
      phones.add(KoreContactRules.phone(row), number);
    }
  }

  void hide(int number) {
    table.hide(number);
  }

  void erase(int number) {
    phones.remove(KoreContactRules.phone(table.row(number)), number);
    table.remove(number);
  }

  List<Map<String, Object>> listed() {
    return table.rows();
  }

  public List<Map<String, Object>> all() {
    return table.all();
  }

  public int size() {
    return table.size();
  }

  public boolean remove(String id) {
    int number = table.number(id);
    if (number >= 0) {
      erase(number);
    }
    return number >= 0;
  }
}
