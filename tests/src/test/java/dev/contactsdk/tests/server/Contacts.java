package dev.contactsdk.tests.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The contacts that a vendor has stored, in the order in which it lists them. */
public final class Contacts {
  /** A stored contact; its number as digits only. */
  public record Row(String id, String number, Map<String, Object> fields) {
    boolean isDeleted() {
      return "INACTIVE".equals(fields.get("status"));
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private int made;

  public static String digits(Object text) {
    return String.valueOf(text).replaceAll("\\D", "");
  }

  public synchronized Row add(String number, Map<String, Object> fields) {
    String id = String.format("66bb%020d", ++made);
    fields.put("id", id);
    Row row = new Row(id, digits(number), fields);
    rows.add(row);
    return row;
  }

  public synchronized List<Row> all() {
    return List.copyOf(rows);
  }

  public synchronized List<String> ids() {
    return rows.stream().map(Row::id).toList();
  }

  /** How many contacts have a number, those that were deleted left out. */
  public synchronized long count(String number) {
    String digits = digits(number);
    return rows.stream().filter(row -> row.number.equals(digits) && !row.isDeleted()).count();
  }

  synchronized Row find(String id) {
    return rows.stream().filter(row -> row.id.equals(id)).findFirst().orElse(null);
  }

  public synchronized void remove(int index) {
    rows.remove(index);
  }

  public synchronized void remove(String id) {
    rows.removeIf(row -> row.id.equals(id));
  }

  public synchronized void moveToEnd(int index) {
    rows.add(rows.remove(index));
  }

  public synchronized void moveToFront(int index) {
    rows.add(0, rows.remove(index));
  }

  /** Rows that sort alike come in any order. */
  public synchronized void shuffle(int from, int to, Random random) {
    Collections.shuffle(rows.subList(from, to), random);
  }

  public synchronized int size() {
    return rows.size();
  }
}
