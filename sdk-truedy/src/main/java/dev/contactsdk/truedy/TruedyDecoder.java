package dev.contactsdk.truedy;

import dev.contactsdk.core.Answer;
import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.truedy.internal.Answers;
import dev.contactsdk.truedy.internal.Answers.Envelope;
import dev.contactsdk.truedy.internal.Loose;
import dev.contactsdk.truedy.internal.TruedyErrors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unwraps Truedy's answers, for {@link TruedyClient#call} and {@link TruedyClient#list}. A success
 * has its records in {@code data}, next to {@code meta} and {@code pagination}. An error in a
 * success is a refusal, as in the SDK's own operations.
 */
public final class TruedyDecoder {
  private static final JsonType<Envelope<Object>> ANSWER = new JsonType<>() {};

  private TruedyDecoder() {}

  /**
   * Reads {@code data}.
   *
   * @param type the type of the data; types other than records need a client with a {@link
   *     JsonCodec}
   * @param <T> the type
   * @return the decoder
   */
  public static <T> Decoder<T> data(Class<T> type) {
    return data(JsonType.of(type));
  }

  /**
   * Reads {@code data}.
   *
   * @param type the type of the data
   * @param <T> the type
   * @return the decoder
   */
  public static <T> Decoder<T> data(JsonType<T> type) {
    return new Data<>(type);
  }

  /**
   * Reads a page of a list.
   *
   * @param type the type of a row
   * @param <T> the type
   * @return the decoder
   */
  public static <T> Decoder<PageAnswer<T>> page(Class<T> type) {
    return new Rows<>(JsonType.of(type));
  }

  private static Envelope<Object> read(Answer answer) throws IOException {
    Envelope<Object> envelope = Answers.read(ANSWER, answer);
    boolean doubtful = !envelope.additionalProperties().isEmpty();
    if (doubtful && TruedyErrors.isError(new Loose(envelope.rest(envelope.data())))) {
      throw envelope.unusable("it says that it is an error", envelope.data());
    }
    return envelope;
  }

  private record Data<T>(JsonType<T> type) implements Decoder<T> {
    @Override
    public T decode(Answer answer) throws IOException {
      Envelope<Object> envelope = read(answer);
      if (envelope.data() == null) {
        throw envelope.unusable("it holds no data", null);
      }
      return answer.convert(envelope.data(), type);
    }

    @Override
    public void check(String operation, @Nullable JsonCodec codec) {
      type.check(operation, codec);
    }
  }

  private record Rows<T>(JsonType<T> type) implements Decoder<PageAnswer<T>> {
    @Override
    public PageAnswer<T> decode(Answer answer) throws IOException {
      Envelope<Object> envelope = read(answer);
      if (!(envelope.data() instanceof List<?> list)) {
        throw UnusableAnswerException.of("it holds no list", envelope.rest(envelope.data()));
      }
      List<T> rows = new ArrayList<>(list.size());
      list.forEach(row -> rows.add(answer.convert(row, type)));
      return Answers.page(rows, envelope.pagination());
    }

    @Override
    public void check(String operation, @Nullable JsonCodec codec) {
      type.check(operation, codec);
    }
  }
}
