package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.Ids;
import dev.contactsdk.sandbox.engine.PagingRules;
import dev.contactsdk.sandbox.engine.Problem;
import dev.contactsdk.sandbox.engine.Query;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Route;
import dev.contactsdk.sandbox.engine.Slice;
import dev.contactsdk.sandbox.engine.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Kore.ai's contact lists, by both versions of their operations, and the campaigns on them. */
public final class KoreContactLists {

  static final String LIST = "listId";

  private static final Pattern PASSIVE_API = Pattern.compile("passiveApi");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d{4,15}");
  private static final int MAX_NAME = 48;
  private static final int MAX_DESCRIPTION = 256;
  private static final int CONTACTS_PER_PAGE = 50;
  private static final int MOST_STATUSES = 100;

  private final Table lists = new Table(new Ids("cl-1a2b3c4-1111-4222-8333-", 12));
  private final Table contacts = new Table(new Ids("cc-1a2b3c4d-1111-4222-8333-", 12));
  private final Table campaigns = new Table(new Ids("cd-1a2b3c4-1111-4222-8333-", 12));
  private final KoreOptions options;
  private final KoreContactListView view;
  private final String admin = "u-" + UUID.randomUUID();

  KoreContactLists(KoreOptions options) {
    this.options = options;
    this.view = new KoreContactListView(options, contacts, campaigns);
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>(routes(KoreServer.BASE + "/campaign", "V1"));
    routes.addAll(routes("/campaign/api/v2/public/{streamId}/campaign", "V2"));
    routes.add(
        route(
            "addContactsToList",
            "POST",
            "/api/1.1/public/{streamId}/campaign/contactList/addContacts",
            this::addContacts));
    return routes;
  }

  private List<Route> routes(String base, String version) {
    boolean isFirst = version.equals("V1");
    String all = base + "/contactList";
    String one = all + "/{contactListId}";
    return List.of(
        route(
            "createContactList" + version,
            "POST",
            all + "/createContactList",
            call -> create(call, isFirst)),
        route(
            "listContactLists" + version,
            "POST",
            all + "/getAllListDetails",
            call -> list(call, isFirst)),
        route("getContactList" + version, "GET", one, call -> get(call, isFirst)),
        route("updateContactList" + version, "PUT", one, call -> update(call, isFirst)),
        route("deleteContactList" + version, "DELETE", one, call -> delete(call, isFirst)),
        route("listContactsOfList" + version, "GET", one + "/getAllContacts", this::contactsOfList),
        route("listDialingStatus" + version, "POST", base + "/{campaignId}/status", this::dialing));
  }

  private static Route route(String operation, String method, String path, Route.Handler handler) {
    return new Route(operation, method, path, Scopes.CAMPAIGN_MANAGEMENT, handler);
  }

  public List<Map<String, Object>> all() {
    return lists.all();
  }

  public List<Map<String, Object>> contactsOf(String listId) {
    return contacts.rows(listId, row -> listId.equals(row.get(LIST)));
  }

