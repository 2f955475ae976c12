package dev.contactsdk.tests.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.tests.pictures.LimiterPicture.Call;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.InputSource;

/**
 * The pictures of the pages show what the code does and what the pages' tables say. The test draws
 * them to {@code target/pictures}; copy them to {@code docs/pictures} when they differ.
 */
class PicturesTest {
  private static final Path DOCS = Path.of("..", "docs", "pictures");
  private static final Path DRAWN = Path.of("target", "pictures");

  private static Map<String, Callable<String>> pictures() {
    Map<String, Callable<String>> pictures = new TreeMap<>();
    pictures.put("pipeline.svg", PipelinePicture::draw);
    pictures.put("outcomes.svg", OutcomesPicture::draw);
    pictures.put("limiter.svg", LimiterPicture::draw);
    pictures.put("performance-bytes.svg", PerformancePictures::bytes);
    pictures.put("performance-throughput.svg", PerformancePictures::throughput);
    pictures.put("performance-start.svg", PerformancePictures::start);
    pictures.put("reliability-creates.svg", ReliabilityPictures::creates);
    pictures.put("reliability-outcomes.svg", ReliabilityPictures::outcomes);
    return pictures;
  }

  @TestFactory
  Stream<DynamicTest> eachPictureShowsWhatIsTrueNow() {
    return pictures().entrySet().stream()
        .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> compare(one)));
  }

  private static void compare(Map.Entry<String, Callable<String>> picture) throws Exception {
    String drawn = picture.getValue().call();
    Files.createDirectories(DRAWN);
    Path file = Files.writeString(DRAWN.resolve(picture.getKey()), drawn);
    Path shown = DOCS.resolve(picture.getKey());
    assertThat(shown).as("copy %s to docs/pictures", file).exists();
    assertThat(Files.readString(shown)).as("copy %s to docs/pictures", file).isEqualTo(drawn);
    var document = new InputSource(new StringReader(drawn));
    var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(document);
    assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
  }

  @Test
  void noPictureIsLeftOver() throws Exception {
    try (Stream<Path> files = Files.list(DOCS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(pictures().keySet());
    }
  }

  @Test
  void theLimitersMinuteKeepsTheLimit() throws Exception {
    List<Call> calls = LimiterPicture.run();
    for (int i = 60; i < calls.size(); i++) {
      assertThat(calls.get(i).sent() - calls.get(i - 60).sent()).isGreaterThanOrEqualTo(60);
    }
    assertThat(PipelinePicture.stages()).startsWith("ApplicationStage", "RetryStage");
  }
}
