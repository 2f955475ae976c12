package dev.contactsdk.tests.server;

import java.io.IOException;

/** What becomes of a request. */
@FunctionalInterface
public interface Behaviour {
  void play(Exchange exchange) throws IOException;

  /** As the vendor documents it. */
  static Behaviour normal() {
    return exchange -> exchange.reply(exchange.carryOut());
  }

  /** An answer, and nothing is done. */
  static Behaviour answer(Answer answer) {
    return exchange -> exchange.reply(answer);
  }

  /** It is done, and then another answer comes than the vendor's. */
  static Behaviour doneBut(Answer answer) {
    return exchange -> {
      exchange.carryOut();
      exchange.reply(answer);
    };
  }

  /** The connection breaks before anything is done. */
  static Behaviour cut(Close how) {
    return exchange -> exchange.connection().end(how);
  }

  /** It is done, and the connection breaks before the answer. */
  static Behaviour doneThenCut(Close how) {
    return exchange -> {
      exchange.carryOut();
      exchange.connection().end(how);
    };
  }

  /** It is done, and the connection breaks within the answer. */
  static Behaviour doneThenHalf() {
    return exchange -> {
      byte[] bytes = exchange.carryOut().bytes();
      exchange.connection().write(bytes, 0, bytes.length - 5);
      exchange.connection().end(Close.FIN);
    };
  }

  /** It is done, and the answer never comes: the client has to give up. */
  static Behaviour doneThenSilence() {
    return exchange -> {
      exchange.carryOut();
      exchange.connection().awaitClient();
    };
  }

  /** Nothing is done, and no answer comes. */
  static Behaviour silence() {
    return exchange -> exchange.connection().awaitClient();
  }
}
