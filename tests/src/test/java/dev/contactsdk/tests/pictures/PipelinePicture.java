package dev.contactsdk.tests.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stages of a call, in the order in which the code adds them. */
final class PipelinePicture {
  private static final Path CODE =
      Path.of("../sdk-core/src/main/java/dev/contactsdk/core/internal/pipeline/Pipeline.java");
  private static final Pattern STAGE = Pattern.compile("new (\\w+Stage|Wire)\\(");
  private static final String RETRY = "RetryStage";
  private static final int TOP = 56;
  private static final int STEP = 54;
  private static final int BOX = 36;
  private static final int GAP = 22;

  /** What a stage does. Names are those of the classes. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "ApplicationStage",
          List.of("your interceptors", "see the call, and no secret"),
          RETRY,
          List.of("retry", "again, if that cannot do harm"),
          "PermitStage",
          List.of("permit", "waits for the rate limit"),
          "ListenerStage",
          List.of("listeners", "metrics and traces, if you add any"),
          "AuthStage",
          List.of("credential", "a new token for each attempt"),
          "RefusalStage",
          List.of("refusal", "errors become exceptions"),
          "LogStage",
          List.of("log", "no body, no secret"),
          "Wire",
          List.of("network", "the bytes, by OkHttp"));

  private PipelinePicture() {}

  static List<String> stages() throws IOException {
    String code = Files.readString(CODE);
    Matcher body = STAGE.matcher(code.substring(code.indexOf("List<Interceptor> stages")));
    return body.results().map(stage -> stage.group(1)).distinct().toList();
  }

  static String draw() throws IOException {
    List<String> stages = stages();
    Svg svg =
        new Svg(
            "The way of a call",
            "From your code down to the network: "
                + String.join(", ", stages.stream().map(stage -> words(stage).get(0)).toList())
                + ". The answer comes back the same way.");
    int repeated = stages.indexOf(RETRY) + 1;
    int end = top(stages.size()) + GAP;
    frame(svg, top(repeated) + GAP, end);
    for (int i = 0; i < stages.size(); i++) {
      int y = top(i) + (i >= repeated ? GAP : 0);
      stage(svg, y, words(stages.get(i)));
      if (i > 0) {
        int above = i == repeated ? STEP - BOX + GAP : STEP - BOX;
        svg.path("M46 %d V%d".formatted(y - above + 2, y - 2), "other", 2);
      }
    }
    svg.text(Svg.MARGIN, end + 14, "small quiet", "The answer comes back the same way.");
    return svg.ofHeight(end + 32);
  }

  private static void frame(Svg svg, int top, int end) {
    int height = end - top - (STEP - BOX) + 34;
    svg.frame(Svg.MARGIN - 6, top - 26, Svg.WIDTH - 2 * Svg.MARGIN + 12, height);
    svg.text(Svg.WIDTH - Svg.MARGIN - 6, top - 9, "small quiet end", "for each attempt");
  }

  private static int top(int index) {
    return TOP + index * STEP;
  }

  private static List<String> words(String stage) {
    List<String> words = WORDS.get(stage);
    if (words == null) {
      throw new IllegalStateException("the picture has no words for " + stage);
    }
    return words;
  }

  private static void stage(Svg svg, int y, List<String> words) {
    svg.box(Svg.MARGIN + 6, y, Svg.WIDTH - 2 * Svg.MARGIN - 12, BOX, "soft", 6);
    svg.text(Svg.MARGIN + 20, y + 23, "strong", words.get(0));
    svg.text(Svg.MARGIN + 172, y + 23, "small quiet", words.get(1));
  }
}
