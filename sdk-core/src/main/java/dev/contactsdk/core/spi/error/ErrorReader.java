package dev.contactsdk.core.spi.error;

import dev.contactsdk.core.error.ErrorOrigin;
import dev.contactsdk.core.http.HttpResponse;
import java.io.IOException;
import java.time.Instant;

/**
 * Reads a vendor's error answers. The only place that maps a vendor's shapes, codes and texts to a
 * kind of refusal.
 */
@FunctionalInterface
public interface ErrorReader {
  /**
   * Reads an error answer, or a success in which a decoder found nothing usable. Must accept any
   * body, even one that is not JSON.
   *
   * <p>The kind is what the code and text say. Whether it is consistent with the status is decided
   * later, in one place for all vendors. A text can change the meaning of a 4xx, but not of a 5xx,
   * because a write may have happened. A success counts as a refusal if its origin {@linkplain
   * ErrorOrigin#isVendor() is the vendor}.
   *
   * @param response the answer
   * @param now the current time, for waits given as a point in time
   * @return the content as sent; personal data is masked later
   */
  Refusal read(HttpResponse response, Instant now);

  /**
   * The origin of a body in which the reader found no JSON object and no list.
   *
   * @param response the answer
   * @return {@link ErrorOrigin#NONE} when it is empty, {@link ErrorOrigin#OTHER_JSON} for truncated
   *     JSON, else {@link ErrorOrigin#FOREIGN}
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
      return ErrorOrigin.FOREIGN; // damaged compression, or larger than the client reads
    }
  }
}
