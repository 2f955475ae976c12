package dev.contactsdk.core.spi.error;

import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.http.HttpResponse;
import java.io.IOException;
import java.time.Instant;

/**
 * Reads a vendor's error answers: the one place where a vendor's shapes, codes and texts become a
 * kind of refusal.
 */
@FunctionalInterface
public interface ErrorReader {
  /**
   * Reads an answer that is not a success, or a success in which a decoder found nothing usable.
   * Must take any body, also one that is not JSON.
   *
   * <p>The kind is what code and text say. Whether the status admits it is decided later, in one
   * place for all vendors: a text changes the meaning of a 4xx, but not that of a 5xx, after which
   * a write may be there. For a success the origin says whether it is a refusal: it is one where
   * the origin {@linkplain ErrorOrigin#isVendor() is the vendor}.
   *
   * @param response the answer
   * @param now the present time, for waits that are given as a moment
   * @return what it says, as it says it: what is personal in it is masked later
   */
  Refusal read(HttpResponse response, Instant now);

  /**
   * Who wrote a body in which the reader found no JSON object and no list.
   *
   * @param response the answer
   * @return {@link ErrorOrigin#NONE} when it is empty, {@link ErrorOrigin#OTHER_JSON} for JSON that
   *     broke off, else {@link ErrorOrigin#FOREIGN}
   */
  static ErrorOrigin originOfText(HttpResponse response) {
    try {
      byte[] body = response.bytes();
      int start = 0;
      while (start < body.length && body[start] <= ' ' && body[start] >= 0) {
        start++;
      }
      if (start == body.length) {
        return ErrorOrigin.NONE;
      }
      boolean json = body[start] == '{' || body[start] == '[';
      return json && response.bodyFailure() != null ? ErrorOrigin.OTHER_JSON : ErrorOrigin.FOREIGN;
    } catch (IOException | RuntimeException e) {
      return ErrorOrigin.FOREIGN; // damaged compression, or more than the client reads
    }
  }
}
