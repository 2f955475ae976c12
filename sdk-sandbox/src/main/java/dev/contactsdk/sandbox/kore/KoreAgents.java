package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.Ids;
import dev.contactsdk.sandbox.engine.Problem;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Route;
import dev.contactsdk.sandbox.engine.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Kore.ai's agent operations and their agents. */
public final class KoreAgents {

  final Table table = new Table(new Ids("a-1a2b3c4-1111-4222-8333-", 12));
  private final KoreOptions options;
  private final KoreLookups lookups;
  private final KoreAgentRules rules;
  private final KoreAgentView view;

  KoreAgents(KoreOptions options, KoreLookups lookups) {
    this.options = options;
    this.lookups = lookups;
    this.rules = new KoreAgentRules(options, lookups);
    this.view = new KoreAgentView(options, lookups);
  }

  public List<Map<String, Object>> all() {
    return table.all();
  }

  List<Route> routes() {
    String base = KoreServer.BASE;
    String configuration = Scopes.CONFIGURATION;
    String analytics = Scopes.SMARTASSIST_ANALYTICS;
    String list = base + "/organizations/{orgId}/agents";
    return List.of(
        new Route("createAgent", "POST", base + "/agents", analytics, this::create),
        new Route("listAgents", "GET", list, analytics, this::list),
        new Route("getAgent", "GET", base + "/agents/{agentId}", analytics, this::get),
        new Route("updateAgent", "PUT", base + "/agents/{agentId}", analytics, this::update),
        new Route("deleteAgent", "DELETE", base + "/agents/{agentId}", analytics, this::delete),
        new Route(
            "findAgentsByCustomId",
            "GET",
            base + "/agents/customId/{customId}",
            configuration,
            this::byCustomId),
        new Route(
            "checkAgentAvailability",
            "POST",
            base + "/agents/availability",
            configuration,
            this::availability),
        new Route(
            "listAgentsOfQueuesOrQueuesOfAgents",
            "POST",
            base + "/queues/agents",
            configuration,
            this::queuesOrAgents));
  }

  public String add(Map<String, ?> agent) {
    int number = table.add(rules.given(agent, table.nextNumber()));
    return String.valueOf(table.row(number).get("id"));
  }

  private Reply create(Call call) {
    List<Problem> problems = new ArrayList<>();
    Fields fields = rules.input(KoreBody.json(call), problems);
    KoreBody.refuse(problems);
    requireFree(fields.taken(), -1);
    checkReferences(fields.taken());
    int number = table.add(rules.created(fields.taken(), table.nextNumber()));
    return Reply.json(options.createStatus, view.asCreated(table.row(number)));
  }

  private void requireFree(Map<String, Object> agent, int own) {
    String wanted = email(agent);
    for (Map<String, Object> row : table.rows()) {
      if (email(row).equals(wanted) && table.number(String.valueOf(row.get("id"))) != own) {
        throw Refusal.of(400, "400", "Agent with this emailId already exists");
      }
    }
  }

  private static String email(Map<String, Object> agent) {
    return String.valueOf(agent.get("emailId")).toLowerCase(Locale.ROOT);
  }

  private void checkReferences(Map<String, Object> agent) {
    if (!options.checkReferences) {
      return;
    }
    requireKnown(lookups.roles, agent.get("roleId"), "roleId");
    requireKnown(lookups.groups, agent.get("agentGroupId"), "agentGroupId");
    for (String queue : KoreAgentView.idsIn(agent.get("queues"))) {
      requireKnown(lookups.queues, queue, "queue id");
    }
  }

  private static void requireKnown(Table known, @Nullable Object id, String what) {
    if (id != null && known.find(id.toString()) == null) {
      throw Refusal.of(400, "400", "Invalid " + what);
    }
  }

  private Reply list(Call call) {
    if (!call.variable("orgId").equals(options.orgId)) {
      throw Refusal.of(400, "400", "Invalid orgId");
    }
    boolean withQueues = Boolean.parseBoolean(call.query().text("includeQueues"));
    return KorePages.reply(
        table.rows(), options.paging, call.query(), "skip", row -> view.asListed(row, withQueues));
  }

