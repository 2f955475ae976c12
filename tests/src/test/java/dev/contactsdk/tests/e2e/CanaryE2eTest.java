package dev.contactsdk.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.contactsdk.core.ApiCall;
import dev.contactsdk.core.ApiResponse;
import dev.contactsdk.core.OnUnknown;
import dev.contactsdk.core.error.ApiException;
import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.core.error.UnconfirmedWriteException;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.time.VirtualClock;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.KoreStatusHistoryQuery;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.kore.contacts.KoreContactChange;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.kore.lists.KoreContactListChanges;
import dev.contactsdk.kore.lists.KoreContactLists;
import dev.contactsdk.kore.lists.NewKoreContactList;
import dev.contactsdk.kore.lists.NewKoreListContact;
import dev.contactsdk.kore.lookups.NewKoreAgentGroup;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.LimitAnswer;
import dev.contactsdk.sandbox.Sandbox;
import dev.contactsdk.sandbox.TruedyContactShape;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.truedy.TruedyClient;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.contacts.TruedyJsonImport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Every credential and personal field holds a marker; nothing that is printed may hold one. */
class CanaryE2eTest {

  /** Part of every marker that is text. */
  private static final String MARK = "zqmark";

  private static final String DIGITS = "2025550167";
  private static final String NUMBER = "+1" + DIGITS;
  private static final String SECRET = "ZQMARK-secret-0123456789-0123456789-0123456789=";
  private static final String KEY = "truedy_ZqmarkKey0123456789";

