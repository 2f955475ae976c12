package dev.contactsdk.core;

import dev.contactsdk.core.http.Headers;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer with the facts of its exchange. {@link #toString()} leaves out the body.
 *
 * @param status the HTTP status; 0 when the answer to a create was lost and a look-up found the
 *     created record
 * @param headers the headers as received
 * @param requestId the vendor's request id; null when there is none
 * @param attempts the number of attempts, from 1
 * @param elapsed how long the call took, including waits
 * @param waited the part of that spent waiting for rate limit permits and between attempts
 * @param body the answer
 * @param <T> the answer's type
 */
public record ApiResponse<T>(
    int status,
    Headers headers,
    @Nullable String requestId,
    int attempts,
    Duration elapsed,
    Duration waited,
    T body) {
  /**
   * Returns this response with its body converted.
   *
   * @param change converts the body
   * @param <R> the new body's type
   * @return a new response
   */
  public <R> ApiResponse<R> map(Function<? super T, ? extends R> change) {
    return new ApiResponse<>(
        status, headers, requestId, attempts, elapsed, waited, change.apply(body));
  }

  @Override
  public String toString() {
    return "ApiResponse[status="
        + status
        + ", requestId="
        + requestId
        + ", attempts="
        + attempts
        + ", elapsed="
        + elapsed
        + ", waited="
        + waited
        + "]";
  }
}
