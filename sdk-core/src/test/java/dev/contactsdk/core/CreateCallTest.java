package dev.contactsdk.core;

import static dev.contactsdk.core.ScriptedTransport.answer;
import static dev.contactsdk.core.ScriptedTransport.brokenBody;
import static dev.contactsdk.core.ScriptedTransport.cut;
import static dev.contactsdk.core.ScriptedTransport.noConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contactsdk.core.ScriptedTransport.Step;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.CanceledException;
import dev.contactsdk.core.error.ConnectionException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating where a lost answer must never lead to a second record. */
class CreateCallTest {
  private final FakeTime time = new FakeTime();
  private final Deque<Seen> seen = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private Duration settle = Duration.ZERO;

  /** What one look-up finds; null stands for one that fails. */
  private record Seen(@Nullable List<@Nullable String> found) {}

  private void finds(@Nullable String... found) {
    seen.add(new Seen(Arrays.asList(found)));
  }

  private void lookUpFails() {
    seen.add(new Seen(null));
  }

  private static final class Create extends CreateCall<String, String, List<String>, Create> {
    private static final Endpoint<Object> ENDPOINT =
        Endpoint.post("t.create", "/things", Decoder.json(Object.class));

    private final CreateCallTest test;

    Create(
        CreateCallTest test,
        ApiEngine engine,
        CallOptions options,
        List<String> inputs,
        OnUnknown policy) {
      super(engine, options, inputs, policy);
      this.test = test;
    }

    @Override
    protected ApiResponse<List<String>> send(List<String> inputs, CallScope scope) {
      return engine()
          .send(ApiRequest.of(ENDPOINT).json(inputs), scope)
          .map(body -> inputs.stream().map(input -> "created " + input).toList());
    }

    @Override
    protected LookUp<String> find(List<String> inputs, CallScope scope) {
      test.asked.addAll(inputs);
      Seen next = test.seen.remove();
      if (next.found() == null) {
        throw new ConnectionException(
            new Failure("t.find", true, Outcome.NOT_SENT, null, 1), "no connection", null);
      }
      return new LookUp<>(next.found(), 40);
    }

    @Override
    protected Duration usualSettle() {
      return test.settle;
    }

    @Override
    protected List<String> answer(List<String> records) {
      return records;
    }

    @Override
    protected Create with(OnUnknown changed) {
      return new Create(test, engine(), options(), inputs(), changed);
    }

    @Override
    protected Create with(CallOptions changed) {
      return new Create(test, engine(), changed, inputs(), unknownPolicy());
    }
  }

  private ScriptedTransport transport = ScriptedTransport.of();

  private Create create(List<String> inputs, Step... steps) {
    transport = ScriptedTransport.of(steps);
    ApiEngine engine = TestClient.of(transport, time).open();
    return new Create(this, engine, CallOptions.DEFAULT, inputs, OnUnknown.fail());
  }

  private Create create(Step... steps) {
    return create(List.of("a"), steps);
  }

  private static Step ok() {
    return answer(201, "{}");
  }

  private static <E extends SdkException> E failure(Class<E> type, ApiCall<?> call) {
    return catchThrowableOfType(type, () -> call.execute());
  }

  @Test
  void aCreateThatSucceedsLooksNothingUp() {
    assertThat(create(ok()).onUnknown(OnUnknown.lookUpThenResend()).execute())
        .containsExactly("created a");
    assertThat(asked).isEmpty();
  }

  @Test
  void byDefaultALostCreateFailsAndIsNotSentAgain() {
    SdkException e = failure(SdkException.class, create(cut()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(asked).isEmpty();
  }

  @Test
  void aRefusalOrAFailureBeforeSendingIsNotLookedUp() {
    Create refused = create(answer(422, "no")).onUnknown(OnUnknown.lookUpThenResend());
    assertThatThrownBy(refused::execute).isInstanceOf(ApiException.BadRequest.class);
    Create notSent =
        create(noConnection(), noConnection(), noConnection(), noConnection())
            .onUnknown(OnUnknown.lookUp());
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
    finds("found a");
    ApiResponse<List<String>> response = create(step).onUnknown(OnUnknown.lookUp()).response();
    assertThat(response.body()).containsExactly("found a");
    assertThat(response.status()).isZero();
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void aLostCreateThatIsNotFoundStaysUnknownAndSaysWhatWasSeen() {
    finds("found a", null);
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class,
            create(List.of("a", "b"), cut()).onUnknown(OnUnknown.lookUp()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.searched()).isEqualTo(40);
    assertThat(e.seen()).isEqualTo(List.of("found a"));
    assertThat(e).hasCauseInstanceOf(ConnectionException.class);
    assertThat(e).hasMessageNotContaining("found a");
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
  void onlyWhatIsMissingIsSentAgainAndTheOrderIsKept() {
    finds("found a", null, "found c", null);
    assertThat(
            create(List.of("a", "b", "c", "d"), cut(), ok())
                .onUnknown(OnUnknown.lookUpThenResend())
                .execute())
        .containsExactly("found a", "created b", "found c", "created d");
    assertThat(transport.sent().get(1).body()).isEqualTo("[\"b\",\"d\"]");
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void beforeSendingAgainTheFirstRequestIsGivenTimeAndLookedForOnceMore() {
    settle = Duration.ofSeconds(30);
    finds((String) null);
    finds("found late");
    assertThat(create(cut()).onUnknown(OnUnknown.lookUpThenResend()).execute())
        .containsExactly("found late");
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(30));
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void theTimeToSettleCanBeSet() {
    settle = Duration.ofSeconds(30);
    finds((String) null);
    finds((String) null);
    OnUnknown policy = OnUnknown.lookUpThenResend(Duration.ofSeconds(5));
    assertThat(create(cut(), ok()).onUnknown(policy).execute()).containsExactly("created a");
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(5));
    assertThatThrownBy(() -> OnUnknown.lookUpThenResend(Duration.ZERO))
        .hasMessageContaining("settle");
  }

  @Test
  void whatWasAppliedIsNeverSentAgain() {
    finds((String) null);
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class,
            create(brokenBody(201)).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(e.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(transport.sent()).hasSize(1);
  }

  @Test
  void aDuplicateRefusedAfterSendingAgainIsLookedUp() {
    finds((String) null);
    finds("found a");
    assertThat(
            create(cut(), answer(409, "exists")).onUnknown(OnUnknown.lookUpThenResend()).execute())
        .containsExactly("found a");
  }

  @Test
  void aSecondCutIsLookedUpAndNotSentAThirdTime() {
    finds((String) null);
    finds((String) null);
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class,
            create(cut(), cut()).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(transport.sent()).hasSize(2);
  }

  @Test
  void aRefusalForAnotherReasonAfterSendingAgainLeavesTheFirstUnknown() {
    finds((String) null);
    UnconfirmedWriteException e =
        failure(
            UnconfirmedWriteException.class,
            create(cut(), answer(422, "no")).onUnknown(OnUnknown.lookUpThenResend()));
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e).hasCauseInstanceOf(ApiException.BadRequest.class);
    assertThat(e.getCause().getSuppressed()).hasSize(1);
  }

  @Test
  void anInterruptWhileSettlingStaysUnknownAndKeepsTheFlag() {
    settle = Duration.ofSeconds(30);
    finds((String) null);
    time.onSleep(() -> Thread.currentThread().interrupt());
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
}
