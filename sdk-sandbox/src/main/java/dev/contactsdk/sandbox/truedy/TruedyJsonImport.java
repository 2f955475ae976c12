package dev.contactsdk.sandbox.truedy;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Csv;
import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.Json;
import dev.contactsdk.sandbox.engine.MalformedText;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Truedy's older import: JSON with a CSV file in Base64, or with contacts. Like an earlier backend,
 * it silently skips unusable rows of a file, and does not look for duplicates.
 */
final class TruedyJsonImport {

  private static final Map<String, String> ALIASES =
      Map.of(
          "phone", "phone_number",
          "mobile", "phone_number",
          "mobile_number", "phone_number",
          "fname", "first_name",
          "company", "company_name",
          "city", "location",
          "postal_code", "pin_code");
  private static final List<String> STANDARD =
      List.of(
          "phone_number",
          "first_name",
          "last_name",
          "email",
          "company_name",
          "industry",
          "location",
          "pin_code");

  private final TruedyAnswers answers;
  private final TruedyContactTable contacts;
  private final TruedyFolders folders;

  TruedyJsonImport(TruedyAnswers answers, TruedyContactTable contacts, TruedyFolders folders) {
    this.answers = answers;
    this.contacts = contacts;
    this.folders = folders;
  }

  Reply run(Call call) {
    Map<String, Object> input =
        TruedyServer.body(call, new ArrayList<>(), TruedyJsonImport::fields);
    String folder = String.valueOf(input.get("folder_id"));
    folders.require(folder);
    if (input.get("base64_file") instanceof String file) {
      return store(rowsOf(file, input.get("mapping_config")), folder);
    }
    if (input.get("file_key") instanceof String) {
      throw Refusal.invalid("file_key", "File not found", "value_error");
    }
    if (input.get("contacts") instanceof List<?> given) {
      return store(contactsOf(given), folder);
    }
    throw Refusal.invalid("", "base64_file, file_key or contacts is required", "value_error");
  }

  private static void fields(Fields fields) {
    fields
        .required("folder_id")
        .optional("base64_file")
        .optional("file_key")
        .optional("filename")
        .optional("contacts", List.class, "an array")
        .optional("mapping_config", Map.class, "an object");
  }

  private static List<Map<String, Object>> rowsOf(String file, @Nullable Object mapping) {
    try {
      List<List<String>> rows = Csv.parse(Json.utf8(Base64.getDecoder().decode(file)));
      List<Map<String, Object>> usable = new ArrayList<>();
      for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
        Map<String, Object> contact = contact(rows.get(0), row, mapping);
        if (problem(contact) == null) {
          usable.add(contact);
        }
      }
      if (!usable.isEmpty()) {
        return usable;
      }
    } catch (IllegalArgumentException | MalformedText e) {
      throw Refusal.invalid("base64_file", String.valueOf(e.getMessage()), "value_error");
    }
    throw Refusal.invalid("base64_file", "No valid contacts found", "value_error");
  }

  private static Map<String, Object> contact(
      List<String> header, List<String> row, @Nullable Object mapping) {
    Map<String, Object> contact = new LinkedHashMap<>();
    Map<String, Object> metadata = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(header.size(), row.size()); i++) {
      String field = field(header.get(i), mapping);
      (STANDARD.contains(field) ? contact : metadata).put(field, row.get(i));
    }
    contact.put("custom_fields", metadata);
    return contact;
  }

  private static String field(String header, @Nullable Object mapping) {
    Object mapped = mapping instanceof Map<?, ?> map ? map.get(header) : null;
    if (mapped != null) {
      return mapped.toString();
    }
    String plain = header.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
    String alias = ALIASES.getOrDefault(plain, plain);
    return STANDARD.contains(alias) ? alias : header;
  }

  private static List<Map<String, Object>> contactsOf(List<?> given) {
    List<Map<String, Object>> contacts = new ArrayList<>();
    for (Object item : given) {
      Map<String, Object> contact = new LinkedHashMap<>();
      if (item instanceof Map<?, ?> map) {
        STANDARD.forEach(name -> putIfText(contact, name, map.get(name)));
        Object metadata = map.get("metadata");
        contact.put("custom_fields", metadata == null ? Map.of() : metadata);
      }
      contacts.add(contact);
    }
    return contacts;
  }

  private static void putIfText(Map<String, Object> contact, String name, @Nullable Object value) {
    if (value instanceof String) {
      contact.put(name, value);
    }
  }

  private static @Nullable String problem(Map<String, Object> contact) {
    String phone = String.valueOf(contact.get("phone_number"));
    return TruedyContacts.E164.matcher(phone).matches() ? null : "Invalid phone number format";
  }

  private Reply store(List<Map<String, Object>> rows, String folder) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String problem = problem(rows.get(i));
      if (problem == null) {
        rows.get(i).put("folder_id", folder);
        contacts.add(rows.get(i));
      } else {
        errors.add(Map.of("row", i + 1, "error", problem));
      }
    }
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("successful", rows.size() - errors.size());
    data.put("failed", errors.size());
    data.put("errors", errors.isEmpty() ? null : errors);
    return answers.data(200, data);
  }
}
