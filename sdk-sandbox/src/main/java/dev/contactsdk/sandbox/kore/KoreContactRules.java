package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.PhoneIndex;
import dev.contactsdk.sandbox.engine.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a Kore.ai contact, and the ones that each operation returns. */
final class KoreContactRules {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,15}");
  private static final Pattern COUNTRY_CODE = Pattern.compile("\\+\\d{1,4}");

  private final KoreOptions options;
  private final String admin;
  private final String adminAgent = "a-" + UUID.randomUUID().toString().substring(1);
  private final String startedAt;

  KoreContactRules(KoreOptions options, String admin) {
    this.options = options;
    this.admin = admin;
    this.startedAt = KoreServer.time(options.clock.instant());
  }

  /** The known fields of a contact in a request. */
  Map<String, Object> input(
      @Nullable Object json, String path, boolean partial, List<Problem> problems) {
    Fields fields = Fields.of(json, path, problems).partial(partial);
    for (String name : List.of("firstName", "lastName", "salutation")) {
      fields.required(name, 0, Integer.MAX_VALUE);
    }
    Fields phone = fields.object("cellPhone");
    if (phone != null) {
      phone
          .required("phoneNumber", DIGITS, "must be national digits only")
          .required("countryCode", COUNTRY_CODE, "must be a plus and digits")
          .required("extension");
    }
    return fields.taken();
  }

  static String phone(Map<String, Object> row) {
    return String.valueOf(cellPhone(row).get("phoneNumber"));
  }

  private static Map<?, ?> cellPhone(Map<String, Object> row) {
    return row.get("cellPhone") instanceof Map<?, ?> phone ? phone : Map.of();
  }

  Map<String, Object> created(Map<String, Object> input) {
    String now = KoreServer.time(options.clock.instant());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("status", "ACTIVE");
    row.putAll(input);
    row.put("cellPhone", normalised(cellPhone(input), Map.of()));
    return owned(row, now);
  }

  /** A contact made from its row number. */
  Map<String, Object> seeded(String id, int number) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("status", "ACTIVE");
    row.put("firstName", "First" + number);
    row.put("lastName", "Last" + number);
    row.put("salutation", number % 2 == 0 ? "Mr" : "Mrs");
    Map<String, Object> phone = new LinkedHashMap<>();
    phone.put("phoneNumber", PhoneIndex.seededPhone(number));
    phone.put("countryCode", "+1");
    phone.put("extension", "+");
    row.put("cellPhone", phone);
    owned(row, startedAt);
    row.put("id", id);
    return row;
  }

  /** A contact from a test. Missing fields are filled in; its full number stays as it is. */
  Map<String, Object> given(Map<String, ?> contact) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("status", "ACTIVE");
    row.putAll(contact);
    return owned(row, KoreServer.time(options.clock.instant()));
  }

  private Map<String, Object> owned(Map<String, Object> row, String now) {
    row.putIfAbsent("createdBy", admin);
    row.putIfAbsent("createdByAId", adminAgent);
    row.putIfAbsent("orgId", options.orgId);
    row.putIfAbsent("accountId", options.accountId);
    row.putIfAbsent("instanceBotId", options.streamId);
    row.putIfAbsent("fullName", row.get("firstName") + " " + row.get("lastName"));
    row.putIfAbsent("address", List.of());
    row.putIfAbsent("twitterDetails", List.of());
    row.putIfAbsent("createdAt", now);
    row.putIfAbsent("updatedAt", now);
    return row;
  }

  Map<String, Object> updated(Map<String, Object> old, Map<String, Object> input) {
    Map<String, Object> row = new LinkedHashMap<>(old);
    row.putAll(input);
    row.put("cellPhone", normalised(cellPhone(input), cellPhone(old)));
    row.put("fullName", row.get("firstName") + " " + row.get("lastName"));
    row.put("updatedBy", admin);
    row.put("updatedByAId", adminAgent);
    row.put("updatedAt", KoreServer.time(options.clock.instant()));
    return row;
  }

  Map<String, Object> deleted(Map<String, Object> old) {
    Map<String, Object> row = new LinkedHashMap<>(old);
    row.put("status", "INACTIVE");
    row.put("updatedAt", KoreServer.time(options.clock.instant()));
    return row;
  }

  /** Returns the number with the country code before the national digits. */
  private static Map<String, Object> normalised(Map<?, ?> input, Map<?, ?> old) {
    Map<String, Object> phone = new LinkedHashMap<>();
    String oldCode = text(old.get("countryCode"));
    String code = input.containsKey("countryCode") ? text(input.get("countryCode")) : oldCode;
    String oldNumber = text(old.get("phoneNumber"));
    String oldDigits =
        oldNumber.startsWith(oldCode) ? oldNumber.substring(oldCode.length()) : oldNumber;
    String digits = input.containsKey("phoneNumber") ? text(input.get("phoneNumber")) : oldDigits;
    Object extension =
        input.containsKey("extension") ? input.get("extension") : old.get("extension");
    phone.put("phoneNumber", code + digits);
    phone.put("countryCode", code);
    phone.put("extension", text(extension));
    return phone;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static Map<String, Object> asCreated(Map<String, Object> row) {
    return without(row, "createdByAId", "updatedBy", "updatedByAId");
  }

  static Map<String, Object> asImported(Map<String, Object> row) {
    return without(row, "createdByAId", "updatedBy", "updatedByAId", "instanceBotId");
  }

  static Map<String, Object> asListed(Map<String, Object> row) {
    return row;
  }

  static Map<String, Object> asDeleted(Map<String, Object> row) {
    return without(row, "updatedBy", "updatedByAId");
  }

  static Map<String, Object> asBulkUpdated(Map<String, Object> row) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("_id", String.valueOf(row.get("id")));
    shown.putAll(without(row, "id"));
    return shown;
  }

  private static Map<String, Object> without(Map<String, Object> row, String... fields) {
    Map<String, Object> shown = new LinkedHashMap<>(row);
    List.of(fields).forEach(shown::remove);
    return shown;
  }
}
