package dev.contactsdk.sandbox.truedy;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.Query;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Truedy's operations on single contacts and their list. */
public final class TruedyContacts {

  static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");

  private static final Set<String> OUTCOMES =
      Set.of("contacted", "voicemail", "no_answer", "escalated", "interested", "not_interested");

  final TruedyContactTable table;
  private final TruedyOptions options;
  private final TruedyAnswers answers;
  private final TruedyFolders folders;
  private final TruedyContactView view;

  TruedyContacts(
      TruedyOptions options,
      TruedyAnswers answers,
      TruedyContactTable table,
      TruedyFolders folders) {
    this.options = options;
    this.answers = answers;
    this.table = table;
    this.folders = folders;
    this.view = new TruedyContactView(options.contactShape, folders);
  }

  List<Route> routes() {
    String base = TruedyServer.BASE + "/contacts";
    return List.of(
        new Route("create_contact", "POST", base, "", this::create),
        new Route("list_contacts", "GET", base, "", this::list),
        new Route("update_contact", "PATCH", base + "/{contact_id}", "", this::update));
  }

  private Reply create(Call call) {
    Map<String, Object> input = TruedyServer.body(call, new ArrayList<>(), this::createFields);
    Map<String, Object> contact = new LinkedHashMap<>();
    input.forEach((name, value) -> putUnlessNull(contact, name, value));
    Object metadata = contact.remove("metadata");
    if (metadata != null) {
      contact.putIfAbsent("custom_fields", metadata);
    }
    Object folder = contact.get("folder_id");
    if (options.ignoreFolder) {
      contact.remove("folder_id");
    } else if (folder != null) {
      folders.require(folder.toString());
    }
    String phone = String.valueOf(contact.get("phone_number"));
    if (options.uniquePhones && table.holder(phone) >= 0) {
      throw Refusal.of(409, "conflict", "A contact with this phone number already exists");
    }
    return answers.created(view.of(table.row(table.add(contact))));
  }

  private static void putUnlessNull(Map<String, Object> contact, String name, Object value) {
    if (value != Fields.Absent.NULL) {
      contact.put(name, value);
    }
  }

  private void createFields(Fields fields) {
    fields.required("phone_number", E164, "must be in E.164 format");
    if (options.requireFolder) {
      fields.required("folder_id");
    } else {
      fields.optional("folder_id");
    }
    updateFields(fields);
    fields
        .optional("company_name", 0, 100)
        .optional("industry", 0, 100)
        .optional("location", 0, 100)
        .optional("pin_code", 0, 20)
        .optional("metadata", Map.class, "an object");
    keywords(fields);
  }

  /** One text with commas, as on the page; an earlier backend takes a list. */
  private void keywords(Fields fields) {
    if (options.contactShape == ContactShape.EARLIER_BACKEND) {
      fields.optional("keywords", List.class, "an array");
    } else {
      fields.optional("keywords");
    }
  }

  private void updateFields(Fields fields) {
    fields
        .optional("first_name", 0, 100)
        .optional("last_name", 0, 100)
        .optional("email", Fields.EMAIL, "must be an e-mail address")
        .optional("custom_fields", Map.class, "an object");
  }

  private Reply update(Call call) {
    Map<String, Object> input = TruedyServer.body(call, new ArrayList<>(), this::updateFields);
    int number = table.number(call.variable("contact_id"));
    if (number < 0) {
      throw notFound("contact", call.variable("contact_id"));
    }
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    input.forEach((name, value) -> putChange(changes, name, value));
    if (changes.isEmpty() && options.refuseEmptyPatch) {
      throw Refusal.invalid("", "No fields to update", "value_error");
    }
    if (options.mergeCustomFields && changes.get("custom_fields") instanceof Map<?, ?> given) {
      Map<Object, Object> merged = new LinkedHashMap<>();
      if (table.row(number).get("custom_fields") instanceof Map<?, ?> old) {
        merged.putAll(old);
      }
      merged.putAll(given);
      changes.put("custom_fields", merged);
    }
    table.change(number, changes);
    return answers.data(200, view.of(table.row(number)));
  }

  private void putChange(Map<String, @Nullable Object> changes, String name, Object value) {
    if (value != Fields.Absent.NULL) {
      changes.put(name, value);
    } else if (!options.ignoreNulls) {
      changes.put(name, null);
    }
  }

  static Refusal notFound(String resource, String id) {
    return Refusal.of(
        404, "not_found", resource + " not found: " + id, Map.of("resource", resource, "id", id));
  }

  private Reply list(Call call) {
    Query query = call.query();
    String folder = query.text("folder_id");
    String search = query.text("search");
    String outcome = query.text("last_call_outcome");
    if (folder != null) {
      folders.require(folder);
    }
    if (outcome != null && !OUTCOMES.contains(outcome)) {
      throw Refusal.invalid("query.last_call_outcome", "must be one of " + OUTCOMES, "enum");
    }
    boolean all = folder == null && search == null && outcome == null;
    List<Map<String, Object>> rows =
        all
            ? table.listed()
            : table.listed(folder + "\n" + search + "\n" + outcome, test(folder, search, outcome));
    return answers.page(rows, query, view::listed);
  }

  private static Predicate<Map<String, Object>> test(
      @Nullable String folder, @Nullable String search, @Nullable String outcome) {
    String wanted = search == null ? "" : search.toLowerCase(Locale.ROOT);
    return row ->
        (folder == null || folder.equals(row.get("folder_id")))
            && (outcome == null || outcome.equals(row.get("last_call_outcome")))
            && searchText(row).contains(wanted);
  }

  private static String searchText(Map<String, Object> row) {
    StringBuilder text = new StringBuilder();
    for (String field : List.of("first_name", "last_name")) {
      text.append(row.getOrDefault(field, "")).append(' ');
    }
    for (String field : List.of("phone_number", "email", "company_name", "industry", "location")) {
      text.append('\n').append(row.getOrDefault(field, ""));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
