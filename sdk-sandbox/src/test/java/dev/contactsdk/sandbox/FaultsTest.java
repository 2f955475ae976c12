package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class FaultsTest {

  private static final String BODY = "{\"phone_number\":\"+15551234567\"}";

  private static Http.Answer create(TruedySandbox sandbox) throws Exception {
    return new TruedyCalls(sandbox).post("/contacts", BODY);
  }

  /** Everything that comes over a socket until its end. */
  private static String raw(TruedySandbox sandbox) throws IOException {
    String request =
        "POST /api/public/v1/contacts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s";
    int port = java.net.URI.create(sandbox.origin()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(Http.utf8(request.formatted(sandbox.apiKey(), BODY.length(), BODY)));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Stream<Fault> cutsAfterStoring() {
    return Stream.of(
        Fault.cutAfterStore(),
        Fault.cutInStatusLine(),
        Fault.cutInHeaders(),
        Fault.cutInBody(0),
        Fault.cutInBody(0.25),
        Fault.halfBody(),
        Fault.cutInBody(0.75),
        Fault.cutAfterStore().withReset());
  }

  @ParameterizedTest
  @MethodSource("cutsAfterStoring")
  void storesAndThenCutsTheConnection(Fault fault) throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      sandbox.fail().of("POST /contacts").with(fault);
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> create(sandbox));
      assertThat(sandbox.contacts()).hasSize(1);
      assertThat(create(sandbox).status()).isEqualTo(201);
    }
  }

  @Test
  void cutsBeforeStoring(TruedySandbox sandbox) throws Exception {
    sandbox.fail().next().with(Fault.cutBeforeStore());
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> create(sandbox));
    assertThat(sandbox.contacts()).isEmpty();
    assertThat(create(sandbox).status()).isEqualTo(201);
  }

  @Test
  void cutsExactlyWhereItIsTold(TruedySandbox sandbox) throws Exception {
    sandbox.fail().with(Fault.cutInStatusLine());
    assertThat(raw(sandbox)).isNotEmpty().startsWith("HTTP/").doesNotContain("\r\n");
    sandbox.fail().with(Fault.cutInHeaders());
    assertThat(raw(sandbox))
        .startsWith("HTTP/1.1 201 ")
        .contains("\r\n")
        .doesNotContain("\r\n\r\n");
    sandbox.fail().with(Fault.cutInBody(0));
    assertThat(raw(sandbox)).endsWith("\r\n\r\n");
    sandbox.fail().with(Fault.closeAfterAnswer());
    String whole = raw(sandbox);
    sandbox.fail().with(Fault.halfBody());
    String half = raw(sandbox);
    int head = whole.indexOf("\r\n\r\n") + 4;
    assertThat(half.length() - head).isEqualTo((whole.length() - head) / 2);
    sandbox.fail().with(Fault.cutBeforeStore());
    assertThat(raw(sandbox)).isEmpty();
  }

  @Test
  void resetsWhenTold(TruedySandbox sandbox) {
    sandbox.fail().with(Fault.cutAfterStore().withReset());
    assertThatExceptionOfType(SocketException.class).isThrownBy(() -> raw(sandbox));
  }

  @Test
  void strikesTheNthMatchingCallOnly(TruedySandbox sandbox) throws Exception {
    PlannedFault fault =
        sandbox.fail().call(3).of("POST /contacts").with(Fault.status(503, "", "Retry-After", "0"));
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      new TruedyCalls(sandbox).get("/contacts");
      statuses.add(create(sandbox).status());
    }
    assertThat(statuses).containsExactly(201, 201, 503, 201);
    assertThat(fault.hits()).isEqualTo(1);
    assertThat(sandbox.contacts()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST",
        "/contacts",
        "POST /contacts",
        "create_contact",
        "/*",
        "POST /api/public/v1/contacts"
      })
  void matchesInEveryWay(String pattern) throws Exception {
    try (TruedySandbox sandbox = TruedySandbox.start()) {
      sandbox.fail().always().of(pattern).with(Fault.status(500, "{}"));
      assertThat(create(sandbox).status()).isEqualTo(500);
      assertThat(new TruedyCalls(sandbox).get("/contacts/folders").status()).isEqualTo(200);
      sandbox.heal();
      assertThat(create(sandbox).status()).isEqualTo(201);
    }
  }

  @Test
  void refusesAPatternThatMatchesNothing(TruedySandbox sandbox) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.fail().of("createContact"))
        .withMessageContaining("create_contact");
  }

  @Test
  void strikesTheSameShareForTheSameSeed() throws Exception {
    List<List<Integer>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (TruedySandbox sandbox = TruedySandbox.start()) {
        PlannedFault fault = sandbox.fail().share(0.5, 7).with(Fault.status(500, ""));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          statuses.add(create(sandbox).status());
        }
        assertThat(fault.hits()).isBetween(10, 30);
        runs.add(statuses);
      }
    }
    assertThat(runs.get(0)).isEqualTo(runs.get(1));
  }

  @Test
  void storesAndThenAnswersAnError(TruedySandbox sandbox) throws Exception {
    sandbox.fail().next(2).with(Fault.storeThenStatus(500));
    assertThat(create(sandbox).status()).isEqualTo(500);
    assertThat(create(sandbox).status()).isEqualTo(500);
    assertThat(create(sandbox).status()).isEqualTo(201);
    assertThat(sandbox.contacts()).hasSize(3);
  }

  @Test
  void answersAnything(TruedySandbox sandbox) throws Exception {
    sandbox.fail().with(Fault.garbage());
    Http.Answer garbage = create(sandbox);
    assertThat(garbage.status()).isEqualTo(200);
    assertThat(garbage.header("Content-Length")).isEqualTo("512");
    sandbox
        .fail()
        .with(Fault.respondWith("<html>", "text/html").withoutStoring().header("X-A", "b"));
    Http.Answer html = create(sandbox);
    assertThat(html.body()).isEqualTo("<html>");
    assertThat(html.header("Content-Type")).isEqualTo("text/html");
    assertThat(html.header("X-A")).isEqualTo("b");
    sandbox.fail().with(Fault.redirect(307, "http://127.0.0.1:1/"));
    Http.Answer redirect = create(sandbox);
    assertThat(redirect.status()).isEqualTo(307);
    assertThat(redirect.header("Location")).isEqualTo("http://127.0.0.1:1/");
    assertThat(sandbox.contacts()).hasSize(1);
  }

  @ParameterizedTest
  @Timeout(60)
  @MethodSource("pauses")
  void holdsTheAnswerBackAndThenGivesIt(Function<Duration, Fault> pause) throws Exception {
    TruedySandbox sandbox = TruedySandbox.start();
    sandbox.fail().with(pause.apply(Duration.ofMillis(1)));
    assertThat(create(sandbox).status()).isEqualTo(201);
    sandbox.fail().with(pause.apply(Duration.ofMinutes(5)));
    FutureTask<Http.Answer> held = new FutureTask<>(() -> create(sandbox));
    new Thread(held).start();
    sandbox.takeRequest();
    sandbox.takeRequest();
    assertThat(create(sandbox).status()).isEqualTo(201);
    while (sandbox.contactCount() < 3) {
      Thread.onSpinWait();
    }
    assertThat(held.isDone()).isFalse();
    sandbox.close();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(held::get)
        .withCauseInstanceOf(IOException.class);
  }

  static Stream<Function<Duration, Fault>> pauses() {
    return Stream.of(Fault::delay, Fault::stallInBody);
  }

  @Test
  void dropsConnectionsUnread(TruedySandbox sandbox) throws Exception {
    sandbox.dropConnections(1);
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> raw(sandbox));
    assertThat(sandbox.requestCount()).isZero();
    assertThat(create(sandbox).status()).isEqualTo(201);
  }

  @Test
  @Timeout(60)
  void closesInTheMiddleOfADelay() throws Exception {
    TruedySandbox sandbox = TruedySandbox.start();
    sandbox.fail().with(Fault.delay(Duration.ofMinutes(5)));
    sandbox.fail().call(2).with(Fault.stallInBody(Duration.ofMinutes(5)));
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Thread caller = new Thread(() -> quietly(sandbox));
      caller.start();
      callers.add(caller);
      sandbox.takeRequest();
    }
    sandbox.close();
    sandbox.close();
    for (Thread caller : callers) {
      caller.join();
    }
  }

  private static void quietly(TruedySandbox sandbox) {
    try {
      raw(sandbox);
    } catch (IOException e) {
      assertThat(sandbox.origin()).isNotEmpty();
    }
  }
}
