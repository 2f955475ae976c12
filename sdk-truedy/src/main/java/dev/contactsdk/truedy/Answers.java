package dev.contactsdk.truedy;

import dev.contactsdk.core.Decoded;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.MalformedJsonException;
import dev.contactsdk.core.json.WireName;
import dev.contactsdk.core.paging.PageAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The object that every success of Truedy comes in. */
final class Answers {
  private Answers() {}

  /** Records are public so that the reader, in another package, can make them. */
  public record Envelope<T>(
      @Nullable T data, @Nullable Meta meta, @Nullable Pagination pagination) {
    T required() {
      if (data == null) {
        throw new MalformedJsonException("it holds no usable data");
      }
      return data;
    }

    @Nullable String requestId() {
      return meta == null ? null : meta.requestId;
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

  static <T> Decoder<T> one(JsonType<Envelope<T>> type) {
    return response -> {
      Envelope<T> envelope = type.read(response.stream());
      return new Decoded<>(envelope.required(), envelope.requestId());
    };
  }

  static <T> Decoder<PageAnswer<T>> page(JsonType<Envelope<List<T>>> type) {
    return response -> {
      Envelope<List<T>> envelope = type.read(response.stream());
      return new Decoded<>(page(envelope.required(), envelope.pagination()), envelope.requestId());
    };
  }

  private static <T> PageAnswer<T> page(List<T> rows, @Nullable Pagination pagination) {
    Pagination said = pagination == null ? Pagination.NONE : pagination;
    return new PageAnswer<>(
        rows, said.offset, said.page, said.limit, said.total, said.pages, said.hasMore);
  }
}
