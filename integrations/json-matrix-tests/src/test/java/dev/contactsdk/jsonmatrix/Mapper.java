package dev.contactsdk.jsonmatrix;

import dev.contactsdk.core.json.JsonCodec;
import java.lang.reflect.Type;

/** A mapper of some line of Jackson. */
interface Mapper {
  String name();

  String write(Object value) throws Exception;

  Object read(String json, Type type) throws Exception;

  JsonCodec codec();
}