  private final ListAppender<ILoggingEvent> slf4j = new ListAppender<>();
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private final java.util.logging.Logger okhttp = java.util.logging.Logger.getLogger("okhttp3");
  private final Handler jul =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          printed.add("jul: " + entry.getMessage() + " " + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private Level before;

  private static Logger root() {
    return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
  }

  @BeforeEach
  void listen() {
    before = root().getLevel();
    root().setLevel(Level.TRACE);
    root().detachAndStopAllAppenders();
    slf4j.start();
    root().addAppender(slf4j);
    jul.setLevel(java.util.logging.Level.ALL);
    okhttp.setLevel(java.util.logging.Level.ALL);
    okhttp.addHandler(jul);
  }

  @AfterEach
  void stopListening() {
    root().setLevel(before);
    root().detachAppender(slf4j);
    okhttp.removeHandler(jul);
    okhttp.setLevel(null);
  }

  private void print(Object value) {
    printed.add(String.valueOf(value));
    if (value instanceof Throwable failure) {
      StringWriter text = new StringWriter();
      failure.printStackTrace(new PrintWriter(text, true));
      printed.add(text.toString());
    }
    if (value instanceof ApiException refusal) {
      printed.add(refusal.reason() + refusal.fieldErrors() + refusal.failure());
    }
    if (value instanceof UnconfirmedWriteException unconfirmed) {
      printed.add(unconfirmed.seen().toString());
    }
    if (value instanceof Page<?> page) {
      printed.add(page.items().toString());
      printed.add(String.valueOf(page.next()));
    }
  }

  private void run(ApiCall<?> call) {
    print(call);
    try {
      ApiResponse<?> response = call.response();
      print(response);
      print(response.headers());
      print(response.body());
    } catch (SdkException e) {
      print(e);
    }
    if (call instanceof ListCall<?, ?> list) {
      try {
        list.items().forEach(this::print);
      } catch (SdkException e) {
        print(e);
      }
    }
  }

  private void assertNothingLeaked() {
    new ArrayList<>(slf4j.list)
        .forEach(
            event -> {
              printed.add(event.getFormattedMessage() + " " + event.getMDCPropertyMap());
              if (event.getThrowableProxy() != null) {
                printed.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
              }
            });
    assertThat(slf4j.list).isNotEmpty();
    List<String> leaks =
        printed.stream()
            .map(text -> text.length() > 1500 ? text.substring(0, 1500) : text)
            .filter(text -> text.toLowerCase(Locale.ROOT).contains(MARK) || text.contains(DIGITS))
            .distinct()
            .toList();
    assertThat(leaks).isEmpty();
  }

  /** A vendor that repeats, of what it was sent, a number, an address and a name. */
  private static List<Fault> faults(boolean kore, String name) {
    String echo =
        "%s %s of %s zqmark@mail.example is not accepted, nor %s, %s and zqmark%%40mail.example"
            .formatted(NUMBER, DIGITS, name, name.toUpperCase(Locale.ROOT), name.split(" ", 2)[0]);
    String body =
        kore
            ? "{\"errors\":[{\"msg\":\"" + echo + "\",\"code\":400}]}"
            : "{\"error\":{\"code\":\"bad\",\"message\":\""
                + echo
                + "\",\"details\":{\"field\":"
                + "\"phone_number\",\"reason\":\""
                + echo
                + "\"}}}";
    return List.of(
        Fault.cutBeforeStore(),
        Fault.cutAfterStore(),
        Fault.cutInStatusLine(),
        Fault.cutInHeaders(),
        Fault.halfBody(),
        Fault.status(400, body),
        Fault.status(401, body),
        Fault.status(409, body),
        Fault.status(422, body),
        Fault.status(400, body, "X-Request-ID", "r-" + name.replace(' ', '-')),
        Fault.status(500, body),
        Fault.status(400, name + " " + NUMBER),
        Fault.status(422, "{\"detail\":\"" + echo + "\"}"),
        Fault.status(422, "{\"detail\":[{\"loc\":[\"body\",\"x\"],\"msg\":\"" + echo + "\"}]}"),
        Fault.garbage(),
        Fault.respondWith("Zqmark First " + NUMBER, "text/plain"),
        Fault.respondWith("nothing", "text/plain; by=" + name),
        Fault.respondWith("{\"firstName\":\"Zqmark First\",", "application/json"),
        Fault.respondWith("[{\"id\":[\"Zqmark First\"]}]", "application/json"),
        Fault.redirect(302, "https://Zqmark.example/?q=" + DIGITS),
        Fault.rateLimited(LimitAnswer.RETRY_AFTER_SECONDS, Duration.ofSeconds(1)),
        Fault.rateLimited(LimitAnswer.RETRY_AFTER_SECONDS, Duration.ofHours(1)));
  }

  private static InputStream csv(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private void withFaults(Sandbox sandbox, boolean kore, Runnable calls) {
    calls.run();
    for (Fault fault : faults(kore, "a person")) {
      sandbox.fail().share(0.6, 11).with(fault);
      calls.run();
      sandbox.heal();
    }
    for (Fault fault : faults(kore, "Zqmark First")) {
      sandbox
          .fail()
          .share(0.6, 11)
          .when(request -> request.body().startsWith("{") || request.body().startsWith("["))
          .when(request -> request.body().contains("Zqmark First"))
          .with(fault);
      calls.run();
      sandbox.heal();
    }
    sandbox.fail().always().with(Fault.status(503, ""));
    calls.run();
    sandbox.heal();
  }

  @Test
  void nothingThatKoreIsToldOrTellsIsPrinted() {
    try (KoreSandbox sandbox =
        KoreSandbox.builder()
            .credentials("cs-1", SECRET)
            .agentCreateWithId()
            .clock(new VirtualClock())
            .start()) {
      KoreClient.Builder builder = sandbox.clientBuilder();
      print(builder);
      try (KoreClient kore = builder.build()) {
        print(kore);
        print(kore.contacts());
        print(kore.agents());
        withFaults(sandbox, true, () -> everyCall(sandbox, kore));
        sandbox.dropConnections(1);
        everyCall(sandbox, kore);
      }
      try (KoreClient wrong =
          sandbox.clientBuilder().credentials("cs-1", SECRET + SECRET).build()) {
        run(wrong.contacts().list());
      }
    }
    assertNothingLeaked();
  }

  private void everyCall(KoreSandbox sandbox, KoreClient kore) {
    NewKoreContact.Builder builder =
        NewKoreContact.builder()
            .firstName("Zqmark First")
            .lastName("Zqmark Last")
            .salutation("Zqmark Dr")
            .cellPhone(CellPhone.of("+1", DIGITS))
            .additionalProperty("eMail", "zqmark@mail.example");
    print(builder);
    NewKoreContact contact = builder.build();
    print(contact);
    print(contact.cellPhone());
    run(kore.contacts().create(contact));
    run(kore.contacts().create(contact));
    run(kore.contacts().createAll(List.of(contact)).onUnknown(OnUnknown.lookUpThenResend()));
    run(
        kore.contacts()
            .importCsv(
                csv(
                    "firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,"
                        + "cellPhoneExtension\nZqmark First,Zqmark Last,Dr,"
                        + DIGITS
                        + ",+1,+\n"),
                "contacts.csv"));
    run(kore.contacts().list());
    String id =
        sandbox.addContact(
            Map.of(
                "firstName",
                "Zqmark First",
                "lastName",
                "Zqmark Last",
                "salutation",
                "Zqmark Dr",
                "address",
                List.of(Map.of("street", "Zqmark Street")),
                "cellPhone",
                Map.of("phoneNumber", NUMBER, "countryCode", "+1", "extension", "zqmark")));
    KoreContactChanges changes =
        KoreContactChanges.builder()
            .firstName("Zqmark First")
            .cellPhone(CellPhone.of("+1", DIGITS))
            .build();
    print(changes);
    KoreContactChange change = new KoreContactChange(id, changes);
    print(change);
    run(kore.contacts().update(id, changes));
    run(kore.contacts().updateAll(List.of(change)));
    run(kore.contacts().delete(id));
    run(kore.contacts().deleteAll(List.of(id, "nobody")));
    NewKoreAgent.Builder agentBuilder =
        NewKoreAgent.builder()
            .emailId("zqmark@mail.example")
            .firstName("Zqmark First")
            .lastName("Zqmark Last")
            .role(sandbox.agentRoleId())
            .nickName("Zqmark Nick")
            .phoneNumber("1" + DIGITS)
            .agentGroup(sandbox.defaultAgentGroupId())
            .customId("zqmark-id");
    print(agentBuilder);
    run(
        kore.agents()
            .create(agentBuilder.build())
            .lookUpIn(sandbox.orgId())
            .onUnknown(OnUnknown.lookUp()));
    run(kore.agents().create(agentBuilder.build()));
    run(kore.agents().list(sandbox.orgId()).includeQueues(true));
    String agent = sandbox.agents().isEmpty() ? "none" : (String) sandbox.agents().get(0).get("id");
    run(kore.agents().get(agent));
    run(kore.agents().findByCustomId("zqmark-id"));
    run(kore.agents().availability(KoreAvailabilityQuery.builder().build()));
    try {
      var copy = kore.agents().get(agent).execute().toChanges();
      print(copy);
      print(copy.build());
      run(kore.agents().update(agent, copy.build()));
    } catch (SdkException e) {
      print(e);
    }
    run(kore.agents().delete(agent));
    run(kore.roles().list());
    run(kore.agentGroups().list());
    run(kore.queues().list());
    everyReport(sandbox, kore, agent);
    everyContactList(sandbox, kore);
  }

  private void everyReport(KoreSandbox sandbox, KoreClient kore, String agent) {
    KoreStatusHistoryQuery query =
        KoreStatusHistoryQuery.builder()
            .date(LocalDate.of(2026, 2, 1))
            .agent("zqmark@mail.example")
            .build();
    print(query);
    run(kore.agents().statusHistory(query));
    run(kore.agents().wfm());
    run(kore.queues().agents(List.of(sandbox.defaultQueueId())));
    run(kore.queues().ofAgents(List.of(agent)));
    NewKoreAgentGroup group =
        NewKoreAgentGroup.builder().name("Zqmark First").description("Zqmark text").build();
    print(group);
    run(kore.agentGroups().create(group));
  }

  private void everyContactList(KoreSandbox sandbox, KoreClient kore) {
    String id = sandbox.addContactList("Zqmark First", true);
    String campaign = sandbox.addCampaign("Zqmark campaign", id);
    NewKoreListContact row =
        NewKoreListContact.builder()
            .phoneNumber(NUMBER)
            .column("firstName", "Zqmark First")
            .column("favouritePlace", "Zqmark Wharf")
            .build();
    NewKoreContactList list =
        NewKoreContactList.builder().name("Zqmark First").description("Zqmark text").build();
    KoreContactListChanges changes =
        KoreContactListChanges.builder().name("Zqmark First").description("Zqmark text").build();
    List.of(row, list, changes).forEach(this::print);
    for (KoreContactLists lists : List.of(kore.contactLists(), kore.contactLists().v1())) {
      print(lists);
      run(lists.create(list));
      run(lists.list());
      run(lists.get(id));
      run(lists.update(id, changes));
      run(lists.addContacts("Zqmark First", List.of(row)));
      run(lists.contacts(id));
      run(lists.dialingStatus(campaign));
      run(lists.delete(id));
    }
  }

  @ParameterizedTest
  @EnumSource(TruedyContactShape.class)
  void nothingThatTruedyIsToldOrTellsIsPrinted(TruedyContactShape shape) {
    try (TruedySandbox sandbox =
        TruedySandbox.builder()
            .apiKey(KEY)
            .contactShape(shape)
            .uniquePhones()
            .clock(new VirtualClock())
            .start()) {
      TruedyClient.Builder builder = sandbox.clientBuilder();
      print(builder);
      try (TruedyClient truedy = builder.build()) {
        print(truedy);
        print(truedy.contacts());
        withFaults(sandbox, false, () -> everyCall(sandbox, truedy));
      }
      try (TruedyClient wrong = sandbox.clientBuilder().apiKey(KEY + "x").build()) {
        run(wrong.contacts().list());
      }
    }
    assertNothingLeaked();
  }

  private void everyCall(TruedySandbox sandbox, TruedyClient truedy) {
    NewTruedyContact.Builder builder =
        NewTruedyContact.builder(NUMBER)
            .firstName("Zqmark First")
            .lastName("Zqmark Last")
            .email("zqmark@mail.example")
            .companyName("Zqmark Ltd")
            .location("Zqmark Wharf")
            .pinCode("zqmark1")
            .keywords(List.of("Zqmark"))
            .metadata("note", "Zqmark note")
            .customField("note", "Zqmark note");
    print(builder);
    print(builder.build());
    run(truedy.contacts().create(builder.build()));
    run(truedy.contacts().create(builder.build()));
    run(truedy.contacts().create(builder.build()).onUnknown(OnUnknown.lookUpThenResend()));
    run(truedy.contacts().list());
    run(truedy.contacts().list().search("Zqmark First"));
    run(truedy.contacts().list().search(NUMBER));
    String id =
        sandbox.contacts().isEmpty() ? "none" : (String) sandbox.contacts().get(0).get("id");
    TruedyContactChanges changes =
        TruedyContactChanges.builder()
            .firstName("Zqmark First")
            .email("zqmark@mail.example")
            .build();
    print(changes);
    run(truedy.contacts().update(id, changes));
    run(
        truedy
            .contacts()
            .importCsv(
                csv("phone,name,email\n" + NUMBER + ",Zqmark,zqmark@x.org\nzqmark,,\n"), "a.csv"));
    TruedyJsonImport json =
        TruedyJsonImport.builder("zqmark-folder").contacts(List.of(builder.build())).build();
    print(json);
    run(truedy.contacts().importJson(json));
    run(truedy.folders().create("Zqmark folder", "Zqmark text"));
    run(truedy.folders().list());
    NewTruedyAgent agent =
        NewTruedyAgent.builder()
            .name("Zqmark agent")
            .voice("v-1")
            .systemPrompt("Zqmark prompt")
            .greeting("Zqmark hello")
            .build();
    print(agent);
    run(truedy.agents().create(agent).idempotencyKey("zqmark-key"));
    run(truedy.agents().list().name("zqmark"));
    run(truedy.agents().get("agt_nobody"));
  }

  @Test
  void aCredentialThatTheVendorRepeatsIsNotPrinted() {
    try (TruedySandbox sandbox = TruedySandbox.builder().apiKey(KEY).start();
        TruedyClient truedy = sandbox.clientBuilder().build()) {
      sandbox
          .fail()
          .next()
          .with(
              Fault.status(
                  401,
                  "{\"error\":{\"code\":\"unauthorized\",\"message\":\"no such key: "
                      + KEY
                      + "\"}}"));
      run(truedy.contacts().list());
    }
    assertNothingLeaked();
  }

  @Test
  void whatWasReadPrintsIdsOnly() {
    try (KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.client()) {
      KoreContact contact =
          kore.contacts()
              .create(
                  NewKoreContact.builder()
                      .firstName("Zqmark First")
                      .lastName("Zqmark Last")
                      .salutation("Dr")
                      .cellPhone(CellPhone.of("+1", DIGITS))
                      .build())
              .execute();
      print(contact);
      print(contact.cellPhone());
      print(contact.toChanges());
      assertThat(contact.toString()).contains(contact.id());
    }
    assertNothingLeaked();
  }
}
