package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Fields;
import java.util.List;
import java.util.Map;

/** The fields that only 'Update a Specific Agent' or 'Get a Specific Agent' lists. */
final class KoreAgentUpdateFields {

  private static final List<String> FLAGS =
      List.of(
          "isAccountOwner",
          "canSupportCase",
          "canSupportVoiceMail",
          "attachmentsEnabled",
          "emojisEnabled",
          "markedAutoAway",
          "agentAffinity",
          "internalChatPermission");
  private static final List<String> LIMITS =
      List.of(
          "maxCaseSupport",
          "maxTaskSupport",
          "maxVoiceMailSupport",
          "maxDigitalConvoLimit",
          "maxDigitalChatSupport",
          "maxEmailChatSupport",
          "maxMessagingChatSupport");
  private static final List<String> TEXTS =
      List.of(
          "fullName",
          "lFullName",
          "status",
          "createdBy",
          "createdByAId",
          "createdAt",
          "hoursOfOperationId",
          "callRegion",
          "profImage");

  private KoreAgentUpdateFields() {}

  static void read(Fields fields) {
    FLAGS.forEach(name -> fields.optional(name, Boolean.class, "a boolean"));
    LIMITS.forEach(name -> fields.optional(name, Integer.class, "an integer"));
    TEXTS.forEach(fields::optional);
    fields.optional("preferences", Map.class, "an object");
    KoreAgentRules.languages(fields, "caseLanguageSupport");
    for (Fields support : fields.objects("voiceSupport")) {
      support.required("type").optional("isEnabled", Boolean.class, "a boolean");
    }
  }
}
