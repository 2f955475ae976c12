package dev.contactsdk.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.tests.client.Kore;
import dev.contactsdk.tests.client.Policies;
import dev.contactsdk.tests.client.Settings;
import dev.contactsdk.tests.client.Vendor;
import dev.contactsdk.tests.server.Answer;
import dev.contactsdk.tests.server.Behaviour;
import dev.contactsdk.tests.server.Close;
import dev.contactsdk.tests.server.Exchange;
import dev.contactsdk.tests.server.Json;
import dev.contactsdk.tests.server.JudgeServer;
import dev.contactsdk.tests.server.KoreVendor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kore.ai does not document what becomes of the rest of an array when one of its contacts is
 * refused: here half of them is stored.
 */
class KoreArrayTest {
  private static final int SENT = 1000;
  private static final int STORED = 500;
  private static final List<NewKoreContact> CONTACTS =
      IntStream.range(0, SENT).mapToObj(i -> Kore.contact(Vendor.number(i), "Ada" + i)).toList();

  /** How the vendor tells that it stored half. */
  enum Half {
    /** By a refusal. */
    REFUSED,
    /** By a success with half of the rows. */
    FEWER_ROWS,
    /** By a success that cannot be read. */
    UNREADABLE,
    /** By a success that is cut off. */
    CUT_ANSWER,
    /** Not at all: the connection breaks. */
    CUT;

    void play(Exchange exchange, KoreVendor vendor) throws IOException {
      vendor.breaksAfter(STORED);
      Answer answer = exchange.carryOut();
      switch (this) {
        case REFUSED -> exchange.reply(answer);
        case FEWER_ROWS -> exchange.reply(Answer.json(200, rows(vendor)));
        case UNREADABLE -> exchange.reply(Answer.page(200));
        case CUT_ANSWER -> cutOff(exchange, Answer.json(200, rows(vendor)).bytes());
        case CUT -> exchange.connection().end(Close.FIN);
      }
    }

    private static void cutOff(Exchange exchange, byte[] answer) throws IOException {
      exchange.connection().write(answer, 0, answer.length - 5);
      exchange.connection().end(Close.FIN);
    }

    private static List<Map<String, Object>> rows(KoreVendor vendor) {
      return vendor.contacts().all().stream().map(row -> row.fields()).toList();
    }
  }

  private final KoreVendor vendor = new KoreVendor();
  private final JudgeServer server = JudgeServer.plain(vendor);
  private final Kore kore = Kore.at(server.url(), Settings.unlimited().time(new VirtualClock()));

  @AfterEach
  void close() throws IOException {
    kore.close();
    server.close();
  }

  private List<KoreContact> create(Half half, OnUnknown policy) {
    server.script().writes(exchange -> half.play(exchange, vendor));
    return kore.sdk().contacts().createAll(CONTACTS).onUnknown(policy).execute();
  }

  private SdkException failure(Half half, OnUnknown policy) {
    SdkException failure = catchThrowableOfType(SdkException.class, () -> create(half, policy));
    assertThat(failure).isNotNull();
    return failure;
  }

