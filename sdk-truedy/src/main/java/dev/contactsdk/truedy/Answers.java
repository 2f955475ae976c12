package dev.contactsdk.truedy;

import dev.contactsdk.core.Decoded;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.ArrayOnly;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.WireName;
import dev.contactsdk.core.spi.PageAnswer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The object that every success of Truedy comes in. A success that holds nothing of what was asked
 * for is handed to {@link TruedyErrors} with all that it does hold: it may be an error in disguise.
 */
final class Answers {
  private Answers() {}

  /** Records are public so that the reader, in another package, can make them. */
  public record Envelope<T>(
      @ArrayOnly @Nullable T data,
      @Nullable Meta meta,
      @Nullable Pagination pagination,
      Map<String, @Nullable Object> additionalProperties) {

    @Nullable String requestId() {
      return meta == null ? null : meta.requestId;
    }

    /** What the body holds beside usable data. */
    UnusableAnswerException unusable(String message, @Nullable Object unusableData) {
      return UnusableAnswerException.of(message, rest(unusableData));
    }

    Map<String, @Nullable Object> rest(@Nullable Object unusableData) {
      Map<String, @Nullable Object> rest = new LinkedHashMap<>(additionalProperties);
      if (unusableData != null) {
        rest.put("data", unusableData);
      }
      rest.put("meta", Collections.singletonMap("request_id", requestId()));
      return rest;
    }
  }

  public record Meta(@Nullable String requestId) {}

  public record Pagination(
      @Nullable Long offset,
      @Nullable Long page,
      @Nullable Long limit,
      @Nullable Long total,
      @WireName({"pages", "total_pages"}) @Nullable Long pages,
      @Nullable Boolean hasMore) {
    static final Pagination NONE = new Pagination(null, null, null, null, null, null);
  }

  /** A record that is there, and so has an id. */
  static <T extends Stored> Decoder<T> one(JsonType<Envelope<T>> type) {
    return response -> {
      Envelope<T> envelope = type.read(response.stream());
      T data = envelope.data();
      if (data == null) {
        throw envelope.unusable("it holds no usable data", null);
      }
      if (data.id() == null) {
        throw envelope.unusable("its data has no id", data.additionalProperties());
      }
      return new Decoded<>(data, envelope.requestId());
    };
  }

  /** An object is no list of one, and beside an error even rows are not the whole list. */
  static <T extends Stored> Decoder<PageAnswer<T>> page(JsonType<Envelope<List<T>>> type) {
    return response -> {
      Envelope<List<T>> envelope = type.read(response.stream());
      List<T> rows = envelope.data();
      boolean doubtful = !envelope.additionalProperties().isEmpty();
      if (rows == null || (doubtful && TruedyErrors.isError(new Loose(envelope.rest(null))))) {
        throw envelope.unusable("it holds no usable list", null);
      }
      return new Decoded<>(page(rows, envelope.pagination()), envelope.requestId());
    };
  }

  private static <T> PageAnswer<T> page(List<T> rows, @Nullable Pagination pagination) {
    Pagination said = pagination == null ? Pagination.NONE : pagination;
    return new PageAnswer<>(
        rows, said.offset, said.page, said.limit, said.total, said.pages, said.hasMore);
  }
}
