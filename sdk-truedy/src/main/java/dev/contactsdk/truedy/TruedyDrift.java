package dev.contactsdk.truedy;

import dev.contactsdk.core.drift.Contradiction;
import dev.contactsdk.core.drift.DocumentedShapes;
import dev.contactsdk.core.drift.DriftRecorder;
import java.util.List;

/**
 * Compares a server's answers with Truedy's pages, which serve several generations of the service
 * at once and contradict each other.
 *
 * <p>Source: Truedy, the pages that the texts name. "Earlier service" marks shapes that no page
 * shows.
 */
public final class TruedyDrift {
  private static final String SHAPES = "documented-shapes.txt";

  private static final List<Contradiction> CONTRADICTIONS =
      List.of(
          Contradiction.of("contact-number", "the number of a contact (\"Create Contact\")")
              .variant("phone_number: the schema", any("phone_number"))
              .variant("phone: the example", any("phone")),
          Contradiction.of("contact-name", "the name of a contact (\"Create Contact\")")
              .variant("first_name and last_name: the schema", any("first_name"))
              .variant("name: the example, and the older reference", any("name")),
          Contradiction.of("custom-data", "custom data of a contact")
              .variant("custom_fields: \"Create Contact\"", any("custom_fields"))
              .variant("metadata: \"Contacts\"", any("metadata")),
          Contradiction.of("contact-id", "the form of a contact's id")
              .variant("prefix and text: \"Create Contact\"", any("id prefixed-id"))
              .variant("UUID: \"Contacts\"", any("id uuid"))
              .variant(
                  "another, or a prefix and letters alone", any("id text digits hex-24 integer")),
          Contradiction.of("keywords", "a contact's keywords")
              .variant("text with commas: \"Contacts\"", any("keywords string"))
              .variant("array of texts: earlier service", any("keywords array")),
          Contradiction.of("times", "the time when a contact was created")
              .variant("with Z: the pages", any("created_at time-z"))
              .variant("with an offset: earlier service", any("created_at time-offset"))
              .variant("without a zone: earlier service", any("created_at time-without-zone")),
          Contradiction.of("contacts-paging", "pages of the list of contacts")
              .variant("by offset: \"List Contacts\"", "truedy.contacts.list 2xx pagination.offset")
              .variant("by page: \"Contacts\"", "truedy.contacts.list 2xx pagination.page")
              .variant("none: it is optional", "truedy.contacts.list 2xx !pagination"),
          Contradiction.of("folders-paging", "pages of the list of folders")
              .variant(
                  "by offset: \"List Contact Folders\"",
                  "truedy.folders.list 2xx pagination.offset")
              .variant("none: \"Contacts\"", "truedy.folders.list 2xx !pagination"),
          Contradiction.of("folder-updated", "whether a folder has updated_at")
              .variant("no: \"List Contact Folders\"", "truedy.folders.list 2xx !data[].updated_at")
              .variant("yes: \"Contacts\"", "truedy.folders.list 2xx data[].updated_at"),
          Contradiction.of("meta-time", "the time in meta")
              .variant("ts: the reference and the guides", "truedy.* 2xx meta.ts")
              .variant("timestamp: the older reference", "truedy.* 2xx meta.timestamp"),
          Contradiction.of("request-id", "the form of meta.request_id")
              .variant("req_ and text: the reference", "truedy.* 2xx meta.request_id prefixed-id")
              .variant("UUID: the guides", "truedy.* 2xx meta.request_id uuid"),
          Contradiction.of("request-id-header", "a header X-Request-ID")
              .variant("sent: earlier service", "truedy.* 2xx header:X-Request-ID"),
          Contradiction.of("create-status", "the status of a creation")
              .variant("201: \"Create Contact\"", status("201"))
              .variant("200: earlier service", status("200")),
          Contradiction.of("import", "the counts of an import")
              .variant("imported: \"Import Contacts (CSV)\"", imported("imported"))
              .variant("successful: earlier service", imported("successful")),
          Contradiction.of("import-errors", "errors of an import")
              .variant("a number: \"Import Contacts (CSV)\"", imported("errors integer"))
              .variant("an array or null: earlier service", imported("errors array null")),
          Contradiction.of("delete", "the answer to a delete; not documented")
              .variant("a body", "truedy.folders.delete 2xx (answer)")
              .variant("no body", "truedy.folders.delete 2xx empty"),
          Contradiction.of("errors", "the shape of an error")
              .variant("error with meta: \"Error Handling\"", "truedy.* error meta")
              .variant("no meta: \"Create Contact\"", "truedy.* error !meta"),
          Contradiction.of("validation", "the shape of a 422")
              .variant("error: \"Error Handling\"", "truedy.* 422 error")
              .variant("a list in detail: \"Create Contact\"", "truedy.* 422 detail array")
              .variant("a text in detail: earlier service", "truedy.* 422 detail string")
              .variant("an object in detail: earlier service", "truedy.* 422 detail object"),
          Contradiction.of("error-id", "the id of a refused request")
              .variant("in meta: \"Error Handling\"", "truedy.* error meta.request_id")
              .variant("in error: earlier service", "truedy.* error error.request_id"),
          Contradiction.of("limit", "when to try again after a 429")
              .variant("reset_at: \"Rate Limits\"", "truedy.* 429 error.details.reset_at")
              .variant("in detail: earlier service", "truedy.* 429 detail.error.details.reset_at")
              .variant("Retry-After: \"Authentication\"", "truedy.* 429 header:Retry-After")
              .variant("X-RateLimit-Reset: an older page", "truedy.* 429 header:X-RateLimit-Reset"),
          Contradiction.of(
                  "duplicate",
                  "a number that a contact has already; no page says whether it is refused")
              .variant("409: earlier service", "truedy.contacts.create 409 failure:Conflict")
              .variant(
                  "another status, and a text that says it",
                  "truedy.contacts.create 422 says:duplicate",
                  "truedy.contacts.create 4xx says:duplicate"),
          Contradiction.of("agent-knowledge", "an agent's knowledge bases")
              .variant(
                  "knowledge_bases: \"Create Agent\"", "truedy.agents.* 2xx data.knowledge_bases")
              .variant(
                  "knowledge_base_ids: \"Get Agent\"",
                  "truedy.agents.* 2xx data.knowledge_base_ids"),
          Contradiction.of("agent-duration", "an agent's max_duration")
              .variant("a number: \"Get Agent\"", duration("integer"))
              .variant("text such as 3600s: the request of \"Create Agent\"", duration("string")));

  private TruedyDrift() {}

  /**
   * Creates a recorder. Add it with {@code TruedyClient.builder().interceptor(recorder)}.
   *
   * @return a recorder that has seen nothing
   */
  public static DriftRecorder recorder() {
    return DriftRecorder.of(DocumentedShapes.ofResource(TruedyDrift.class, SHAPES), CONTRADICTIONS);
  }

  /** A property of contacts, in a list and alone. */
  private static String[] any(String property) {
    return new String[] {
      "truedy.contacts.list 2xx data[]." + property,
      "truedy.contacts.create 2xx data." + property,
      "truedy.contacts.update 2xx data." + property
    };
  }

  private static String[] duration(String kind) {
    return new String[] {
      "truedy.agents.* 2xx data.max_duration " + kind,
      "truedy.agents.list 2xx data[].max_duration " + kind
    };
  }

  private static String imported(String property) {
    return "truedy.contacts.import* 2xx data." + property;
  }

  private static String[] status(String status) {
    return new String[] {
      "truedy.contacts.create 2xx status:" + status,
      "truedy.folders.create 2xx status:" + status,
      "truedy.agents.create 2xx status:" + status
    };
  }
}
