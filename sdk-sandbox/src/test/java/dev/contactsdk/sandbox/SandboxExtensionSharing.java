package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two test classes that {@link SandboxExtensionVersionsTest} runs, one after the other. */
final class SandboxExtensionSharing {
  /** Set in the JVM that runs them in their order. */
  static final String RUN = "sandbox.extension.sharing";

  private static final List<KoreSandbox> SHARED = new ArrayList<>();

  private SandboxExtensionSharing() {}

  @ExtendWith(SandboxExtension.class)
  @EnabledIfSystemProperty(named = RUN, matches = "true")
  static class First {
    @BeforeAll
    static void ask(KoreSandbox sandbox) {
      SHARED.add(sandbox);
    }

    @RepeatedTest(2)
    void aSandboxOfAllTestsServesEachOfThem(KoreSandbox sandbox) throws Exception {
      assertThat(SHARED).containsExactly(sandbox);
      assertThat(new KoreCalls(sandbox).get("/contacts").status()).isEqualTo(200);
    }
  }

  @EnabledIfSystemProperty(named = RUN, matches = "true")
  static class Second {
    @Test
    void aSandboxOfAllTestsIsClosedAfterTheLast() {
      assertThat(SHARED).hasSize(1);
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> new KoreCalls(SHARED.get(0)).get("/contacts"));
    }
  }
}
