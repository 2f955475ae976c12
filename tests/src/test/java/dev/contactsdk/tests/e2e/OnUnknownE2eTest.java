package dev.contactsdk.tests.e2e;

import static dev.contactsdk.tests.e2e.Support.ADA_E164;
import static dev.contactsdk.tests.e2e.Support.ada;
import static dev.contactsdk.tests.e2e.Support.failure;
import static dev.contactsdk.tests.e2e.Support.grace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.Outcome;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreArrayPolicy;
import dev.contactsdk.sandbox.KoreCustomIdAnswer;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.Paging;
import dev.contactsdk.sandbox.TruedyContactShape;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnUnknownE2eTest {

  /** Faults after which the contact is there, and such after which it is not. */
  private static final Map<String, Fault> STORED =
      Map.of(
          "cutAfterStore", Fault.cutAfterStore(),
          "cutInStatusLine", Fault.cutInStatusLine(),
          "cutInHeaders", Fault.cutInHeaders(),
          "halfBody", Fault.halfBody(),
          "storeThen500", Fault.storeThenStatus(500),
          "garbage", Fault.garbage(),
          "empty", Fault.respondWith("", "application/json"));

  private static final Map<String, Fault> LOST =
      Map.of(
          "cutBeforeStore", Fault.cutBeforeStore(),
          "reset", Fault.cutBeforeStore().withReset(),
          "500", Fault.status(500, "{}"),
          "502", Fault.status(502, "<html>"));

  private static final List<OnUnknown> LOOKING_UP =
      List.of(
          OnUnknown.lookUp(),
          OnUnknown.lookUpThenResend(),
          OnUnknown.lookUpThenResend(Duration.ofSeconds(1)));

  private final VirtualClock time = new VirtualClock();

  private KoreClient kore(KoreSandbox sandbox) {
    return sandbox.clientBuilder().timeSource(time).build();
  }

  private TruedyClient truedy(TruedySandbox sandbox) {
    return sandbox.clientBuilder().timeSource(time).build();
  }

  private static NewTruedyContact adaAtTruedy() {
    return NewTruedyContact.builder(ADA_E164).firstName("Ada").build();
  }

  private static List<Object> numbers(KoreSandbox sandbox) {
    return sandbox.contacts().stream()
        .map(row -> ((Map<?, ?>) row.get("cellPhone")).get("phoneNumber"))
        .map(Object.class::cast)
        .toList();
  }

  private static List<Object> numbers(TruedySandbox sandbox) {
    return sandbox.contacts().stream().map(row -> row.get("phone_number")).toList();
  }

  @Test
  void byDefaultAnUnknownCreateFailsWithoutAnotherRequest() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).start();
        KoreClient kore = kore(sandbox)) {
      sandbox.fail().next().with(Fault.cutAfterStore());
      SdkException failure = failure(() -> kore.contacts().create(ada()).execute());
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(sandbox.requestCount()).isEqualTo(1);
    }
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(time).start();
        TruedyClient truedy = truedy(sandbox)) {
      sandbox.fail().next().with(Fault.cutAfterStore());
      SdkException failure = failure(() -> truedy.contacts().create(adaAtTruedy()).execute());
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(sandbox.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void whatKoreStoredIsFoundWhereverTheAnswerWasLost() {
    STORED.forEach(
        (name, fault) -> {
          for (OnUnknown policy : LOOKING_UP) {
            for (Paging paging : List.of(Paging.byPage(), Paging.bySkip().maxLimit(3))) {
              try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).paging(paging).start();
                  KoreClient kore = kore(sandbox)) {
                sandbox.seedContacts(12);
                sandbox.fail().next().with(fault);
                KoreContact found = kore.contacts().create(ada()).onUnknown(policy).execute();
                assertThat(found.cellPhone().toE164()).as(name).isEqualTo(ADA_E164);
                assertThat(sandbox.contactCount()).as(name).isEqualTo(13);
                assertThat(sandbox.requestCount("createContacts")).as(name).isEqualTo(1);
              }
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(TruedyContactShape.class)
  void whatTruedyStoredIsFoundWhereverTheAnswerWasLost(TruedyContactShape shape) {
    STORED.forEach(
        (name, fault) -> {
          for (OnUnknown policy : LOOKING_UP) {
            try (TruedySandbox sandbox =
                    TruedySandbox.builder().clock(time).contactShape(shape).start();
                TruedyClient truedy = truedy(sandbox)) {
              sandbox.seedContacts(12);
              sandbox.fail().next().with(fault);
              TruedyContact found =
                  truedy.contacts().create(adaAtTruedy()).onUnknown(policy).execute();
              assertThat(found.phoneNumber()).as(name).isEqualTo(ADA_E164);
              assertThat(sandbox.contactCount()).as(name).isEqualTo(13);
              assertThat(sandbox.requestCount("create_contact")).as(name).isEqualTo(1);
            }
          }
        });
  }

  @Test
  void whatWasNotStoredStaysUnknownForALookUpAndSaysHowFarItSearched() {
    LOST.forEach(
        (name, fault) -> {
          try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).start();
              KoreClient kore = kore(sandbox)) {
            sandbox.seedContacts(12);
            sandbox.fail().next().with(fault);
            UnconfirmedWriteException failure =
                failure(
                    UnconfirmedWriteException.class,
                    () -> kore.contacts().create(ada()).onUnknown(OnUnknown.lookUp()).execute());
            assertThat(failure.outcome()).as(name).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.searched()).as(name).isEqualTo(12);
            assertThat(failure.seen()).as(name).isEmpty();
            assertThat(failure.getCause()).as(name).isInstanceOf(SdkException.class);
          }
          try (TruedySandbox sandbox = TruedySandbox.builder().clock(time).start();
              TruedyClient truedy = truedy(sandbox)) {
            sandbox.fail().next().with(fault);
            UnconfirmedWriteException failure =
                failure(
                    UnconfirmedWriteException.class,
                    () ->
                        truedy
                            .contacts()
                            .create(adaAtTruedy())
                            .onUnknown(OnUnknown.lookUp())
                            .execute());
            assertThat(failure.outcome()).as(name).isEqualTo(Outcome.UNKNOWN);
          }
        });
  }

  @Test
  void whatWasNotStoredIsSentAgainWhenAskedFor() {
    LOST.forEach(
        (name, fault) -> {
          try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).start();
              KoreClient kore = kore(sandbox)) {
            sandbox.fail().next().with(fault);
            assertThat(
                    kore.contacts()
                        .create(ada())
                        .onUnknown(OnUnknown.lookUpThenResend())
                        .execute()
                        .id())
                .as(name)
                .isNotNull();
            assertThat(numbers(sandbox)).as(name).containsExactly(ADA_E164);
          }
          try (TruedySandbox sandbox = TruedySandbox.builder().clock(time).start();
              TruedyClient truedy = truedy(sandbox)) {
            sandbox.fail().next().with(fault);
            Duration before = time.elapsed();
            assertThat(
                    truedy
                        .contacts()
                        .create(adaAtTruedy())
                        .onUnknown(OnUnknown.lookUpThenResend())
                        .execute()
                        .id())
                .as(name)
                .isNotNull();
            assertThat(numbers(sandbox)).as(name).containsExactly(ADA_E164);
            assertThat(time.elapsed().minus(before)).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
          }
        });
  }

  @Test
  void aFirstRequestThatTruedyCarriesOutLateIsSeenBeforeAResend() {
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(time).start();
        TruedyClient truedy = truedy(sandbox)) {
      sandbox.fail().next().with(Fault.cutBeforeStore());
      AtomicBoolean late = new AtomicBoolean();
      time.onSleep(
          () -> {
            if (late.compareAndSet(false, true)) {
              sandbox.addContact(Map.of("phone_number", ADA_E164));
            }
          });
      TruedyContact found =
          truedy.contacts().create(adaAtTruedy()).onUnknown(OnUnknown.lookUpThenResend()).execute();
      assertThat(found.phoneNumber()).isEqualTo(ADA_E164);
      assertThat(late).isTrue();
      assertThat(sandbox.requestCount("create_contact")).isEqualTo(1);
      assertThat(numbers(sandbox)).containsExactly(ADA_E164);
    }
  }

  @Test
  void aResendThatKoreRefusesAsTakenFindsTheContact() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).start();
        KoreClient kore = kore(sandbox)) {
      sandbox.fail().next().with(Fault.cutBeforeStore());
      // The look-up sees nothing yet; by the time of the resend the first request has been stored.
      sandbox.beforeRequest(
          request -> {
            if (request.operation().equals("createContacts") && sandbox.contactCount() == 0) {
              sandbox.addContact(
                  Map.of(
                      "firstName",
                      "Ada",
                      "lastName",
                      "Byron",
                      "cellPhone",
                      Map.of("phoneNumber", ADA_E164, "countryCode", "+1", "extension", "+")));
            }
          });
      KoreContact found =
          kore.contacts().create(ada()).onUnknown(OnUnknown.lookUpThenResend()).execute();
      assertThat(found.id()).isEqualTo(sandbox.contacts().get(0).get("id"));
      assertThat(numbers(sandbox)).containsExactly(ADA_E164);
    }
  }

  @Test
  void anArrayIsCompletedWhateverBecameOfItsFirstRequest() {
    for (KoreArrayPolicy policy : KoreArrayPolicy.values()) {
      for (int present = 0; present < 4; present++) {
        try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).arrayPolicy(policy).start();
            KoreClient kore = kore(sandbox)) {
          String what = policy + " " + present;
          List<NewKoreContact> both = List.of(ada(), grace());
          sandbox.fail().next().with(Fault.cutBeforeStore());
          if ((present & 1) == 1) {
            sandbox.addContact(row("Ada", "Byron", "+12025550101"));
          }
          if ((present & 2) == 2) {
            sandbox.addContact(row("Grace", "Hopper", "+12025550102"));
          }
          List<KoreContact> created =
              kore.contacts().createAll(both).onUnknown(OnUnknown.lookUpThenResend()).execute();
          assertThat(created)
              .as(what)
              .extracting(KoreContact::firstName)
              .containsExactly("Ada", "Grace");
          assertThat(numbers(sandbox)).as(what).doesNotHaveDuplicates().hasSize(2);
        }
      }
    }
  }

  private static Map<String, Object> row(String first, String last, String number) {
    return Map.of(
        "firstName",
        first,
        "lastName",
        last,
        "salutation",
        "Mrs",
        "cellPhone",
        Map.of("phoneNumber", number, "countryCode", "+1", "extension", "+"));
  }

  @Test
  void anArrayWhoseAnswerWasLostIsFoundInOrder() {
    STORED.forEach(
        (name, fault) -> {
          try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).start();
              KoreClient kore = kore(sandbox)) {
            sandbox.fail().next().with(fault);
            List<KoreContact> found =
                kore.contacts()
                    .createAll(List.of(grace(), ada()))
                    .onUnknown(OnUnknown.lookUp())
                    .execute();
            assertThat(found)
                .as(name)
                .extracting(KoreContact::firstName)
                .containsExactly("Grace", "Ada");
            assertThat(sandbox.contactCount()).as(name).isEqualTo(2);
          }
        });
  }

  @Test
  void aDeletedContactWithTheSameNumberIsNotTakenForTheNewOne() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).listInactive().start();
        KoreClient kore = kore(sandbox)) {
      String old = kore.contacts().create(ada()).execute().id();
      assertThat(kore.contacts().delete(old).execute()).isNotNull();
      sandbox.fail().next().with(Fault.cutAfterStore());
      KoreContact found =
          kore.contacts().create(ada()).onUnknown(OnUnknown.lookUpThenResend()).execute();
      assertThat(found.id()).isNotEqualTo(old);
    }
  }

  @Test
  void aLookUpThatFailsLeavesTheFirstFailureWithItsOutcome() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).start();
        KoreClient kore = kore(sandbox)) {
      sandbox.fail().of("createContacts").with(Fault.cutAfterStore());
      sandbox.fail().always().of("listContacts").with(Fault.status(503, ""));
      SdkException failure =
          failure(
              () ->
                  kore.contacts().create(ada()).onUnknown(OnUnknown.lookUpThenResend()).execute());
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure.getSuppressed()).isNotEmpty();
      assertThat(sandbox.requestCount("createContacts")).isEqualTo(1);
    }
  }

  @Test
  void aLookUpInAListThatCannotBePagedNeverLeadsToAResend() {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).paging(Paging.ignored()).start();
        KoreClient kore = kore(sandbox)) {
      sandbox.seedContacts(30);
      sandbox.fail().of("createContacts").with(Fault.cutAfterStore());
      SdkException failure =
          failure(
              () ->
                  kore.contacts().create(ada()).onUnknown(OnUnknown.lookUpThenResend()).execute());
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(sandbox.requestCount("createContacts")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(KoreCustomIdAnswer.class)
  void anAgentIsFoundByItsCustomIdInEveryAnswerShapeOrByItsAddress(KoreCustomIdAnswer shape) {
    for (boolean stored : new boolean[] {true, false}) {
      for (boolean byCustomId : new boolean[] {true, false}) {
        try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).customIdAnswer(shape).start();
            KoreClient kore = kore(sandbox)) {
          for (int i = 0; i < 12; i++) {
            sandbox.addAgent(Map.of("emailId", "a" + i + "@example.com", "firstName", "A"));
          }
          NewKoreAgent.Builder builder =
              NewKoreAgent.builder()
                  .emailId("new@example.com")
                  .firstName("Ann")
                  .lastName("Agent")
                  .role(sandbox.agentRoleId());
          NewKoreAgent agent = byCustomId ? builder.customId("EXT-1").build() : builder.build();
          sandbox.fail().next().with(stored ? Fault.cutAfterStore() : Fault.cutBeforeStore());
          KoreAgent found =
              kore.agents()
                  .create(agent)
                  .lookUpIn(sandbox.orgId())
                  .onUnknown(OnUnknown.lookUpThenResend())
                  .execute();
          assertThat(found.emailId()).isEqualTo("new@example.com");
          assertThat(sandbox.agents())
              .filteredOn(row -> "new@example.com".equals(row.get("emailId")))
              .hasSize(1);
          assertThat(sandbox.requestCount("createAgent")).isEqualTo(stored ? 1 : 2);
        }
      }
    }
  }

  @Test
  void anAgentThatCannotBeLookedUpIsRefusedBeforeItIsSent() {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.client()) {
      SdkException failure =
          failure(
              () ->
                  kore.agents()
                      .create(Support.agent(sandbox, "a@example.com"))
                      .onUnknown(OnUnknown.lookUp())
                      .execute());
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure).hasMessageContaining("customId").hasMessageContaining("lookUpIn(");
      assertThat(sandbox.requestCount()).isZero();
    }
  }

  @Test
  void howeverManyFaultsThereAreNoNumberIsEverStoredTwice() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Fault> faults = new ArrayList<>(STORED.values());
    faults.addAll(LOST.values());
    for (int run = 0; run < 120; run++) {
      boolean atKore = random.nextBoolean();
      OnUnknown policy = LOOKING_UP.get(random.nextInt(LOOKING_UP.size()));
      String what = "seed " + seed + " run " + run + " " + (atKore ? "kore" : "truedy");
      List<Fault> script =
          random
              .ints(6, 0, faults.size() + 3)
              .mapToObj(i -> i < faults.size() ? faults.get(i) : null)
              .toList();
      if (atKore) {
        runAtKore(script, policy, random.nextBoolean(), what);
      } else {
        runAtTruedy(script, policy, what);
      }
    }
  }

  private void runAtKore(List<Fault> script, OnUnknown policy, boolean many, String what) {
    try (KoreSandbox sandbox = KoreSandbox.builder().clock(time).start();
        KoreClient kore = kore(sandbox)) {
      for (int i = 0; i < script.size(); i++) {
        if (script.get(i) != null) {
          sandbox.fail().call(i + 1).with(script.get(i));
        }
      }
      SdkException failure =
          failure(
              () ->
                  many
                      ? kore.contacts()
                          .createAll(List.of(ada(), grace()))
                          .onUnknown(policy)
                          .execute()
                      : kore.contacts().create(ada()).onUnknown(policy).execute());
      assertThat(numbers(sandbox)).as(what).doesNotHaveDuplicates();
      assertTrue(failure, new HashSet<>(numbers(sandbox)).size(), many ? 2 : 1, what);
    }
  }

  private void runAtTruedy(List<Fault> script, OnUnknown policy, String what) {
    try (TruedySandbox sandbox = TruedySandbox.builder().clock(time).start();
        TruedyClient truedy = truedy(sandbox)) {
      for (int i = 0; i < script.size(); i++) {
        if (script.get(i) != null) {
          sandbox.fail().call(i + 1).with(script.get(i));
        }
      }
      SdkException failure =
          failure(() -> truedy.contacts().create(adaAtTruedy()).onUnknown(policy).execute());
      assertThat(numbers(sandbox)).as(what).hasSizeLessThanOrEqualTo(1);
      assertTrue(failure, sandbox.contactCount(), 1, what);
    }
  }

  /** What the caller is told is true. */
  private static void assertTrue(SdkException failure, int stored, int sent, String what) {
    if (failure == null || failure.outcome() == Outcome.APPLIED) {
      assertThat(stored).as(what + " " + failure).isEqualTo(sent);
    } else if (failure.outcome() != Outcome.UNKNOWN) {
      assertThat(stored).as(what + " " + failure).isZero();
    }
  }
}
