package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.StepClock;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Exchange;
import dev.contactsdk.tests.server.JudgeServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row that is none costs neither the others nor itself. */
class UnreadableRowsTest {
  private static final int ROWS = 5;

  record Case(Vendor vendor, String odd) {}

  static Stream<Case> cases() {
    return Stream.of(Vendor.values())
        .flatMap(
            vendor ->
                Stream.of("42", "[1,2]", "null", "true", "{\"id\":{\"odd\":1}}")
                    .map(odd -> new Case(vendor, odd)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOthersAreHandedOutAndItIsNotDropped(Case given) throws IOException {
    List<String> ids = new ArrayList<>();
    SdkException failure = null;
    List<String> stored;
    try (JudgeServer server = JudgeServer.plain(given.vendor.backend());
        Client client =
            given.vendor.client(server.url(), Settings.unlimited().time(new StepClock()))) {
      for (int i = 0; i < ROWS; i++) {
        ListChange.NONE.append(server.backend(), i);
      }
      stored = server.backend().contacts().ids();
      server.director(request -> exchange -> answer(exchange, given.odd));
      try {
        for (Iterator<String> list = client.list(100, 0); list.hasNext(); ) {
          ids.add(String.valueOf(list.next()));
        }
      } catch (SdkException e) {
        failure = e;
      }
    }

    assertThat(ids).containsAll(stored);
    assertThat(failure != null || ids.size() == ROWS + 1).as("told of the odd row").isTrue();
  }

  /** The vendor's answer with a row more among the others, counted like them. */
  private static void answer(Exchange exchange, String odd) throws IOException {
    String body = exchange.carryOut().body();
    String more =
        body.replaceFirst("(?=\\{[^{}]*\"id\":\"66bb00000000000000000003\")", odd + ",")
            .replaceFirst("\"(total|totalResults)\":5", "\"$1\":6");
    assertThat(more).as("the answer with the odd row").isNotEqualTo(body);
    exchange.reply(Answer.of(200, "application/json", more));
  }
}
