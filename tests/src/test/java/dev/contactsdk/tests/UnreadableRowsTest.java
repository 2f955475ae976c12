package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Exchange;
import dev.contactsdk.tests.server.Json;
import dev.contactsdk.tests.server.JudgeServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
            given.vendor.client(server.url(), Settings.unlimited().time(new VirtualClock()))) {
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
  @SuppressWarnings("unchecked")
  private static void answer(Exchange exchange, String odd) throws IOException {
    Map<String, Object> body = (Map<String, Object>) Json.read(exchange.carryOut().body());
    Map<String, Object> counts = (Map<String, Object>) body.getOrDefault("pagination", body);
    String rows = body.containsKey("results") ? "results" : "data";
    List<Object> more = new ArrayList<>((List<Object>) body.get(rows));
    more.add(2, Json.read(odd));
    body.put(rows, more);
    counts.computeIfPresent("total", (name, count) -> ROWS + 1);
    counts.computeIfPresent("totalResults", (name, count) -> ROWS + 1);
    exchange.reply(Answer.json(200, body));
  }
}
