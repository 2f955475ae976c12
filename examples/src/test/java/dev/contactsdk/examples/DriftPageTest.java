package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.drift.DriftRecorder;
import dev.contactsdk.sandbox.SandboxExtension;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.TruedyDrift;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java code of the page on drift. */
@ExtendWith(SandboxExtension.class)
class DriftPageTest {
  @Test
  void records(TruedySandbox sandbox) throws Exception {
    sandbox.seedContacts(3);
    Map<String, String> environment =
        Map.of("TRUEDY_API_KEY", sandbox.apiKey(), "TRUEDY_BASE_URL", sandbox.baseUrl());
    assertThat(Output.of(() -> record(environment))).contains("truedy.contacts.list");
  }

  private static void record(Map<String, String> environment) {
    // docs/drift.md: begin
    DriftRecorder recorder = TruedyDrift.recorder(); // or KoreDrift.recorder()
    var builder = TruedyClient.builderFromEnv(environment); // System.getenv()
    try (TruedyClient truedy = builder.interceptor(recorder).build()) {
      truedy.contacts().list().stream().limit(500).forEach(contact -> {});
    }
    System.out.println(recorder.report().text()); // or json()
    // docs/drift.md: end
  }
}
