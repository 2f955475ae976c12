package dev.contactsdk.jsonmatrix;

import dev.contactsdk.core.json.RequestObject;
import dev.contactsdk.kore.AgentChanges;
import dev.contactsdk.kore.AvailabilityQuery;
import dev.contactsdk.kore.CellPhone;
import dev.contactsdk.kore.KoreContactChanges;
import dev.contactsdk.kore.NewAgent;
import dev.contactsdk.kore.NewKoreContact;
import dev.contactsdk.kore.Preferred;
import dev.contactsdk.kore.Proficiency;
import dev.contactsdk.truedy.ContactChanges;
import dev.contactsdk.truedy.NewTruedyAgent;
import dev.contactsdk.truedy.NewTruedyContact;
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
        NewKoreContact.builder("Ada", "Li", "Ms", PHONE)
            .additionalProperty("status", Proficiency.of("expert"))
            .additionalProperty("list", Arrays.asList(1, null, Map.of("a", 0.5)))
            .build(),
        KoreContactChanges.builder().firstName(null).cellPhone(PHONE).build(),
        NewAgent.builder("a@example.com", "Ada", "Li", "r-1")
            .voiceLanguage("en", "expert")
            .skill("s-1", Proficiency.of("expert"))
            .queue("q-1", Preferred.NO)
            .createDefaultLayoutAndAssign(true)
            .build(),
        AgentChanges.builder().emailId("a@example.com").build(),
        AvailabilityQuery.builder().skill("s-1").build(),
        NewTruedyContact.builder("+15551234567")
            .firstName("Ada")
            .customField("tier", 3)
            .customField("none", null)
            .build(),
        ContactChanges.builder().clearEmail().customFields(Map.of()).build(),
        NewTruedyAgent.builder("Ada", "v-1", "Be kind.").temperature(0.5).tool("t-1").build());
  }
}
