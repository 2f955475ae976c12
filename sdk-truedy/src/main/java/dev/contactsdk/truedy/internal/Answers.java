package dev.contactsdk.truedy.internal;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contactsdk.core.Answer;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.ArrayOnly;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.core.spi.PageAnswer;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every success of Truedy. A success without the requested data may be an error in
 * disguise, so {@link TruedyErrors} gets its whole body.
 */
public final class Answers {
  private Answers() {}

  /** Records are public because the reader is in another package. */
  public record Envelope<T>(
      @ArrayOnly @Nullable T data,
      @Nullable Meta meta,
      @Nullable Pagination pagination,
      @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
      implements SdkRecord {
    /** Makes lists and maps unmodifiable; null becomes empty. */
    public Envelope {
      additionalProperties = Unmodifiable.map(additionalProperties);
    }

    public @Nullable String requestId() {
      return meta == null ? null : meta.requestId;
    }

    /** The properties besides usable data. */
    public UnusableAnswerException unusable(String message, @Nullable Object unusableData) {
      return UnusableAnswerException.of(message, rest(unusableData));
    }

    /** Copies nothing, because each success is checked. */
    boolean saysError(Map<String, @Nullable Object> ofData) {
      return TruedyErrors.isError(new Loose(additionalProperties), new Loose(ofData));
    }

    public Map<String, @Nullable Object> rest(@Nullable Object unusableData) {
      Map<String, @Nullable Object> rest = new LinkedHashMap<>(additionalProperties);
      if (unusableData != null) {
        rest.put("data", unusableData);
      }
      rest.put("meta", Collections.singletonMap("request_id", requestId()));
      return rest;
    }
  }

  public record Meta(@JsonProperty("request_id") @Nullable String requestId) implements SdkRecord {}

  public record Pagination(
      @Nullable Long offset,
      @Nullable Long page,
      @Nullable Long limit,
      @Nullable Long total,
      @JsonAlias("total_pages") @Nullable Long pages,
      @JsonProperty("has_more") @Nullable Boolean hasMore)
      implements SdkRecord {
    static final Pagination NONE = new Pagination(null, null, null, null, null, null);
  }

  public static <T> Envelope<T> read(JsonType<Envelope<T>> type, Answer answer) throws IOException {
    Envelope<T> envelope = answer.json(type);
    answer.requestId(envelope.requestId());
    return envelope;
  }

  /**
   * A stored record, which must have an id. The id beside an error may be that of a record that was
   * not stored.
   */
  public static <T extends Stored> Decoder<T> one(JsonType<Envelope<T>> type) {
    return answer -> {
      Envelope<T> envelope = read(type, answer);
      T data = envelope.data();
      if (data == null) {
        throw envelope.unusable("it holds no usable data", null);
      }
      if (data.id() == null || envelope.saysError(data.additionalProperties())) {
        throw envelope.unusable("its data has no id", data.additionalProperties());
      }
      return data;
    };
  }

  /** A single object is not a list. Rows next to an error are not the whole list. */
  public static <T extends Stored> Decoder<PageAnswer<T>> page(JsonType<Envelope<List<T>>> type) {
    return answer -> {
      Envelope<List<T>> envelope = read(type, answer);
      List<T> rows = envelope.data();
      boolean doubtful = !envelope.additionalProperties().isEmpty();
      if (rows == null || (doubtful && TruedyErrors.isError(new Loose(envelope.rest(null))))) {
        throw envelope.unusable("it holds no usable list", null);
      }
      return page(rows, envelope.pagination());
    };
  }

  public static <T> PageAnswer<T> page(List<T> rows, @Nullable Pagination pagination) {
    Pagination said = pagination == null ? Pagination.NONE : pagination;
    return new PageAnswer<>(
        rows, said.offset, said.page, said.limit, said.total, said.pages, said.hasMore);
  }
}
