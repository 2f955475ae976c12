package dev.contactsdk.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every relative link of every page leads somewhere. Links to other sites are not followed. */
class LinksTest {
  private static final Path INDEX = Sources.ROOT.resolve("docs/README.md");

  @TestFactory
  Stream<DynamicTest> eachLinkLeadsSomewhere() throws IOException {
    return Sources.ending(".md").stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    Sources.name(page), () -> assertThat(broken(page)).isEmpty()));
  }

  private static List<String> broken(Path page) throws IOException {
    Markdown markdown = Markdown.of(page);
    List<String> broken = new ArrayList<>();
    for (String link : markdown.relativeLinks().toList()) {
      if (!leadsSomewhere(page, link)) {
        broken.add(link);
      }
    }
    return broken;
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    Path target = target(page, link);
    String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
    return Files.exists(target)
        && (anchor.isEmpty() || Markdown.of(target).anchors().contains(anchor));
  }

  private static Path target(Path page, String link) {
    String file = link.replaceFirst("#.*", "");
    return file.isEmpty() ? page : page.resolveSibling(file).normalize();
  }

  @Test
  void theIndexLeadsToEachPageOfTheFolder() throws IOException {
    Set<String> reached = new TreeSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(INDEX));
    while (!open.isEmpty()) {
      Path page = open.pop();
      if (reached.add(Sources.name(page))) {
        Markdown.of(page)
            .relativeLinks()
            .map(link -> target(page, link))
            .filter(target -> target.toString().endsWith(".md") && Files.exists(target))
            .forEach(open::push);
      }
    }
    assertThat(reached)
        .containsAll(
            Sources.ending(".md").stream()
                .map(Sources::name)
                .filter(name -> name.startsWith("docs/"))
                .toList());
  }

  @Test
  void findsWhatIsBroken(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b.md"), "# One `two`, three\n## Same\n## Same\n");
    Path page =
        Files.writeString(
            folder.resolve("a.md"),
            """
            # Here
            [1](b.md) [2](b.md#one-two-three) [3](b.md#same-1) [4](#here) `[5](code.md)`
            ```
            [6](fenced.md)
            ```
            [7](c.md) [8](b.md#same-2) [9](#there) <img src="d.svg"> [10](https://example.com/e.md)
            """);
    assertThat(broken(page)).containsExactly("c.md", "b.md#same-2", "#there", "d.svg");
  }
}