  private int number(Call call) {
    int number = table.number(call.variable("agentId"));
    if (number < 0) {
      throw Refusal.of(404, "404", "Agent not found");
    }
    return number;
  }

  private Reply get(Call call) {
    return Reply.json(200, view.asFull(table.row(number(call))));
  }

  private Reply update(Call call) {
    List<Problem> problems = new ArrayList<>();
    Fields fields = rules.update(KoreBody.json(call), problems);
    KoreBody.refuse(problems);
    int number = number(call);
    requireFree(fields.taken(), number);
    checkReferences(fields.taken());
    table.put(number, rules.updated(table.row(number), fields.taken()));
    return Reply.json(200, view.asUpdated(table.row(number)));
  }

  /** The answer to a delete still says ACTIVE, as in the sample. */
  private Reply delete(Call call) {
    int number = number(call);
    Map<String, Object> row = table.row(number);
    table.remove(number);
    return Reply.json(200, view.asUpdated(row));
  }

  private Reply byCustomId(Call call) {
    String customId = call.variable("customId");
    List<Map<String, Object>> found =
        table.rows().stream()
            .filter(row -> customId.equals(row.get("customId")))
            .map(view::asFull)
            .toList();
    if (options.customIdFindsOne && found.isEmpty()) {
      throw Refusal.of(404, "404", "Agent not found");
    }
    List<Object> ids = found.stream().map(row -> row.get("id")).filter(Objects::nonNull).toList();
    List<?> answer = options.customIdFindsIds ? ids : found;
    return Reply.json(200, options.customIdFindsOne ? answer.get(0) : answer);
  }

  private Reply availability(Call call) {
    List<Problem> problems = new ArrayList<>();
    Fields fields = Fields.of(KoreBody.json(call), "", problems);
    List<String> skills = fields.strings("skillIds", false);
    List<String> queues = fields.strings("queueIds", false);
    List<String> ids = fields.strings("agentIds", false);
    KoreBody.refuse(problems);
    Map<String, List<Map<String, Object>>> byStatus = new LinkedHashMap<>();
    List.of("AVAILABLE", "BUSY", "OFFLINE", "AWAY")
        .forEach(status -> byStatus.put(status, new ArrayList<>()));
    for (Map<String, Object> row : table.rows()) {
      boolean asked =
          (ids == null || ids.contains(String.valueOf(row.get("id"))))
              && KoreAgentView.touches(row.get("queues"), queues)
              && KoreAgentView.touches(row.get("skills"), skills);
      if (asked) {
        String status = String.valueOf(row.get("onlineStatusType"));
        byStatus.computeIfAbsent(status, s -> new ArrayList<>()).add(view.asAvailability(row));
      }
    }
    return Reply.json(200, byStatus);
  }

  private Reply queuesOrAgents(Call call) {
    List<Problem> problems = new ArrayList<>();
    Fields fields = Fields.of(KoreBody.json(call), "", problems);
    List<String> queues = fields.strings("queueIds", false);
    List<String> ids = fields.strings("agentIds", false);
    KoreBody.refuse(problems);
    if (queues != null && ids != null) {
      throw Refusal.invalid("body", "must have queueIds or agentIds, not both", "conflict");
    }
    if (queues != null) {
      return Reply.json(
          200,
          table.rows().stream()
              .filter(row -> KoreAgentView.touches(row.get("queues"), queues))
              .map(view::asReference)
              .toList());
    }
    if (ids == null) {
      throw Refusal.invalid("body", "queueIds or agentIds must be given", "missing");
    }
    Set<String> found = new TreeSet<>();
    for (Map<String, Object> row : table.rows()) {
      if (ids.contains(String.valueOf(row.get("id")))) {
        found.addAll(KoreAgentView.idsIn(row.get("queues")));
      }
    }
    return Reply.json(200, found);
  }
}