  @ParameterizedTest
  @EnumSource(Half.class)
  void halfAnArrayIsNeitherRefusedNorDone(Half half) {
    SdkException failure = failure(half, OnUnknown.fail());

    boolean tells = half == Half.REFUSED || half == Half.FEWER_ROWS;
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(!tells || rows(failure).size() == SENT).isTrue();
    assertThat(server.journal().writes()).isEqualTo(1);
    assertThat(vendor.contacts().size()).isEqualTo(STORED);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 404, 409, 412, 418, 422})
  void noRefusalOfTheContentSaysThatHalfAnArrayWasNotStored(int status) {
    vendor.breaksAfter(STORED);
    Answer refusal = Answer.json(status, Json.object("errors", List.of(Json.object("msg", "no"))));
    server
        .script()
        .writes(
            exchange -> {
              exchange.carryOut();
              exchange.reply(refusal);
            });
    SdkException failure =
        catchThrowableOfType(
            SdkException.class, () -> kore.sdk().contacts().createAll(CONTACTS).execute());

    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(vendor.contacts().size()).isEqualTo(STORED);
  }

  @Test
  void theRowsOfAShortAnswerAreToldOneByOne() {
    assertThatHalfIsTold(failure(Half.FEWER_ROWS, OnUnknown.fail()));
  }

  @ParameterizedTest
  @EnumSource(Half.class)
  void whatALookUpFoundIsToldOneByOne(Half half) {
    assertThatHalfIsTold(failure(half, OnUnknown.lookUp()));
    assertThat(server.journal().writes()).isEqualTo(1);
  }

  static Stream<Arguments> resends() {
    return Stream.of(Half.values())
        .flatMap(
            half ->
                Stream.of(OnUnknown.lookUpThenResend(), OnUnknown.resendThenLookUp())
                    .map(policy -> Arguments.of(half, policy)));
  }

  @ParameterizedTest
  @MethodSource("resends")
  void theMissingContactsAreCreatedAndNoneTwice(Half half, OnUnknown policy) {
    List<KoreContact> created = create(half, policy);

    assertThat(created).hasSize(SENT);
    for (int i = 0; i < SENT; i++) {
      assertThat(created.get(i).firstName()).isEqualTo("Ada" + i);
      assertThat(vendor.contacts().count(Vendor.number(i))).isEqualTo(1);
    }
    assertThat(vendor.contacts().size()).isEqualTo(SENT);
  }

  static Stream<OnUnknown> lookUps() {
    return policies().filter(policy -> !policy.equals(OnUnknown.fail()));
  }

  @ParameterizedTest
  @MethodSource("lookUps")
  void aWholeArrayThatIsStoredUnreadablyIsNotStoredTwice(OnUnknown policy) {
    server.script().writes(Behaviour.doneBut(Answer.page(200)));
    List<KoreContact> created =
        kore.sdk().contacts().createAll(CONTACTS).onUnknown(policy).execute();

    assertThat(created).extracting(KoreContact::firstName).doesNotHaveDuplicates().hasSize(SENT);
    assertThat(vendor.contacts().size()).isEqualTo(SENT);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aTakenNumberAmongTheArrayIsNotTakenForOurs(OnUnknown policy) {
    vendor.store("Grace", Vendor.number(700));
    SdkException failure =
        catchThrowableOfType(
            SdkException.class,
            () -> kore.sdk().contacts().createAll(CONTACTS).onUnknown(policy).execute());

    assertThat(rows(failure).get(700).outcome()).isNotEqualTo(Outcome.APPLIED);
    for (int i = 0; i < SENT; i++) {
      boolean saysSo = rows(failure).get(i).outcome() == Outcome.APPLIED;
      long stored = vendor.contacts().count(Vendor.number(i));
      assertThat(stored).as("contact " + i).isBetween(saysSo || i == 700 ? 1L : 0L, 1L);
    }
  }

  static Stream<OnUnknown> policies() {
    return Policies.of(Vendor.KORE).stream();
  }

  /** Answers that do not show all that was sent, whatever was stored. */
  enum Unlike {
    NOTHING {
      @Override
      Object of(List<Map<String, Object>> rows) {
        return List.of();
      }
    },
    NULLS {
      @Override
      Object of(List<Map<String, Object>> rows) {
        return Arrays.asList(null, null, null);
      }
    },
    COUNTS {
      @Override
      Object of(List<Map<String, Object>> rows) {
        return Json.object("totalRequested", 3, "successful", 2, "failed", 1);
      }
    },
    ONE_TWICE {
      @Override
      Object of(List<Map<String, Object>> rows) {
        return List.of(rows.get(0), rows.get(0), rows.get(1));
      }
    },
    A_STRANGER {
      @Override
      Object of(List<Map<String, Object>> rows) {
        Map<String, Object> stranger = new KoreVendor().store("Grace", Vendor.number(99)).fields();
        return List.of(rows.get(0), rows.get(1), stranger);
      }
    };

    abstract Object of(List<Map<String, Object>> rows);
  }

  static Stream<Arguments> unlikeAnswers() {
    return Stream.of(Unlike.values())
        .flatMap(unlike -> policies().map(policy -> Arguments.of(unlike, policy)));
  }

  @ParameterizedTest
  @MethodSource("unlikeAnswers")
  void whatAnAnswerDoesNotShowIsNotSaidToBeThere(Unlike unlike, OnUnknown policy) {
    List<NewKoreContact> three = CONTACTS.subList(0, 3);
    server.script().writes(exchange -> twoStored(exchange, unlike));
    List<List<KoreContact>> created = new ArrayList<>();
    SdkException failure =
        catchThrowableOfType(
            SdkException.class,
            () -> created.add(kore.sdk().contacts().createAll(three).onUnknown(policy).execute()));

    if (failure == null) {
      assertThat(created.get(0))
          .extracting(KoreContact::firstName)
          .containsExactly("Ada0", "Ada1", "Ada2");
      assertThat(vendor.contacts().size()).isEqualTo(3);
    } else {
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(((UnconfirmedWriteException) failure).rows().get(2).outcome())
          .isEqualTo(Outcome.UNKNOWN);
    }
    assertThat(failure == null).isEqualTo(policy.resends());
    for (int i = 0; i < 3; i++) {
      assertThat(vendor.contacts().count(Vendor.number(i))).isLessThanOrEqualTo(1);
    }
  }

  private void twoStored(Exchange exchange, Unlike unlike) throws IOException {
    vendor.breaksAfter(2);
    exchange.carryOut();
    exchange.reply(Answer.json(200, unlike.of(Half.rows(vendor))));
  }

  @Test
  void aSingleCreateThatIsAnsweredWithAnotherContactIsNotDone() {
    for (Object answer :
        List.of(List.of(), List.of(new KoreVendor().store("B", "+14152000099").fields()))) {
      server.script().writes(Behaviour.answer(Answer.json(200, answer)));
      SdkException failure =
          catchThrowableOfType(
              SdkException.class, () -> kore.create(Vendor.number(1), "Ada", OnUnknown.fail()));
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void aWholeArrayIsDone() {
    server.director(request -> Behaviour.normal());
    List<KoreContact> created = kore.sdk().contacts().createAll(CONTACTS).execute();

    assertThat(created).extracting(KoreContact::firstName).hasSize(SENT).doesNotHaveDuplicates();
  }

  private static List<UnconfirmedWriteException.Row> rows(SdkException failure) {
    assertThat(failure).isInstanceOf(UnconfirmedWriteException.class);
    List<UnconfirmedWriteException.Row> rows = ((UnconfirmedWriteException) failure).rows();
    assertThat(rows).hasSize(SENT);
    return rows;
  }

  private static void assertThatHalfIsTold(SdkException failure) {
    List<UnconfirmedWriteException.Row> rows = rows(failure);
    for (int i = 0; i < STORED; i++) {
      assertThat(rows.get(i).outcome()).isEqualTo(Outcome.APPLIED);
      assertThat(((KoreContact) rows.get(i).record()).firstName()).isEqualTo("Ada" + i);
    }
    assertThat(rows.subList(STORED, SENT))
        .extracting(UnconfirmedWriteException.Row::outcome)
        .doesNotContain(Outcome.APPLIED);
  }
}
