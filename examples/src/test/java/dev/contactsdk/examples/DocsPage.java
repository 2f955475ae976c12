package dev.contactsdk.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of the folder docs: what its fenced blocks show. */
record DocsPage(String text) {
  private static final String FENCE = "```";

  static DocsPage of(String name) throws IOException {
    return new DocsPage(Files.readString(Path.of("../docs", name)).replace("\r\n", "\n"));
  }

  /** The blocks of one kind, such as {@code text} or {@code csv}, each line with its end. */
  List<String> blocks(String kind) {
    List<String> blocks = new ArrayList<>();
    String begin = "\n" + FENCE + kind + "\n";
    for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
      int from = at + begin.length();
      blocks.add(text.substring(from, text.indexOf("\n" + FENCE + "\n", from - 1) + 1));
    }
    return blocks;
  }
}
