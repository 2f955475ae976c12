package dev.contactsdk.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.retry.RetryPolicy;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.kore.contacts.KoreContact;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.sandbox.TruedySandbox;
import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.mapping.Suggestion;
import dev.contactsdk.transfer.run.TransferException;
import dev.contactsdk.transfer.target.Fields;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.TruedyTarget;
import dev.contactsdk.transfer.target.Write;
import dev.contactsdk.truedy.TruedyClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VendorSourcesTest {
  private static final Map<String, String> PERSON =
      Map.of(
          Fields.PHONE, "+12025550147",
          Fields.FIRST_NAME, "Zyanya",
          Fields.LAST_NAME, "Quetzal");

  static void addTo(KoreClient client) {
    Map<String, String> fields = new HashMap<>(PERSON);
    fields.put(Fields.SALUTATION, "Mrs");
    fields.put(Fields.EXTENSION, "+");
    KoreTarget.of(client).create(List.of(Write.create(fields)));
  }

  static void addTo(TruedyClient client, String plan) {
    Map<String, String> fields = new HashMap<>(PERSON);
    fields.put(Fields.CUSTOM + "plan", plan);
    TruedyTarget.of(client).create(List.of(Write.create(fields)));
  }

  private static List<SourceRow> rows(Source source) {
    List<SourceRow> rows = new ArrayList<>();
    try (Rows open = source.open()) {
      open.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static Map<String, String> first(Source source) {
    try (Rows open = source.open()) {
      Map<String, String> cells = new HashMap<>();
      SourceRow row = open.next();
      for (int i = 0; i < row.cells().size(); i++) {
        cells.put(open.columns().get(i), row.cells().get(i));
      }
      return cells;
    }
  }

  @Test
  void koreContactsHaveTheNamesOfFieldsAndDeletedOnesAreLeftOut() {
    try (KoreSandbox sandbox = KoreSandbox.builder().listInactive().start();
        KoreClient client = sandbox.clientBuilder().build()) {
      addTo(client);
      KoreSource source = KoreSource.of(client);
      assertThat(first(source))
          .containsAllEntriesOf(PERSON)
          .containsEntry(Fields.SALUTATION, "Mrs")
          .containsEntry(Fields.NAME, "");
      assertThat(source.description()).isEqualTo("Kore.ai (" + client.account() + ")");

      String id = client.contacts().list().stream().map(KoreContact::id).findFirst().orElseThrow();
      client.contacts().delete(id).execute();
      assertThat(rows(source)).isEmpty();
    }
  }

  @Test
  void aMappingFindsTheFieldsOfTheOtherVendor() {
    try (TruedySandbox sandbox = TruedySandbox.builder().start();
        TruedyClient client = sandbox.clientBuilder().build()) {
      addTo(client, "gold");
      TruedySource source = TruedySource.of(client);
      List<String> columns;
      try (Rows open = source.open()) {
        columns = open.columns();
      }
      Suggestion found = Mapping.suggest(source, TruedyTarget.of(client));
      assertThat(found.mapping().unused(columns)).containsExactly(Fields.NAME);
      assertThat(first(source))
          .containsAllEntriesOf(PERSON)
          .containsEntry(Fields.CUSTOM + "plan", "gold");
    }
  }

  @Test
  void aFolderOfTruedyIsReadAlone() {
    try (TruedySandbox sandbox = TruedySandbox.builder().start();
        TruedyClient client = sandbox.clientBuilder().build()) {
      addTo(client, "gold");
      String folder = sandbox.addFolder("Customers");
      TruedySource source = TruedySource.of(client).folder(folder);
      assertThat(rows(source)).isEmpty();
      assertThat(source.description()).endsWith(", folder " + folder + ")");
    }
  }

  @Test
  void aCustomFieldThatComesLateIsDamageUnlessItWasNamed() {
    try (TruedySandbox sandbox = TruedySandbox.builder().start();
        TruedyClient client = sandbox.clientBuilder().build()) {
      addTo(client, "gold");
      sandbox.seedContacts(1200);
      String late = "+12025550148";
      TruedyTarget.of(client)
          .create(List.of(Write.create(Map.of(Fields.PHONE, late, Fields.CUSTOM + "tier", "1"))));
      TruedySource source = TruedySource.of(client);
      List<SourceRow> rows = rows(source);
      assertThat(rows).hasSize(1202);
      assertThat(rows)
          .filteredOn(row -> row.damage() != null)
          .singleElement()
          .extracting(SourceRow::damage)
          .asString()
          .containsPattern("custom\\.(plan|tier), which the first ones lack");
      assertThat(rows(source.customFields("plan", "tier"))).allMatch(row -> row.damage() == null);
    }
  }

  @Test
  void contactsThatCannotBeReadAreDamagedRows() {
    try (TruedySandbox sandbox = TruedySandbox.builder().start();
        TruedyClient client = sandbox.clientBuilder().build()) {
      String body =
          """
          {"data":[{"name":"Zyanya"},{"id":"a","phone_number":"+12025550147"}],
          "pagination":{"total":2,"limit":100,"offset":0,"has_more":false}}\
          """;
      sandbox.fail().next().with(Fault.respondWith(body, "application/json"));
      assertThat(rows(TruedySource.of(client)))
          .extracting(row -> row.damage() != null)
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void aListThatBreaksOffIsNoSource() {
    try (KoreSandbox sandbox = KoreSandbox.builder().start();
        KoreClient client = sandbox.clientBuilder().retry(RetryPolicy.none()).build()) {
      sandbox.fail().next().with(Fault.status(503, ""));
      assertThatThrownBy(() -> rows(KoreSource.of(client)))
          .isInstanceOf(TransferException.class)
          .hasMessageStartingWith("Kore.ai cannot be listed: ")
          .extracting(e -> ((TransferException) e).kind())
          .isEqualTo(TransferException.Kind.TARGET);
      sandbox
          .fail()
          .next(50)
          .with(
              Fault.respondWith(
                  "{\"results\":[],\"skip\":0,\"limit\":100,\"hasMore\":true,\"totalResults\":7}",
                  "application/json"));
      assertThatThrownBy(() -> rows(KoreSource.of(client)))
          .isInstanceOf(TransferException.class)
          .hasMessageContaining("complete list");
    }
  }
}
