package dev.contactsdk.transfer.mapping;

/** A part of a whole name. */
enum NamePart {
  /** The text before the first space. */
  FIRST_WORD("first word"),
  /** The text after the first space. */
  REST("rest"),
  /** The text before the first comma, or the whole text if it has none. */
  BEFORE_COMMA("before the comma"),
  /** The text after the first comma. */
  AFTER_COMMA("after the comma");

  private final String label;

  NamePart(String label) {
    this.label = label;
  }

  /** The part's name, in JSON too. */
  String label() {
    return label;
  }

  String of(String whole) {
    String text = Text.trim(whole);
    int at = this == FIRST_WORD || this == REST ? firstSpace(text) : text.indexOf(',');
    boolean before = this == FIRST_WORD || this == BEFORE_COMMA;
    if (at < 0) {
      return before ? text : "";
    }
    return Text.trim(before ? text.substring(0, at) : text.substring(at + 1));
  }

  private static int firstSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Text.isBlank(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
