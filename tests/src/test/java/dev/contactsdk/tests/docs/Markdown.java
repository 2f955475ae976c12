package dev.contactsdk.tests.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page: its links and the anchors of its headings, as GitHub makes them.
 *
 * @param file the page's file
 * @param text its text without code
 */
record Markdown(Path file, String text) {
  private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*```.*?^\\s*```\\s*?$");
  private static final Pattern INLINE_CODE = Pattern.compile("`([^`\n]*)`");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?[^)]*\\)|(?:src|srcset|href)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");

  static Markdown of(Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n");
    return new Markdown(file, FENCED.matcher(text).replaceAll(""));
  }

  /** Where the page's links, pictures and sources lead, as written. */
  List<String> links() {
    return LINK.matcher(INLINE_CODE.matcher(text).replaceAll("code"))
        .results()
        .map(Markdown::written)
        .toList();
  }

  private static String written(MatchResult link) {
    return link.group(1) == null ? link.group(2) : link.group(1);
  }

  /** The links that lead to files of this repository. */
  Stream<String> relativeLinks() {
    return links().stream().filter(link -> !link.matches("[a-z]+:.*"));
  }

  /** What may follow the {@code #} in a link to this page. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    Matcher heading = HEADING.matcher(text);
    while (heading.find()) {
      String anchor = anchor(heading.group(1));
      int before = times.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    return anchors;
  }

  private static String anchor(String heading) {
    String shown = heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
    return shown.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
