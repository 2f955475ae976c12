package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.tests.client.Kore;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.KoreVendor;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kore.ai takes a number once, so sending again makes no second contact, and costs one request. */
class KoreLostCreateTest {
  private static final String NUMBER = Vendor.number(7);
  private static final OnUnknown SENDS_FIRST = OnUnknown.resendThenLookUp();

  private final KoreVendor vendor = new KoreVendor();
  private final JudgeServer server = JudgeServer.plain(vendor);
  private final Kore kore = Kore.at(server.url(), Settings.unlimited().time(new VirtualClock()));

  @BeforeEach
  void storeOthers() {
    for (int i = 0; i < 230; i++) {
      vendor.store("Grace", Vendor.number(1000 + i));
    }
  }

  @AfterEach
  void close() throws IOException {
    kore.close();
    server.close();
  }

  static Stream<Behaviour> notStored() {
    return Stream.of(
        Behaviour.cut(Close.FIN),
        Behaviour.cut(Close.RST),
        Behaviour.answer(Answer.page(503)),
        Behaviour.answer(Answer.page(408)));
  }

  @ParameterizedTest
  @MethodSource("notStored")
  void sendingAgainCostsOneRequestWhereNothingWasStored(Behaviour lost) {
    server.script().writes(lost);

    String id = kore.create(NUMBER, "Ada", SENDS_FIRST);

    assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
    assertThat(vendor.contacts().ids()).contains(id);
    assertThat(server.journal().writes()).isEqualTo(2);
    assertThat(server.journal().reads()).isZero();
  }

  static Stream<Behaviour> stored() {
    return Stream.of(
        Behaviour.doneThenCut(Close.FIN),
        Behaviour.doneThenCut(Close.RST),
        Behaviour.doneThenHalf(),
        Behaviour.doneBut(Answer.page(503)),
        Behaviour.doneBut(Answer.page(404)));
  }

  @ParameterizedTest
  @MethodSource("stored")
  void aNumberThatIsTakenIsLookedUpAndFound(Behaviour lost) {
    server.script().writes(lost);

    String id = kore.create(NUMBER, "Ada", SENDS_FIRST);

    assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
    assertThat(vendor.contacts().all().stream().filter(row -> row.id().equals(id)))
        .singleElement()
        .satisfies(row -> assertThat(row.fields()).containsEntry("firstName", "Ada"));
  }

  static Stream<OnUnknown> policies() {
    return Stream.of(OnUnknown.lookUp(), OnUnknown.lookUpThenResend(), SENDS_FIRST);
  }

  /** A proxy that sends a request twice: the second copy is refused, for its token was used. */
  @ParameterizedTest
  @MethodSource("policies")
  void whatAProxySentTwiceIsFound(OnUnknown policy) {
    Answer replay =
        Answer.of(
            401,
            "application/json",
            "{\"errors\":[{\"msg\":\"error verifying the jwt: possibly a replay\",\"code\":401}]}");
    server.script().writes(Behaviour.doneBut(replay));

    String id = kore.create(NUMBER, "Ada", policy);

    assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
    assertThat(vendor.contacts().ids()).contains(id);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aContactThatWasThereLongBeforeIsNotTakenForOurs(OnUnknown policy) {
    vendor.store("Ada", NUMBER).fields().put("createdAt", "2020-01-01T00:00:00.000Z");
    server.script().writes(Behaviour.cut(Close.FIN));

    assertThatNothingIsTakenForOurs(policy);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aContactWithoutAnIdIsNotTakenForOurs(OnUnknown policy) {
    vendor.store("Ada", NUMBER).fields().remove("id");
    server.script().writes(Behaviour.cut(Close.FIN));

    assertThatNothingIsTakenForOurs(policy);
  }

  private void assertThatNothingIsTakenForOurs(OnUnknown policy) {
    UnconfirmedWriteException failure =
        catchThrowableOfType(
            UnconfirmedWriteException.class, () -> kore.create(NUMBER, "Ada", policy));

    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.seen()).hasSize(1);
    assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aContactOfAnotherNameIsNotTakenForOurs(OnUnknown policy) {
    vendor.store("Grace", NUMBER);
    server.script().writes(Behaviour.cut(Close.FIN));

    SdkException failure =
        catchThrowableOfType(SdkException.class, () -> kore.create(NUMBER, "Ada", policy));

    assertThat(failure).isNotNull();
    assertThat(vendor.contacts().count(NUMBER)).isEqualTo(1);
  }
}
