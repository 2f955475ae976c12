package dev.contactsdk.sandbox.truedy;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.Ids;
import dev.contactsdk.sandbox.engine.Received;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Route;
import dev.contactsdk.sandbox.engine.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Truedy's agents, created with an idempotency key. */
public final class TruedyAgents {

  private static final Set<String> STATUSES = Set.of("active", "draft", "creating", "failed");
  private static final Set<String> LOOSE_HEADERS =
      Set.of(
          "x-request-id",
          "x-forwarded-for",
          "user-agent",
          "host",
          "authorization",
          "x-idempotency-key");

  final Table table = new Table(new Ids("agt_", 8));
  private final TruedyOptions options;
  private final TruedyAnswers answers;
  private final Map<List<Object>, Reply> replays = new HashMap<>();

  TruedyAgents(TruedyOptions options, TruedyAnswers answers) {
    this.options = options;
    this.answers = answers;
  }

  public List<Map<String, Object>> all() {
    return table.all();
  }

  List<Route> routes() {
    String base = TruedyServer.BASE + "/agents";
    return List.of(
        new Route("create_agent", "POST", base, "", this::create),
        new Route("list_agents", "GET", base, "", this::list),
        new Route("get_agent", "GET", base + "/{agent_id}", "", this::get));
  }

  public String add(Map<String, ?> agent) {
    Map<String, Object> row = new LinkedHashMap<>(agent);
    row.putIfAbsent("status", "active");
    row.putIfAbsent("model", "ultravox-v0.7");
    row.putIfAbsent("tools", List.of());
    row.putIfAbsent("knowledge_bases", List.of());
    row.putIfAbsent("temperature", 0.7);
    row.putIfAbsent("created_at", answers.now());
    row.putIfAbsent("updated_at", answers.now());
    return String.valueOf(table.row(table.add(row)).get("id"));
  }

  private Reply create(Call call) {
    Map<String, Object> input =
        TruedyServer.body(call, new ArrayList<>(), TruedyAgents::createFields);
    String key = call.request().header("X-Idempotency-Key");
    List<Object> same =
        key == null ? List.of() : List.of(key, json(call), sameHeaders(call.request()));
    Reply earlier = replays.get(same);
    if (earlier != null) {
      return earlier;
    }
    input.values().removeIf(value -> value == Fields.Absent.NULL);
    Map<String, Object> agent = table.find(add(input));
    Reply reply = answers.created(agent == null ? Map.of() : agent);
    if (key != null) {
      replays.put(same, reply);
    }
    return reply;
  }

  private static Object json(Call call) {
    Object json = call.json();
    return json == null ? "" : json;
  }

  private Map<String, List<String>> sameHeaders(Received request) {
    Map<String, List<String>> headers = new TreeMap<>();
    if (options.strictIdempotency) {
      request
          .headers()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
      LOOSE_HEADERS.forEach(headers::remove);
    }
    return headers;
  }

  private static void createFields(Fields fields) {
    fields
        .required("name", 1, 255)
        .required("voice_id")
        .required("system_prompt")
        .optional("description", 0, 1000)
        .optional("greeting")
        .optional("greeting_settings", Map.class, "an object")
        .optional("inactivity_message")
        .number("temperature", 0, 1)
        .optional("language_hint")
        .optional("recording_enabled", Boolean.class, "a boolean")
        .optional("max_duration")
        .optional("join_timeout")
        .optional("model")
        .optional("tools", List.class, "an array")
        .optional("knowledge_bases", List.class, "an array");
  }

  private Reply get(Call call) {
    Map<String, Object> agent = table.find(call.variable("agent_id"));
    if (agent == null) {
      throw TruedyContacts.notFound("agent", call.variable("agent_id"));
    }
    return answers.data(200, agent);
  }

  private Reply list(Call call) {
    String status = call.query().text("status");
    String name = call.query().text("name");
    if (status != null && !STATUSES.contains(status)) {
      throw Refusal.invalid("query.status", "must be one of " + STATUSES, "enum");
    }
    List<Map<String, Object>> rows =
        table.rows(status + "\n" + name, row -> fits(row, status, name));
    return answers.page(
        options.oldestFirst ? rows : TruedyContactTable.newestFirst(rows),
        call.query(),
        UnaryOperator.identity());
  }

  private static boolean fits(
      Map<String, Object> row, @Nullable String status, @Nullable String name) {
    String own = String.valueOf(row.get("name")).toLowerCase(Locale.ROOT);
    return (status == null || status.equals(row.get("status")))
        && (name == null || own.contains(name.toLowerCase(Locale.ROOT)));
  }
}
