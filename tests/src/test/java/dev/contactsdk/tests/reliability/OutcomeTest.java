package dev.contactsdk.tests.reliability;

import static dev.contactsdk.core.error.Outcome.APPLIED;
import static dev.contactsdk.core.error.Outcome.NOT_SENT;
import static dev.contactsdk.core.error.Outcome.REJECTED;
import static dev.contactsdk.core.error.Outcome.UNKNOWN;
import static dev.contactsdk.tests.reliability.OutcomeLedger.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.http.Effect;
import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.tests.reliability.OutcomeProxy.Cut;
import dev.contactsdk.tests.reliability.OutcomeProxy.Side;
import dev.contactsdk.tests.reliability.OutcomeVendor.Operation;
import dev.contactsdk.tests.reliability.OutcomeVendor.Setup;
import dev.contactsdk.tests.reliability.OutcomeVendor.Trial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Breaks each kind of call at every stage and compares the outcome that it reports with what the
 * server has.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OutcomeTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final RetryPolicy OFF = RetryPolicy.none();
  private static final RetryPolicy ON = RetryPolicy.standard();

  private final OutcomeLedger ledger = new OutcomeLedger();

  static Stream<Supplier<OutcomeVendor>> vendors() {
    return Stream.of(
        () -> new OutcomeKore(KoreSandbox.builder().keepRequests(0)),
        () -> new OutcomeTruedy(TruedySandbox.builder().keepRequests(0)));
  }

  /** Sizes of a whole exchange, and where its parts end. */
  private record Sizes(int request, int requestHead, int answer, int statusLine, int answerHead) {
    static Sizes of(byte[] request, byte[] answer) {
      String asked = new String(request, StandardCharsets.ISO_8859_1);
      String answered = new String(answer, StandardCharsets.ISO_8859_1);
      return new Sizes(
          request.length,
          asked.indexOf("\r\n\r\n") + 4,
          answer.length,
          answered.indexOf("\r\n") + 2,
          answered.indexOf("\r\n\r\n") + 4);
    }

    Map<String, Long> requestCuts() {
      Map<String, Long> cuts = new LinkedHashMap<>();
      int body = request - requestHead;
      cuts.put("nothing of the request arrived", 0L);
      cuts.put("in the request's headers", requestHead / 2L);
      cuts.put("after the request's headers", body > 0 ? requestHead : requestHead - 1L);
      if (body > 0) {
        cuts.put("in the request's body, 1/4", requestHead + body / 4L);
        cuts.put("in the request's body, 1/2", requestHead + body / 2L);
        cuts.put("in the request's body, 3/4", requestHead + body * 3L / 4);
        cuts.put("before the request's last byte", request - 1L);
      }
      return cuts;
    }

    Map<String, Long> earlyAnswerCuts() {
      Map<String, Long> cuts = new LinkedHashMap<>();
      cuts.put("after the whole request", 0L);
      cuts.put("in the status line", statusLine / 2L);
      cuts.put("after the status line", (long) statusLine);
      cuts.put("in the answer's headers", (statusLine + answerHead) / 2L);
      cuts.put("before the headers' last byte", answerHead - 1L);
      return cuts;
    }

    Map<String, Long> bodyCuts() {
      Map<String, Long> cuts = new LinkedHashMap<>();
      int body = answer - answerHead;
      cuts.put("after the answer's headers", (long) answerHead);
      cuts.put("in the answer's body, 1/4", answerHead + body / 4L);
      cuts.put("in the answer's body, 1/2", answerHead + body / 2L);
      cuts.put("in the answer's body, 3/4", answerHead + body * 3L / 4);
      cuts.put("before the answer's last byte", answer - 1L);
      return cuts;
    }
  }

  private void finish(String title) {
    System.out.println(ledger.table(title));
    assertThat(ledger.wrong()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void noCutMakesAClaimThatTheServerContradicts(Supplier<OutcomeVendor> opened) {
    for (int i = 0; i < operations(opened); i++) {
      try (OutcomeVendor vendor = opened.get();
          OutcomeProxy proxy = new OutcomeProxy(vendor.sandbox().origin())) {
        Operation<?> operation = vendor.operations().get(i);
        String origin = "http://127.0.0.1:" + proxy.port();
        Sizes sizes = measure(vendor, proxy, operation, new Setup(origin, OFF, LONG, null));
        for (boolean reset : new boolean[] {false, true}) {
          Setup off = new Setup(origin, OFF, LONG, null);
          Setup on = new Setup(origin, ON, LONG, null);
          new Cuts(vendor, proxy, operation, off, reset, 1).everywhere(sizes);
          new Cuts(vendor, proxy, operation, on, reset, 1).everywhere(sizes);
          if (operation.effect() != Effect.WRITE && !reset) {
            new Cuts(vendor, proxy, operation, on, reset, 100).everywhere(sizes);
          }
        }
      }
    }
    finish("cut");
  }

  private static int operations(Supplier<OutcomeVendor> opened) {
    try (OutcomeVendor vendor = opened.get()) {
      return vendor.operations().size();
    }
  }

  private Sizes measure(
      OutcomeVendor vendor, OutcomeProxy proxy, Operation<?> operation, Setup setup) {
    try (OutcomeVendor.Client client = vendor.client(setup)) {
      Trial trial = client.trial(operation);
      proxy.record();
      ledger.run("no cut", operation.name(), operation.effect(), trial, only((Outcome) null));
      return Sizes.of(proxy.request(), proxy.answer());
    }
  }

  private final class Cuts {
    private final OutcomeVendor vendor;
    private final OutcomeProxy proxy;
    private final Operation<?> operation;
    private final Setup setup;
    private final boolean reset;
    private final int times;

    Cuts(
        OutcomeVendor vendor,
        OutcomeProxy proxy,
        Operation<?> operation,
        Setup setup,
        boolean reset,
        int times) {
      this.vendor = vendor;
      this.proxy = proxy;
      this.operation = operation;
      this.setup = setup;
      this.reset = reset;
      this.times = times;
    }

    void everywhere(Sizes sizes) {
      at("dropped when accepted", Side.ACCEPT, 0, only(NOT_SENT, UNKNOWN));
      sizes.requestCuts().forEach((stage, bytes) -> at(stage, Side.REQUEST, bytes, only(UNKNOWN)));
      sizes
          .earlyAnswerCuts()
          .forEach((stage, bytes) -> at(stage, Side.ANSWER, bytes, only(UNKNOWN)));
      Set<@Nullable Outcome> success = afterUnreadableSuccess(operation);
      sizes.bodyCuts().forEach((stage, bytes) -> at(stage, Side.ANSWER, bytes, success));
    }

    private void at(String stage, Side side, long bytes, Set<@Nullable Outcome> once) {
      boolean repeated =
          setup.retry().equals(ON) && times == 1 && operation.effect() != Effect.WRITE;
      boolean doneBefore =
          setup.retry().equals(ON) && times > 1 && operation.effect() == Effect.DELETE;
      Set<@Nullable Outcome> allowed = new HashSet<>(repeated ? only((Outcome) null) : once);
      if (reset && side == Side.ANSWER && !repeated) {
        // An RST may overtake bytes that were sent before it.
        allowed.add(UNKNOWN);
      }
      if (side == Side.ACCEPT && setup.retry().equals(ON) && times == 1) {
        // Where the RST comes before the connection stands for the client, even a create is resent.
        allowed.add(null);
      }
      if (doneBefore) {
        // The second attempt's 404 is cut like the first attempt's answer.
        allowed.add(UNKNOWN);
        allowed.add(null);
      }
      try (OutcomeVendor.Client client = vendor.client(setup)) {
        Trial trial = client.trial(operation);
        proxy.arm(new Cut(side, bytes, reset, times));
        String what =
            operation
                + (reset ? ", RST" : ", FIN")
                + ", retries "
                + setup.retry().equals(ON)
                + " x"
                + times;
        ledger.run(stage, what, operation.effect(), trial, allowed);
        if (proxy.made() == 0) {
          throw new AssertionError("nothing was cut: " + stage + ", " + what);
        }
        proxy.record();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void whereNoConnectionStandsNothingIsSent(Supplier<OutcomeVendor> opened) throws Exception {
    try (OutcomeVendor vendor = opened.get()) {
      int free;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        free = socket.getLocalPort();
      }
      for (RetryPolicy retry : new RetryPolicy[] {OFF, ON}) {
        Setup setup = new Setup("http://127.0.0.1:" + free, retry, LONG, null);
        for (Operation<?> operation : vendor.operations()) {
          run(vendor, setup, "connection refused", operation, only(NOT_SENT));
        }
      }
      finish("no connection");
    }
  }

  private void run(
      OutcomeVendor vendor,
      Setup setup,
      String stage,
      Operation<?> operation,
      Set<@Nullable Outcome> allowed) {
    try (OutcomeVendor.Client client = vendor.client(setup)) {
      ledger.run(stage, operation.name(), operation.effect(), client.trial(operation), allowed);
    }
  }

  static Stream<Boolean> resets() {
    return Stream.of(false, true);
  }

  @ParameterizedTest
  @MethodSource("resets")
  void aCutInTheTlsHandshakeMeansNotSent(boolean reset, @TempDir Path folder) throws Exception {
    OutcomeTls tls = OutcomeTls.selfSigned(folder);
    OkHttpClient trusting = tls.trustingClient();
    try (OutcomeVendor vendor =
            new OutcomeTruedy(TruedySandbox.builder().keepRequests(0).https(tls.context()));
        OutcomeProxy proxy = new OutcomeProxy(vendor.sandbox().origin())) {
      Setup setup = new Setup("https://127.0.0.1:" + proxy.port(), OFF, LONG, trusting);
      Operation<?> create = vendor.operations().get(2);
      measure(vendor, proxy, create, setup);
      int asked = proxy.request().length;
      int answered = proxy.answer().length;
      // The handshake is over for the client when it has the server's Finished; its own flight and
      // the request follow. What the proxy withholds before that keeps the request from being sent.
      for (int share = 0; share < 20; share++) {
        tlsCut(vendor, proxy, setup, create, Side.ANSWER, answered * share / 20, reset);
        tlsCut(vendor, proxy, setup, create, Side.REQUEST, asked * share / 20, reset);
      }
      tlsCut(vendor, proxy, setup, create, Side.ACCEPT, 0, reset);
      System.out.println(ledger.table("TLS, " + (reset ? "RST" : "FIN")));
      assertThat(ledger.wrong()).isEmpty();
    }
  }

  private void tlsCut(
      OutcomeVendor vendor,
      OutcomeProxy proxy,
      Setup setup,
      Operation<?> operation,
      Side side,
      long bytes,
      boolean reset) {
    Set<@Nullable Outcome> allowed =
        side == Side.ACCEPT || bytes < 100 ? only(NOT_SENT) : OutcomeLedger.any();
    setup.okHttp().connectionPool().evictAll();
    try (OutcomeVendor.Client client = vendor.client(setup)) {
      Trial trial = client.trial(operation);
      proxy.arm(new Cut(side, bytes, reset, 1));
      String stage =
          side == Side.ACCEPT
              ? "dropped when accepted"
              : "in the bytes of the " + side.name().toLowerCase(Locale.ROOT);
      ledger.run(stage, operation.name(), operation.effect(), trial, allowed);
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void noAnswerMakesAClaimThatTheServerContradicts(Supplier<OutcomeVendor> opened)
      throws IOException {
    try (OutcomeVendor vendor = opened.get()) {
      String origin = vendor.sandbox().origin();
      Duration little = Duration.ofMillis(200);
      Duration never = Duration.ofMinutes(5);
      for (Operation<?> operation : vendor.operations()) {
        boolean read = operation.effect() == Effect.READ;
        Set<@Nullable Outcome> afterError = only(read ? REJECTED : UNKNOWN);
        Answers answers = new Answers(vendor, operation, origin, LONG);
        for (int status : new int[] {500, 502, 503, 504, 507}) {
          answers.with("5xx, carried out", Fault.storeThenStatus(status), afterError);
          answers.with("5xx, not carried out", Fault.status(status, ""), afterError);
        }
        for (int status : new int[] {400, 401, 403, 404, 405, 409, 413, 415, 422}) {
          answers.with("4xx", Fault.status(status, "{}"), afterRefusal(operation, status));
        }
        answers.with(
            "rate limit",
            Fault.rateLimited(LimitAnswer.DOCUMENTED, Duration.ofSeconds(5)),
            only(REJECTED));
        for (int status : new int[] {301, 302, 303}) {
          answers.with("redirect 301 to 303", Fault.redirect(status, origin), afterError);
        }
        for (int status : new int[] {307, 308}) {
          answers.with("redirect 307, 308", Fault.redirect(status, origin), only(REJECTED));
        }
        for (int status : new int[] {400, 403, 404, 409, 413, 422}) {
          for (String page : List.of("<html>no</html>", "default backend")) {
            answers.with("4xx of a gateway", Fault.status(status, page), afterError);
          }
        }
        answers.with("408, carried out", Fault.storeThenStatus(408), afterError);
        answers.with("408, not carried out", Fault.status(408, "{}"), afterError);
        Set<@Nullable Outcome> unreadable = afterUnreadableSuccess(operation);
        answers.with("success, garbage", Fault.garbage(), unreadable);
        answers.with("success, HTML", Fault.respondWith("<html>", "text/html"), unreadable);
        Answers hasty = new Answers(vendor, operation, origin, little);
        if (!operation.name().contains("KB")) { // that one alone takes longer
          hasty.with("timeout, carried out", Fault.delay(never), only(UNKNOWN));
          hasty.with(
              "timeout, not carried out", Fault.delay(never).withoutStoring(), only(UNKNOWN));
          hasty.with(
              "timeout in the answer's body", Fault.stallInBody(never), only(APPLIED, UNKNOWN));
        }
      }
      finish("answer");
    }
  }

  /** What is refused of several contacts may have been written in part. */
  private static Set<@Nullable Outcome> afterRefusal(Operation<?> operation, int status) {
    boolean ofContent = Set.of(400, 404, 409, 422).contains(status);
    boolean namesNoField = status == 422 && operation.name().startsWith("truedy");
    boolean open = namesNoField || (ofContent && isOfSeveral(operation));
    return only(open && operation.effect() != Effect.READ ? UNKNOWN : REJECTED);
  }

  /** A success may show that some of several contacts were not written. */
  private static Set<@Nullable Outcome> afterUnreadableSuccess(Operation<?> operation) {
    return only(operation.effect() == Effect.READ || isOfSeveral(operation) ? UNKNOWN : APPLIED);
  }

  private static boolean isOfSeveral(Operation<?> operation) {
    return operation.name().contains("2 contacts") || operation.name().contains(" import csv");
  }

  private final class Answers {
    private final OutcomeVendor vendor;
    private final Operation<?> operation;
    private final Setup setup;

    Answers(OutcomeVendor vendor, Operation<?> operation, String origin, Duration timeout) {
      this.vendor = vendor;
      this.operation = operation;
      this.setup = new Setup(origin, OFF, timeout, null);
    }

    void with(String stage, Fault fault, Set<@Nullable Outcome> allowed) {
      try (OutcomeVendor.Client client = vendor.client(setup)) {
        Trial trial = client.trial(operation);
        vendor.sandbox().fail().with(fault);
        long before = vendor.sandbox().requestCount();
        ledger.run(
            stage, operation.name(), operation.effect(), trial, () -> after(before, allowed));
        vendor.sandbox().heal();
      }
    }

    /** On a slow machine the time is up before anything is sent, or before it has arrived. */
    private Set<@Nullable Outcome> after(long before, Set<@Nullable Outcome> allowed) {
      return vendor.sandbox().requestCount() == before ? only(NOT_SENT, UNKNOWN) : allowed;
    }
  }
}
