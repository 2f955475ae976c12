package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Truedy;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.Contacts;
import dev.contactsdk.tests.server.Json;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.Paging;
import dev.contactsdk.tests.server.Script;
import dev.contactsdk.tests.server.TruedySearch;
import dev.contactsdk.tests.server.TruedyVendor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Truedy stores a number as often as it is told to: a lost create is sent again with care. */
class TruedyLostCreateTest {
  private static final String NUMBER = Vendor.number(7);
  private static final int OTHERS = 230;

  record Case(TruedySearch search, Paging paging, int storedAfterSeconds) {}

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (TruedySearch search : TruedySearch.values()) {
      for (Paging paging : Paging.values()) {
        for (int seconds : new int[] {0, 5, 59}) {
          cases.add(new Case(search, paging, seconds));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStoredContactIsNotStoredAgain(Case given) throws IOException {
    TruedyVendor vendor = new TruedyVendor(given.paging).search(given.search);
    try (JudgeServer server = server(vendor)) {
      String id = create(server, storedAfter(server, given.storedAfterSeconds));

      assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
      assertThat(server.journal().writes()).isEqualTo(1);
      if (!id.isEmpty()) {
        assertThat(vendor.contacts().ids()).contains(id);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TruedySearch.class)
  void aContactThatWasNotStoredIsStoredOnce(TruedySearch search) throws IOException {
    TruedyVendor vendor = new TruedyVendor().search(search);
    try (JudgeServer server = server(vendor)) {
      String id = create(server, Behaviour.cut(Close.RST));

      assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
      assertThat(vendor.contacts().ids()).contains(id);
      assertThat(server.journal().writes()).isEqualTo(2);
    }
  }

  /** Spellings of +1 415 200 0007 in which a number may be stored and listed. */
  static Stream<Object> listings() {
    return Stream.of(
        "001 415 200 0007",
        "011 1 415 200 0007",
        "tel:+1-415-200-0007",
        "tel:+1-415-200-0007;ext=5",
        "+1 415 200 0007 x55",
        "(415) 200-0007",
        "1.4152000007E10",
        "+1415*****07",
        "\u0661\u0664\u0661\u0665\u0662\u0660\u0660\u0660\u0660\u0660\u0667",
        "",
        List.of("+14152000007"),
        Json.object("e164", "+14152000007"));
  }

  @ParameterizedTest
  @MethodSource("listings")
  void aContactIsNotStoredTwiceHoweverItIsListed(Object listed) throws IOException {
    assertThatOneIsStored(row -> row.put("phone_number", listed));
  }

  static Stream<Consumer<Map<String, Object>>> changes() {
    return Stream.of(
        row -> row.remove("phone_number"),
        row -> row.put("phone_number", null),
        row -> row.put("phoneNumber", row.remove("phone_number")),
        row -> row.put("attributes", Json.object("phone", row.remove("phone_number"))),
        row -> row.remove("id"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aContactIsNotStoredTwiceWhereverItsNumberIs(Consumer<Map<String, Object>> change)
      throws IOException {
    assertThatOneIsStored(change);
  }

  private static void assertThatOneIsStored(Consumer<Map<String, Object>> listed)
      throws IOException {
    TruedyVendor vendor = new TruedyVendor().search(TruedySearch.IGNORED);
    try (JudgeServer server = server(vendor)) {
      create(
          server,
          exchange -> {
            exchange.carryOut();
            listed.accept(vendor.contacts().all().get(OTHERS).fields());
            exchange.connection().end(Close.FIN);
          });

      assertThat(server.journal().writes()).isEqualTo(1);
      assertThat(vendor.contacts().size()).isEqualTo(OTHERS + 1);
    }
  }

  static Stream<Map<String, Object>> others() {
    return Stream.of(
        Json.object("created_at", "2020-01-01T00:00:00Z"),
        Json.object("first_name", "Grace"),
        Json.object("first_name", null, "name", "Grace Hopper"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void aContactThatHadTheNumberBeforeIsNotTakenForTheCreatedOne(Map<String, Object> shown)
      throws IOException {
    TruedyVendor vendor = new TruedyVendor();
    vendor.store("Ada", NUMBER).fields().putAll(shown);
    try (JudgeServer server = server(vendor)) {
      String id = create(server, Behaviour.cut(Close.RST));

      assertThat(id).isEmpty();
      assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
    }
  }

  /** The contact may be on a page that the server never sends. */
  @Test
  void aFullPageThatIsSentForEachRequestDoesNotShowThatNothingIsStored() throws IOException {
    TruedyVendor vendor = new TruedyVendor();
    try (JudgeServer server = server(vendor)) {
      List<?> rows =
          vendor.contacts().all().subList(0, 50).stream().map(Contacts.Row::fields).toList();
      Object pagination = Json.object("limit", 50, "offset", 0);
      Answer page = Answer.json(200, Json.object("data", rows, "pagination", pagination));
      Behaviour[] reads =
          Collections.nCopies(1000, Behaviour.answer(page)).toArray(Behaviour[]::new);
      String id = create(server, Behaviour.doneThenCut(Close.RST), reads);

      assertThat(id).isEmpty();
      assertThat(server.journal().writes()).isEqualTo(1);
      assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
    }
  }

  @Test
  void anAnswerWithAnotherNumberIsNotTheCreatedContact() throws IOException {
    TruedyVendor vendor = new TruedyVendor();
    try (JudgeServer server = server(vendor)) {
      Answer other = Answer.of(201, "application/json", TruedyVendor.created(Vendor.number(99)));
      String id = create(server, Behaviour.doneBut(other));

      assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
      assertThat(vendor.contacts().ids()).contains(id);
    }
  }

  @Test
  void sendingAgainFirstIsRefused() {
    try (Truedy client = Truedy.at("http://localhost:1", Settings.unlimited())) {
      assertThatThrownBy(() -> client.create(NUMBER, "Ada", OnUnknown.resendThenLookUp()))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  private static JudgeServer server(TruedyVendor vendor) {
    for (int i = 0; i < OTHERS; i++) {
      vendor.store("Grace", Vendor.number(1000 + i));
    }
    return JudgeServer.plain(vendor);
  }

  private static Behaviour storedAfter(JudgeServer server, int seconds) {
    return exchange -> {
      server.doLater(exchange, TimeUnit.SECONDS.toNanos(seconds));
      exchange.connection().end(Close.FIN);
    };
  }

  /** The id; empty where the call says honestly that it does not know. */
  private static String create(JudgeServer server, Behaviour lost, Behaviour... reads) {
    VirtualClock clock = new VirtualClock();
    Script script = server.clock(() -> clock.elapsed().toNanos()).script();
    script.writes(lost);
    script.reads(reads);
    String[] id = {""};
    try (Truedy client = Truedy.at(server.url(), Settings.unlimited().time(clock))) {
      SdkException failure =
          catchThrowableOfType(
              SdkException.class,
              () -> id[0] = client.create(NUMBER, "Ada", OnUnknown.lookUpThenResend()));
      server.finish();
      assertThat(failure == null || failure.outcome() == Outcome.UNKNOWN).isTrue();
    }
    return id[0];
  }
}
