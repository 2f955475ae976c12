package dev.contactsdk.transfer.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.LimitAnswer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What a fault makes of one request: the same for all vendors and requests, unless told. */
@SuppressWarnings("ImmutableEnumChecker") // The suppliers keep nothing.
enum Expected {
  SERVER_ERROR(() -> Fault.status(500, "{}"), WriteAnswer.Lost.class),
  STORED_THEN_SERVER_ERROR(() -> Fault.storeThenStatus(503), WriteAnswer.Lost.class),
  CUT_BEFORE(Fault::cutBeforeStore, WriteAnswer.Lost.class),
  CUT_AFTER(Fault::cutAfterStore, WriteAnswer.Lost.class),
  CUT_IN_BODY(Fault::halfBody, WriteAnswer.Lost.class),
  GARBAGE(Fault::garbage, WriteAnswer.Lost.class),
  TIMEOUT(() -> Fault.delay(Duration.ofSeconds(5)), WriteAnswer.Lost.class),
  REQUEST_TIMEOUT(() -> Fault.status(408, ""), WriteAnswer.Lost.class),
  GATEWAY_PAGE(
      () -> Fault.status(400, "<html>Zyanya</html>", "Content-Type", "text/html"),
      WriteAnswer.Lost.class),
  TOO_LARGE(() -> Fault.status(413, ""), WriteAnswer.TooLarge.class),
  TOO_LARGE_PAGE(
      () -> Fault.status(413, "<html>nginx</html>", "Content-Type", "text/html"),
      WriteAnswer.TooLarge.class),
  LIMITED(
      () -> Fault.rateLimited(LimitAnswer.RETRY_AFTER_SECONDS, Duration.ofSeconds(7)),
      WriteAnswer.NotSent.class),
  UNAUTHORIZED(() -> Fault.status(401, "{}"), WriteAnswer.Denied.class),
  PAYMENT(() -> Fault.status(402, "{}"), WriteAnswer.Denied.class),
  FORBIDDEN(() -> Fault.status(403, "{}"), WriteAnswer.Denied.class),
  MOVED(() -> Fault.redirect(308, "https://elsewhere.example/"), WriteAnswer.Denied.class),
  NOT_FOUND(() -> Fault.status(404, ""), WriteAnswer.Refused.class),
  CONFLICT(() -> Fault.status(409, ""), WriteAnswer.Refused.class);

  final Supplier<Fault> fault;
  final Class<? extends WriteAnswer> answer;

  Expected(Supplier<Fault> fault, Class<? extends WriteAnswer> answer) {
    this.fault = fault;
    this.answer = answer;
  }

  /** A refusal of several contacts proves less: some may have been written before it. */
  void checkSeveral(WriteAnswer answered) {
    check(answered, isUnknownOfSeveral() ? WriteAnswer.Lost.class : answer);
  }

  private boolean isUnknownOfSeveral() {
    return this == PAYMENT || this == NOT_FOUND || this == CONFLICT;
  }

  void check(WriteAnswer answered) {
    check(answered, answer);
  }

  private void check(WriteAnswer answered, Class<? extends WriteAnswer> wanted) {
    assertThat(answered).as(name()).isInstanceOf(wanted);
    noCanary(answered);
    if (this == LIMITED) {
      assertThat(answered)
          .isInstanceOfSatisfying(
              WriteAnswer.NotSent.class,
              notSent -> {
                assertThat(notSent.limited()).isTrue();
                // A part of the wait may be over when the answer is judged.
                assertThat(notSent.retryAfter())
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(7));
              });
    }
    if (answered instanceof WriteAnswer.Refused refused) {
      assertThat(refused.taken()).isEqualTo(this == CONFLICT);
    }
  }

  /** Records print all they hold. */
  static void noCanary(WriteAnswer answer) {
    assertThat(answer.toString().replace(" ", "")).doesNotContain(People.CANARIES);
  }

  static List<RowAnswer> rows(WriteAnswer answer) {
    assertThat(answer).isInstanceOf(WriteAnswer.Answered.class);
    noCanary(answer);
    return ((WriteAnswer.Answered) answer).rows();
  }

  static List<RowAnswer.Verdict> verdicts(WriteAnswer answer) {
    return rows(answer).stream().map(RowAnswer::verdict).toList();
  }
}
