package dev.contactsdk.core.spi;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.brokenBody;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static dev.contactsdk.core.ScriptedTransport.noConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.ScriptedTransport;
import dev.contactsdk.core.ScriptedTransport.Step;
import dev.contactsdk.core.TestClient;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.error.UnconfirmedWriteException.Row;
import dev.contactsdk.core.http.RequestBody;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.time.VirtualClock;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating where a lost answer must never lead to a second record. */
class CreateCallTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Row UNKNOWN_ROW = new Row(Outcome.UNKNOWN, null);

  private final VirtualClock time = new VirtualClock();
  private final Deque<Supplier<LookUp<String>>> lookUps = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private Duration settle = Duration.ZERO;
  private Duration glanceTakes = Duration.ZERO;
  private ScriptedTransport transport = ScriptedTransport.of();

  private void finds(String found) {
    lookUps.add(() -> LookUp.found(found, 40));
  }

  private void findsNothing() {
    lookUps.add(() -> LookUp.missing(40));
  }

  private void findsAnother(String similar) {
    lookUps.add(() -> LookUp.doubtful(similar, 40));
  }

  private void lookUpFails() {
    lookUps.add(
        () -> {
          throw new ConnectionException(
              new Failure("t.find", true, Outcome.NOT_SENT, null, 1), "no connection", null);
        });
  }

  private void lookUpTakes(Duration duration) {
    lookUps.add(
        () -> {
          time.advance(duration);
          return LookUp.missing(40);
        });
  }

  private static final class Create extends CreateCall<String, Create> {
    private static final Endpoint<Object> ENDPOINT =
        Endpoint.post("t.create", "/things", Decoder.json(Object.class));
    private static final RequestBody BODY =
        RequestBody.of("application/json", Json.write(Map.of("name", "Asha Canary")));

    private final CreateCallTest test;

    Create(CreateCallTest test, ApiEngine engine, CallOptions options, OnUnknown policy) {
      super(engine, options, policy);
      this.test = test;
    }

    @Override
    protected RequestBody body() {
      return BODY;
    }

    @Override
    protected CreateSteps<String> steps() {
      return new CreateSteps<>() {
        @Override
        public ApiResponse<String> send(CallScope scope) {
          return engine().send(ApiRequest.of(ENDPOINT).body(BODY), scope).map(body -> "created");
        }

        @Override
        public LookUp<String> known() {
          return test.known;
        }

        @Override
        public LookUp<String> glance(CallScope scope) {
          test.asked.add("glance");
          test.time.advance(test.glanceTakes);
          return test.glanced;
        }

        @Override
        public LookUp<String> find(CallScope scope) {
          test.asked.add("find");
          test.lookUpRequests.forEach(request -> engine().send(request, scope));
          return test.lookUps.remove().get();
        }

        @Override
        public Duration usualSettle() {
          return test.settle;
        }
      };
    }

    @Override
    protected Create with(OnUnknown changed) {
      return new Create(test, engine(), options(), changed);
    }

    @Override
    protected Create with(CallOptions changed) {
      return new Create(test, engine(), changed, unknownPolicy());
    }
  }

  private LookUp<String> glanced = LookUp.missing(0);
  private LookUp<String> known = LookUp.nothing();
  private final List<ApiRequest<Object>> lookUpRequests = new ArrayList<>();

  private void lookUpSends(int requests) {
    for (int i = 0; i < requests; i++) {
      lookUpRequests.add(ApiRequest.of(TestClient.READ).path("id", "1"));
    }
  }

  private Create create(Step... steps) {
    transport = ScriptedTransport.of(steps);
    ApiEngine engine = TestClient.of(transport, time).open();
    return new Create(this, engine, CallOptions.DEFAULT, OnUnknown.fail());
  }

  private static Step created() {
    return answer(201, "{}");
  }

  private static <E extends SdkException> E failure(Class<E> type, ApiCall<?> call) {
    return catchThrowableOfType(type, () -> call.execute());
  }

  @ParameterizedTest
  @MethodSource("recovering")
  void aCreateThatSucceedsLooksNothingUp(OnUnknown policy) {
    assertThat(create(created()).onUnknown(policy).execute()).isEqualTo("created");
    assertThat(asked).isEmpty();
  }

  static List<OnUnknown> recovering() {
    return List.of(OnUnknown.lookUp(), OnUnknown.lookUpThenResend(), OnUnknown.resendThenLookUp());
  }

  @Test
  void byDefaultALostCreateFailsAndIsNotSentAgain() {
    SdkException e = failure(SdkException.class, create(cut()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("recovering")
  void aRefusalOrAFailureBeforeSendingIsNotLookedUp(OnUnknown policy) {
    Create refused = create(answer(422, "no")).onUnknown(policy);
    assertThatThrownBy(refused::execute).isInstanceOf(ApiException.BadRequest.class);
    Create notSent =
        create(noConnection(), noConnection(), noConnection(), noConnection()).onUnknown(policy);
    assertThatThrownBy(notSent::execute).isInstanceOf(ConnectionException.class);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "500", "brokenSuccess", "html"})
  void aLostCreateThatIsFoundIsTheAnswer(String how) {
    Step step =
        switch (how) {
          case "cut" -> cut();
          case "500" -> answer(500, "");
          case "html" -> answer(200, "<html>");
          default -> brokenBody(201);
        };
    finds("found");
    ApiResponse<String> response = create(step).onUnknown(OnUnknown.lookUp()).response();
    assertThat(response.body()).isEqualTo("found");
    assertThat(response.status()).isZero();
    assertThat(response.attempts()).isEqualTo(1);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void whatIsFoundAtAGlanceNeedsNoSearchThroughEverything() {
    glanced = LookUp.found("found", 1);
    assertThat(create(cut()).onUnknown(OnUnknown.lookUp()).execute()).isEqualTo("found");
    assertThat(asked).containsExactly("glance");
  }

  @Test
  void thatNothingIsFoundAtAGlanceProvesNothing() {
    finds("found");
    settle = MINUTE;
    assertThat(create(cut()).onUnknown(OnUnknown.lookUpThenResend()).execute()).isEqualTo("found");
    assertThat(asked).containsExactly("glance", "find");
  }

  @Test
  void theWaitsOfALookUpAreWaitsOfTheCall() {
    Step limit = answer(429, "slow down", "Retry-After", "7");
    lookUpSends(2);
    finds("found");
    Create call = create(cut(), limit, created(), limit, created());
    ApiResponse<String> response = call.onUnknown(OnUnknown.lookUp()).response();
    assertThat(response.body()).isEqualTo("found");
    assertThat(response.waited()).isEqualTo(Duration.ofSeconds(14)).isEqualTo(response.elapsed());
  }

  @Test
  void aFailureTellsTheWaitsOfItsLookUpAndOfTheTimeToSettle() {
    Step limit = answer(429, "slow down", "Retry-After", "7");
    settle = MINUTE;
    lookUpSends(1);
    findsNothing();
    findsNothing();
    Create call = create(cut(), limit, created(), cut(), created());
    UnconfirmedWriteException e =
        failure(UnconfirmedWriteException.class, call.onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(e.waited()).isEqualTo(time.elapsed());
    assertThat(e.waited()).isEqualTo(MINUTE.plusSeconds(7));
  }

  @Test
  void aLostCreateThatIsNotFoundStaysUnknown() {
    findsNothing();
    UnconfirmedWriteException e =
        failure(UnconfirmedWriteException.class, create(cut()).onUnknown(OnUnknown.lookUp()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.searched()).isEqualTo(40);
    assertThat(e.rows()).containsExactly(new Row(Outcome.UNKNOWN, null));
    assertThat(e).hasCauseInstanceOf(ConnectionException.class);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void aRecordThatMayBeTheOneIsShownAndNothingIsSentAgain() {
    findsAnother("another");
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class, create(cut()).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(e.seen()).isEqualTo(List.of("another"));
    assertThat(e).hasMessageContaining("1 similar").hasMessageNotContaining("another");
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void aLookUpThatFailsLeavesTheFirstFailure() {
    lookUpFails();
    SdkException e =
        failure(SdkException.class, create(cut()).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(e).isInstanceOf(ConnectionException.class);
    assertThat(e.operation()).isEqualTo("t.create");
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.getSuppressed()).hasSize(1);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void aLookUpThatFailsAfterARefusalDoesNotMakeTheFirstRequestRefused() {
    lookUpFails();
    SdkException e =
        failure(
            SdkException.class,
            create(cut(), answer(409, "exists")).onUnknown(OnUnknown.resendThenLookUp()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.attempts()).isEqualTo(2);
  }

  @Test
  void beforeSendingAgainTheFirstRequestIsGivenTimeAndLookedForOnceMore() {
    settle = Duration.ofSeconds(30);
    finds("found late");
    assertThat(create(cut()).onUnknown(OnUnknown.lookUpThenResend()).execute())
        .isEqualTo("found late");
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(30));
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void theTimeToSettleCanBeSet() {
    settle = Duration.ofSeconds(30);
    findsNothing();
    OnUnknown policy = OnUnknown.lookUpThenResend(Duration.ofSeconds(5));
    ApiResponse<String> response = create(cut(), created()).onUnknown(policy).response();
    assertThat(response.body()).isEqualTo("created");
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.attempts()).isEqualTo(2);
    assertThat(response.elapsed()).isEqualTo(Duration.ofSeconds(5));
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(5));
    assertThatThrownBy(() -> OnUnknown.lookUpThenResend(Duration.ZERO))
        .hasMessageContaining("settle");
  }

  @ParameterizedTest
  @ValueSource(ints = {59, 60})
  void theDeadlineCoversTheTimeToSettle(int seconds) {
    settle = MINUTE;
    findsNothing();
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class,
            create(cut())
                .onUnknown(OnUnknown.lookUpThenResend())
                .deadline(Duration.ofSeconds(seconds)));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(time.elapsed()).isZero();
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void theDeadlineCoversTheLookUpAndTheSecondRequest() {
    lookUpTakes(Duration.ofSeconds(10));
    findsNothing();
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class,
            create(cut(), created())
                .onUnknown(OnUnknown.lookUpThenResend())
                .deadline(Duration.ofSeconds(10)));
    assertThat(e).hasCauseInstanceOf(CallTimeoutException.class);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void whatWasAppliedIsNeverSentAgain() {
    for (OnUnknown policy : recovering()) {
      findsNothing();
      UnconfirmedWriteException e =
          failure(UnconfirmedWriteException.class, create(brokenBody(201)).onUnknown(policy));
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              SdkException.class, lost -> assertThat(lost.outcome()).isEqualTo(Outcome.APPLIED));
      assertThat(transport.sent()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("lookedUp")
  void theOutcomeIsWhatTheRowsSay(List<Row> rows, Outcome outcome) {
    for (Step lost : List.of(brokenBody(201), cut())) {
      lookUps.add(() -> new LookUp<>(null, rows, false, 40));
      UnconfirmedWriteException e =
          failure(UnconfirmedWriteException.class, create(lost).onUnknown(OnUnknown.lookUp()));
      assertThat(e.outcome()).isEqualTo(outcome);
      assertThat(e.rows()).isEqualTo(rows);
    }
  }

  static List<Arguments> lookedUp() {
    Row there = new Row(Outcome.APPLIED, "found");
    Row refused = new Row(Outcome.REJECTED, null);
    Row unknown = UNKNOWN_ROW;
    return List.of(
        Arguments.of(List.of(unknown), Outcome.UNKNOWN),
        Arguments.of(List.of(new Row(Outcome.UNKNOWN, "similar")), Outcome.UNKNOWN),
        Arguments.of(List.of(refused, refused), Outcome.REJECTED),
        Arguments.of(List.of(there, refused), Outcome.UNKNOWN),
        Arguments.of(List.of(there, unknown), Outcome.UNKNOWN));
  }

  @Test
  void aLookUpThatFailsLeavesARowForEachRecord() {
    known = new LookUp<>(null, List.of(UNKNOWN_ROW, UNKNOWN_ROW, UNKNOWN_ROW), false, 0);
    lookUpFails();
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class,
            create(cut(), answer(401, "no")).onUnknown(OnUnknown.resendThenLookUp()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.rows()).hasSize(3);
  }

  @Test
  void aPolicyThatIsNullIsRefusedByName() {
    Create create = create();
    assertThatThrownBy(() -> create.onUnknown(null))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("onUnknown")
        .hasMessageContaining("is null");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 412, 422})
  void aRefusalAfterSendingAgainIsLookedUpWhateverItSays(int status) {
    findsNothing();
    finds("found");
    assertThat(
            create(cut(), answer(status, "no")).onUnknown(OnUnknown.lookUpThenResend()).execute())
        .isEqualTo("found");
  }

  @Test
  void aSecondCutIsLookedUpAndNotSentAThirdTime() {
    findsNothing();
    findsNothing();
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class,
            create(cut(), cut()).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(transport.sent()).hasSize(2);
  }

  @Test
  void aRefusalThatLeavesNothingFoundLeavesTheFirstUnknown() {
    findsNothing();
    findsNothing();
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class,
            create(cut(), answer(422, "no")).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e).hasCauseInstanceOf(ApiException.BadRequest.class);
    assertThat(e.getCause().getSuppressed()).hasSize(1);
  }

  @Test
  void sendingFirstCostsOneRequestWhenItSucceeds() {
    ApiResponse<String> response =
        create(cut(), created()).onUnknown(OnUnknown.resendThenLookUp()).response();
    assertThat(response.body()).isEqualTo("created");
    assertThat(response.attempts()).isEqualTo(2);
    assertThat(asked).isEmpty();
  }

  @Test
  void sendingFirstLooksUpWhatIsRefusedAsTaken() {
    finds("found");
    assertThat(
            create(cut(), answer(409, "exists")).onUnknown(OnUnknown.resendThenLookUp()).execute())
        .isEqualTo("found");
    assertThat(asked).containsExactly("find");
  }

  @Test
  void whatIsRefusedAsTakenAndNotFoundIsNotSentAThirdTime() {
    findsNothing();
    assertThatThrownBy(
            create(cut(), answer(409, "exists")).onUnknown(OnUnknown.resendThenLookUp())::execute)
        .isInstanceOf(UnconfirmedWriteException.class);
    assertThat(transport.sent()).hasSize(2);
  }

  @Test
  void sendingFirstSendsOnceMoreWhenBothWereLostAndNeitherIsThere() {
    findsNothing();
    assertThat(create(cut(), cut(), created()).onUnknown(OnUnknown.resendThenLookUp()).execute())
        .isEqualTo("created");
  }

  @Test
  void sendingFirstIsRefusedWhereTheVendorTakesTheSameTwice() {
    settle = MINUTE;
    Create create = create();
    assertThatThrownBy(() -> create.onUnknown(OnUnknown.resendThenLookUp()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("lookUpThenResend()");
  }

  @Test
  void anInterruptWhileSettlingStaysUnknownAndKeepsTheFlag() {
    settle = Duration.ofSeconds(30);
    time.onSleep(() -> Thread.currentThread().interrupt());
    SdkException e =
        failure(SdkException.class, create(cut()).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(CanceledException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.getSuppressed()).hasSize(1);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void anInterruptBeforeTheSecondRequestStaysUnknown() {
    lookUps.add(
        () -> {
          Thread.currentThread().interrupt();
          return LookUp.missing(40);
        });
    SdkException e =
        failure(SdkException.class, create(cut()).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(CanceledException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void aCanceledCreateIsNotLookedUp() {
    Step interrupted =
        request -> {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException();
        };
    SdkException e =
        failure(SdkException.class, create(interrupted).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(CanceledException.class);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(asked).isEmpty();
  }

  @Test
  void theTimeToSettleBeginsWhenTheAnswerWasLost() {
    settle = Duration.ofSeconds(30);
    finds("found late");
    glanceTakes = Duration.ofSeconds(10);
    assertThat(create(cut()).onUnknown(OnUnknown.lookUpThenResend()).execute())
        .isEqualTo("found late");
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void whereTheTimeToSettleIsOverNothingIsWaitedFor() {
    finds("found");
    assertThat(create(cut()).onUnknown(OnUnknown.lookUpThenResend()).execute()).isEqualTo("found");
    assertThat(time.sleeps()).isEmpty();
  }
}
