package dev.contactsdk.core.spi.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Verdict;
import java.util.List;
import java.util.Objects;

/** What a report says of its checks. */
record Judged(Report report) {
  static Judged of(String... names) {
    return new Judged(new Report(List.of(names)));
  }

  Check check(String name) {
    return Objects.requireNonNull(report.diagnosis("x", "x", true, 0).check(name), name);
  }

  void assertOk(String name, String... seen) {
    assertVerdict(name, Verdict.OK, seen);
    assertThat(check(name).mend()).as(name).isNull();
  }

  /** It says how to mend it, too. */
  void assertWrong(String name, String... seen) {
    assertVerdict(name, Verdict.WRONG, seen);
    assertThat(check(name).mend()).as(name).isNotBlank();
  }

  void assertUnknown(String name, String... seen) {
    assertVerdict(name, Verdict.UNKNOWN, seen);
  }

  void assertMend(String name, String... parts) {
    assertThat(check(name).mend()).as(name).isNotNull().contains(parts);
  }

  private void assertVerdict(String name, Verdict verdict, String... seen) {
    assertThat(check(name).verdict()).as(check(name).toString()).isEqualTo(verdict);
    assertThat(check(name).seen()).as(name).isNotBlank();
    for (String part : seen) {
      assertThat(check(name).seen()).as(name).contains(part);
    }
  }
}
