package dev.contactsdk.core.error;

import java.util.List;
import java.util.StringJoiner;

/** The text of an exception that an error answer causes. */
final class ErrorText {
  private static final int USUAL_LENGTH = 160;

  private ErrorText() {}

  static String of(ApiException.Answer answer) {
    boolean success = answer.status() >= 200 && answer.status() <= 299;
    StringBuilder text = new StringBuilder(USUAL_LENGTH).append("HTTP ").append(answer.status());
    text.append(success ? " with an error in its body" : "");
    String code = answer.code();
    if (code != null && !code.equals(Integer.toString(answer.status()))) {
      text.append(success ? ": code " : " ").append(code);
    }
    if (answer.message() != null) {
      text.append(", ").append(answer.message());
    }
    for (FieldError error : answer.fieldErrors()) {
      if (error.field() != null) {
        text.append("; ").append(error.field()).append(": ").append(error.message());
      }
    }
    return text.toString();
  }

  static String of(List<FieldError> errors) {
    StringJoiner text = new StringJoiner("; ");
    for (FieldError error : errors) {
      text.add(error.field() == null ? error.message() : error.field() + ": " + error.message());
    }
    return text.toString();
  }
}
