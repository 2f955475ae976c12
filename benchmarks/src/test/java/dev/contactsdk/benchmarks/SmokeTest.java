package dev.contactsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That everything is still measured, and still the same work; no figure is looked at. */
class SmokeTest {
  @TempDir private static Path folder;
  private static Server server;

  @BeforeAll
  static void start() throws Exception {
    server = Server.startWithTls(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void allStacksGiveTheSameResult(Work work) throws Exception {
    Comparison.check(server.url(), work, Stack.doing(work));
  }

  @Test
  void aDifferenceIsNoticed() {
    Peer.Contact contact = new Peer.Contact();
    contact.callCount = 3;
    Peer.Contact other = new Peer.Contact();
    other.callCount = 4;

    assertThat(Facts.of(contact)).isNotEqualTo(Facts.of(other)).isNotEqualTo(Facts.of(List.of()));
  }

  @Test
  void pagesOfALongListAreThoseOfAShortOne() {
    byte[] page = new Canned.Pages().page(0, 100, 100);

    assertThat(new String(page, StandardCharsets.US_ASCII))
        .isEqualTo(new String(Canned.list(100), StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @EnumSource
  void countsOperationsAndBytes(Stack stack) throws Exception {
    try (Worker worker = new Worker(stack, Work.CREATE, new Target(server.url(), 0))) {
      Sample sample = worker.run(2, 20);

      assertThat(sample.operations()).isPositive();
      assertThat(sample.bytes()).isPositive();
      assertThat(Sample.parse(sample.toString())).isEqualTo(sample);
    }
  }

  @Test
  void measuresThroughputInProcessesOfTheirOwn() throws Exception {
    new Throughput(server, 1, 20, 0).measure(Work.CREATE, List.of(Stack.SDK), 1);
  }

  @Test
  void startsFreshJvmsOverTls() throws Exception {
    ClassPaths classPaths = new ClassPaths(folder);
    ColdStart start = new ColdStart(server, classPaths, folder, 1);

    assertThat(start.start(Stack.SDK, server.tlsUrl(), List.of())).isPositive();
    assertThat(start.start(Stack.RETROFIT, server.url(), List.of())).isPositive();
  }

  @Test
  void goesThroughPagesAndItems() throws Exception {
    new PagesAhead(server, 3, 1, 1).measure(1);
    AllItems.measure(server, 1_000);
  }

  @Test
  void countsTheJarsThatAnApplicationNeeds() throws IOException {
    List<Path> jars = new ClassPaths(folder).ofTheSdk();

    assertThat(jars).allMatch(Files::exists);
    assertThat(jars)
        .extracting(jar -> jar.getFileName().toString())
        .anyMatch(name -> name.startsWith("sdk-core"))
        .noneMatch(name -> name.startsWith("retrofit"));
  }

  @Test
  void smallPartsRun() throws Exception {
    SmallParts parts = new SmallParts();

    assertThat(parts.sign()).isNotBlank();
    assertThat(parts.signWithJjwt()).isNotBlank();
    assertThat(parts.encode()).isNotEmpty();
    assertThat(parts.encodeWithJackson()).isNotEmpty();
    assertThat(Facts.of(parts.decode100())).isEqualTo(Facts.of(parts.decode100WithJackson()));
    assertThat(parts.parseTime()).isEqualTo(parts.parseTimeWithJavaTime());
    assertThat(parts.permit()).isZero();
    assertThat(parts.callInMemory()).isEqualTo(parts.callInMemoryWithoutLimitAndRetry());
  }
}
