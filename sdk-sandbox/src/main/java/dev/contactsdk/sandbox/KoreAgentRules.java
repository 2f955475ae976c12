package dev.contactsdk.sandbox;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a Kore.ai agent may hold, and which of its fields each operation shows. */
final class KoreAgentRules {

  private static final Pattern NO_SPACE = Pattern.compile("\\S*");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d{0,15}");
  private static final List<String> CREATED_ONLY_WITHOUT =
      List.of("id", "accountId", "status", "customId", "role", "onlineStatus", "onlineStatusType", "agentGroups");
  private static final List<String> SERVER_OWNED =
      List.of("id", "userId", "accountId", "orgId", "status", "createdBy", "createdAt", "lastOnlineAt", "profImage");

  private final KoreOptions options;
  private final KoreLookups lookups;
  private final String admin = "u-" + UUID.randomUUID();

  KoreAgentRules(KoreOptions options, KoreLookups lookups) {
    this.options = options;
    this.lookups = lookups;
  }

  Fields input(@Nullable Object json, List<Problem> problems) {
    Fields fields = Fields.of(json, "", problems);
    fields.required("emailId", Fields.EMAIL, "must be an e-mail address");
    fields.required("firstName").required("lastName").required("roleId").optional("agentGroupId");
    return rest(fields);
  }

  Fields update(@Nullable Object json, List<Problem> problems) {
    Fields fields = Fields.of(json, "", problems);
    fields.required("emailId", Fields.EMAIL, "must be an e-mail address");
    for (String name :
        List.of("firstName", "lastName", "roleId", "agentGroupId", "userId", "accountId", "orgId", "iId", "id")) {
      fields.required(name);
    }
    for (Fields group : fields.objects("agentGroups")) {
      group.required("groupId").required("role");
    }
    return rest(fields);
  }

  private static Fields rest(Fields fields) {
    fields
        .optional("nickName")
        .optional("phoneNumber", PHONE, "must be digits")
        .optional("customId", NO_SPACE, "must not hold a space")
        .optional("canSupportChat", Boolean.class, "a boolean")
        .optional("canSupportVoice", Boolean.class, "a boolean")
        .optional("maxChatSupport", Integer.class, "an integer")
        .optional("createDefaultLayoutAndAssign", Boolean.class, "a boolean");
    for (String languages : List.of("chatLanguageSupport", "voiceLanguageSupport")) {
      for (Fields language : fields.objects(languages)) {
        language.required("language").required("proficiency").optional("isActive", Boolean.class, "a boolean");
      }
    }
    for (Fields queue : fields.objects("queues")) {
      queue.required("id").optional("isPreferredAgent", Boolean.class, "a boolean");
    }
    for (Fields layout : fields.objects("desktopLayouts")) {
      layout.required("id");
    }
    for (Fields skill : fields.objects("skills")) {
      skill.optional("skillId").optional("id");
    }
    return fields;
  }

  Map<String, Object> created(Map<String, Object> input, int number) {
    String now = KoreServer.time(options.clock.instant());
    Map<String, Object> row = new LinkedHashMap<>(input);
    row.put("status", "ACTIVE");
    row.put("userId", String.format(Locale.ROOT, "u-0a1b2c3d-1111-5222-8333-%012x", number));
    row.put("orgId", options.orgId);
    row.put("accountId", options.accountId);
    row.put("createdBy", admin);
    row.put("createdAt", now);
    row.put("updatedAt", now);
    row.put("onlineStatus", "Offline");
    row.put("onlineStatusType", "OFFLINE");
    row.put("profImage", "no-avatar");
    row.put("attachmentsEnabled", true);
    row.put("emojisEnabled", true);
    row.put("callRegion", "");
    row.put("maxDigitalChatSupport", 5);
    row.put("maxEmailChatSupport", 5);
    row.put("maxMessagingChatSupport", 5);
    List.of("chatLanguageSupport", "voiceLanguageSupport", "skills", "desktopLayouts", "queues")
        .forEach(list -> row.putIfAbsent(list, List.of()));
    String role = lookups.roleName(String.valueOf(input.get("roleId")));
    row.put("role", role == null ? "Agent" : role);
    row.put("agentGroups", groups(input.get("agentGroupId")));
    return row;
  }

  Map<String, Object> given(Map<String, ?> agent, int number) {
    Map<String, Object> row = created(new LinkedHashMap<>(agent), number);
    row.putAll(agent);
    return row;
  }

  private List<Map<String, Object>> groups(@Nullable Object groupId) {
    Map<String, Object> group = groupId == null ? null : lookups.groups.find(groupId.toString());
    String name = group == null ? "" : String.valueOf(group.get("name"));
    return groupId == null ? List.of() : List.of(Map.of("groupId", groupId, "role", "agent", "groupName", name));
  }

  /** Everything that the request leaves out is gone, save what the server owns. */
  Map<String, Object> updated(Map<String, Object> old, Map<String, Object> input) {
    Map<String, Object> row = created(input, 0);
    for (String field : SERVER_OWNED) {
      Object value = old.get(field);
      if (value != null) {
        row.put(field, value);
      }
    }
    row.put("onlineStatus", String.valueOf(old.get("onlineStatus")));
    row.put("onlineStatusType", String.valueOf(old.get("onlineStatusType")));
    return row;
  }

