package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the outcome of a bulk operation record by record. */
final class KoreBulk {

  private final List<Map<String, Object>> done = new ArrayList<>();
  private final List<Map<String, Object>> failed = new ArrayList<>();

  void done(String id) {
    done.add(Map.of("id", id));
  }

  void done(String id, Map<String, Object> contact) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("contact", contact);
    done.add(entry);
  }

  /** Kore.ai does not document a failed record. This one follows the error envelope. */
  void failed(String id, String message, int code) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("errors", List.of(Map.of("msg", message, "code", code)));
    failed.add(entry);
  }

  Reply reply() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("totalRequested", done.size() + failed.size());
    body.put("successful", done.size());
    body.put("failed", failed.size());
    body.put("successfulRecords", done);
    body.put("failedRecords", failed);
    return Reply.json(200, body);
  }
}
