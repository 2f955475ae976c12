package dev.contactsdk.tests.pictures;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.core.time.Deadline;
import dev.contactsdk.core.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the limiter does with calls that come twice as fast as it allows, in virtual time. */
final class LimiterPicture {
  private static final int LIMIT = 60;
  private static final int CALLS = 150;
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final double LEFT = 52;
  private static final double BOTTOM = 300;
  private static final double PER_SECOND = 2.68;
  private static final double PER_CALL = 1.45;

  /** When a call was made, and when it got its permit, in seconds. */
  record Call(double asked, double sent) {}

  private LimiterPicture() {}

  static List<Call> run() throws InterruptedException {
    RateLimiter limiter = RateLimiter.perMinute(LIMIT);
    VirtualClock clock = new VirtualClock();
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      Duration asked = BETWEEN.multipliedBy(i);
      if (asked.compareTo(clock.elapsed()) > 0) {
        clock.advance(asked.minus(clock.elapsed()));
      }
      if (limiter.take(Deadline.in(clock, Duration.ofHours(1))) != 0) {
        throw new IllegalStateException("the limiter gave no permit within an hour");
      }
      calls.add(new Call(seconds(asked), seconds(clock.elapsed())));
    }
    return calls;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  static String draw() throws InterruptedException {
    List<Call> calls = run();
    double longest = calls.stream().mapToDouble(call -> call.sent - call.asked).max().orElseThrow();
    String said =
        "%d calls, two a second, and a limit of %d a minute. The first %d go out at once. The longest wait is %s s."
            .formatted(CALLS, LIMIT, LIMIT, Svg.number(longest));
    Svg svg = new Svg("A limiter's minute", said);
    svg.text(
        Svg.MARGIN,
        54,
        "small quiet",
        "two calls a second, a limit of %d a minute".formatted(LIMIT));
    axes(svg);
    svg.path(line(calls, false), "other", 2);
    svg.path(line(calls, true), "ours", 3);
    svg.text(x(76), y(CALLS) + 16, "small quiet", "asked");
    svg.text(x(100), y(100), "strong small", "sent");
    svg.text(x(33), y(LIMIT) + 18, "small quiet", "waits until 60 s");
    svg.text(
        Svg.MARGIN,
        BOTTOM + 52,
        "small quiet",
        "longest wait: " + Svg.number(longest) + " s; refused by the vendor: none");
    return svg.ofHeight((int) BOTTOM + 72);
  }

  private static void axes(Svg svg) {
    for (int count = 0; count <= CALLS; count += 30) {
      svg.path(
          "M%s %s H%s".formatted(Svg.number(LEFT), Svg.number(y(count)), Svg.WIDTH - Svg.MARGIN),
          "line",
          1);
      svg.text(LEFT - 8, y(count) + 4, "small quiet end", String.valueOf(count));
    }
    for (int second = 0; second <= 120; second += 30) {
      svg.text(x(second), BOTTOM + 22, "small quiet mid", second + (second == 120 ? " s" : ""));
    }
  }

  private static String line(List<Call> calls, boolean sent) {
    StringBuilder path = new StringBuilder("M%s %s".formatted(Svg.number(x(0)), Svg.number(y(0))));
    for (int i = 0; i < calls.size(); i++) {
      double at = sent ? calls.get(i).sent : calls.get(i).asked;
      path.append(" H%s V%s".formatted(Svg.number(x(at)), Svg.number(y(i + 1))));
    }
    return path.toString();
  }

  private static double x(double second) {
    return LEFT + second * PER_SECOND;
  }

  private static double y(int count) {
    return BOTTOM - count * PER_CALL;
  }
}
