package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static String printed(boolean terminal, Consumer<Progress> steps) throws Exception {
    return Output.of(() -> steps.accept(new Progress("rows", System.out, terminal)));
  }

  @Test
  void redrawsOneLineOnATerminal() throws Exception {
    String printed =
        printed(
            true,
            bar -> {
              bar.show(5, 10L);
              bar.show(10, 10L);
            });
    assertThat(printed)
        .isEqualTo(
            "\r["
                + "#".repeat(15)
                + "-".repeat(15)
                + "] 5 of 10 rows\r["
                + "#".repeat(30)
                + "] 10 of 10 rows\n");
  }

  @Test
  void printsALineForEveryQuarterElsewhere() throws Exception {
    String printed =
        printed(
            false,
            bar -> {
              for (int i = 1; i <= 8; i++) {
                bar.show(i, 8L);
              }
            });
    assertThat(printed)
        .isEqualTo(
            " 25 %: 2 of 8 rows\n 50 %: 4 of 8 rows\n 75 %: 6 of 8 rows\n100 %: 8 of 8 rows\n");
  }

  @Test
  void countsWhenTheTotalIsNotKnown() throws Exception {
    assertThat(printed(true, bar -> bar.show(7, null))).isEqualTo("7 rows\n");
  }
}
