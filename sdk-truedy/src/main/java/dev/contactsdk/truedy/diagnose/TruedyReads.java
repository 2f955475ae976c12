package dev.contactsdk.truedy.diagnose;

import dev.contactsdk.core.Answer;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.ApiEngine;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.core.spi.diagnose.Probe;
import dev.contactsdk.core.spi.diagnose.Probed;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Loose;
import dev.contactsdk.truedy.internal.TruedyErrors;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The reads of Truedy's diagnosis. */
record TruedyReads(Probe probe, ApiEngine engine) {
  private static final JsonType<Envelope<List<Object>>> ANSWER = new JsonType<>() {};

  TruedyReads with(ApiEngine other) {
    return new TruedyReads(probe, other);
  }

  Probed<PageAnswer<Object>> contacts(Map<String, ?> query) {
    return get("contacts", "/contacts", query);
  }

  Probed<PageAnswer<Object>> folders() {
    return get("folders", "/contacts/folders", Map.of("limit", 1));
  }

  Probed<PageAnswer<Object>> agents() {
    return get("agents", "/agents", Map.of("limit", 1));
  }

  private Probed<PageAnswer<Object>> get(String name, String path, Map<String, ?> query) {
    return probe.get(
        engine, "truedy.diagnose." + name, path, TruedyReads::page, Probe.query(query));
  }

  /** Rows of any kind. */
  private static PageAnswer<Object> page(Answer answer) throws IOException {
    Envelope<List<Object>> envelope = Answers.read(ANSWER, answer);
    List<Object> rows = envelope.data();
    if (rows == null || TruedyErrors.isError(new Loose(envelope.rest(null)))) {
      throw envelope.unusable("it holds no usable list", null);
    }
    return Answers.page(rows, envelope.pagination());
  }
}
