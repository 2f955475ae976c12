package dev.contactsdk.tests.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java code that a page shows and a program holds between two comments: the page's name with
 * "begin" and with "end".
 *
 * @param page the page's name, such as {@code docs/create.md}
 * @param code the lines, without their common indentation
 */
record Snippet(String page, String code) {
  private static final Pattern MARK = Pattern.compile("\\s*// (\\S+\\.md): (begin|end)");

  /** What the programs show of one page, in order. */
  static List<Snippet> inProgram(Path program) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String line : Files.readAllLines(program)) {
      Matcher mark = MARK.matcher(line);
      if (!mark.matches()) {
        open.add(line);
      } else if (mark.group(2).equals("end")) {
        snippets.add(of(mark.group(1), open));
      } else {
        open.clear();
      }
    }
    return snippets;
  }

  /** The blocks of Java code of a page, in order. */
  static List<Snippet> inPage(Path page) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    List<String> open = null;
    for (String line : Files.readAllLines(page)) {
      if (line.strip().equals("```java")) {
        open = new ArrayList<>();
      } else if (open != null && line.strip().equals("```")) {
        snippets.add(of(Sources.name(page), open));
        open = null;
      } else if (open != null) {
        open.add(line);
      }
    }
    return snippets;
  }

  private static Snippet of(String page, List<String> lines) {
    return new Snippet(page, String.join("\n", lines).stripTrailing().stripIndent().strip());
  }
}
