package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of a Kore.ai contact list that each operation of each version returns. */
final class KoreContactListView {

  private static final List<String> NOT_LISTED = List.of("isActive", "createdBy", "createdAt");
  private static final List<String> COLUMNS =
      List.of("firstName", "lastName", "phoneNumber", "timeZone", "uniqueId");

  private final KoreOptions options;
  private final Table contacts;
  private final Table campaigns;

  KoreContactListView(KoreOptions options, Table contacts, Table campaigns) {
    this.options = options;
    this.contacts = contacts;
    this.campaigns = campaigns;
  }

  private Map<String, Object> base(Map<String, Object> row, boolean isFirst) {
    String id = String.valueOf(row.get("id"));
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("_id", id);
    for (String field :
        List.of("isActive", "name", "description", "status", "createdBy", "updatedBy")) {
      shown.put(field, row.get(field));
    }
    shown.put("totalRecordCount", contactsOf(id).count());
    shown.put("mapping", mapping(isFirst));
    List<Map<String, Object>> users =
        campaigns.rows().stream().filter(campaign -> isOf(campaign, id)).toList();
    shown.put("isListInUse", !users.isEmpty());
    shown.put("listType", row.get("listType"));
    shown.put(
        "campaignInUse",
        users.stream().map(campaign -> isFirst ? campaign.get("id") : asUser(campaign)).toList());
    shown.put("source", isFirst ? "passiveApiIntegration" : "passiveApi");
    boolean twice = Boolean.TRUE.equals(row.get("allowDuplicates"));
    shown.put("apiConfigurations", twice ? Map.of("dataSyncMode", "allowDuplicates") : Map.of());
    shown.put("files", List.of());
    if (!isFirst) {
      shown.put("isGlobalDNC", false);
      shown.put("isDefault", false);
      shown.put("columns", List.of());
    }
    shown.put("createdAt", row.get("createdAt"));
    shown.put("updatedAt", row.get("updatedAt"));
    return shown;
  }

  private Stream<Map<String, Object>> contactsOf(String listId) {
    return contacts.rows().stream().filter(contact -> isOf(contact, listId));
  }

  private static boolean isOf(Map<String, Object> row, String listId) {
    return listId.equals(row.get(KoreContactLists.LIST));
  }

  private static Map<String, Object> mapping(boolean isFirst) {
    Map<String, Object> mapping = new LinkedHashMap<>();
    COLUMNS.forEach(column -> mapping.put(column, column));
    if (!isFirst) {
      mapping.put("contactPriority", "contactPriority");
    }
    return mapping;
  }

  private static Map<String, Object> asUser(Map<String, Object> campaign) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("name", campaign.get("name"));
    user.put("id", campaign.get("id"));
    return user;
  }

  Map<String, Object> asCreated(Map<String, Object> row, boolean isFirst) {
    Map<String, Object> shown = base(row, isFirst);
    shown.put("allowDuplicates", row.get("allowDuplicates"));
    return shown;
  }

  Map<String, Object> asListed(Map<String, Object> row, boolean isFirst) {
    Map<String, Object> shown = base(row, isFirst);
    NOT_LISTED.forEach(shown::remove);
    return shown;
  }

  Map<String, Object> asFull(Map<String, Object> row, boolean isFirst) {
    Map<String, Object> shown = isFirst ? base(row, true) : asCreated(row, false);
    if (isFirst) {
      shown.put("lname", String.valueOf(row.get("name")).toLowerCase(Locale.ROOT));
      addOwner(shown);
    }
    return shown;
  }

  private void addOwner(Map<String, Object> shown) {
    shown.put("orgId", options.orgId);
    shown.put("accountId", options.accountId);
    shown.put("iId", options.streamId);
  }

  /** Repeats the change; it is not the list. */
  Map<String, Object> asUpdated(
      Map<String, Object> row, Map<String, Object> change, boolean isFirst) {
    Map<String, Object> body = new LinkedHashMap<>(change);
    addOwner(body);
    body.put("listType", row.get("listType"));
    body.put("updatedBy", row.get("updatedBy"));
    if (!isFirst) {
      body.put("scope", List.of());
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("contactListId", row.get("id"));
    shown.put("body", body);
    return shown;
  }

  static Map<String, Object> asContact(Map<String, Object> row) {
    Map<String, Object> shown = new LinkedHashMap<>(row);
    shown.remove(KoreContactLists.LIST);
    shown.put("_id", String.valueOf(shown.remove("id")));
    return shown;
  }

  static Map<String, Object> asDialing(Map<String, Object> row, boolean isOver) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("phoneNumber", row.get("phoneNumber"));
    shown.put("uniqueId", row.getOrDefault("uniqueId", ""));
    shown.put("dialerOutcome", isOver ? "completed" : "");
    shown.put("numberOfAttemptsSoFar", isOver ? 1 : 0);
    shown.put("botSessionId", isOver ? "session-" + row.get("id") : "");
    shown.put("agentDispositionCodes", isOver ? List.of("System Generated") : List.of());
    shown.put("botOutboundStatus", isOver ? "userHangUp" : "");
    shown.put("botOutboundStatusDetail", isOver ? "user_hangup" : "");
    return shown;
  }
}
