package dev.contactsdk.examples;

import dev.contactsdk.core.error.SdkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Runs all examples, one after the other. */
public final class Tour {
  static final List<Example> EXAMPLES =
      List.of(
          new CreateContacts(),
          new ListContacts(),
          new ShowProgress(),
          new CreateAgent(),
          new ImportContacts(),
          new MoveContacts(),
          new MoveFromOwnSource(),
          new HandleErrors(),
          new RecoverLostCreate(),
          new RunAsync(),
          new SetCallOptions(),
          new UseOwnAuth(),
          new CallOwnEndpoint(),
          new ShareRateLimit(),
          new RecordShapes(),
          new Diagnose());

  private static final List<String> HOW_TO =
      List.of(
          "To run on your own account, set KORE_BASE_URL, KORE_STREAM_ID, KORE_ACCOUNT_ID,",
          "KORE_CLIENT_ID and KORE_CLIENT_SECRET (for roles also KORE_ADMIN_CLIENT_ID and",
          "KORE_ADMIN_CLIENT_SECRET), or TRUEDY_API_KEY. The examples then only read it.",
          "To let them write too: mvn -q -Ptour -Dtour.args=--write",
          "",
          "Lines that start with > are requests; those with < are the answers' HTTP status.");

  private Tour() {}

  public static void main(String... args) throws Exception {
    run(System.getenv(), args);
  }

  static void run(Map<String, String> environment, String... args) throws Exception {
    long start = System.nanoTime();
    List<String> failed = new ArrayList<>();
    try (Services services = new Services(environment, args)) {
      System.out.println("Tour of the Contact SDK: " + EXAMPLES.size() + " short programs.");
      System.out.println("Source: examples/src/main/java/dev/contactsdk/examples");
      System.out.println();
      services.describe();
      HOW_TO.forEach(System.out::println);
      for (Example example : EXAMPLES) {
        try {
          services.run(example);
        } catch (SdkException | NoSuchElementException e) {
          System.out.println("FAILED: " + e.getMessage());
          failed.add(example.getClass().getSimpleName());
        }
      }
    }
    System.out.println();
    System.out.println("== Both: test your application with a sandbox [SignUpTest]");
    System.out.println("See examples/src/test/java/dev/contactsdk/examples/SignUpTest.java");
    System.out.printf(
        "%n%d examples in %.1f s; failed: %s%n",
        EXAMPLES.size(),
        (System.nanoTime() - start) / 1e9,
        failed.isEmpty() ? "none" : String.join(", ", failed));
    if (!failed.isEmpty()) {
      throw new IllegalStateException("examples failed: " + String.join(", ", failed));
    }
  }
}
