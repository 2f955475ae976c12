package dev.contactsdk.jsonmatrix;

import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.kore.agents.KoreAgentChanges;
import dev.contactsdk.kore.agents.KoreAvailabilityQuery;
import dev.contactsdk.kore.agents.KoreStatusHistoryQuery;
import dev.contactsdk.kore.agents.NewKoreAgent;
import dev.contactsdk.kore.agents.Preferred;
import dev.contactsdk.kore.contacts.CellPhone;
import dev.contactsdk.kore.contacts.KoreContactChanges;
import dev.contactsdk.kore.contacts.NewKoreContact;
import dev.contactsdk.kore.lists.KoreContactListChanges;
import dev.contactsdk.kore.lists.NewKoreContactList;
import dev.contactsdk.kore.lists.NewKoreListContact;
import dev.contactsdk.kore.lookups.KoreProficiency;
import dev.contactsdk.kore.lookups.NewKoreAgentGroup;
import dev.contactsdk.truedy.agents.NewTruedyAgent;
import dev.contactsdk.truedy.contacts.NewTruedyContact;
import dev.contactsdk.truedy.contacts.TruedyContactChanges;
import dev.contactsdk.truedy.contacts.TruedyJsonImport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One of each request type. */
final class Samples {
  private static final CellPhone PHONE = CellPhone.of("+91", "9876543210");

  private Samples() {}

  static Object request(Class<?> type) {
    return requests().stream().filter(type::isInstance).findFirst().orElseThrow();
  }

  static List<RequestObject> requests() {
    return List.of(
        NewKoreContact.builder()
            .firstName("Ada")
            .lastName("Li")
            .salutation("Ms")
            .cellPhone(PHONE)
            .additionalProperty("status", KoreProficiency.of("expert"))
            .additionalProperty("list", Arrays.asList(1, null, Map.of("a", 0.5)))
            .build(),
        KoreContactChanges.builder().firstName(null).cellPhone(PHONE).build(),
        NewKoreAgent.builder()
            .emailId("a@example.com")
            .firstName("Ada")
            .lastName("Li")
            .role("r-1")
            .voiceLanguage("en", "expert")
            .skill("s-1", KoreProficiency.of("expert"))
            .queue("q-1", Preferred.NO)
            .createDefaultLayoutAndAssign(true)
            .build(),
        KoreAgentChanges.builder().emailId("a@example.com").build(),
        KoreAvailabilityQuery.builder().skill("s-1").build(),
        KoreStatusHistoryQuery.builder().date(LocalDate.of(2026, 2, 1)).agent("a@b.org").build(),
        NewKoreAgentGroup.builder().name("West").description("The west coast").build(),
        NewKoreContactList.builder().name("Spring").description("Renewals").build(),
        KoreContactListChanges.builder().name("Autumn").allowDuplicates(true).build(),
        NewKoreListContact.builder().phoneNumber("12025550103").column("firstName", null).build(),
        NewTruedyContact.builder("+15551234567")
            .firstName("Ada")
            .customField("tier", 3)
            .customField("none", null)
            .build(),
        TruedyJsonImport.builder("f-1").csv(new byte[] {1}, "a.csv").mapColumn("a", "b").build(),
        TruedyContactChanges.builder().clearEmail().customFields(Map.of()).build(),
        NewTruedyAgent.builder()
            .name("Ada")
            .voice("v-1")
            .systemPrompt("Be kind.")
            .temperature(0.5)
            .tool("t-1")
            .build());
  }
}
