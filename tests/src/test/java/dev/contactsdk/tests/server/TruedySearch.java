package dev.contactsdk.tests.server;

import java.util.List;

/** What a server does with the parameter {@code search}, which not all of Truedy's pages name. */
public enum TruedySearch {
  /** It finds a number however it is spelt. */
  WORKS,
  /** All contacts are answered. */
  IGNORED,
  /** Nothing is found, ever. */
  FINDS_NOTHING,
  /** It finds a number only by the very text that is stored. */
  EXACT_SPELLING,
  /** Numbers are stored with spaces, and the search looks for a part of the stored text. */
  MISSES_OTHER_SPELLING;

  /** How the number is stored. */
  String spelt(String number) {
    return this == MISSES_OTHER_SPELLING
        ? number.replaceFirst("(\\+1)(\\d{3})(\\d{3})", "$1 $2 $3 ")
        : number;
  }

  List<Contacts.Row> among(List<Contacts.Row> rows, String text) {
    return text.isEmpty() ? rows : rows.stream().filter(row -> finds(row, text)).toList();
  }

  private boolean finds(Contacts.Row row, String text) {
    String stored = String.valueOf(row.fields().get("phone_number"));
    return switch (this) {
      case WORKS -> row.number().equals(Contacts.digits(text));
      case IGNORED -> true;
      case FINDS_NOTHING -> false;
      case EXACT_SPELLING -> stored.equals(text);
      case MISSES_OTHER_SPELLING -> stored.contains(text);
    };
  }
}
