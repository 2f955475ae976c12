package dev.contactsdk.transfer.target;

import static dev.contactsdk.transfer.target.RowAnswer.Verdict.REJECTED;
import static dev.contactsdk.transfer.target.RowAnswer.Verdict.TAKEN;
import static dev.contactsdk.transfer.target.RowAnswer.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.SdkException;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.SandboxRequest;
import dev.contactsdk.sandbox.TruedyContactShape;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.sandbox.TruedySandboxBuilder;
import dev.contactsdk.truedy.TruedyClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TruedyTargetTest {
  private TruedySandbox sandbox;
  private TruedyClient client;
  private TruedyTarget target;

  @BeforeEach
  void start() {
    start(TruedySandbox.builder());
  }

  private void start(TruedySandboxBuilder builder) {
    stop();
    sandbox = builder.start();
    client = sandbox.clientBuilder().timeout(Duration.ofMillis(700)).build();
    target = TruedyTarget.of(client);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      client.close();
      sandbox.close();
    }
  }

  private List<Stored> listed() {
    List<Stored> all = new ArrayList<>();
    target.list(100).forEachRemaining(page -> all.addAll(page.contacts()));
    return all;
  }

  private static Write with(String field, String value) {
    Map<String, String> fields = new HashMap<>(People.truedy(0).fields());
    fields.put(field, value);
    return Write.create(fields);
  }

  @ParameterizedTest
  @EnumSource
  void createsOneAndFindsItInEachShape(TruedyContactShape shape) {
    start(TruedySandbox.builder().contactShape(shape));
    Write sent = with(Fields.CUSTOM + "plan", "gold");

    WriteAnswer answer = target.create(List.of(sent));

    Stored contact = listed().get(0);
    assertThat(Expected.rows(answer)).containsExactly(RowAnswer.written(contact.id()));
    assertThat(contact.phone()).isEqualTo(People.phone(0));
    assertThat(sent.fields().keySet())
        .allSatisfy(
            field ->
                assertThat(target.compare(field, sent.fields(), contact))
                    .isNotEqualTo(Comparison.DIFFERENT));
    assertThat(target.compare(Fields.FIRST_NAME, sent.fields(), contact))
        .isEqualTo(Comparison.SAME);
    Map<String, String> another = with(Fields.LAST_NAME, "Other").fields();
    assertThat(target.compare(Fields.LAST_NAME, another, contact)).isEqualTo(Comparison.DIFFERENT);
  }

  @Test
  void sendsAllFields() {
    Map<String, String> fields = new HashMap<>(People.truedy(0).fields());
    fields.put(Fields.COMPANY_NAME, "Acme");
    fields.put(Fields.INDUSTRY, "Mining");
    fields.put(Fields.LOCATION, "Pune");
    fields.put(Fields.PIN_CODE, "411001");
    fields.put(Fields.KEYWORDS, "b, a,,b");
    fields.put(Fields.CUSTOM + "plan", "gold");
    fields.put(Fields.NAME, "Zyanya0 Quetzal");

    target.create(List.of(Write.create(fields)));

    String body = sandbox.requests().get(0).body();
    assertThat(body)
        .contains("\"company_name\":\"Acme\"", "\"industry\":\"Mining\"", "\"location\":\"Pune\"")
        .contains("\"pin_code\":\"411001\"", "\"keywords\":\"b,a,b\"", "\"plan\":\"gold\"")
        .doesNotContain("\"name\"", "folder_id");
    Stored contact = listed().get(0);
    assertThat(fields.keySet())
        .allSatisfy(
            field ->
                assertThat(target.compare(field, fields, contact))
                    .isNotEqualTo(Comparison.DIFFERENT));
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfACreate(Expected expected) {
    sandbox.fail().next().with(expected.fault.get());
    expected.check(target.create(People.truedy(0, 1)));
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfAnImport(Expected expected) {
    sandbox.fail().next().with(expected.fault.get());
    try (TruedyClient impatient = sandbox.clientBuilder().timeout(Duration.ofMillis(700)).build()) {
      expected.checkSeveral(TruedyTarget.of(impatient).importingCsv().create(People.truedy(0, 3)));
    }
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfAnUpdate(Expected expected) {
    target.create(People.truedy(0, 1));
    Write change = Write.update(listed().get(0).id(), Map.of(Fields.LAST_NAME, "Quetzal"));
    sandbox.clearRequests();
    sandbox.fail().next().with(expected.fault.get());
    expected.check(target.update(List.of(change)));
    assertThat(sandbox.requestCount()).isEqualTo(1);
  }

  @Test
  void aTakenNumberOfAServerThatRefusesIt() {
    start(TruedySandbox.builder().uniquePhones());
    target.create(People.truedy(0, 1));
    WriteAnswer answer = target.create(People.truedy(0, 1));
    Expected.noCanary(answer);
    assertThat(answer)
        .isInstanceOfSatisfying(
            WriteAnswer.Refused.class, refused -> assertThat(refused.taken()).isTrue());
  }

  @Test
  void aWrongFieldIsRefusedWithItsNameAndWithoutItsValue() {
    String body =
        """
        {"detail":[{"loc":["body","email"],"msg":"zyanya@example.org of Zyanya0 is disposable",
        "type":"value_error"}]}\
        """;
    sandbox.fail().next().with(Fault.status(422, body));
    WriteAnswer answer = target.create(People.truedy(0, 1));
    Expected.noCanary(answer);
    assertThat(answer)
        .isInstanceOfSatisfying(
            WriteAnswer.Refused.class,
            refused -> assertThat(refused.reason()).contains("email", "is disposable"));
  }

  @Test
  void aRefusalThatNamesNoFieldMayBeAFailureOfTheServer() {
    String body = "{\"error\":{\"code\":\"validation_error\",\"message\":\"Failed to create\"}}";
    sandbox.fail().next().with(Fault.status(422, body));
    assertThat(target.create(People.truedy(0, 1))).isInstanceOf(WriteAnswer.Lost.class);
  }

  @Test
  void anAnswerWithAnotherNumberIsUnknown() {
    String body = "{\"data\":{\"id\":\"c1\",\"phone_number\":\"+442079460000\"}}";
    sandbox.fail().next().with(Fault.respondWith(body, "application/json"));
    assertThat(Expected.verdicts(target.create(People.truedy(0, 1)))).containsExactly(UNKNOWN);
  }

  @Test
  void whatTheSdkRefusesSendsNothing() {
    assertThat(target.create(List.of(with(Fields.EMAIL, "zyanya@"))))
        .isInstanceOfSatisfying(
            WriteAnswer.Refused.class,
            refused -> assertThat(refused.reason()).contains("email").doesNotContain("zyanya@"));
    assertThat(target.create(List.of(with(Fields.SALUTATION, "Mrs"))))
        .isInstanceOf(WriteAnswer.Refused.class);
    assertThat(target.create(List.of(Write.create(Map.of()))))
        .isInstanceOf(WriteAnswer.Refused.class);
    assertThat(target.update(List.of(Write.update("x", Map.of(Fields.PHONE, People.phone(1))))))
        .isInstanceOf(WriteAnswer.Refused.class);
    assertThat(target.update(List.of(Write.update("x", Map.of()))))
        .isInstanceOf(WriteAnswer.Refused.class);
    assertThat(target.update(List.of(Write.update("folders", Map.of(Fields.LAST_NAME, "x")))))
        .isInstanceOf(WriteAnswer.Refused.class);
    assertThat(sandbox.requestCount()).isZero();
  }

  @Test
  void changesAndClears() {
    target.create(List.of(with(Fields.CUSTOM + "plan", "gold")));
    String id = listed().get(0).id();
    Map<String, String> changes =
        Map.of(Fields.FIRST_NAME, "New", Fields.EMAIL, "", Fields.CUSTOM + "plan", "silver");

    WriteAnswer answer = target.update(List.of(Write.update(id, changes)));

    assertThat(Expected.rows(answer)).containsExactly(RowAnswer.written(id));
    assertThat(listed().get(0).fields())
        .containsEntry(Fields.FIRST_NAME, "New")
        .containsEntry(Fields.LAST_NAME, "Quetzal")
        .containsEntry(Fields.CUSTOM + "plan", "silver")
        .doesNotContainKey(Fields.EMAIL);
  }

  @Test
  void anUpdateCarriesTheOtherCustomFieldsOfTheContact() {
    Map<String, Object> custom = Map.of("plan", "gold", "note", "kept");
    sandbox.addContact(Map.of("phone_number", People.phone(0), "custom_fields", custom));
    Stored held = listed().get(0);
    Map<String, String> change = Map.of(Fields.CUSTOM + "plan", "silver");

    Map<String, String> complete = target.complete(change, held);
    target.update(List.of(Write.update(held.id(), complete)));

    assertThat(listed().get(0).fields())
        .containsEntry(Fields.CUSTOM + "plan", "silver")
        .containsEntry(Fields.CUSTOM + "note", "kept");
    assertThat(target.complete(Map.of(Fields.EMAIL, "a@b.c"), held)).hasSize(1);
  }

  @Test
  void aCustomFieldThatIsNoTextIsNotMadeOne() {
    Map<String, Object> custom =
        Map.of("score", 70, "plan", "gold", "map", Map.of("b", 1.50, "a", List.of(true)));
    sandbox.addContact(Map.of("phone_number", People.phone(0), "custom_fields", custom));
    Stored held = listed().get(0);

    assertThat(held.fields())
        .containsEntry(Fields.CUSTOM + "score", "70")
        .containsEntry(Fields.CUSTOM + "plan", "gold")
        .containsEntry(Fields.CUSTOM + "map", "{\"a\":[true],\"b\":1.5}");
    assertThat(held.typed()).containsExactlyInAnyOrder("custom.score", "custom.map");
    assertThat(target.complete(Map.of(Fields.CUSTOM + "plan", "silver"), held)).isNull();
    assertThat(target.complete(Map.of(Fields.EMAIL, "a@b.c"), held)).hasSize(1);
  }

  @Test
  void comparesValuesInAnyForm() {
    assertThat(target.same(Fields.KEYWORDS, "a, b", "b,a")).isTrue();
    assertThat(target.same(Fields.KEYWORDS, "a", "b,a")).isFalse();
    assertThat(target.same(Fields.EMAIL, "A@b.c", "a@b.c ")).isTrue();
    assertThat(target.same(Fields.CUSTOM + "n", "5.0", "5")).isTrue();
    assertThat(target.same(Fields.CUSTOM + "n", "007", "7")).isFalse();
    assertThat(target.same(Fields.CUSTOM + "n", "5", "6")).isFalse();
    assertThat(target.same(Fields.PIN_CODE, "5.0", "5")).isFalse();
    assertThat(target.same(Fields.COMPANY_NAME, " Acme", "Acme")).isTrue();
  }

  @Test
  void createsIntoAndListsAFolder() {
    String folder = sandbox.addFolder("Customers");
    sandbox.addContact(Map.of("phone_number", People.phone(5)));
    TruedyTarget inFolder = target.folder(folder);

    inFolder.create(People.truedy(0, 1));
    inFolder.importingCsv().create(People.truedy(1, 3));

    List<String> phones = new ArrayList<>();
    inFolder.list(100).next().contacts().forEach(c -> phones.add(String.valueOf(c.phone())));
    assertThat(phones).containsExactlyInAnyOrder(People.phone(0), People.phone(1), People.phone(2));
    assertThat(inFolder.account()).isNotEqualTo(target.account()).contains(folder);
  }

  @Test
  void importsSeveralWithOneRequestAndWithoutOverwriting() {
    TruedyTarget importing = target.importingCsv();
    Map<String, String> quoted =
        Map.of(Fields.PHONE, People.phone(1), Fields.NAME, "Quetzal, \"Zyanya\"\nJr");
    List<Write> rows = List.of(People.truedy(0), Write.create(quoted));

    assertThat(Expected.verdicts(importing.create(rows))).containsExactly(UNKNOWN, UNKNOWN);

    SandboxRequest request = sandbox.requests().get(0);
    assertThat(request.body())
        .contains(
            "phone,name,email\n"
                + People.phone(0)
                + ",Zyanya0 Quetzal,zyanya@example.org\n"
                + People.phone(1)
                + ",\"Quetzal, \"\"Zyanya\"\" Jr\",\n")
        .contains("overwrite_existing\"\r\n\r\nfalse");
    assertThat(sandbox.requestCount()).isEqualTo(1);
    Map<String, Stored> byPhone = new HashMap<>();
    listed().forEach(contact -> byPhone.put(String.valueOf(contact.phone()), contact));
    Stored first = byPhone.get(People.phone(0));
    assertThat(importing.compare(Fields.FIRST_NAME, rows.get(0).fields(), first))
        .isEqualTo(Comparison.SAME);
    assertThat(importing.compare(Fields.LAST_NAME, rows.get(0).fields(), first))
        .isEqualTo(Comparison.SAME);
    assertThat(importing.compare(Fields.NAME, quoted, byPhone.get(People.phone(1))))
        .isEqualTo(Comparison.SAME);
  }

  @Test
  void anImportsErrorIsARowsOnlyIfItsNumberIs() {
    String body =
        """
        {"data":{"imported":1,"updated":0,"skipped":0,"errors":3,"error_details":[
        {"row":9,"phone":"%s","reason":"Zyanya1 Quetzal at %s is blocked"},
        {"row":1,"phone":null,"reason":"?"},{"row":2,"phone":"+442079460000","reason":"?"}]}}\
        """
            .formatted(People.phone(1), People.phone(1));
    sandbox.fail().next().with(Fault.respondWith(body, "application/json"));

    List<RowAnswer> rows = Expected.rows(target.importingCsv().create(People.truedy(0, 3)));

    assertThat(rows).extracting(RowAnswer::verdict).containsExactly(UNKNOWN, REJECTED, UNKNOWN);
    assertThat(rows.get(1).reason()).endsWith("is blocked");
  }

  @Test
  void anErrorOfANumberThatTwoRowsHaveIsNobodys() {
    String body =
        """
        {"data":{"imported":1,"errors":1,"error_details":[{"phone":"%s","reason":"twice"}]}}\
        """
            .formatted(People.phone(1));
    sandbox.fail().next().with(Fault.respondWith(body, "application/json"));
    List<Write> rows = List.of(People.truedy(1), People.truedy(1));
    assertThat(Expected.verdicts(target.importingCsv().create(rows)))
        .containsExactly(UNKNOWN, UNKNOWN);
  }

  @Test
  void anImportsRefusalThatQuotesARowIsMasked() {
    String body =
        """
        {"detail":[{"loc":["body","file"],"msg":"row 2: Zyanya2 Quetzal has no e-mail"}]}\
        """;
    sandbox.fail().next().with(Fault.status(422, body));
    WriteAnswer answer = target.importingCsv().create(People.truedy(0, 3));
    Expected.noCanary(answer);
    assertThat(answer).isInstanceOf(WriteAnswer.Refused.class);
  }

  @Test
  void anImportHoldsWhatItsColumnsHold() {
    TruedyTarget importing = target.importingCsv();
    List<Write> rows =
        List.of(with(Fields.CUSTOM + "plan", "gold"), with(Fields.EMAIL, "no"), People.truedy(1));

    assertThat(Expected.verdicts(importing.create(rows)))
        .containsExactly(REJECTED, REJECTED, UNKNOWN);

    assertThat(importing.holdsCustomFields()).isFalse();
    assertThat(importing.fields()).extracting(TargetField::name).contains(Fields.NAME);
    assertThat(importing.sizes().firstCreate()).isEqualTo(500);
    assertThat(sandbox.contactCount()).isEqualTo(1);
  }

  /** Where one part, or the whole name alone, shows what two parts are. */
  @ParameterizedTest
  @CsvSource({
    "firstName,Mary Lee,firstName,Mary,kept",
    "firstName,Mary Lee,lastName,Lee,kept",
    "lastName,Mary  Lee,lastName,Lee,kept",
    "lastName,Mary Lee,firstName, Mary,kept",
    "name,Mary Lee,firstName,Mary,kept",
    "name,Mary Lee,lastName,Lee,kept",
    "firstName,Mary Lee,firstName,Maria,kept",
    "firstName,Mary Lee,firstName,Mar,kept",
    "lastName,Mary Lee,lastName,Lou,kept",
    "name,Mary Lee,firstName,Maria,kept",
    "name,Mary Lee,lastName,Mary,kept",
    "firstName,Mary,firstName,Maria,sent",
    "name,Mary,firstName,Maria,sent",
    "firstName,Mary,lastName,Lee,sent",
    "firstName,Mary Lee,lastName,Lou,kept"
  })
  void oneNewPartDoesNotBreakAName(
      String shown, String name, String part, String value, String what) {
    Stored held = new Stored("ctc_1", "+919800000001", Map.of(shown, name), null);
    Map<String, String> email = Map.of(Fields.EMAIL, "a@b.c");
    Map<String, String> partAndEmail = Map.of(part, value, Fields.EMAIL, "a@b.c");
    Map<String, String> both = Map.of(Fields.FIRST_NAME, "Mary", Fields.LAST_NAME, "Lou");

    assertThat(target.complete(partAndEmail, held))
        .isEqualTo(what.equals("kept") ? email : partAndEmail);
    assertThat(target.complete(both, held)).isEqualTo(both);
    assertThat(target.complete(email, held)).isEqualTo(email);
  }

  @ParameterizedTest
  @CsvSource({
    "Mary,Ann Lee,firstName,Mary Ann,0",
    "Mary Ann,Lee,lastName,Ann Lee,0",
    "Mary Ann,Lee,firstName,Mary,1",
    "Mary,Ann Lee,lastName,Lee,1",
    "Mary,Lee,firstName,Maria,1"
  })
  void aPartThatIsSplitElsewhereIsNotDoubled(
      String first, String last, String part, String value, int changes) {
    Map<String, String> names = Map.of(Fields.FIRST_NAME, first, Fields.LAST_NAME, last);
    Stored held = new Stored("ctc_1", "+919800000001", names, null);
    assertThat(target.complete(Map.of(part, value), held)).hasSize(changes);
  }

  @Test
  void anImportSkipsANumberThatIsThereAlsoOfASingleRow() {
    TruedyTarget importing = target.importingCsv();
    Write named = Write.create(Map.of(Fields.PHONE, "+919800000077", Fields.NAME, "Zyanya Q"));
    assertThat(Expected.verdicts(importing.create(List.of(named)))).containsExactly(UNKNOWN);
    assertThat(Expected.verdicts(importing.create(List.of(named)))).containsExactly(TAKEN);
    assertThat(sandbox.contactCount()).isEqualTo(1);
  }

  @Test
  void severalWithoutTheImportAreAMistakeOfTheCaller() {
    assertThatThrownBy(() -> target.create(People.truedy(0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(target.sizes().largestCreate()).isEqualTo(1);
  }

  @Test
  void aFailedPageCanBeAskedForAgain() {
    sandbox.seedContacts(5);
    Iterator<StoredPage> pages = target.list(2);
    List<Stored> all = new ArrayList<>(pages.next().contacts());
    sandbox.fail().next().with(Fault.status(503, ""));

    assertThatThrownBy(pages::next).isInstanceOf(SdkException.class);
    assertThat(sandbox.requestCount()).isEqualTo(2);
    pages.forEachRemaining(page -> all.addAll(page.contacts()));

    assertThat(all).extracting(Stored::id).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void unreadableRowsAndNumbersAreNotForgotten() {
    String body =
        """
        {"data":[null,"x",{"name":"Zyanya"},{"id":"a","phone":"2025550100"},
        {"id":"b","phone":"001 202 555 0101","custom_fields":"none"},
        {"id":"c","phone":["+12025550102"]},{"id":"d","phone_number":"+1 202-555-0103"},
        {"id":"e","phone_number":"+12025550104 ext. 5"}],
        "pagination":{"total":8,"limit":100,"offset":0,"has_more":false}}\
        """;
    sandbox.fail().next().with(Fault.respondWith(body, "application/json"));

    StoredPage page = target.list(100).next();

    assertThat(page.unreadable()).isEqualTo(2);
    assertThat(page.contacts())
        .extracting(Stored::phone)
        .containsExactly(null, null, "+12025550101", null, "+12025550103", null);
    Stored odd = page.contacts().get(2);
    assertThat(target.complete(Map.of(Fields.CUSTOM + "plan", "x"), odd)).isNull();
  }

  @Test
  void nothingListens() {
    sandbox.close();
    assertThat(target.create(People.truedy(0, 1))).isInstanceOf(WriteAnswer.NotSent.class);
    assertThat(target.importingCsv().create(People.truedy(0, 2)))
        .isInstanceOf(WriteAnswer.NotSent.class);
  }

  @Test
  void noRowIsToBlameForAClosedClient() {
    client.close();
    assertThat(target.create(People.truedy(0, 1))).isInstanceOf(WriteAnswer.Denied.class);
    assertThat(target.importingCsv().create(People.truedy(0, 2)))
        .isInstanceOf(WriteAnswer.Denied.class);
  }

  @Test
  void anInterruptKeepsTheFlag() {
    Thread.currentThread().interrupt();
    WriteAnswer answer = target.create(People.truedy(0, 1));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isInstanceOf(WriteAnswer.NotSent.class);
    assertThat(sandbox.contactCount()).isZero();
  }

  @Test
  void saysWhatItIs() {
    try (TruedyClient other = sandbox.clientBuilder().apiKey("truedy_other").build()) {
      assertThat(target.account())
          .isEqualTo(TruedyTarget.of(client).account())
          .isNotEqualTo(TruedyTarget.of(other).account())
          .matches("127\\.0\\.0\\.1:\\d+/\\S* key [0-9a-f]{8}")
          .doesNotContain(sandbox.apiKey());
    }
    assertThat(target).hasToString("TruedyTarget[" + target.account() + "]");
    assertThat(target.name()).isEqualTo("Truedy");
    assertThat(target.refusesTakenNumbers()).isFalse();
    assertThat(target.holdsCustomFields()).isTrue();
    assertThat(target.requestsPerMinute()).isEqualTo(100);
    assertThat(target.settleTime()).isEqualTo(Duration.ofSeconds(60));
    assertThat(target.fields()).filteredOn(TargetField::required).hasSize(1);
    assertThat(target.fields())
        .filteredOn(TargetField::changeable)
        .extracting(TargetField::name)
        .containsExactly(Fields.FIRST_NAME, Fields.LAST_NAME, Fields.EMAIL);
  }
}
