package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.error.IncompleteListException;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Client;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Backend;
import dev.contactsdk.tests.server.Exchange;
import dev.contactsdk.tests.server.Json;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.Paging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists whose rows have no ids, or odd ones, and servers that answer each request alike: no list
 * goes on for ever, gives a row twice, or ends as complete with fewer rows than arrived.
 */
class OddListsTest {
  private static final int MOST = 1000;
  private static final int PAGE_SIZE = 10;

  record Alike(Vendor vendor, String rows, int prefetch) {}

  static Stream<Alike> alike() {
    String thirty =
        IntStream.range(0, 30).mapToObj(i -> "{\"firstName\":\"N" + i + "\"}").toList().toString();
    return Stream.of(Vendor.values())
        .flatMap(
            vendor ->
                Stream.of("{}", "{\"items\":[]}", "[null]", "[{\"firstName\":\"A\"}]", thirty)
                    .flatMap(
                        rows -> Stream.of(new Alike(vendor, rows, 0), new Alike(vendor, rows, 3))));
  }

  /** What a list gave: how many rows, how many requests it took, how it failed. */
  private record Result(int rows, int requests, SdkException failure) {}

  private static Result read(
      Vendor vendor, Backend backend, UnaryOperator<Answer> change, int pageSize, int prefetch)
      throws IOException {
    int rows = 0;
    AtomicInteger requests = new AtomicInteger();
    Settings settings = Settings.unlimited().time(new VirtualClock());
    try (JudgeServer server = JudgeServer.plain(backend);
        Client client = vendor.client(server.url(), settings)) {
      server.director(request -> exchange -> answer(exchange, change, requests));
      for (Iterator<String> list = client.list(pageSize, prefetch);
          rows < MOST && list.hasNext();
          list.next()) {
        rows++;
      }
      return new Result(rows, requests.get(), null);
    } catch (SdkException e) {
      return new Result(rows, requests.get(), e);
    }
  }

  private static void answer(
      Exchange exchange, UnaryOperator<Answer> change, AtomicInteger requests) throws IOException {
    requests.incrementAndGet();
    exchange.reply(change.apply(exchange.carryOut()));
  }

  private static String rowsName(Vendor vendor) {
    return vendor == Vendor.KORE ? "results" : "data";
  }

  @ParameterizedTest
  @MethodSource("alike")
  void rowsThatComeForEachRequestAreHandedOutOnce(Alike given) throws IOException {
    String body = "{\"" + rowsName(given.vendor) + "\":" + given.rows + "}";
    Answer answer = Answer.of(200, "application/json", body);

    Result result = read(given.vendor, given.vendor.backend(), any -> answer, 100, given.prefetch);

    if (Json.read(given.rows) instanceof List<?> rows) {
      assertThat(result.rows).isEqualTo(rows.size());
      assertThat(result.failure).isNull();
    } else {
      assertThat(result.rows).isZero();
      assertThat(result.failure)
          .as("an object is no list")
          .isInstanceOf(ResponseFormatException.class);
    }
    assertThat(result.requests).isLessThan(10);
  }

  /** What the id of a row becomes. */
  private enum Ids {
    MISSING_ON_SOME,
    BLANK_ON_SOME,
    MISSING,
    BLANK,
    NUMBER_AND_TEXT,
    TWO_ALIKE;

    void change(Map<String, Object> row, int at) {
      switch (this) {
        case MISSING_ON_SOME -> row.compute("id", (name, id) -> at % 7 > 4 ? null : id);
        case BLANK_ON_SOME -> row.compute("id", (name, id) -> at % 7 > 4 ? " " : id);
        case MISSING -> row.remove("id");
        case BLANK -> row.put("id", "");
        case NUMBER_AND_TEXT -> row.put("id", at % 2 == 0 ? at / 2 : "" + at / 2);
        case TWO_ALIKE -> row.compute("id", (name, id) -> at == 4 || at == 5 ? "c4" : id);
      }
    }
  }

  record OddIds(Vendor vendor, Paging paging, Ids ids, int rows) {}

  static Stream<OddIds> oddIds() {
    List<OddIds> cases = new ArrayList<>();
    for (Vendor vendor : Vendor.values()) {
      for (Paging paging : Paging.values()) {
        for (Ids ids : Ids.values()) {
          for (int rows : new int[] {1, 10, 31}) {
            cases.add(new OddIds(vendor, paging, ids, rows));
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("oddIds")
  void anHonestListIsReadWholeWhateverItsIds(OddIds given) throws IOException {
    Backend backend = given.vendor.backend(given.paging);
    for (int i = 0; i < given.rows; i++) {
      ListChange.NONE.append(backend, i);
    }
    List<String> stored = backend.contacts().ids();

    Result result =
        read(given.vendor, backend, answer -> changed(answer, given, stored), PAGE_SIZE, 0);

    if (given.ids == Ids.NUMBER_AND_TEXT && result.failure != null) {
      assertThat(result.failure).isInstanceOf(IncompleteListException.class);
    } else {
      assertThat(result.failure).isNull();
      assertThat(result.rows).isEqualTo(given.rows);
    }
  }

  @SuppressWarnings("unchecked")
  private static Answer changed(Answer answer, OddIds given, List<String> stored) {
    Map<String, Object> body = (Map<String, Object>) Json.read(answer.body());
    for (Object each : (List<Object>) body.get(rowsName(given.vendor))) {
      Map<String, Object> row = (Map<String, Object>) each;
      given.ids.change(row, stored.indexOf(row.get("id")));
    }
    return Answer.json(answer.status(), body);
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aListWithoutARowIsNotWholeWhereItsTotalCountsSome(Vendor vendor) throws IOException {
    Result result = read(vendor, vendor.backend(), answer -> counting(answer, 500), PAGE_SIZE, 0);
    assertThat(result.failure).isInstanceOf(IncompleteListException.class);
    assertThat(read(vendor, vendor.backend(), answer -> counting(answer, 0), PAGE_SIZE, 0))
        .isEqualTo(new Result(0, 1, null));
  }

  @SuppressWarnings("unchecked")
  private static Answer counting(Answer answer, int total) {
    Map<String, Object> body = (Map<String, Object>) Json.read(answer.body());
    Map<String, Object> counts = (Map<String, Object>) body.getOrDefault("pagination", body);
    counts.computeIfPresent("total", (name, count) -> total);
    counts.computeIfPresent("totalResults", (name, count) -> total);
    return Answer.json(answer.status(), body);
  }
}
