package dev.contactsdk.sandbox.truedy;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.Ids;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Route;
import dev.contactsdk.sandbox.engine.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Truedy's folders. */
public final class TruedyFolders {

  static final String DEFAULT_NAME = "Default";

  final Table table = new Table(new Ids("folder_", 8));
  private final TruedyOptions options;
  private final TruedyAnswers answers;
  private final TruedyContactTable contacts;
  private String defaultId = "";

  TruedyFolders(TruedyOptions options, TruedyAnswers answers, TruedyContactTable contacts) {
    this.options = options;
    this.answers = answers;
    this.contacts = contacts;
  }

  List<Route> routes() {
    String base = TruedyServer.BASE + "/contacts/folders";
    return List.of(
        new Route("list_contact_folders", "GET", base, "", this::list),
        new Route("create_contact_folder", "POST", base, "", this::create),
        new Route("delete_contact_folder", "DELETE", base + "/{folder_id}", "", this::delete));
  }

  public String add(String name) {
    Map<String, Object> folder = new LinkedHashMap<>();
    folder.put("name", name);
    return add(folder);
  }

  private String add(Map<String, Object> folder) {
    folder.put("created_at", answers.now());
    return table.idOf(table.add(folder));
  }

  void require(String id) {
    if (table.find(id) == null) {
      throw TruedyContacts.notFound("contact_folder", id);
    }
  }

  String name(String id) {
    Map<String, Object> folder = table.find(id);
    return folder == null ? "" : String.valueOf(folder.get("name"));
  }

  /** The folder for imports without one; created on first use. */
  String defaultFolder() {
    if (table.find(defaultId) == null) {
      defaultId = add(DEFAULT_NAME);
    }
    return defaultId;
  }

  public List<Map<String, Object>> all() {
    return table.rows().stream().map(this::shown).toList();
  }

  private Map<String, Object> shown(Map<String, Object> row) {
    Map<String, Object> folder = new LinkedHashMap<>();
    folder.put("id", String.valueOf(row.get("id")));
    folder.put("name", String.valueOf(row.get("name")));
    folder.put("description", row.get("description"));
    folder.put("contact_count", contacts.countIn(String.valueOf(row.get("id"))));
    folder.put("created_at", String.valueOf(row.get("created_at")));
    if (options.unpagedFolders) {
      folder.put("updated_at", String.valueOf(row.get("created_at")));
    }
    return folder;
  }

  private Reply list(Call call) {
    String by = call.query().text("sort_by");
    String order = call.query().text("order");
    List<Map<String, Object>> folders = new ArrayList<>(TruedyContactTable.newestFirst(all()));
    if (by != null || order != null) {
      folders.sort(comparator(by == null ? "created_at" : by, order == null ? "desc" : order));
    }
    return options.unpagedFolders
        ? answers.data(200, folders)
        : answers.page(folders, call.query(), UnaryOperator.identity());
  }

  private static Comparator<Map<String, Object>> comparator(String by, String order) {
    if (!List.of("asc", "desc").contains(order)) {
      throw Refusal.invalid("query.order", "must be asc or desc", "enum");
    }
    Comparator<Map<String, Object>> comparator =
        switch (by) {
          case "name", "created_at" ->
              Comparator.comparing(folder -> String.valueOf(folder.get(by)));
          case "contact_count" -> Comparator.comparing(TruedyFolders::count);
          default ->
              throw Refusal.invalid(
                  "query.sort_by", "must be name, created_at or contact_count", "enum");
        };
    return order.equals("asc") ? comparator : comparator.reversed();
  }

  private static int count(Map<String, Object> folder) {
    return folder.get("contact_count") instanceof Integer count ? count : 0;
  }

  private Reply create(Call call) {
    Map<String, Object> input =
        TruedyServer.body(
            call,
            new ArrayList<>(),
            fields -> fields.required("name", 1, 100).optional("description", 0, 500));
    input.values().removeIf(value -> value == Fields.Absent.NULL);
    Map<String, Object> folder = table.row(table.number(add(input)));
    return answers.created(shown(folder));
  }

  private Reply delete(Call call) {
    String id = call.variable("folder_id");
    require(id);
    contacts.removeAllIn(id);
    table.remove(table.number(id));
    return answers.deleted("folder_id", id);
  }
}
