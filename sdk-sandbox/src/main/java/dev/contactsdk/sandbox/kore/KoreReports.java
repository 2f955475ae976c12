package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.PagingRules;
import dev.contactsdk.sandbox.engine.Problem;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Route;
import dev.contactsdk.sandbox.engine.Slice;
import dev.contactsdk.sandbox.engine.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kore.ai's reports on agents: the agents for workforce management, and their statuses. */
final class KoreReports {

  private static final String BASE = "/agentassist/api/public/analytics/account/{accountId}";
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final int MOST_AGENTS = 1000;
  private static final int MOST_STATUSES = 50;

  private final KoreOptions options;
  private final Table agents;

  KoreReports(KoreOptions options, Table agents) {
    this.options = options;
    this.agents = agents;
  }

  List<Route> routes() {
    return List.of(
        new Route("listWfmAgents", "GET", BASE + "/agents", Scopes.WFM_INTEGRATION, this::wfm),
        new Route(
            "getAgentStatusDetails",
            "POST",
            BASE + "/v3/agentstatusdetails",
            Scopes.SMARTASSIST_ANALYTICS,
            this::statusDetails));
  }

  private Slice slice(List<Map<String, Object>> rows, Call call, int most) {
    PagingRules paging = options.paging;
    PagingRules byRow =
        paging.style() == PagingRules.Style.IGNORED ? paging : paging.by(PagingRules.Style.SKIP);
    return Slice.of(rows, byRow, call.query(), "offset", most, most);
  }

  private Reply wfm(Call call) {
    Slice slice = slice(agents.rows(), call, MOST_AGENTS);
    return Reply.json(200, slice.rows().stream().map(this::asWfmAgent).toList());
  }

  private Map<String, Object> asWfmAgent(Map<String, Object> row) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("accountId", options.accountId);
    shown.put("agentId", String.valueOf(row.get("id")));
    shown.put("firstName", String.valueOf(row.get("firstName")));
    shown.put("lastName", String.valueOf(row.get("lastName")));
    return shown;
  }

  private Reply statusDetails(Call call) {
    List<Problem> problems = new ArrayList<>();
    Fields body = Fields.of(KoreBody.json(call), "", problems);
    Fields filter = body.object("filter");
    Fields dates = filter == null ? null : filter.object("dateFilter");
    List<String> emails = filter == null ? null : filter.strings("agents", false);
    String day = dates == null ? "" : day(dates);
    KoreBody.refuse(problems);
    List<Map<String, Object>> rows =
        agents.rows().stream().filter(row -> isWanted(row, emails)).toList();
    Slice slice = slice(rows, call, MOST_STATUSES);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("hasMore", slice.more());
    answer.put("limit", slice.limit());
    answer.put("offset", slice.skip());
    answer.put("data", slice.rows().stream().map(row -> asHistory(row, day)).toList());
    return Reply.json(200, answer);
  }

  /** One day, as in the sample, or the first day of two, as in the table. */
  private static String day(Fields dates) {
    dates.required("timeZoneOffSet", Integer.class, "an integer");
    String first = dates.has("date") ? "date" : "startDate";
    dates.required(first, DATE, "must be a date");
    if (!dates.has("date")) {
      dates.required("endDate", DATE, "must be a date");
    }
    return String.valueOf(dates.taken().get(first));
  }

  private static boolean isWanted(Map<String, Object> row, @Nullable List<String> emails) {
    return emails == null || emails.contains(String.valueOf(row.get("emailId")));
  }

  private static Map<String, Object> asHistory(Map<String, Object> row, String day) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("userId", String.valueOf(row.get("userId")));
    shown.put("aId", String.valueOf(row.get("id")));
    shown.put("firstName", String.valueOf(row.get("firstName")));
    shown.put("lastName", String.valueOf(row.get("lastName")));
    shown.put("email", String.valueOf(row.get("emailId")));
    shown.put("customId", String.valueOf(row.getOrDefault("customId", "")));
    String status = String.valueOf(row.get("onlineStatusType"));
    Map<String, Object> period = new LinkedHashMap<>();
    period.put("primaryStatus", status);
    period.put("secondaryStatus", status);
    period.put("startTime", day + "T09:00:00");
    period.put("endTime", day + "T17:00:00");
    period.put("duration", "08:00:00");
    shown.put("status", List.of(period));
    shown.put(
        "events",
        List.of(Map.of("type", "entry", "at", day + "T08:59:00.000Z", "ip", "192.0.2.1")));
    return shown;
  }
}
