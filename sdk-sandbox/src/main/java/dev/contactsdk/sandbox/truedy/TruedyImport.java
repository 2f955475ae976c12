package dev.contactsdk.sandbox.truedy;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Csv;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.Json;
import dev.contactsdk.sandbox.engine.MalformedText;
import dev.contactsdk.sandbox.engine.Multipart;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Truedy's import of a CSV file: column phone, optional name and email; any other column is a
 * custom field.
 */
final class TruedyImport {

  private static final Set<String> KNOWN = Set.of("phone", "name", "email");

  private final TruedyOptions options;
  private final TruedyAnswers answers;
  private final TruedyContactTable contacts;
  private final TruedyFolders folders;
  private final TruedyJsonImport json;

  TruedyImport(
      TruedyOptions options,
      TruedyAnswers answers,
      TruedyContactTable contacts,
      TruedyFolders folders) {
    this.options = options;
    this.answers = answers;
    this.contacts = contacts;
    this.folders = folders;
    this.json = new TruedyJsonImport(answers, contacts, folders);
  }

  List<Route> routes() {
    String path = TruedyServer.BASE + "/contacts/import";
    return List.of(new Route("import_contacts", "POST", path, "", this::run));
  }

  private Reply run(Call call) {
    boolean multipart = call.request().hasContentType("multipart/form-data");
    if (options.jsonImport && !(multipart && options.multipartImport)) {
      return json.run(call);
    }
    if (!multipart) {
      throw Refusal.invalid("file", "Field required", "missing");
    }
    try {
      Multipart form = call.form();
      byte[] file = form.bytes("file");
      if (file == null) {
        throw Refusal.invalid("file", "Field required", "missing");
      }
      boolean overwrite = flag(form.text("overwrite_existing"));
      return run(Csv.parse(Json.utf8(file)), folder(form.text("folder_id")), overwrite);
    } catch (MalformedText e) {
      throw Refusal.invalid("file", String.valueOf(e.getMessage()), "value_error");
    }
  }

  private String folder(@Nullable String id) {
    if (id == null || id.isEmpty()) {
      return folders.defaultFolder();
    }
    folders.require(id);
    return id;
  }

  private static boolean flag(@Nullable String text) {
    if (text == null || Set.of("true", "false").contains(text)) {
      return "true".equals(text);
    }
    throw Refusal.invalid("overwrite_existing", "must be a boolean", "bool_parsing");
  }

  private Reply run(List<List<String>> rows, String folder, boolean overwrite) {
    if (rows.isEmpty() || !rows.get(0).contains("phone")) {
      throw Refusal.invalid("file", "column phone is required", "missing");
    }
    Tally tally = new Tally();
    List<String> header = rows.get(0);
    for (List<String> row : rows.subList(1, rows.size())) {
      tally.row++;
      Map<String, Object> contact = contact(header, row);
      String phone = String.valueOf(contact.get("phone_number"));
      String wrong = problem(contact, phone);
      if (wrong != null) {
        tally.error(phone, wrong);
      } else {
        store(contact, phone, folder, overwrite, tally);
      }
    }
    return answers.data(200, options.legacyImport ? tally.legacy() : tally.counts(folder));
  }

  private static Map<String, Object> contact(List<String> header, List<String> row) {
    Map<String, Object> contact = new LinkedHashMap<>();
    Map<String, Object> custom = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String cell = i < row.size() ? row.get(i) : "";
      if (!KNOWN.contains(header.get(i))) {
        custom.put(header.get(i), cell);
      } else if (!cell.isEmpty()) {
        contact.put(header.get(i), cell);
      }
    }
    Object phone = contact.remove("phone");
    contact.put("phone_number", phone == null ? "" : phone);
    Object name = contact.remove("name");
    if (name != null) {
      contact.put("first_name", name);
    }
    if (!custom.isEmpty()) {
      contact.put("custom_fields", custom);
    }
    return contact;
  }

  private static @Nullable String problem(Map<String, Object> contact, String phone) {
    if (!TruedyContacts.E164.matcher(phone).matches()) {
      return "Invalid phone number format";
    }
    Object email = contact.get("email");
    return email == null || Fields.EMAIL.matcher(email.toString()).matches()
        ? null
        : "Invalid email format";
  }

  private void store(
      Map<String, Object> contact, String phone, String folder, boolean overwrite, Tally tally) {
    int holder = contacts.holder(phone);
    if (holder < 0) {
      contact.put("folder_id", folder);
      contacts.add(contact);
      tally.imported++;
    } else if (overwrite) {
      contacts.change(holder, new LinkedHashMap<>(contact));
      tally.updated++;
    } else {
      tally.skipped++;
    }
  }

  private static final class Tally {

    int row;
    int imported;
    int updated;
    int skipped;
    final List<Map<String, Object>> problems = new ArrayList<>();

    void error(String phone, String reason) {
      Map<String, Object> problem = new LinkedHashMap<>();
      problem.put("row", row);
      problem.put("phone", phone);
      problem.put("reason", reason);
      problems.add(problem);
    }

    Map<String, Object> counts(String folder) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("imported", imported);
      data.put("updated", updated);
      data.put("skipped", skipped);
      data.put("errors", problems.size());
      data.put("folder_id", folder);
      data.put("error_details", problems);
      return data;
    }

    Map<String, Object> legacy() {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("successful", imported + updated);
      data.put("failed", problems.size());
      List<Map<String, Object>> errors = problems.stream().map(Tally::legacyError).toList();
      data.put("errors", errors.isEmpty() ? null : errors);
      return data;
    }

    private static Map<String, Object> legacyError(Map<String, Object> problem) {
      return Map.of(
          "row", problem.getOrDefault("row", 0), "error", problem.getOrDefault("reason", ""));
    }
  }
}
