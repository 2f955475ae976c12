package dev.contactsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/contactsdk/examples");

  static Stream<Arguments> keyLines() {
    return Stream.of(
        arguments(
            CreateContacts.class,
            List.of(
                "> kore.contacts.create: POST ",
                "created John Doe, ",
                "created Max Muster, ",
                "deleted 3 of 3")),
        arguments(
            ListContacts.class,
            List.of(
                "page 1: 50 contacts, from row 1 of 130",
                "page 3: 30 contacts, from row 101 of 130",
                "50 contacts, from row 51\n")),
        arguments(
            ShowProgress.class,
            List.of("100 %: 800 of 800 contacts", "read 800 contacts in 16 pages")),
        arguments(
            CreateAgent.class,
            List.of(
                "found the queue Default, qu-",
                "created nov5@example.com",
                "found it by the custom id contact-sdk-tour, its id is a-",
                "deleted it\n")),
        arguments(
            ImportContacts.class,
            List.of(
                "created Jane, custom fields {account_type=premium}",
                "imported 250, skipped 0",
                "row 251: ",
                "the folder has 251 contacts",
                "deleted the folder and its contacts\n")),
        arguments(
            MoveContacts.class,
            List.of(
                "2,000 rows: 1,996 to create, 4 refused; ",
                "CRASHED: the power went out",
                "100 %: 2000 of 2000 rows",
                "1,996 created",
                "1,996 as written",
                "4 rows to mend in to-mend.csv")),
        arguments(
            MoveFromOwnSource.class,
            List.of(
                "Plan[1, our people to Truedy]",
                "Plan[1, our format to Truedy]",
                "2 rows: 2 created; 2 requests")),
        arguments(
            HandleErrors.class,
            List.of(
                "email: must be an e-mail address",
                "too many requests; retry in 300 s",
                "REJECTED: nothing was created",
                "UNKNOWN: it may or may not have been created",
                "outcome NOT_SENT")),
        arguments(
            RecoverLostCreate.class,
            List.of(
                "failed, with the outcome UNKNOWN",
                "found Jane Doe, ",
                "the server has 2 contacts: John and Jane")),
        arguments(RunAsync.class, List.of("300 ms each: 100 contacts after ", "cancelled within ")),
        arguments(
            SetCallOptions.class,
            List.of(
                "status 200 after 2 attempts in ",
                "the server read X-Trace: tour-1",
                "when its time was up")),
        arguments(
            UseOwnAuth.class,
            List.of("With a private key, RS256:\n> kore.contacts.list", "0 contacts")),
        arguments(
            CallOwnEndpoint.class,
            List.of("> kore.queues.agents: POST ", "queue Default is served by 0 agents")),
        arguments(
            ShareRateLimit.class,
            List.of(
                "request 6, by the second client: 1 queue after ",
                "no permit of the client-side rate limit before the deadline")),
        arguments(
            RecordShapes.class,
            List.of("kore.contacts.list 2xx: 2 answers", "skip: \"Get All Contacts\"")),
        arguments(
            Diagnose.class,
            List.of(
                ": OK, nothing is wrong (0 wrong, ",
                "Truedy: OK, as JSON:\n{\"vendor\":\"Truedy\"",
                "credential.clientSecret: clientSecret is blank. Set credentials(")));
  }

  @ParameterizedTest
  @MethodSource("keyLines")
  void runsByItself(Class<?> example, List<String> expected) throws Exception {
    Method main = example.getMethod("main", String[].class);
    String printed = Output.of(() -> main.invoke(null, (Object) new String[0]));
    assertThat(printed)
        .startsWith("Kore.ai: a sandbox on this machine\nTruedy: a sandbox on this machine\n")
        .contains("[" + example.getSimpleName() + "]")
        .contains(expected);
  }

  @Test
  void theTourRunsAllOfThem() throws Exception {
    String printed = Output.of(() -> Tour.run(Map.of()));
    assertThat(printed)
        .startsWith("Tour of the Contact SDK: 16 short programs.\n")
        .contains("mvn -q -Ptour -Dtour.args=--write")
        .doesNotContain("YOUR ACCOUNT", "FAILED")
        .containsPattern("16 examples in \\d+[.,]\\d s; failed: none\n$");
    keyLines()
        .forEach(
            arguments ->
                assertThat(printed)
                    .contains(((List<?>) arguments.get()[1]).toArray(String[]::new)));
  }

  @Test
  void noneIsForgotten() throws Exception {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> withMain =
          files
              .filter(ExamplesTest::hasMain)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> !name.equals("Tour"))
              .toList();
      assertThat(Tour.EXAMPLES.stream().map(one -> one.getClass().getSimpleName()))
          .containsExactlyInAnyOrderElementsOf(withMain);
      assertThat(keyLines().map(one -> ((Class<?>) one.get()[0]).getSimpleName()))
          .containsExactlyInAnyOrderElementsOf(withMain);
    }
  }

  private static boolean hasMain(Path file) {
    try {
      return Files.readString(file).contains("public static void main(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
