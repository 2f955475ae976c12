package dev.contactsdk.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnconfirmedWriteExceptionTest {
  private static UnconfirmedWriteException of(long searched, Row... rows) {
    Failure failure = new Failure("t.create", false, Outcome.UNKNOWN, null, 1);
    return new UnconfirmedWriteException(
        failure, List.of(rows), searched, new ConnectionException(failure, "cut", null));
  }

  @Test
  void theMessageCountsWhatIsThereAndWhatIsSimilar() {
    UnconfirmedWriteException e =
        of(
            40,
            new Row(Outcome.APPLIED, "there"),
            new Row(Outcome.UNKNOWN, null),
            new Row(Outcome.UNKNOWN, "similar"),
            new Row(Outcome.REJECTED, "rejected"));
    assertThat(e)
        .hasMessageContaining(
            "1 of 4 records sent are known to exist after a look-up of 40 records; 1 similar"
                + " found, see rows(): check the others");
    assertThat(e.seen()).isEqualTo(List.of("there", "similar", "rejected"));
    assertThat(e.searched()).isEqualTo(40);
  }

  @Test
  void theMessageLeavesOutWhatThereWasNot() {
    assertThat(of(0, new Row(Outcome.UNKNOWN, null)))
        .hasMessageContaining("0 of 1 records sent are known to exist: check the others");
  }

  @Test
  void aRowPrintsItsOutcomeOnly() {
    assertThat(new Row(Outcome.APPLIED, "canary")).hasToString("Row[outcome=APPLIED]");
  }
}
