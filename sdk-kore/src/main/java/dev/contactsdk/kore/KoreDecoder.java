package dev.contactsdk.kore;

import dev.contactsdk.core.Answer;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.kore.internal.Answers.ResultPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Kore.ai's pages, for {@link KoreClient#list}. */
public final class KoreDecoder {
  private static final JsonType<ResultPage<List<Object>>> PAGE = new JsonType<>() {};

  private KoreDecoder() {}

  /**
   * Reads a page of a list. Its rows are in {@code results}, next to {@code page} or {@code skip},
   * {@code limit}, {@code hasMore} and {@code totalResults}.
   *
   * @param type the type of a row; types other than records need a client with a {@link JsonCodec}
   * @param <T> the type
   * @return the decoder
   */
  public static <T> Decoder<PageAnswer<T>> page(Class<T> type) {
    return new Rows<>(JsonType.of(type));
  }

  private record Rows<T>(JsonType<T> type) implements Decoder<PageAnswer<T>> {
    @Override
    public PageAnswer<T> decode(Answer answer) throws IOException {
      PageAnswer<Object> page = ResultPage.answer(answer.json(PAGE));
      List<T> rows = new ArrayList<>(page.items().size());
      page.items().forEach(row -> rows.add(answer.convert(row, type)));
      return new PageAnswer<>(
          rows,
          page.offset(),
          page.page(),
          page.limit(),
          page.total(),
          page.totalPages(),
          page.hasMore());
    }

    @Override
    public void check(String operation, @Nullable JsonCodec codec) {
      type.check(operation, codec);
    }
  }
}
