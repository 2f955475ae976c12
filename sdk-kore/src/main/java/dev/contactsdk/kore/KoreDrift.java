package dev.contactsdk.kore;

import dev.contactsdk.core.drift.Contradiction;
import dev.contactsdk.core.drift.DocumentedShapes;
import dev.contactsdk.core.drift.DriftRecorder;
import java.util.List;

/**
 * Compares a server's answers with Kore.ai's pages, which contradict each other and document no
 * errors of contacts and agents.
 *
 * <p>Source: Kore.ai, the pages that the texts name.
 */
public final class KoreDrift {
  private static final String SHAPES = "documented-shapes.txt";
  private static final String CREATE = "kore.agents.create 2xx ";
  private static final String AGENTS = "kore.agents.list 2xx results[].";
  private static final String BY_CUSTOM_ID = "kore.agents.findByCustomId 2xx ";

  private static final List<Contradiction> CONTRADICTIONS =
      List.of(
          Contradiction.of("contact-id", "the name of a contact's id")
              .variant("id: most pages", "kore.contacts.list 2xx results[].id")
              .variant("_id: \"Update Bulk Contacts\"", "kore.contacts.list 2xx results[]._id"),
          Contradiction.of("bulk-id", "the id inside a bulk update's contact")
              .variant(
                  "_id: \"Update Bulk Contacts\"",
                  "kore.contacts.updateAll 2xx successfulRecords[].contact._id")
              .variant("id", "kore.contacts.updateAll 2xx successfulRecords[].contact.id"),
          Contradiction.of("create-answer", "the answer to the creation of one contact")
              .variant(
                  "an array: \"Create a Contact by Giving Details\"",
                  "kore.contacts.create 2xx (answer) array")
              .variant("an object: no page", "kore.contacts.create 2xx (answer) object"),
          Contradiction.of("create-status", "the status of a creation; no page has it")
              .variant("200", status("200"))
              .variant("201", status("201")),
          Contradiction.of("import-bot", "whether an imported contact has instanceBotId")
              .variant(
                  "no: \"Create Bulk Contacts\"", "kore.contacts.importCsv 2xx ![].instanceBotId")
              .variant("yes: the other pages", "kore.contacts.importCsv 2xx [].instanceBotId"),
          position("contacts", "kore.contacts.list", "\"Get All Contacts\""),
          position("agents", "kore.agents.list", "\"List All Agents\""),
          position("queues", "kore.queues.list", "no page"),
          Contradiction.of("agent-phone", "the phone number of a created agent")
              .variant("a number: \"Create an Agent\"", CREATE + "phoneNumber integer")
              .variant("text: the older page", CREATE + "phoneNumber string"),
          Contradiction.of("agent-created-id", "whether a created agent has its id")
              .variant("no: \"Create an Agent\"", CREATE + "!id")
              .variant("yes: the older page", CREATE + "id"),
          Contradiction.of("agent-email", "the e-mail address in the list of agents")
              .variant("emailId: the sample of \"List All Agents\"", AGENTS + "emailId")
              .variant("email: its table", AGENTS + "email"),
          Contradiction.of("agent-group-name", "the name of an agent's group")
              .variant("groupName: \"List All Agents\"", AGENTS + "agentGroups[].groupName")
              .variant("name: \"Get a Specific Agent\"", "kore.agents.get 2xx agentGroups[].name"),
          Contradiction.of("custom-id", "what a search by custom id finds")
              .variant("agents: the sample of its page", BY_CUSTOM_ID + "[] object")
              .variant("ids: its text", BY_CUSTOM_ID + "[] string")
              .variant("one agent", BY_CUSTOM_ID + "(answer) object")
              .variant("one id: its text", BY_CUSTOM_ID + "(answer) string"),
          Contradiction.of("error-text", "the name of an error's text")
              .variant("msg: most samples", "kore.* error errors[].msg")
              .variant("message: a sample of a missing scope", "kore.* error errors[].message"),
          Contradiction.of("validation-status", "the status of invalid input; no page has it")
              .variant("400", "kore.* 4xx failure:BadRequest:400")
              .variant("412", "kore.* 4xx failure:BadRequest:412")
              .variant("422", "kore.* 422 failure:BadRequest:422"),
          Contradiction.of("limit", "when to try again after a 429; no page has it")
              .variant("Retry-After", "kore.* 429 header:Retry-After")
              .variant("X-RateLimit-Reset", "kore.* 429 header:X-RateLimit-Reset"),
          Contradiction.of("duplicate", "the refusal of a number that a contact has already")
              .variant("409", "kore.contacts.create 409 failure:Conflict")
              .variant(
                  "another status, and a text that says it",
                  "kore.contacts.create 4xx failure:Conflict",
                  "kore.contacts.create 422 failure:Conflict"),
          queues("list", AGENTS, "\"List All Agents\""),
          queues("get", "kore.agents.get 2xx ", "\"Get a Specific Agent\""),
          queues("update", "kore.agents.update 2xx ", "no page"),
          Contradiction.of("skill-id", "the id of a skill that an agent or a queue has")
              .variant("skillId, with or without id: most samples", skills(""))
              .variant("id alone: some samples", skills("!")),
          Contradiction.of("campaign-in-use", "what campaignInUse of a contact list holds")
              .variant("ids: the tables of the pages", campaigns("string"))
              .variant("objects with id and name: a sample of version 2", campaigns("object")));

  private KoreDrift() {}

  /**
   * Creates a recorder. Add it with {@code KoreClient.builder().interceptor(recorder)}.
   *
   * @return a recorder that has seen nothing
   */
  public static DriftRecorder recorder() {
    return DriftRecorder.of(DocumentedShapes.ofResource(KoreDrift.class, SHAPES), CONTRADICTIONS);
  }

  private static Contradiction position(String what, String operation, String page) {
    return Contradiction.of(what + "-position", "the position in a page of " + what)
        .variant("skip: " + page, operation + " 2xx skip")
        .variant("page: the look-ups", operation + " 2xx page");
  }

  private static Contradiction queues(String operation, String place, String page) {
    return Contradiction.of(
            "agent-queues-" + operation,
            "where a queue of an agent says that the agent is preferred, in the answer of "
                + operation)
        .variant("in agents: " + page, place + "queues[].agents")
        .variant(
            "in isPreferredAgent: \"Create an Agent\", \"Update a Specific Agent\"",
            place + "queues[].isPreferredAgent");
  }

  private static String[] skills(String absent) {
    return new String[] {
      "kore.agents.list 2xx " + absent + "results[].skills[].skillId",
      "kore.agents.get 2xx " + absent + "skills[].skillId",
      "kore.agents.update 2xx " + absent + "skills[].skillId",
      "kore.queues.list 2xx " + absent + "results[].skills[].skillId"
    };
  }

  private static String[] campaigns(String kind) {
    return new String[] {
      "kore.contactLists.* 2xx data[].campaignInUse[] " + kind,
      "kore.contactLists.* 2xx data.campaignInUse[] " + kind
    };
  }

  private static String[] status(String status) {
    return new String[] {
      "kore.contacts.create 2xx status:" + status, "kore.agents.create 2xx status:" + status
    };
  }
}
