package dev.contactsdk.kore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.kore.agents.KoreAgent;
import dev.contactsdk.kore.agents.KoreAgentAvailability;
import dev.contactsdk.kore.contacts.KoreBulkResult;
import dev.contactsdk.kore.contacts.KoreContact;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintingTest {
  private static <T> T read(JsonType<T> type, String fixture) {
    byte[] bytes = Vendor.text(fixture).getBytes(StandardCharsets.UTF_8);
    return type.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void nothingPersonalOrSecretIsPrinted() {
    KoreAgent agent = read(JsonType.of(KoreAgent.class), "agents-get");
    KoreAgentAvailability availability =
        new KoreAgentAvailability(read(new JsonType<>() {}, "agents-availability"));
    List<KoreContact> contacts = read(new JsonType<>() {}, "contacts-create-many");
    KoreBulkResult bulk = read(JsonType.of(KoreBulkResult.class), "contacts-bulk-update");
    List<Object> all = new ArrayList<>(contacts);
    contacts.forEach(contact -> all.add(contact.cellPhone()));
    contacts.forEach(contact -> all.add(contact.toChanges().build()));
    all.addAll(List.of(agent, agent.iceServers(), agent.skills(), agent.queues()));
    all.addAll(List.of(agent.toChanges().build(), availability, availability.available()));
    all.addAll(List.of(bulk, bulk.successfulRecords(), bulk.failedRecords()));
    all.addAll(List.of(Samples.ada(), Samples.agent().build(), Samples.ada().cellPhone()));
    all.add(
        KoreCredentials.of(
            Vendor.CLIENT_ID, Vendor.SECRET, dev.contactsdk.core.auth.JwtAlgorithm.HS256));
    assertThat(all.toString())
        .doesNotContain(
            "Ada",
            "Byron",
            "Grace",
            "Brewster",
            "King",
            "2025550101",
            "9876500000",
            "Ann",
            "Agent Agent",
            "example.com",
            "12025550102",
            "canary",
            "turn-user",
            Vendor.SECRET);
    assertThat(contacts.get(1))
        .hasToString("KoreContact[id=66bb00000000000000000001, status=ACTIVE]");
  }
}
