package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxExtensionTest {

  private static final List<KoreSandbox> EARLIER = new ArrayList<>();

  @RegisterExtension
  final SandboxExtension sandboxes =
      new SandboxExtension()
          .kore(() -> KoreSandbox.builder().streamId("st-mine").start())
          .truedy(() -> TruedySandbox.builder().apiKey("truedy_mine").start());

  @BeforeEach
  void seed(KoreSandbox sandbox) {
    sandbox.seedContacts(1);
  }

  @RepeatedTest(2)
  void givesEachTestASandboxOfItsOwnAndClosesIt(KoreSandbox sandbox, TruedySandbox truedy) {
    assertThat(sandbox.contactCount()).isEqualTo(1);
    assertThat(sandbox.streamId()).isEqualTo("st-mine");
    assertThat(truedy.apiKey()).isEqualTo("truedy_mine");
    assertThat(EARLIER).doesNotContain(sandbox);
    for (KoreSandbox closed : EARLIER) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> new KoreCalls(closed).get("/contacts"));
    }
    EARLIER.add(sandbox);
  }
}
