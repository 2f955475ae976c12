package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.Problem;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Kore.ai's seven contact operations and their contacts. */
public final class KoreContacts {

  static final String DUPLICATE = "duplicate";

  private final KoreContactTable table;
  private final KoreOptions options;
  private final KoreContactRules rules;
  private final String admin = "u-" + UUID.randomUUID();

  KoreContacts(KoreOptions options) {
    this.options = options;
    this.rules = new KoreContactRules(options, admin);
    this.table = new KoreContactTable(rules);
  }

  public KoreContactTable table() {
    return table;
  }

  List<Route> routes() {
    String base = KoreServer.BASE + "/contacts";
    String scope = Scopes.CONFIGURATION;
    return List.of(
        new Route("createContacts", "POST", base, scope, this::create),
        new Route("importContacts", "POST", base + "/import-contacts", scope, this::importCsv),
        new Route("listContacts", "GET", base, scope, this::list),
        new Route("updateContact", "PUT", base + "/{contactId}", scope, this::update),
        new Route("bulkUpdateContacts", "PUT", base + "/bulk-update", scope, this::bulkUpdate),
        new Route("deleteContact", "DELETE", base + "/{contactId}", scope, this::delete),
        new Route("bulkDeleteContacts", "DELETE", base + "/bulk-delete", scope, this::bulkDelete));
  }

  public String addGiven(Map<String, ?> contact) {
    return String.valueOf(table.row(table.add(rules.given(contact))).get("id"));
  }

  private Reply create(Call call) {
    List<Problem> problems = new ArrayList<>();
    List<Map<String, Object>> inputs = new ArrayList<>();
    for (Object item : KoreBody.array(call)) {
      inputs.add(rules.input(item, "contacts." + inputs.size(), false, problems));
    }
    KoreBody.refuse(problems);
    List<Map<String, Object>> created = store(inputs);
    boolean bare = options.bareObjectForOne && inputs.size() == 1 && created.size() == 1;
    List<Map<String, Object>> shown = created.stream().map(KoreContactRules::asCreated).toList();
    return Reply.json(options.createStatus, bare ? shown.get(0) : shown);
  }

  private Reply importCsv(Call call) {
    List<Map<String, Object>> inputs = KoreCsv.contacts(call, rules);
    return Reply.json(
        options.createStatus, store(inputs).stream().map(KoreContactRules::asImported).toList());
  }

  private List<Map<String, Object>> store(List<Map<String, Object>> inputs) {
    List<Map<String, Object>> rows = inputs.stream().map(rules::created).toList();
    List<Map<String, Object>> stored = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      if (table.holder(KoreContactRules.phone(row)) < 0) {
        int number = table.add(row);
        numbers.add(number);
        stored.add(table.row(number));
      } else if (!options.skipTakenNumbers) {
        if (!options.keepBeforeTakenNumber) {
          numbers.forEach(table::erase);
        }
        throw duplicate();
      }
    }
    return stored;
  }

  private Refusal duplicate() {
    return Refusal.of(
        options.duplicateStatus, DUPLICATE, "Contact with this phone number already exists");
  }

  private Reply list(Call call) {
    String position = options.listAsOtherPages ? "page" : "skip";
    return KorePages.reply(table.listed(), options.paging, call.query(), position, this::asListed);
  }

  private Map<String, Object> asListed(Map<String, Object> row) {
    Map<String, Object> shown = KoreContactRules.asListed(row);
    if (options.listAsOtherPages) {
      shown = new LinkedHashMap<>(shown);
      shown.put("_id", String.valueOf(shown.remove("id")));
    }
    return shown;
  }

  private Reply update(Call call) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Object> input = rules.input(KoreBody.json(call), "", true, problems);
    KoreBody.refuse(problems);
    int number = active(call.variable("contactId"));
    if (!change(number, input)) {
      throw duplicate();
    }
    return Reply.json(200, table.row(number));
  }

  private boolean change(int number, Map<String, Object> input) {
    Map<String, Object> row = rules.updated(table.row(number), input);
    int holder = table.holder(KoreContactRules.phone(row));
    if (holder >= 0 && holder != number) {
      return false;
    }
    table.replace(number, row);
    return true;
  }

  private Reply delete(Call call) {
    int number = active(call.variable("contactId"));
    deactivate(number);
    return Reply.json(200, KoreContactRules.asDeleted(table.row(number)));
  }

  private void deactivate(int number) {
    table.replace(number, rules.deleted(table.row(number)));
    if (!options.listInactive) {
      table.hide(number);
    }
  }

  private int active(String id) {
    int number = table.activeNumber(id);
    if (number < 0) {
      throw Refusal.of(404, "404", "Contact not found");
    }
    return number;
  }

  private Reply bulkUpdate(Call call) {
    List<Problem> problems = new ArrayList<>();
    List<Map.Entry<String, Map<String, Object>>> inputs = new ArrayList<>();
    int index = 0;
    for (Object item : KoreBody.array(call)) {
      String at = "contacts." + index++;
      Fields fields = Fields.of(item, at, problems).required("id");
      Map<String, Object> input = rules.input(item, at, !options.fullBulkUpdates, problems);
      inputs.add(Map.entry(String.valueOf(fields.taken().get("id")), input));
    }
    KoreBody.refuse(problems);
    KoreBulk bulk = new KoreBulk();
    inputs.forEach(entry -> updateOne(entry.getKey(), entry.getValue(), bulk));
    return bulk.reply();
  }

  private void updateOne(String id, Map<String, Object> input, KoreBulk bulk) {
    int number = table.activeNumber(id);
    if (number < 0) {
      bulk.failed(id, "Contact not found", 404);
    } else if (!change(number, input)) {
      bulk.failed(id, duplicate().text(), 400);
    } else {
      bulk.done(id, KoreContactRules.asBulkUpdated(table.row(number)));
    }
  }

  private Reply bulkDelete(Call call) {
    List<Problem> problems = new ArrayList<>();
    List<String> ids = Fields.of(KoreBody.json(call), "", problems).strings("ids", true);
    KoreBody.refuse(problems);
    KoreBulk bulk = new KoreBulk();
    for (String id : KoreBody.notEmpty(ids, "ids")) {
      int number = table.activeNumber(id);
      if (number < 0) {
        bulk.failed(id, "Contact not found", 404);
      } else {
        deactivate(number);
        bulk.done(id);
      }
    }
    return bulk.reply();
  }
}
