package dev.contactsdk.kore.internal;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.Deleted;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.ArrayOnly;
import dev.contactsdk.core.json.Json;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.core.spi.PageAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kore.ai's envelopes. A success without the requested data may be an error in disguise, so
 * {@link KoreErrors} gets its whole body.
 */
public final class Answers {

  private Answers() {}

  /**
   * Contacts, agents and agent groups use {@code skip}; queues, skill groups and skills use {@code
   * page}.
   *
   * @param results the rows; null if the body has no array of rows
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
    /** Makes lists and maps unmodifiable; null becomes empty. */
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

    /** Kore.ai's sample of queues reports more rows after page 1 of 1. */
    private boolean isPastTheEnd(List<?> rows) {
      return rows.isEmpty()
          && page != null
          && totalPages != null
          && totalPages > 0
          && page > totalPages;
    }
  }

  /** The page of "Get Roles", which has its own counts. */
  public record RolePage<R>(
      @ArrayOnly @Nullable R roles,
      @Nullable Long total,
      @Nullable Boolean availableMore,
      @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
      implements SdkRecord {
    /** Makes lists and maps unmodifiable; null becomes empty. */
    public RolePage {
      additionalProperties = Unmodifiable.map(additionalProperties);
    }

    public static <T> PageAnswer<T> answer(RolePage<List<T>> answered) {
      List<T> rows = rows(answered.roles, answered.total, answered.additionalProperties);
      return new PageAnswer<>(rows, null, null, null, answered.total, null, answered.availableMore);
    }
  }

  /** The page of "Agent Status Details API". */
  public record ReportPage<R>(
      @ArrayOnly @Nullable R data,
      @Nullable Boolean hasMore,
      @Nullable Long limit,
      @Nullable Long offset,
      @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
      implements SdkRecord {
    /** Makes lists and maps unmodifiable; null becomes empty. */
    public ReportPage {
      additionalProperties = Unmodifiable.map(additionalProperties);
    }

    public static <T> PageAnswer<T> answer(ReportPage<List<T>> answered) {
      List<T> rows = rows(answered.data, null, answered.additionalProperties);
      return new PageAnswer<>(
          rows, answered.offset, null, answered.limit, null, null, answered.hasMore);
    }
  }

  /** An empty object is an empty list only if it reports zero rows. */
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

  public static <T> Decoder<PageAnswer<T>> reportPage(JsonType<ReportPage<List<T>>> type) {
    return answer -> ReportPage.answer(type.read(answer.stream()));
  }

  /** What was deleted, unless the answer says that nothing was. */
  public static <T> Decoder<Deleted<T>> deleted(Decoder<T> record) {
    return Decoder.deleted(
        answer -> {
          Object said = Json.read(answer.bytes());
          if (said instanceof Map<?, ?> map && KoreErrorBody.isNotDeleted(map)) {
            throw UnusableAnswerException.ofContradiction("it says that nothing was deleted", said);
          }
          return record.decode(answer);
        });
  }

  /** A bare array. Anything else, such as a lone object, is more likely an error. */
  public static <T> Decoder<List<T>> array(JsonType<List<T>> type) {
    return answer -> {
      Object said = Json.read(answer.bytes());
      if (!(said instanceof List)) {
        throw UnusableAnswerException.of("the body holds no list", said);
      }
      return answer.convert(said, type);
    };
  }

  /** The same, of rows that are of no use without something, such as an id. */
  public static <T> Decoder<List<T>> array(
      JsonType<List<T>> type, Predicate<T> isUsable, String what) {
    Decoder<List<T>> rows = array(type);
    return answer -> {
      List<T> read = rows.decode(answer);
      if (!read.stream().allMatch(isUsable)) {
        throw UnusableAnswerException.of("an element of the list is not " + what, null);
      }
      return read;
    };
  }

  /** All properties besides the known ones. An error's status is read as the record's own. */
  public static Map<String, @Nullable Object> others(
      @Nullable String status, Map<String, @Nullable Object> additional) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(additional);
    if (status != null) {
      all.put("status", status);
    }
    return all;
  }
}