  /** As in the sample of 'Create an Agent': no id, and the phone number as a number; an older page has the id. */
  Map<String, Object> asCreated(Map<String, Object> row) {
    Map<String, Object> shown = new LinkedHashMap<>(row);
    if (!options.agentCreateWithId) {
      CREATED_ONLY_WITHOUT.forEach(shown::remove);
      String digits = String.valueOf(row.getOrDefault("phoneNumber", "")).replace("+", "");
      if (!digits.isEmpty()) {
        shown.put("phoneNumber", new BigInteger(digits));
      }
    }
    return shown;
  }

  Map<String, Object> asListed(Map<String, Object> row, boolean withQueues) {
    Map<String, Object> shown = new LinkedHashMap<>(row);
    shown.remove("agentGroupId");
    shown.remove("createDefaultLayoutAndAssign");
    shown.put("hoursOfOperationId", "67ff00000000000000000001");
    shown.remove("queues");
    if (withQueues) {
      shown.put("queues", idsIn(row.get("queues")).stream().map(id -> queueWithAgents(id, row)).toList());
    }
    return shown;
  }

  private Map<String, Object> queueWithAgents(String id, Map<String, Object> row) {
    Map<String, Object> queue = new LinkedHashMap<>();
    queue.put("id", id);
    queue.put("name", queueName(id));
    queue.put(
        "agents",
        List.of(Map.of("userId", String.valueOf(row.get("userId")), "isPreferredAgent", isPreferred(row, id))));
    return queue;
  }

  private String queueName(String id) {
    Map<String, Object> queue = lookups.queues.find(id);
    return queue == null ? "" : String.valueOf(queue.get("name"));
  }

  private static boolean isPreferred(Map<String, Object> row, String queueId) {
    return row.get("queues") instanceof List<?> queues
        && queues.stream()
            .anyMatch(q -> q instanceof Map<?, ?> m && queueId.equals(m.get("id")) && Boolean.TRUE.equals(m.get("isPreferredAgent")));
  }

  Map<String, Object> asFull(Map<String, Object> row) {
    Map<String, Object> shown = asUpdated(row);
    String name = row.get("firstName") + " " + row.get("lastName");
    shown.put("fullName", name);
    shown.put("lFullName", name.toLowerCase(Locale.ROOT));
    shown.put("name", name);
    shown.put("iId", options.streamId);
    shown.put("agentGroups", groups(row.get("agentGroupId")).stream().map(KoreAgentRules::withName).toList());
    shown.putIfAbsent("phoneNumber", "");
    shown.putIfAbsent("nickName", "");
    shown.put("preferences", Map.of("theme", "default"));
    shown.put("sipURI", "sip:" + row.get("userId") + "@sandbox.invalid");
    shown.put(
        "iceServers",
        List.of(Map.of("urls", "turn:sandbox.invalid:3478", "username", "turn-user", "credential", "turn-secret")));
    return shown;
  }

  private static Map<String, Object> withName(Map<String, Object> group) {
    Map<String, Object> renamed = new LinkedHashMap<>(group);
    renamed.put("name", String.valueOf(renamed.remove("groupName")));
    return renamed;
  }

  Map<String, Object> asUpdated(Map<String, Object> row) {
    Map<String, Object> shown = new LinkedHashMap<>(row);
    List<Map<String, Object>> queues = new ArrayList<>();
    for (String id : idsIn(row.get("queues"))) {
      queues.add(Map.of("id", id, "name", queueName(id), "description", "", "isPreferredAgent", isPreferred(row, id)));
    }
    shown.put("queues", queues);
    shown.remove("createDefaultLayoutAndAssign");
    return shown;
  }

  Map<String, Object> asReference(Map<String, Object> row) {
    return Map.of(
        "userId", String.valueOf(row.get("userId")),
        "aId", String.valueOf(row.get("id")),
        "name", row.get("firstName") + " " + row.get("lastName"),
        "profImage", "no-avatar");
  }

  Map<String, Object> asAvailability(Map<String, Object> row) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("_id", String.valueOf(row.get("id")));
    for (String field : List.of("userId", "firstName", "lastName", "emailId", "customId", "phoneNumber")) {
      shown.put(field, String.valueOf(row.getOrDefault(field, "")));
    }
    shown.put("isDigitalEnabled", true);
    Map<String, Object> capacity =
        Map.of("isEnabled", true, "totalCapacity", 5, "usedCapacity", 0, "availableCapacity", 5);
    shown.put("channelCapacity", Map.of("liveChat", capacity, "email", capacity, "voice", capacity));
    return shown;
  }

  static List<String> idsIn(@Nullable Object objects) {
    List<String> ids = new ArrayList<>();
    if (objects instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> map) {
          Object id = map.get("skillId") == null ? map.get("id") : map.get("skillId");
          ids.add(String.valueOf(id));
        }
      }
    }
    return ids;
  }

  /** Whether any of the wanted ids is among the objects; nothing wanted fits everything. */
  static boolean touches(@Nullable Object objects, @Nullable List<String> wanted) {
    return wanted == null || idsIn(objects).stream().anyMatch(wanted::contains);
  }
}
