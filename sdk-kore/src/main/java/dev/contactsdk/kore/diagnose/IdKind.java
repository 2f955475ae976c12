package dev.contactsdk.kore.diagnose;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of ids in Kore.ai's samples, to recognize one in the wrong place. They are no rule: an
 * id of another form that Kore.ai accepts is right.
 */
enum IdKind {
  STREAM("st-.+", "a stream id (st-…)"),
  ACCOUNT("[0-9a-fA-F]{24}", "an account id (24 hexadecimal digits)"),
  CLIENT("cs-.+", "a client id (cs-…)"),
  ORGANISATION("o-.+", "an organisation's id (o-…)"),
  USER("u-.+", "a user's id (u-…)"),
  AGENT("a-.+", "an agent's id (a-…)"),
  GROUP("ag-.+", "an agent group's id (ag-…)"),
  QUEUE("qu-.+", "a queue's id (qu-…)"),
  SECRET("[A-Za-z0-9+/]{43}=", "a client secret"),
  TRUEDY_KEY("truedy_.+", "an API key of Truedy (truedy_…)"),
  OTHER(".*", "an id of a form that is not known");

  private final Pattern form;
  private final String text;

  IdKind(String form, String text) {
    this.form = Pattern.compile(form);
    this.text = text;
  }

  static IdKind of(@Nullable String id) {
    for (IdKind kind : values()) {
      if (id != null && kind.form.matcher(id).matches()) {
        return kind;
      }
    }
    return OTHER;
  }

  @Override
  public String toString() {
    return text;
  }
}
