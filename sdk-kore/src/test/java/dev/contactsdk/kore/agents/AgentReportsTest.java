package dev.contactsdk.kore.agents;

import static dev.contactsdk.kore.Vendor.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.error.ResponseFormatException;
import dev.contactsdk.kore.Vendor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentReportsTest {
  private static final String BASE = "/agentassist/api/public/analytics/account/" + Vendor.ACCOUNT;
  private static final LocalDate DAY = LocalDate.of(2026, 9, 18);

  @RegisterExtension final Vendor vendor = new Vendor();

  private KoreAgents agents() {
    return vendor.client().agents();
  }

  private RecordedRequest sent(String line) {
    RecordedRequest request = vendor.request();
    assertThat(Vendor.line(request)).isEqualTo(line);
    assertThat(request.getHeaders().get("iId")).isEqualTo(Vendor.STREAM);
    return request;
  }

  private static KoreStatusHistoryQuery.Builder ofDay() {
    return KoreStatusHistoryQuery.builder().date(DAY);
  }

  @Test
  void listsAgentsForWorkforceManagementUntilAPageHasNoNewRows() {
    vendor.answer("agents-wfm").answer(200, "[]");
    List<KoreWfmAgent> all = agents().wfm().stream().toList();
    sent("GET " + BASE + "/agents?limit=100&offset=0");
    assertThat(Vendor.line(vendor.request())).startsWith("GET " + BASE + "/agents?");
    assertThat(all)
        .containsExactly(new KoreWfmAgent(Vendor.AGENT, Vendor.ACCOUNT, "Ann", "Agent", Map.of()));
    assertThat(all.get(0)).hasToString("KoreWfmAgent[id=" + Vendor.AGENT + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"agentId\":\"a-1\"}", "7", "\"OK\""})
  void whatIsNoArrayIsNoListOfAgents(String body) {
    vendor.answer(200, body);
    assertThatThrownBy(() -> agents().wfm().execute()).isInstanceOf(ResponseFormatException.class);
  }

  @Test
  void listsStatuses() {
    vendor.answer("agents-status-history");
    List<KoreStatusHistory> all =
        agents()
            .statusHistory(
                ofDay()
                    .zone(ZoneOffset.ofHoursMinutes(5, 30))
                    .agent("agent.one@example.com")
                    .agent("two@example.com")
                    .build())
            .stream()
            .toList();
    RecordedRequest request = sent("POST " + BASE + "/v3/agentstatusdetails?limit=50&offset=0");
    assertThat(Vendor.json(request))
        .isEqualTo(
            Vendor.json(
                """
                {"filter":{"dateFilter":{"date":"2026-09-18","timeZoneOffSet":-330},
                 "agents":["agent.one@example.com","two@example.com"]}}\
                """));
    assertThat(all)
        .containsExactly(
            new KoreStatusHistory(
                Vendor.AGENT,
                Vendor.USER,
                "Ann",
                "Agent",
                "agent.one@example.com",
                "",
                List.of(
                    new KoreStatusPeriod(
                        "AVAILABLE",
                        "Lunch",
                        "2026-09-18T14:31:58",
                        "2026-09-18T15:39:46",
                        "01:07:48",
                        Map.of())),
                List.of(
                    new KoreAgentEvent(
                        "entry",
                        Instant.parse("2026-09-18T09:00:51.886Z"),
                        "192.0.2.10",
                        Map.of())),
                Map.of()));
    assertThat(all.toString()).doesNotContain("Ann", "example.com", "192.0.2.10");
  }

  @Test
  void anAgentWithManyStatusesMayHaveSeveralRows() {
    String row = "{\"aId\":\"a-1\",\"status\":[{\"startTime\":\"2026-09-18T%s:00:00\"}]}";
    vendor
        .answer(
            200,
            "{\"hasMore\":true,\"limit\":1,\"offset\":0,\"data\":[" + row.formatted("09") + "]}")
        .answer(
            200,
            "{\"hasMore\":false,\"limit\":1,\"offset\":1,\"data\":[" + row.formatted("12") + "]}")
        .answer(200, "{\"hasMore\":false,\"limit\":1,\"offset\":2,\"data\":[]}");
    assertThat(agents().statusHistory(ofDay().build()).pageSize(1).stream())
        .extracting(one -> one.status().get(0).startTime())
        .containsExactly("2026-09-18T09:00:00", "2026-09-18T12:00:00");
  }

  @Test
  void aPeriodReplacesADayAndTheZoneMayComeFirst() {
    assertThat(
            KoreStatusHistoryQuery.builder()
                .zone(ZoneOffset.ofHours(-5))
                .date(DAY)
                .dates(DAY, DAY.plusDays(1))
                .build()
                .properties())
        .isEqualTo(
            Map.of(
                "filter",
                Map.of(
                    "dateFilter",
                    Map.of(
                        "startDate",
                        "2026-09-18",
                        "endDate",
                        "2026-09-19",
                        "timeZoneOffSet",
                        300))));
  }

  @Test
  void refusesAQueryWithoutADayOrOfNoDays() {
    assertThatThrownBy(() -> KoreStatusHistoryQuery.builder().agent("a@example.com").build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("set date(...) or dates(...)");
    assertThatThrownBy(() -> ofDay().dates(DAY, DAY.minusDays(1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("is before startDate");
    assertThatThrownBy(() -> ofDay().agent(" ")).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> agents().statusHistory(null)).hasMessageContaining("query is null");
    for (int rows : new int[] {0, 51}) {
      assertThatThrownBy(() -> agents().statusHistory(ofDay().build()).pageSize(rows))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("between 1 and 50");
    }
    assertThat(vendor.requests()).isZero();
  }

  @Test
  void aReadIsRepeatedThoughItIsAPost() {
    vendor.cut().answer("agents-status-history");
    run(agents().statusHistory(ofDay().build()));
    assertThat(vendor.requests()).isEqualTo(2);
  }
}
