package dev.contactsdk.sandbox.kore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a Kore.ai agent that each operation returns. */
final class KoreAgentView {

  private static final List<String> NOT_AT_CREATION =
      List.of(
          "id",
          "accountId",
          "status",
          "customId",
          "role",
          "onlineStatus",
          "onlineStatusType",
          "agentGroups");

  private final KoreOptions options;
  private final KoreLookups lookups;

  KoreAgentView(KoreOptions options, KoreLookups lookups) {
    this.options = options;
    this.lookups = lookups;
  }

  /**
   * As in the sample of 'Create an Agent': no id, and the phone number as a number. An older page
   * has the id.
   */
  Map<String, Object> asCreated(Map<String, Object> row) {
    Map<String, Object> shown = new LinkedHashMap<>(row);
    if (!options.agentCreateWithId) {
      NOT_AT_CREATION.forEach(shown::remove);
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
      shown.put(
          "queues", idsIn(row.get("queues")).stream().map(id -> queueWithAgents(id, row)).toList());
    }
    return shown;
  }

  private Map<String, Object> queueWithAgents(String id, Map<String, Object> row) {
    Map<String, Object> queue = new LinkedHashMap<>();
    queue.put("id", id);
    queue.put("name", queueName(id));
    queue.put(
        "agents",
        List.of(
            Map.of(
                "userId",
                String.valueOf(row.get("userId")),
                "isPreferredAgent",
                isPreferred(row, id))));
    return queue;
  }

  private String queueName(String id) {
    Map<String, Object> queue = lookups.queues.find(id);
    return queue == null ? "" : String.valueOf(queue.get("name"));
  }

  private static boolean isPreferred(Map<String, Object> row, String queueId) {
    return row.get("queues") instanceof List<?> queues
        && queues.stream()
            .anyMatch(
                q ->
                    q instanceof Map<?, ?> m
                        && queueId.equals(m.get("id"))
                        && Boolean.TRUE.equals(m.get("isPreferredAgent")));
  }

  Map<String, Object> asFull(Map<String, Object> row) {
    Map<String, Object> shown = asUpdated(row);
    String name = row.get("firstName") + " " + row.get("lastName");
    shown.putIfAbsent("fullName", name);
    shown.putIfAbsent("lFullName", name.toLowerCase(Locale.ROOT));
    shown.put("name", name);
    shown.put("iId", options.streamId);
    shown.put("agentGroups", namedGroups(row));
    shown.putIfAbsent("phoneNumber", "");
    shown.putIfAbsent("nickName", "");
    shown.putIfAbsent("preferences", Map.of("theme", "default"));
    shown.put("sipURI", "sip:" + row.get("userId") + "@sandbox.invalid");
    shown.put(
        "iceServers",
        List.of(
            Map.of(
                "urls",
                "turn:sandbox.invalid:3478",
                "username",
                "turn-user",
                "credential",
                "turn-secret")));
    return shown;
  }

  private List<Map<?, ?>> namedGroups(Map<String, Object> row) {
    List<Map<?, ?>> groups = new ArrayList<>();
    if (row.get("agentGroups") instanceof List<?> memberships) {
      for (Object membership : memberships) {
        Map<Object, Object> named = new LinkedHashMap<>((Map<?, ?>) membership);
        Map<String, Object> group = lookups.groups.find(String.valueOf(named.get("groupId")));
        named.remove("groupName");
        named.put("name", group == null ? "" : String.valueOf(group.get("name")));
        groups.add(named);
      }
    }
    return groups;
  }

  Map<String, Object> asUpdated(Map<String, Object> row) {
    Map<String, Object> shown = new LinkedHashMap<>(row);
    List<Map<String, Object>> queues = new ArrayList<>();
    for (String id : idsIn(row.get("queues"))) {
      queues.add(
          Map.of(
              "id",
              id,
              "name",
              queueName(id),
              "description",
              "",
              "isPreferredAgent",
              isPreferred(row, id)));
    }
    shown.put("queues", queues);
    shown.remove("createDefaultLayoutAndAssign");
    return shown;
  }

  Map<String, Object> asReference(Map<String, Object> row) {
    return Map.of(
        "userId",
        String.valueOf(row.get("userId")),
        "aId",
        String.valueOf(row.get("id")),
        "name",
        row.get("firstName") + " " + row.get("lastName"),
        "profImage",
        "no-avatar");
  }

  Map<String, Object> asAvailability(Map<String, Object> row) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("_id", String.valueOf(row.get("id")));
    for (String field :
        List.of("userId", "firstName", "lastName", "emailId", "customId", "phoneNumber")) {
      shown.put(field, String.valueOf(row.getOrDefault(field, "")));
    }
    shown.put("isDigitalEnabled", true);
    Map<String, Object> capacity =
        Map.of("isEnabled", true, "totalCapacity", 5, "usedCapacity", 0, "availableCapacity", 5);
    shown.put(
        "channelCapacity", Map.of("liveChat", capacity, "email", capacity, "voice", capacity));
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

  /** Whether the objects include any of the wanted ids. Without wanted ids, everything matches. */
  static boolean touches(@Nullable Object objects, @Nullable List<String> wanted) {
    return wanted == null || idsIn(objects).stream().anyMatch(wanted::contains);
  }
}
