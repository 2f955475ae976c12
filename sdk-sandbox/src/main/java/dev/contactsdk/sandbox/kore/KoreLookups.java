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
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Look-ups for agents: agent groups, queues, skill groups, skills and roles. */
public final class KoreLookups {

  private static final int MAX_ROLES = 50;

  final Table groups = new Table(new Ids("ag-1a2b3c4-1111-4222-8333-", 12));
  final Table queues = new Table(new Ids("qu-1a2b3c4-1111-4222-8333-", 12));
  final Table skillGroups = new Table(new Ids("67dd", 20));
  final Table skills = new Table(new Ids("67ee", 20));
  final Table roles = new Table(new Ids("67cc", 20));
  private final KoreOptions options;
  private final String admin = "u-" + UUID.randomUUID();

  KoreLookups(KoreOptions options) {
    this.options = options;
    addGroup("Default", "Default group", true);
    addQueue("Default", true);
    addRole("Agent", "bot");
    addRole("Administrator", "bot");
    addRole("Account Admin", "admin");
  }

  /** The id of the role "Agent". */
  public String agentRoleId() {
    return roles.idOf(0);
  }

  /** The id of the initial agent group. */
  public String firstGroupId() {
    return groups.idOf(0);
  }

  /** The id of the initial queue. */
  public String firstQueueId() {
    return queues.idOf(0);
  }

  public List<Map<String, Object>> groups() {
    return groups.all();
  }

  List<Route> routes() {
    String base = KoreServer.BASE;
    String configuration = Scopes.CONFIGURATION;
    String analytics = Scopes.SMARTASSIST_ANALYTICS;
    return List.of(
        new Route(
            "listAgentGroups", "GET", base + "/agent-groups", configuration, this::listGroups),
        new Route("createAgentGroup", "POST", base + "/agent-groups", analytics, this::createGroup),
        new Route(
            "getAgentGroup",
            "GET",
            base + "/agent-groups/{agentGroupId}",
            analytics,
            this::getGroup),
        new Route("listQueues", "GET", base + "/queues", configuration, call -> page(queues, call)),
        new Route(
            "listSkillGroups",
            "GET",
            base + "/skill-groups",
            analytics,
            call -> page(skillGroups, call)),
        new Route(
            "listSkills",
            "GET",
            base + "/skill-groups/{skillGroupId}/skills",
            analytics,
            this::listSkills),
        new Route("listRoles", "GET", "/api/public/roles", KoreGate.ADMIN, this::listRoles));
  }

  public String addGroup(String name, String description, boolean isDefault) {
    Map<String, Object> group = named(name, description);
    group.put("lname", name.toLowerCase(Locale.ROOT));
    group.put("isDefault", isDefault);
    group.put("isUnassigned", false);
    group.put("status", "ACTIVE");
    group.put("iId", options.streamId);
    group.put("orgId", options.orgId);
    group.put("createdBy", admin);
    group.put("createdAt", KoreServer.time(options.clock.instant()));
    group.put("updatedAt", KoreServer.time(options.clock.instant()));
    group.put("totalAgents", 0);
    group.put("managers", List.of());
    return groups.idOf(groups.add(group));
  }

  public String addQueue(String name, boolean isDefault) {
    Map<String, Object> queue = named(name, name + " queue");
    queue.put("isActive", true);
    queue.put("isDefault", isDefault);
    queue.put("isAdvancedRoutingEnabled", false);
    queue.put("orgId", options.orgId);
    queue.put("createdBy", admin);
    queue.put("agents", List.of());
    queue.put("skills", List.of());
    queue.put("agentGroups", List.of());
    return queues.idOf(queues.add(queue));
  }

  public String addSkillGroup(String name) {
    Map<String, Object> group = named(name, name + " skills");
    group.put("color", "#336699");
    return skillGroups.idOf(skillGroups.add(group));
  }

  public String addSkill(String skillGroupId, String name) {
    Map<String, Object> skill = named(name, name + " skill");
    skill.put("agents", 0);
    skill.put("skillGroupId", skillGroupId);
    return skills.idOf(skills.add(skill));
  }

  public String addRole(String name, String type) {
    Map<String, Object> role = new LinkedHashMap<>();
    role.put("roleType", type);
    role.put("role", name);
    role.put("rDesc", name + " role");
    role.put("permissions", Map.of());
    return roles.idOf(roles.add(role));
  }

  private static Map<String, Object> named(String name, String description) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put("description", description);
    return row;
  }

  @Nullable String roleName(String roleId) {
    Map<String, Object> role = roles.find(roleId);
    return role == null ? null : String.valueOf(role.get("role"));
  }

  /** The group as an agent lists it; empty if there is none. */
  List<Map<String, Object>> membership(@Nullable Object groupId) {
    Map<String, Object> group = groupId == null ? null : groups.find(groupId.toString());
    String name = group == null ? "" : String.valueOf(group.get("name"));
    return groupId == null
        ? List.of()
        : List.of(Map.of("groupId", groupId, "role", "agent", "groupName", name));
  }

  private Reply page(Table table, Call call) {
    return KorePages.reply(
        table.rows(), options.paging, call.query(), "page", UnaryOperator.identity());
  }

  private Reply listGroups(Call call) {
    return KorePages.reply(
        groups.rows(), options.paging, call.query(), "skip", UnaryOperator.identity());
  }

  private Reply getGroup(Call call) {
    Map<String, Object> group = groups.find(call.variable("agentGroupId"));
    if (group == null) {
      throw Refusal.of(404, "404", "Agent group not found");
    }
    return Reply.json(200, group);
  }

  /** The sample of 'Create an Agent Group' returns only name and description. */
  private Reply createGroup(Call call) {
    List<Problem> problems = new ArrayList<>();
    Fields fields = Fields.of(KoreBody.json(call), "", problems);
    fields.required("name", 1, 50).required("description", 1, 50);
    KoreBody.refuse(problems);
    String name = String.valueOf(fields.taken().get("name"));
    addGroup(name, String.valueOf(fields.taken().get("description")), false);
    return Reply.json(options.createStatus, fields.taken());
  }

  private Reply listSkills(Call call) {
    String group = call.variable("skillGroupId");
    if (skillGroups.find(group) == null) {
      throw Refusal.of(404, "404", "Skill group not found");
    }
    List<Map<String, Object>> rows =
        skills.rows(group, skill -> group.equals(skill.get("skillGroupId")));
    return KorePages.reply(rows, options.paging, call.query(), "page", UnaryOperator.identity());
  }

  private Reply listRoles(Call call) {
    String type = call.query().text("roleType");
    if (type == null || !List.of("admin", "bot").contains(type)) {
      throw Refusal.invalid("query.roleType", "must be admin or bot", "enum");
    }
    int limit = call.query().integer("limit", MAX_ROLES, 1, MAX_ROLES);
    List<Map<String, Object>> rows = roles.rows(type, role -> type.equals(role.get("roleType")));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("total", rows.size());
    body.put("availableMore", rows.size() > limit);
    body.put("roles", rows.stream().limit(limit).map(KoreLookups::asRole).toList());
    return Reply.json(200, body);
  }

  private static Map<String, Object> asRole(Map<String, Object> row) {
    Map<String, Object> role = new LinkedHashMap<>(row);
    Object id = role.remove("id");
    if (id != null && !"admin".equals(row.get("roleType"))) {
      role.put("_id", id);
    }
    return role;
  }
}
