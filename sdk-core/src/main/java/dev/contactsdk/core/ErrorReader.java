package dev.contactsdk.core;

import dev.contactsdk.core.error.ErrorDetails;
import dev.contactsdk.core.http.HttpResponse;
import java.time.Instant;

/**
 * Reads a vendor's error answers: the one place where a vendor's shapes, codes and texts become a
 * kind of refusal.
 */
@FunctionalInterface
public interface ErrorReader {
  /**
   * Reads an answer that is not a success. Must take any body, also one that is not JSON.
   *
   * @param response the answer
   * @param now the present time, for waits that are given as a moment
   * @return what it says
   */
  ErrorDetails read(HttpResponse response, Instant now);
}
