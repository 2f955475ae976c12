package dev.contactsdk.tests.pictures;

import dev.contactsdk.core.error.Outcome;
import java.util.List;

/** At which moment a call breaks, and what that says about the write. */
final class OutcomesPicture {
  private static final int TOP = 72;
  private static final int STEP = 92;

  private enum Moment {
    BEFORE(Outcome.NOT_SENT, "before the first byte is sent", "nothing changed; repeat the call"),
    REFUSAL(Outcome.REJECTED, "the vendor refuses it", "nothing changed; mend it, then repeat"),
    UNREADABLE(
        Outcome.APPLIED, "an unreadable success for one record", "it happened; do not repeat it"),
    BETWEEN(
        Outcome.UNKNOWN, "no answer, or one that proves nothing", "look it up before you repeat");

    private final Outcome outcome;
    private final String when;
    private final String then;

    Moment(Outcome outcome, String when, String then) {
      this.outcome = outcome;
      this.when = when;
      this.then = then;
    }
  }

  private OutcomesPicture() {}

  static String draw() {
    StringBuilder said = new StringBuilder("A failed write has one of four outcomes.");
    for (Moment moment : inOrder()) {
      said.append(" %s: %s; %s.".formatted(moment.outcome, moment.when, moment.then));
    }
    Svg svg = new Svg("Did the write happen?", said.toString());
    svg.path("M32 %d V%d".formatted(TOP, TOP + STEP * 3 + 20), "other", 2);
    List<Moment> moments = inOrder();
    for (int i = 0; i < moments.size(); i++) {
      moment(svg, TOP + i * STEP, moments.get(i));
    }
    return svg.ofHeight(TOP + STEP * moments.size() - 12);
  }

  /** In the order of the outcomes, of which each has one. */
  private static List<Moment> inOrder() {
    return List.of(Outcome.values()).stream().map(OutcomesPicture::of).toList();
  }

  private static Moment of(Outcome outcome) {
    return List.of(Moment.values()).stream()
        .filter(moment -> moment.outcome == outcome)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the picture has no words for " + outcome));
  }

  private static void moment(Svg svg, int y, Moment moment) {
    String color = color(moment.outcome);
    svg.dot(32, y + 8, color);
    svg.text(56, y + 13, "", moment.when);
    svg.box(56, y + 24, 104, 26, color, 13);
    svg.text(108, y + 42, "small on mid", moment.outcome.name());
    svg.text(172, y + 42, "small quiet", moment.then);
  }

  static String color(Outcome outcome) {
    return switch (outcome) {
      case NOT_SENT -> "calm";
      case REJECTED -> "amber";
      case APPLIED -> "ours";
      case UNKNOWN -> "bad";
    };
  }
}
