package dev.contactsdk.kore;

import dev.contactsdk.core.CallScope;
import dev.contactsdk.core.error.CallTimeoutException;
import dev.contactsdk.core.error.Failure;
import dev.contactsdk.core.paging.ListCall;
import dev.contactsdk.core.paging.Page;
import dev.contactsdk.core.paging.PageCursor;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Goes through a list until enough was seen, all pages within the one deadline of the search. */
final class Search {
  private Search() {}

  /** Returns how many rows were gone through. */
  static <T, C extends ListCall<T, C>> long through(
      C list, CallScope scope, Consumer<T> seen, BooleanSupplier enough) {
    long count = 0;
    PageCursor next = null;
    do {
      C call = list.deadline(remaining(scope));
      Page<T> page = (next == null ? call : call.from(next)).execute();
      page.items().forEach(seen);
      count += page.items().size();
      next = page.next();
    } while (next != null && !enough.getAsBoolean());
    return count;
  }

  private static Duration remaining(CallScope scope) {
    long nanos = scope.deadline().remainingNanos();
    if (nanos <= 0) {
      throw new CallTimeoutException(
          Failure.notSent("look-up"),
          "the look-up's deadline passed before the list's end: give the call a longer deadline",
          null);
    }
    return Duration.ofNanos(nanos);
  }
}