  public String addList(String name, boolean allowDuplicates) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("name", name);
    list.put("description", name + " list");
    list.put("allowDuplicates", allowDuplicates);
    return lists.idOf(add(list));
  }

  private int add(Map<String, Object> input) {
    String now = KoreServer.time(options.clock.instant());
    Map<String, Object> row = new LinkedHashMap<>(input);
    row.putIfAbsent("allowDuplicates", false);
    row.put("isActive", true);
    row.put("status", "Ready");
    row.put("listType", "call");
    row.put("createdBy", admin);
    row.put("updatedBy", admin);
    row.put("createdAt", now);
    row.put("updatedAt", now);
    return lists.add(row);
  }

  public String addCampaign(String name, String listId) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put(LIST, listId);
    row.put("isOver", false);
    return campaigns.idOf(campaigns.add(row));
  }

  public void finishCampaign(String campaignId) {
    int number = campaigns.number(campaignId);
    Map<String, Object> row = new LinkedHashMap<>(campaigns.row(number));
    row.put("isOver", true);
    campaigns.put(number, row);
  }

  public void addContact(String listId, Map<?, ?> columns) {
    String now = KoreServer.time(options.clock.instant());
    Map<String, Object> row = new LinkedHashMap<>();
    columns.forEach(
        (column, value) -> {
          if (value != null) {
            row.put(String.valueOf(column), value);
          }
        });
    row.put(LIST, listId);
    row.put("createdAt", now);
    row.put("updatedAt", now);
    contacts.add(row);
  }

  private Reply create(Call call, boolean isFirst) {
    requireAccount(call, isFirst);
    List<Problem> problems = new ArrayList<>();
    Fields fields = Fields.of(KoreBody.json(call), "", problems);
    fields.required("name", 1, MAX_NAME).required("description", 1, MAX_DESCRIPTION);
    fields.required("source", PASSIVE_API, "must be passiveApi");
    fields.optional("allowDuplicates", Boolean.class, "a boolean");
    KoreBody.refuse(problems);
    Map<String, Object> row = lists.row(add(fields.taken()));
    return success(
        options.createStatus,
        "Contact list " + row.get("name") + " created successfully",
        view.asCreated(row, isFirst));
  }

  private Reply list(Call call, boolean isFirst) {
    requireAccount(call, isFirst);
    String type = call.query().text("type");
    List<Map<String, Object>> shown =
        lists.rows().stream()
            .filter(row -> type == null || type.equals(row.get("listType")))
            .map(row -> view.asListed(row, isFirst))
            .toList();
    return success(200, "", shown);
  }

  private Reply get(Call call, boolean isFirst) {
    requireAccount(call, isFirst);
    Map<String, Object> row = lists.row(number(call));
    return success(200, "Contact list retrieved successfully", view.asFull(row, isFirst));
  }

  private Reply update(Call call, boolean isFirst) {
    requireAccount(call, isFirst);
    List<Problem> problems = new ArrayList<>();
    Fields fields = Fields.of(KoreBody.json(call), "", problems);
    fields.optional("name", 1, MAX_NAME).optional("description", 1, MAX_DESCRIPTION);
    if (isFirst) {
      fields.optional("allowDuplicates", Boolean.class, "a boolean");
    }
    KoreBody.refuse(problems);
    int number = number(call);
    Map<String, Object> row = new LinkedHashMap<>(lists.row(number));
    row.putAll(fields.taken());
    row.put("updatedAt", KoreServer.time(options.clock.instant()));
    lists.put(number, row);
    return success(
        200, "Contact list updated successfully", view.asUpdated(row, fields.taken(), isFirst));
  }

  private Reply delete(Call call, boolean isFirst) {
    requireAccount(call, isFirst);
    int number = number(call);
    Map<String, Object> row = lists.row(number);
    Map<String, Object> shown = view.asFull(row, isFirst);
    if (Boolean.TRUE.equals(shown.get("isListInUse"))) {
      throw Refusal.of(400, "400", "Contact list is in use by a campaign");
    }
    lists.remove(number);
    contacts.removeIf(contact -> Objects.equals(row.get("id"), contact.get(LIST)));
    return success(200, "Contact list " + row.get("name") + " deleted successfully", shown);
  }

  private Reply contactsOfList(Call call) {
    requireAccount(call, false);
    String list = String.valueOf(lists.row(number(call)).get("id"));
    Slice slice =
        Slice.of(contactsOf(list), options.paging, call.query(), "skip", CONTACTS_PER_PAGE);
    return success(
        200,
        "Contacts retrieved successfully",
        KorePages.body(slice, "skip", KoreContactListView::asContact));
  }

  /** The real service adds later; here the contacts are there at once. */
  private Reply addContacts(Call call) {
    List<Problem> problems = new ArrayList<>();
    Fields fields = Fields.of(KoreBody.json(call), "", problems);
    fields.required("contact_list_name");
    List<Fields> rows = fields.objects("data");
    rows.forEach(row -> row.required("phoneNumber", PHONE, "must be a phone number"));
    KoreBody.refuse(problems);
    KoreBody.notEmpty(rows, "data");
    Map<String, Object> list = named(String.valueOf(fields.taken().get("contact_list_name")));
    String id = String.valueOf(list.get("id"));
    boolean allowDuplicates = Boolean.TRUE.equals(list.get("allowDuplicates"));
    for (Fields row : rows) {
      if (allowDuplicates || !holds(id, row.source())) {
        addContact(id, row.source());
      }
    }
    return Reply.json(
        options.createStatus, Map.of("message", "Adding contacts to public list is in progress"));
  }

  private boolean holds(String listId, Map<?, ?> columns) {
    return contactsOf(listId).stream()
        .anyMatch(row -> Objects.equals(row.get("phoneNumber"), columns.get("phoneNumber")));
  }

  private Map<String, Object> named(String name) {
    return lists.rows().stream()
        .filter(row -> name.equals(row.get("name")))
        .findFirst()
        .orElseThrow(() -> Refusal.of(400, "400", "Contact list not found"));
  }

  private Reply dialing(Call call) {
    if (!"contacts".equals(call.query().text("view"))) {
      throw Refusal.invalid("query.view", "must be contacts", "enum");
    }
    List<Problem> problems = new ArrayList<>();
    Fields fields = Fields.of(KoreBody.json(call), "", problems);
    fields.optional("page", Integer.class, "an integer");
    fields.optional("limit", Integer.class, "an integer");
    KoreBody.refuse(problems);
    Map<String, Object> campaign = campaigns.find(call.variable("campaignId"));
    if (campaign == null) {
      throw Refusal.of(404, "404", "Campaign not found");
    }
    Map<String, String> page = new LinkedHashMap<>();
    fields.taken().forEach((name, value) -> page.put(name, String.valueOf(value)));
    PagingRules paging = options.paging;
    PagingRules byPage =
        paging.style() == PagingRules.Style.IGNORED ? paging : paging.by(PagingRules.Style.PAGE);
    Slice slice =
        Slice.of(
            contactsOf(String.valueOf(campaign.get(LIST))),
            byPage,
            new Query(page),
            "skip",
            MOST_STATUSES,
            MOST_STATUSES);
    boolean isOver = Boolean.TRUE.equals(campaign.get("isOver"));
    Map<String, Object> data =
        KorePages.body(slice, "page", row -> KoreContactListView.asDialing(row, isOver));
    data.remove("hasMore");
    return Reply.json(200, Map.of("status", "success", "data", data));
  }

  /** Version 2, and the contacts of a list in both versions, have the account in the query too. */
  private void requireAccount(Call call, boolean isFirst) {
    if (!isFirst && !options.accountId.equals(call.query().text("accountId"))) {
      throw Refusal.of(400, "400", "Invalid accountId");
    }
  }

  private int number(Call call) {
    int number = lists.number(call.variable("contactListId"));
    if (number < 0) {
      throw Refusal.of(404, "404", "Contact list not found");
    }
    return number;
  }

  private static Reply success(int status, String message, Object data) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("status", "success");
    envelope.put("message", message);
    envelope.put("data", data);
    return Reply.json(status, envelope);
  }
}
