package dev.contactsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the sandbox refuses of contact lists and reports. */
@ExtendWith(SandboxExtension.class)
class KoreContactListsTest {

  private static Http.Answer send(
      KoreSandbox sandbox, String method, String path, Map<String, ?> body) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    String json = body.isEmpty() ? "{}" : Http.json(body);
    return Http.send(
        kore.request(method, "", json)
            .uri(URI.create(sandbox.baseUrl() + path))
            .header("iid", sandbox.streamId())
            .header("auth", kore.token()));
  }

  private static String v2(KoreSandbox sandbox, String path) {
    return "/campaign/api/v2/public/"
        + sandbox.streamId()
        + "/campaign"
        + path
        + "?accountId="
        + sandbox.accountId();
  }

  private static String problem(Http.Answer answer) {
    assertThat(answer.status()).isEqualTo(412);
    return answer.header("X-Sandbox-Problem");
  }

  @Test
  void checksEveryFieldOfANewList(KoreSandbox sandbox) throws Exception {
    Map<String, Object> wrong =
        Map.of(
            "name",
            "x".repeat(49),
            "description",
            "x".repeat(257),
            "source",
            "passiveApiIntegration",
            "allowDuplicates",
            "yes");
    assertThat(problem(send(sandbox, "POST", v2(sandbox, "/contactList/createContactList"), wrong)))
        .contains("name", "at most 48", "description", "at most 256", "source", "allowDuplicates");
    assertThat(
            problem(send(sandbox, "POST", v2(sandbox, "/contactList/createContactList"), Map.of())))
        .contains("name Field required", "description Field required", "source Field required");
    assertThat(sandbox.contactLists()).isEmpty();
  }

  @Test
  void checksEveryRowThatIsAdded(KoreSandbox sandbox) throws Exception {
    String id = sandbox.addContactList("Spring", false);
    String path = "/api/1.1/public/" + sandbox.streamId() + "/campaign/contactList/addContacts";
    Map<String, Object> rows =
        Map.of(
            "contact_list_name",
            "Spring",
            "data",
            List.of(Map.of("phoneNumber", "12025550103"), Map.of("phoneNumber", "call me")));
    assertThat(problem(send(sandbox, "POST", path, rows))).contains("data.1.phoneNumber");
    assertThat(problem(send(sandbox, "POST", path, Map.of("contact_list_name", "Spring"))))
        .contains("data must not be empty");
    assertThat(sandbox.contactsOfList(id)).isEmpty();
  }

  @Test
  void aStatusPageHasAtMostAHundredRows(KoreSandbox sandbox) throws Exception {
    String campaign = sandbox.addCampaign("Call", sandbox.addContactList("Spring", false));
    String path = v2(sandbox, "/" + campaign + "/status").replace("?", "?view=contacts&");
    assertThat(problem(send(sandbox, "POST", path, Map.of("limit", 101)))).contains("limit");
    assertThat(problem(send(sandbox, "POST", path, Map.of("page", 0)))).contains("page");
    assertThat(problem(send(sandbox, "POST", path, Map.of("page", "1")))).contains("page");
    assertThat(send(sandbox, "POST", path, Map.of("page", 1, "limit", 100)).status())
        .isEqualTo(200);
  }

  @Test
  void wantsQueuesOrAgentsAndNotBoth(KoreSandbox sandbox) throws Exception {
    String both = Http.json(Map.of("queueIds", List.of("qu-1"), "agentIds", List.of("a-1")));
    Http.Answer answer = new KoreCalls(sandbox).call("POST", "/queues/agents", both);
    assertThat(problem(answer)).contains("not both");
  }

  @Test
  void wantsADayAndItsZone(KoreSandbox sandbox) throws Exception {
    String path =
        "/agentassist/api/public/analytics/account/"
            + sandbox.accountId()
            + "/v3/agentstatusdetails";
    Map<String, Object> dates = Map.of("dateFilter", Map.of("startDate", "1 February"));
    assertThat(problem(send(sandbox, "POST", path, Map.of("filter", dates))))
        .contains("startDate must be a date", "endDate Field required", "timeZoneOffSet");
    assertThat(problem(send(sandbox, "POST", path, Map.of()))).contains("filter Field required");
  }

  @Test
  void theStreamInTheHeaderHasToFitThePath(KoreSandbox sandbox) throws Exception {
    KoreCalls kore = new KoreCalls(sandbox);
    Http.Answer answer =
        Http.send(
            kore.request("GET", "", "")
                .uri(URI.create(sandbox.baseUrl() + v2(sandbox, "/contactList/cl-1")))
                .header("iid", "st-other")
                .header("auth", kore.token()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Invalid iid");
  }
}
