package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.PagingRules;
import dev.contactsdk.sandbox.engine.Query;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Kore.ai's page object. */
final class KorePages {

  private static final int PAGE_SIZE = 10;

  private KorePages() {}

  /**
   * A page with its position as {@code skip} (contacts, agents, agent groups) or {@code page} (the
   * others).
   */
  static Reply reply(
      List<Map<String, Object>> rows,
      PagingRules paging,
      Query query,
      String position,
      UnaryOperator<Map<String, Object>> view) {
    return Reply.json(200, body(Slice.of(rows, paging, query, "skip", PAGE_SIZE), position, view));
  }

  static Map<String, Object> body(
      Slice slice, String position, UnaryOperator<Map<String, Object>> view) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("results", slice.rows().stream().map(view).toList());
    if (slice.fields()) {
      body.put(position, position.equals("skip") ? slice.skip() : slice.page());
      body.put("limit", slice.limit());
      body.put("hasMore", slice.more());
      body.put("totalPages", slice.pages());
      body.put("totalResults", slice.total());
    }
    return body;
  }
}
