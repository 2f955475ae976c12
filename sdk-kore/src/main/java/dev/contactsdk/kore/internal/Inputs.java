package dev.contactsdk.kore.internal;

import dev.contactsdk.core.Endpoint;
import dev.contactsdk.core.error.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what an application gives to an operation, before anything is sent. */
public final class Inputs {
  private Inputs() {}

  /** Rejects null, an empty list, and a list with null in it. */
  public static void refuseEmpty(
      Endpoint<?> endpoint, List<? extends @Nullable Object> list, String what) {
    String where = endpoint.operation();
    InvalidRequestException.refuseNull(where, "the list of " + what, list);
    if (list.isEmpty()) {
      throw new InvalidRequestException(where, "the list of " + what + " is empty");
    }
    for (int i = 0; i < list.size(); i++) {
      InvalidRequestException.refuseNull(
          where, "element " + i + " of the list of " + what, list.get(i));
    }
  }

  /** Rejects ids as {@link #refuseEmpty} does, and blank ones. */
  public static void refuseNoIds(
      Endpoint<?> endpoint, List<? extends @Nullable String> ids, String what) {
    refuseEmpty(endpoint, ids, what);
    for (int i = 0; i < ids.size(); i++) {
      refuseBlank(endpoint, "element " + i + " of the list of " + what, ids.get(i));
    }
  }

  /** Rejects null and blank text. */
  public static String refuseBlank(Endpoint<?> endpoint, String what, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new InvalidRequestException(endpoint.operation(), what + " is missing or blank");
    }
    return text;
  }
}
