package dev.contactsdk.sandbox.kore;

import dev.contactsdk.sandbox.engine.Call;
import dev.contactsdk.sandbox.engine.MalformedText;
import dev.contactsdk.sandbox.engine.Problem;
import dev.contactsdk.sandbox.engine.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request bodies of Kore.ai's operations. */
final class KoreBody {

  private KoreBody() {}

  static @Nullable Object json(Call call) {
    if (!call.request().hasContentType("application/json")) {
      throw Refusal.of(415, "415", "Unsupported Media Type");
    }
    try {
      return call.json();
    } catch (MalformedText e) {
      throw Refusal.of(400, "400", String.valueOf(e.getMessage()));
    }
  }

  static List<?> array(Call call) {
    if (json(call) instanceof List<?> list) {
      return notEmpty(list, "body");
    }
    throw Refusal.invalid("body", "must be an array", "list_type");
  }

  static <T> List<T> notEmpty(@Nullable List<T> list, String name) {
    if (list == null || list.isEmpty()) {
      throw Refusal.invalid(name, "must not be empty", "too_short");
    }
    return list;
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw Refusal.invalid(problems);
    }
  }
}
