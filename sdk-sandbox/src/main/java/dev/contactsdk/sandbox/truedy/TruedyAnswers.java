package dev.contactsdk.sandbox.truedy;

import dev.contactsdk.sandbox.engine.LimitWords;
import dev.contactsdk.sandbox.engine.PagingRules;
import dev.contactsdk.sandbox.engine.Problem;
import dev.contactsdk.sandbox.engine.Query;
import dev.contactsdk.sandbox.engine.Refusal;
import dev.contactsdk.sandbox.engine.Reply;
import dev.contactsdk.sandbox.engine.RetryHint;
import dev.contactsdk.sandbox.engine.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Truedy's envelopes: data with meta and pagination, and errors in the chosen shape. */
final class TruedyAnswers {

  private static final int PAGE_SIZE = 50;
  private static final int MAX_PAGE_SIZE = 100;
  private static final int DOCUMENTED_LIMIT = 100;
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final TruedyOptions options;

  TruedyAnswers(TruedyOptions options) {
    this.options = options;
  }

  String now() {
    return time(options.clock.instant());
  }

  static String time(Instant instant) {
    return MICROS.format(instant);
  }

  Reply created(Object data) {
    return data(options.createStatus, data);
  }

  Reply data(int status, Object data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", data);
    body.put("meta", meta());
    return reply(status, body);
  }

  Reply deleted(String name, String id) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(name, id);
    data.put("deleted", true);
    return options.emptyDeletes ? Reply.empty(204) : data(200, data);
  }

  Reply page(List<Map<String, Object>> rows, Query query, UnaryOperator<Map<String, Object>> view) {
    Slice slice = Slice.of(rows, options.paging, query, "offset", PAGE_SIZE, MAX_PAGE_SIZE);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", slice.rows().stream().map(view).toList());
    body.put("meta", meta());
    if (slice.fields()) {
      body.put("pagination", pagination(slice));
    }
    return reply(200, body);
  }

  private Map<String, Object> pagination(Slice slice) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (options.paging.style() == PagingRules.Style.PAGE) {
      fields.put("page", slice.page());
      fields.put("limit", slice.limit());
      fields.put("total", slice.total());
      fields.put("pages", slice.pages());
    } else {
      fields.put("total", slice.total());
      fields.put("limit", slice.limit());
      fields.put("offset", slice.skip());
      fields.put("has_more", slice.more());
    }
    return fields;
  }

  private Map<String, Object> meta() {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("request_id", "req_" + UUID.randomUUID().toString().substring(0, 8));
    meta.put(options.metaTimestamp ? "timestamp" : "ts", now());
    return meta;
  }

  private Reply reply(int status, Map<String, Object> body) {
    Reply reply = Reply.json(status, body);
    return options.requestIdHeader
        ? reply.with("X-Request-ID", UUID.randomUUID().toString())
        : reply;
  }

  Reply refusal(Refusal refusal) {
    if (refusal.problems().isEmpty()) {
      return error(
          refusal.status(), refusal.code(), refusal.text(), refusal.details(), options.errorShape);
    }
    if (options.errorShape == ErrorShape.REFERENCE
        || options.errorShape == ErrorShape.EARLIER_BACKEND) {
      return reply(
          422, Map.of("detail", refusal.problems().stream().map(TruedyAnswers::detail).toList()));
    }
    Problem first = refusal.problems().get(0);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("field", first.field());
    details.put("reason", first.message());
    return error(422, "validation_error", refusal.text(), details, options.errorShape);
  }

  private static Map<String, Object> detail(Problem problem) {
    Map<String, Object> detail = new LinkedHashMap<>();
    boolean inQuery = problem.field().startsWith("query.");
    String path = inQuery ? problem.field() : "body." + problem.field();
    detail.put("loc", List.of(path.split("\\.")).stream().map(TruedyAnswers::step).toList());
    detail.put("msg", problem.message());
    detail.put("type", problem.type());
    return detail;
  }

  /** FastAPI writes the position in a list as a number. */
  private static Object step(String text) {
    return text.matches("\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
  }

  Reply limited(LimitWords answer, Duration wait) {
    Instant now = options.clock.instant();
    if (answer == LimitWords.INTERNAL_ERROR) {
      return error(
          500, "internal_error", "An internal error occurred", null, ErrorShape.EARLIER_BACKEND);
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("limit", options.rateLimit > 0 ? options.rateLimit : DOCUMENTED_LIMIT);
    details.put("reset_at", time(now.plus(wait)));
    ErrorShape shape = answer == LimitWords.NESTED ? ErrorShape.DETAIL_ERROR : ErrorShape.GUIDE;
    return RetryHint.add(
        error(429, "rate_limit_exceeded", "Rate limit exceeded", details, shape),
        answer,
        wait,
        now);
  }

  private Reply error(
      int status,
      String code,
      String message,
      @Nullable Map<String, Object> details,
      ErrorShape shape) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    if (details != null) {
      error.put("details", details);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    switch (shape) {
      case GUIDE -> {
        body.put("error", error);
        body.put("meta", meta());
      }
      case REFERENCE -> body.put("error", error);
      case DETAIL_TEXT -> body.put("detail", message);
      case DETAIL_ERROR -> body.put("detail", Map.of("error", error));
      case EARLIER_BACKEND -> {
        error.put("request_id", UUID.randomUUID().toString());
        error.put("ts", now().replace("Z", ""));
        body.put("error", error);
      }
    }
    return reply(status, body);
  }
}
