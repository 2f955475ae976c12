package dev.contactsdk.core;

import dev.contactsdk.core.json.JsonCodec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to a delete: the 404 of a repeated one, an empty body, or the deleted record. No
 * other refusal gets here.
 */
record DeletedDecoder<T>(Decoder<T> record) implements Decoder<Deleted<T>> {
  @Override
  public Deleted<T> decode(Answer answer) throws IOException {
    if (!answer.isSuccess()) {
      return new Deleted<>(true, null);
    }
    boolean empty = answer.bytes().length == 0;
    return new Deleted<>(false, empty ? null : record.decode(answer));
  }

  @Override
  public void check(String operation, @Nullable JsonCodec codec) {
    record.check(operation, codec);
  }
}
