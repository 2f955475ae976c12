package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Fields;
import dev.contactsdk.sandbox.engine.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a Kore.ai agent, and what the server adds. */
final class KoreAgentRules {

  private static final Pattern NO_SPACE = Pattern.compile("\\S*");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d{0,15}");
  private static final List<String> SERVER_OWNED =
      List.of("id", "userId", "accountId", "orgId", "createdBy", "createdAt", "lastOnlineAt");

  private final KoreOptions options;
  private final KoreLookups lookups;
  private final String admin = "u-" + UUID.randomUUID();

  KoreAgentRules(KoreOptions options, KoreLookups lookups) {
    this.options = options;
    this.lookups = lookups;
  }

  Fields input(@Nullable Object json, List<Problem> problems) {
    Fields fields = Fields.of(json, "", problems);
    fields.required("emailId", Fields.EMAIL, "must be an e-mail address");
    fields.required("firstName").required("lastName").required("roleId").optional("agentGroupId");
    return rest(fields);
  }

  Fields update(@Nullable Object json, List<Problem> problems) {
    Fields fields = Fields.of(json, "", problems);
    fields.required("emailId", Fields.EMAIL, "must be an e-mail address");
    for (String name :
        List.of(
            "firstName",
            "lastName",
            "roleId",
            "agentGroupId",
            "userId",
            "accountId",
            "orgId",
            "iId",
            "id")) {
      fields.required(name);
    }
    for (Fields group : fields.objects("agentGroups")) {
      group.required("groupId").required("role").optional("accessLevel");
    }
    KoreAgentUpdateFields.read(fields);
    return rest(fields);
  }

  private static Fields rest(Fields fields) {
    fields
        .optional("nickName")
        .optional("phoneNumber", PHONE, "must be digits")
        .optional("customId", NO_SPACE, "must not hold a space")
        .optional("canSupportChat", Boolean.class, "a boolean")
        .optional("canSupportVoice", Boolean.class, "a boolean")
        .optional("maxChatSupport", Integer.class, "an integer")
        .optional("createDefaultLayoutAndAssign", Boolean.class, "a boolean");
    for (String languages : List.of("chatLanguageSupport", "voiceLanguageSupport")) {
      languages(fields, languages);
    }
    for (Fields queue : fields.objects("queues")) {
      queue.required("id").optional("isPreferredAgent", Boolean.class, "a boolean");
    }
    for (Fields layout : fields.objects("desktopLayouts")) {
      layout.required("id");
    }
    for (Fields skill : fields.objects("skills")) {
      skill.optional("skillId").optional("id");
    }
    return fields;
  }

  static void languages(Fields fields, String name) {
    for (Fields language : fields.objects(name)) {
      language
          .required("language")
          .required("proficiency")
          .optional("isActive", Boolean.class, "a boolean");
    }
  }

  Map<String, Object> created(Map<String, Object> input, int number) {
    String now = KoreServer.time(options.clock.instant());
    Map<String, Object> row = new LinkedHashMap<>(input);
    row.putIfAbsent("status", "ACTIVE");
    row.put("userId", String.format(Locale.ROOT, "u-0a1b2c3d-1111-5222-8333-%012x", number));
    row.put("orgId", options.orgId);
    row.put("accountId", options.accountId);
    row.put("createdBy", admin);
    row.put("createdAt", now);
    row.put("updatedAt", now);
    row.put("onlineStatus", "Offline");
    row.put("onlineStatusType", "OFFLINE");
    row.putIfAbsent("profImage", "no-avatar");
    row.putIfAbsent("attachmentsEnabled", true);
    row.putIfAbsent("emojisEnabled", true);
    row.putIfAbsent("callRegion", "");
    row.putIfAbsent("maxDigitalChatSupport", 5);
    row.putIfAbsent("maxEmailChatSupport", 5);
    row.putIfAbsent("maxMessagingChatSupport", 5);
    List.of("chatLanguageSupport", "voiceLanguageSupport", "skills", "desktopLayouts", "queues")
        .forEach(list -> row.putIfAbsent(list, List.of()));
    String role = lookups.roleName(String.valueOf(input.get("roleId")));
    row.put("role", role == null ? "Agent" : role);
    row.putIfAbsent("agentGroups", lookups.membership(input.get("agentGroupId")));
    return row;
  }

  Map<String, Object> given(Map<String, ?> agent, int number) {
    Map<String, Object> row = created(new LinkedHashMap<>(agent), number);
    row.putAll(agent);
    return row;
  }

  /** Removes everything that the request leaves out, except the server's own fields. */
  Map<String, Object> updated(Map<String, Object> old, Map<String, Object> input) {
    Map<String, Object> row = created(input, 0);
    for (String field : SERVER_OWNED) {
      Object value = old.get(field);
      if (value != null) {
        row.put(field, value);
      }
    }
    row.put("onlineStatus", String.valueOf(old.get("onlineStatus")));
    row.put("onlineStatusType", String.valueOf(old.get("onlineStatusType")));
    return row;
  }
}
