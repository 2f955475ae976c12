package dev.contactsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.transfer.run.Progress;
import dev.contactsdk.transfer.run.Progress.Step;
import dev.contactsdk.transfer.run.RowState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Progress for logs. */
class ProgressTest {
  private final StringWriter err = new StringWriter();
  private final AtomicLong seconds = new AtomicLong();
  private final ProgressLines lines =
      new ProgressLines(new PrintWriter(err), () -> Duration.ofSeconds(seconds.get()).toNanos());

  private static Progress sending(long done) {
    return new Progress(
        Step.SENDING,
        done,
        200L,
        Map.of(RowState.CREATED, done, RowState.PLANNED, 200 - done),
        Duration.ofMinutes(3),
        null,
        null);
  }

  private static Progress waiting(int seconds) {
    return new Progress(
        Step.LISTING, 5, null, Map.of(), null, Duration.ofSeconds(seconds), "the limit is reached");
  }

  @Test
  void aLineEveryTenSeconds() {
    for (int i = 0; i <= 25; i++) {
      seconds.set(i);
      lines.accept(sending(i));
    }
    assertThat(err.toString().lines())
        .containsExactly(
            "Sending: 10 of 200 rows (5 %); 10 created, 3 min left",
            "Sending: 20 of 200 rows (10 %); 20 created, 3 min left");
  }

  @Test
  void aLongWaitIsToldAtOnce() {
    lines.accept(waiting(9));
    lines.accept(sending(0));
    lines.accept(waiting(23));
    lines.accept(waiting(22));
    assertThat(err.toString().lines())
        .containsExactly("Listing: 5 contacts; goes on in 23 s (the limit is reached)");
  }

  @Test
  void aPauseIsCountedDownInTheLog() {
    for (int i = 0; i < 4; i++) {
      seconds.set(10 * i);
      lines.accept(waiting(40 - 10 * i));
    }
    assertThat(err.toString().lines())
        .containsExactly(
            "Listing: 5 contacts; goes on in 40 s (the limit is reached)",
            "Listing: 5 contacts; goes on in 30 s (the limit is reached)",
            "Listing: 5 contacts; goes on in 20 s (the limit is reached)",
            "Listing: 5 contacts; goes on in 10 s (the limit is reached)");
  }

  @Test
  void answersThatComeInDuringAPauseDoNotHideIt() {
    Pauses pauses = new Pauses(lines, () -> Duration.ofSeconds(seconds.get()).toNanos());
    pauses.accept(waiting(30));
    seconds.set(11);
    pauses.accept(sending(100));
    seconds.set(41);
    pauses.accept(sending(120));
    assertThat(err.toString().lines())
        .containsExactly(
            "Listing: 5 contacts; goes on in 30 s (the limit is reached)",
            "Sending: 100 of 200 rows (50 %); goes on in 19 s (the limit is reached), 100 created",
            "Sending: 120 of 200 rows (60 %); 120 created, 3 min left");
  }
}
