package dev.contactsdk.core;

import dev.contactsdk.core.json.JsonCodec;
import dev.contactsdk.core.json.JsonType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the whole body as one JSON value. */
record JsonDecoder<T>(JsonType<T> type) implements Decoder<T> {
  @Override
  public T decode(Answer answer) throws IOException {
    return answer.json(type);
  }

  @Override
  public void check(String operation, @Nullable JsonCodec codec) {
    type.check(operation, codec);
  }
}
