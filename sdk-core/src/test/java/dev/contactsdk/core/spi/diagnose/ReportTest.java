package dev.contactsdk.core.spi.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.diagnose.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
  private final Judged judged = Judged.of("one", "two", "three");
  private final Report report = judged.report();

  private Diagnosis diagnosis(boolean works) {
    return report.diagnosis("Vendor", "https://vendor.test", works, 3);
  }

  @Test
  void allChecksAreInTheReportInTheirOrder() {
    report.ok("three", "seen");
    report.wrong("one", "seen", "mend");
    Diagnosis diagnosis = diagnosis(true);
    assertThat(diagnosis.checks())
        .extracting(Check::name)
        .isEqualTo(List.of("one", "two", "three"));
    assertThat(diagnosis.vendor()).isEqualTo("Vendor");
    assertThat(diagnosis.address()).isEqualTo("https://vendor.test");
    assertThat(diagnosis.requests()).isEqualTo(3);
  }

  @Test
  void eachResultKeepsItsVerdictAndTexts() {
    report.ok("one", "works");
    report.wrong("two", "fails", "mend it");
    report.unknown("three", "nobody knows");
    assertThat(diagnosis(true).checks())
        .containsExactly(
            new Check("one", Verdict.OK, "works", null),
            new Check("two", Verdict.WRONG, "fails", "mend it"),
            new Check("three", Verdict.UNKNOWN, "nobody knows", null));
  }

  @Test
  void anUnknownCheckMayHaveAHint() {
    report.unknown("one", "nobody knows", "look there");
    judged.assertUnknown("one", "nobody knows");
    judged.assertMend("one", "look there");
  }

  @Test
  void theFirstResultStays() {
    report.ok("one", "first");
    report.wrong("one", "second", "mend");
    judged.assertOk("one", "first");
  }

  @Test
  void aCheckMustBeNamedInAdvance() {
    assertThatThrownBy(() -> report.ok("four", "seen"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no check has the name four");
  }

  @Test
  void aCheckWithoutAResultIsUnknown() {
    judged.assertUnknown("one", "the answers do not tell");
    assertThat(report.isStopped()).isFalse();
  }

  @Test
  void afterTheFirstStopChecksWithoutAResultWereNotTried() {
    report.ok("one", "seen");
    report.stop("the first reason");
    report.stop("the second reason");
    judged.assertOk("one", "seen");
    assertThat(judged.check("two").seen()).isEqualTo("not tried: the first reason");
    assertThat(report.isStopped()).isTrue();
  }

  @Test
  void withoutACredentialTheDiagnosisEnds() {
    report.stopWithoutCredential("one");
    judged.assertWrong("one", "the client's auth failed to make a credential");
    judged.assertMend("one", "your own Auth");
    judged.assertUnknown("two", "not tried: there is no credential");
  }

  @Test
  void onlyAWrongResultIsWrong() {
    report.wrong("one", "seen", "mend");
    report.ok("two", "seen");
    assertThat(report.isWrong("one")).isTrue();
    assertThat(report.isWrong("two")).isFalse();
    assertThat(report.isWrong("three")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "OK, true, OK",
    "OK, false, UNKNOWN",
    "UNKNOWN, true, OK",
    "UNKNOWN, false, UNKNOWN",
    "WRONG, true, WRONG",
    "WRONG, false, WRONG"
  })
  void oneWrongCheckMakesAllWrongOtherwiseContactsDecide(Verdict one, boolean works, Verdict all) {
    report.add(new Check("two", one, "seen", "mend"));
    assertThat(diagnosis(works).verdict()).isEqualTo(all);
  }
}
