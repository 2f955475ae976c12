package dev.contactsdk.tests.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.diagnose.Check;
import dev.contactsdk.core.diagnose.Diagnosis;
import dev.contactsdk.core.diagnose.Verdict;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.SandboxRequest;
import java.util.Objects;

/** What a diagnosis found, by the names of its checks. */
record Found(Diagnosis diagnosis) {
  /** Exactly these are wrong, and each says how to mend it. */
  void assertWrong(String... names) {
    assertThat(diagnosis.checks(Verdict.WRONG))
        .as(diagnosis.text())
        .extracting(Check::name)
        .containsExactlyInAnyOrder(names);
    assertThat(diagnosis.verdict()).isEqualTo(names.length == 0 ? Verdict.OK : Verdict.WRONG);
    for (String name : names) {
      assertThat(check(name).mend()).as(name).isNotBlank();
    }
    assertThat(diagnosis.requests()).isLessThanOrEqualTo(15);
  }

  void assertOk(String... names) {
    for (String name : names) {
      assertThat(check(name).verdict()).as(diagnosis.text()).isEqualTo(Verdict.OK);
    }
  }

  void assertUnknown(String name, String why) {
    assertThat(check(name).verdict()).as(diagnosis.text()).isEqualTo(Verdict.UNKNOWN);
    assertThat(check(name).seen()).contains(why);
  }

  void assertSeen(String name, String... parts) {
    assertThat(check(name).seen()).as(diagnosis.text()).contains(parts);
  }

  void assertMend(String name, String... parts) {
    assertThat(check(name).mend()).as(diagnosis.text()).contains(parts);
  }

  /** Nothing but reads reached the server, as many as reported. */
  void assertOnlyReads(Sandbox sandbox) {
    assertThat(sandbox.requests()).extracting(SandboxRequest::method).containsOnly("GET");
    assertThat(sandbox.requests()).hasSize(diagnosis.requests());
  }

  private Check check(String name) {
    return Objects.requireNonNull(diagnosis.check(name), name);
  }
}
