package dev.contactsdk.kore.internal;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.ArrayOnly;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.core.spi.PageAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kore.ai's envelopes. A success that holds nothing of what was asked for is handed to {@link
 * KoreErrors} with all that it does hold: it may be an error in disguise.
 */
public final class Answers {

  private Answers() {}

  /**
   * Contacts, agents and agent groups say {@code skip}; queues, skill groups and skills a page.
   *
   * @param results the rows; null when there is no array of them
   */
  public record ResultPage<R>(
      @ArrayOnly @Nullable R results,
      @Nullable Long skip,
      @Nullable Long page,
      @Nullable Long limit,
      @Nullable Boolean hasMore,
      @Nullable Long totalPages,
      @Nullable Long totalResults,
      @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
      implements SdkRecord {
    /** No list or map is null, and none can be changed. */
    public ResultPage {
      additionalProperties = Unmodifiable.map(additionalProperties);
    }

    public static <T> PageAnswer<T> answer(ResultPage<List<T>> answered) {
      List<T> rows = rows(answered.results, answered.totalResults, answered.additionalProperties);
      Boolean more = answered.isPastTheEnd(rows) ? Boolean.FALSE : answered.hasMore;
      return new PageAnswer<>(
          rows,
          answered.skip,
          answered.page,
          answered.limit,
          answered.totalResults,
          answered.totalPages,
          more);
    }

    /** The sample of queues says that there are more after page 1 of 1. */
    private boolean isPastTheEnd(List<?> rows) {
      return rows.isEmpty()
          && page != null
          && totalPages != null
          && totalPages > 0
          && page > totalPages;
    }
  }

  /** The page of "Get Roles", which has counts of its own. */
  public record RolePage<R>(
      @ArrayOnly @Nullable R roles,
      @Nullable Long total,
      @Nullable Boolean availableMore,
      @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
      implements SdkRecord {
    /** No list or map is null, and none can be changed. */
    public RolePage {
      additionalProperties = Unmodifiable.map(additionalProperties);
    }

    public static <T> PageAnswer<T> answer(RolePage<List<T>> answered) {
      List<T> rows = rows(answered.roles, answered.total, answered.additionalProperties);
      return new PageAnswer<>(rows, null, null, null, answered.total, null, answered.availableMore);
    }
  }

  /** An empty object is no empty list, unless it says that there are no rows. */
  static <T> List<T> rows(
      @Nullable List<T> rows, @Nullable Long total, Map<String, @Nullable Object> others) {
    boolean none = rows == null && !Long.valueOf(0).equals(total);
    if (none || KoreErrorBody.isError(others)) {
      throw UnusableAnswerException.of("the body holds no list", others);
    }
    return rows == null ? List.of() : rows;
  }

  public static <T> Decoder<PageAnswer<T>> page(JsonType<ResultPage<List<T>>> type) {
    return answer -> ResultPage.answer(type.read(answer.stream()));
  }

  public static <T> Decoder<PageAnswer<T>> rolePage(JsonType<RolePage<List<T>>> type) {
    return answer -> RolePage.answer(type.read(answer.stream()));
  }

  /** All that a record holds beside its known properties: an error's status is read as its own. */
  public static Map<String, @Nullable Object> others(
      @Nullable String status, Map<String, @Nullable Object> additional) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(additional);
    if (status != null) {
      all.put("status", status);
    }
    return all;
  }
}
