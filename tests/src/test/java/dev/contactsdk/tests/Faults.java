package dev.contactsdk.tests;

import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.Director;
import dev.contactsdk.tests.server.Exchange;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Draws what becomes of each request: about half go well. */
final class Faults implements Director {
  private enum Fault {
    CUT_BEFORE,
    RESET_BEFORE,
    CUT_AFTER,
    RESET_AFTER,
    HALF_AN_ANSWER,
    DONE_LATER,
    BROKEN,
    BROKEN_AFTER,
    GATEWAY,
    GATEWAY_AFTER,
    TIMEOUT_AFTER,
    LIMITED,
    SILENCE,
    SILENCE_AFTER
  }

  /** Before the time after which a lost create of Truedy's is sent again. */
  private static final int LATEST_SECONDS = 55;

  private static final int[] BROKEN = {500, 502, 503, 504};
  private static final int[] GATEWAY = {400, 403, 404, 408, 413};

  private final JudgeServer server;
  private final Random random;
  private final Map<String, List<Fault>> drawn = new TreeMap<>();
  private String current = "";

  Faults(JudgeServer server, Random random) {
    this.server = server;
    this.random = random;
  }

  synchronized void begin(String number) {
    current = number;
  }

  /** What was drawn for a create and what came after it. */
  synchronized List<?> of(String number) {
    return drawn.getOrDefault(number, List.of());
  }

  @Override
  public synchronized Behaviour direct(Request request) {
    if (random.nextInt(10) < (request.isWrite() ? 4 : 8)) {
      return Behaviour.normal();
    }
    Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
    boolean isSlow = fault == Fault.SILENCE || fault == Fault.SILENCE_AFTER;
    if (isSlow && random.nextInt(20) > 0) {
      return Behaviour.normal();
    }
    drawn.computeIfAbsent(current, number -> new ArrayList<>()).add(fault);
    return behaviour(fault);
  }

  private Behaviour behaviour(Fault fault) {
    return switch (fault) {
      case CUT_BEFORE -> Behaviour.cut(Close.FIN);
      case RESET_BEFORE -> Behaviour.cut(Close.RST);
      case CUT_AFTER -> Behaviour.doneThenCut(Close.FIN);
      case RESET_AFTER -> Behaviour.doneThenCut(Close.RST);
      case HALF_AN_ANSWER -> Behaviour.doneThenHalf();
      case DONE_LATER -> {
        long later = TimeUnit.SECONDS.toNanos(random.nextInt(LATEST_SECONDS));
        yield exchange -> doneLater(exchange, later);
      }
      case BROKEN -> Behaviour.answer(Answer.page(oneOf(BROKEN)));
      case BROKEN_AFTER -> Behaviour.doneBut(Answer.page(oneOf(BROKEN)));
      case GATEWAY -> Behaviour.answer(Answer.page(oneOf(GATEWAY)));
      case GATEWAY_AFTER -> Behaviour.doneBut(Answer.text(oneOf(GATEWAY), "upstream failed"));
      case TIMEOUT_AFTER -> Behaviour.doneBut(Answer.page(408));
      case LIMITED -> Behaviour.answer(server.backend().limitAnswer());
      case SILENCE -> Behaviour.silence();
      case SILENCE_AFTER -> Behaviour.doneThenSilence();
    };
  }

  private int oneOf(int[] statuses) {
    return statuses[random.nextInt(statuses.length)];
  }

  private void doneLater(Exchange exchange, long nanos) throws IOException {
    server.doLater(exchange, nanos);
    exchange.connection().end(Close.FIN);
  }
}
