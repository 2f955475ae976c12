package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.Csv;
import dev.contactsdk.sandbox.engine.Json;
import dev.contactsdk.sandbox.engine.MalformedText;
import dev.contactsdk.sandbox.engine.Problem;
import dev.contactsdk.sandbox.engine.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contacts from a file with the columns of 'Create Bulk Contacts'. */
final class KoreCsv {

  private static final Map<String, String> COLUMNS =
      Map.of(
          "firstName", "firstName",
          "lastName", "lastName",
          "salutation", "salutation",
          "cellPhoneNumber", "phoneNumber",
          "cellPhoneCountryCode", "countryCode",
          "cellPhoneExtension", "extension");

  private KoreCsv() {}

  static List<Map<String, Object>> contacts(Call call, KoreContactRules rules) {
    List<List<String>> rows = rows(call);
    List<String> header = rows.get(0);
    List<Problem> problems = new ArrayList<>();
    for (String column : COLUMNS.keySet()) {
      if (!header.contains(column)) {
        problems.add(new Problem("result_file", "column missing: " + column, "missing"));
      }
    }
    KoreBody.refuse(problems);
    List<Map<String, Object>> contacts = new ArrayList<>();
    for (List<String> row : KoreBody.notEmpty(rows.subList(1, rows.size()), "result_file")) {
      contacts.add(
          rules.input(json(header, row), "result_file." + (contacts.size() + 1), false, problems));
    }
    KoreBody.refuse(problems);
    return contacts;
  }

  private static List<List<String>> rows(Call call) {
    if (!call.request().hasContentType("multipart/form-data")) {
      throw Refusal.of(415, "415", "Unsupported Media Type");
    }
    try {
      byte[] file = call.form().bytes("result_file");
      if (file == null) {
        throw Refusal.invalid("result_file", "Field required", "missing");
      }
      return KoreBody.notEmpty(Csv.parse(Json.utf8(file)), "result_file");
    } catch (MalformedText e) {
      throw Refusal.of(400, "400", String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, Object> json(List<String> header, List<String> row) {
    Map<String, Object> contact = new LinkedHashMap<>();
    Map<String, Object> phone = new LinkedHashMap<>();
    for (int i = 0; i < header.size() && i < row.size(); i++) {
      String field = COLUMNS.get(header.get(i));
      if (field != null) {
        (header.get(i).startsWith("cellPhone") ? phone : contact).put(field, row.get(i));
      }
    }
    contact.put("cellPhone", phone);
    return contact;
  }
}
