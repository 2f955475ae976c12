package dev.contactsdk.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A diagnosis as aligned text. */
record DiagnosisText(Diagnosis diagnosis) {
  private static final int WIDTH = 110;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(4096).append(summary()).append('\n');
    for (Check check : diagnosis.checks()) {
      append(text, check);
    }
    return text.toString();
  }

  private String summary() {
    return "Diagnosis of "
        + diagnosis.vendor()
        + " at "
        + diagnosis.address()
        + ": "
        + result()
        + " ("
        + count(Verdict.WRONG)
        + " wrong, "
        + count(Verdict.UNKNOWN)
        + " unknown, "
        + count(Verdict.OK)
        + " ok; "
        + diagnosis.requests()
        + " requests, all of them reads)\n";
  }

  private String result() {
    return switch (diagnosis.verdict()) {
      case OK -> "OK, nothing is wrong";
      case WRONG -> "WRONG: " + wrongNames();
      case UNKNOWN -> "UNKNOWN, contacts could not be read";
    };
  }

  private String wrongNames() {
    return diagnosis.checks(Verdict.WRONG).stream()
        .map(Check::name)
        .collect(Collectors.joining(", "));
  }

  private int count(Verdict verdict) {
    return diagnosis.checks(verdict).size();
  }

  private void append(StringBuilder text, Check check) {
    int names = diagnosis.checks().stream().mapToInt(one -> one.name().length()).max().orElse(0);
    String head = pad(check.verdict().name(), 9) + pad(check.name(), names + 2);
    String indent = " ".repeat(head.length());
    text.append(head);
    appendWrapped(text, check.seen(), indent);
    if (check.mend() != null) {
      text.append(indent);
      appendWrapped(text, "Mend: " + check.mend(), indent + "      ");
    }
  }

  private static void appendWrapped(StringBuilder text, String content, String indent) {
    text.append(String.join("\n" + indent, lines(content, WIDTH - indent.length()))).append('\n');
  }

  private static List<String> lines(String content, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : content.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
