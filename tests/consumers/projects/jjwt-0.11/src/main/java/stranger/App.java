package stranger;

import dev.contactsdk.kore.KoreClient;

/** Is told at once that its jjwt is too old. */
public final class App {
  private App() {}

  public static void main(String[] args) {
    KoreClient.Builder builder =
        KoreClient.builder()
            .baseUrl("http://127.0.0.1:1")
            .streamId("st-00000000-0000-0000-0000-000000000000")
            .accountId("0123456789abcdef01234567")
            .credentials("cs-00000000-0000-0000-0000-000000000000", "a".repeat(44));
    try (KoreClient client = builder.build()) {
      throw new AssertionError("built " + client);
    } catch (LinkageError e) {
      if (!String.valueOf(e.getMessage()).contains("found jjwt-api 0.11.5, needed jjwt 0.12 or newer")) {
        throw e;
      }
    }
    System.out.println("ran | jjwt | 0.11.5 | `build()` refuses it; the message names both versions |");
  }
}
