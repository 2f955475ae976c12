package stranger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.SandboxExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class SandboxTest {
  private KoreSandbox first;

  @BeforeEach
  void keep(KoreSandbox sandbox) {
    first = sandbox;
  }

  @Test
  void theExtensionPassesASandbox(KoreSandbox sandbox) {
    assertSame(first, sandbox);
    try (KoreClient client = sandbox.client()) {
      assertEquals(0, client.contacts().list().execute().items().size());
    }
    String version = Test.class.getPackage().getImplementationVersion();
    System.out.println("ran | JUnit | " + version + " | `SandboxExtension` passes a sandbox to a test |");
  }
}
