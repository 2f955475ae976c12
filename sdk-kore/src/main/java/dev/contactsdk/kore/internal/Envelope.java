package dev.contactsdk.kore.internal;

import dev.contactsdk.core.Decoder;
import dev.contactsdk.core.UnusableAnswerException;
import dev.contactsdk.core.json.AdditionalProperties;
import dev.contactsdk.core.json.ArrayOnly;
import dev.contactsdk.core.json.JsonType;
import dev.contactsdk.core.json.SdkRecord;
import dev.contactsdk.core.json.Unmodifiable;
import dev.contactsdk.core.spi.PageAnswer;
import dev.contactsdk.kore.internal.Answers.ResultPage;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of campaigns and contact lists.
 *
 * @param data the answer; null if it has another shape
 */
public record Envelope<R>(
    @Nullable String status,
    @Nullable String message,
    @ArrayOnly @Nullable R data,
    @AdditionalProperties Map<String, @Nullable Object> additionalProperties)
    implements SdkRecord {
  /** Makes lists and maps unmodifiable; null becomes empty. */
  public Envelope {
    additionalProperties = Unmodifiable.map(additionalProperties);
  }

  /** Reads the data of a success. */
  public static <T> Decoder<T> data(
      JsonType<Envelope<T>> type, String what, Predicate<T> isUsable) {
    return answer -> type.read(answer.stream()).checked(what, isUsable);
  }

  /** Reads a page that is the data of a success. */
  public static <T> Decoder<PageAnswer<T>> page(JsonType<Envelope<ResultPage<List<T>>>> type) {
    return answer ->
        ResultPage.answer(type.read(answer.stream()).checked("page", page -> page != null));
  }

  private R checked(String what, Predicate<R> isUsable) {
    Map<String, @Nullable Object> others = Answers.others(status, additionalProperties);
    if (message != null) {
      others.put("message", message);
    }
    if (data == null || !isUsable.test(data) || KoreErrorBody.isError(others)) {
      throw UnusableAnswerException.of("the body holds no " + what, others);
    }
    return data;
  }
}
