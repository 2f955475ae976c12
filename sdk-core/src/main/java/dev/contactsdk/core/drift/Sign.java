package dev.contactsdk.core.drift;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What shows that one of several documented variants holds. Written as {@code operation answers
 * place form form ...}.
 */
record Sign(String operation, String answers, String place, boolean absent, Set<Form> forms) {
  static final String ROOT = "(answer)";

  static Sign parse(String text) {
    String[] words = text.split(" ");
    if (words.length < 3) {
      throw new IllegalArgumentException("a sign has an operation, a class and a place: " + text);
    }
    Set<Form> forms = EnumSet.noneOf(Form.class);
    Stream.of(words).skip(3).forEach(word -> forms.addAll(forms(word)));
    boolean absent = words[2].startsWith("!");
    return new Sign(
        words[0],
        words[1],
        absent ? words[2].substring(1) : words[2],
        absent,
        forms.isEmpty() ? EnumSet.allOf(Form.class) : forms);
  }

  /** A form, or all forms of a kind. */
  private static Set<Form> forms(String word) {
    Set<Form> forms = EnumSet.allOf(Form.class);
    forms.removeIf(form -> !form.label().equals(word) && !form.kind().equals(word));
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("no form is called " + word);
    }
    return forms;
  }

  boolean isAbout(String name, String status) {
    boolean all = operation.endsWith("*");
    String start = all ? operation.substring(0, operation.length() - 1) : operation;
    boolean sameClass =
        answers.equals(status) || (answers.equals("error") && !status.equals("2xx"));
    return sameClass && (all ? name.startsWith(start) : name.equals(start));
  }

  /** A fact is about the whole answer; other places have a shape. */
  boolean isFact() {
    return place.contains(":") || place.equals(Answers.EMPTY) || place.equals(Answers.NOT_JSON);
  }
}
